using System.Text.RegularExpressions;
using MinpackNet.Fitting;
using MinpackNet.Nist;

namespace MinpackNet.Cli.Tests;

/// <summary>NIST's sets through the command, as its user would fit them.</summary>
public sealed partial class NistFitTests
{
    public static TheoryData<string> Sets => [.. NistProblems.All.Select(problem => problem.Name)];

    [Theory]
    [MemberData(nameof(Sets))]
    public void A_set_comes_with_a_command_line_that_fits_it_to_the_certified_values(string set)
    {
        using Workspace workspace = new();
        string path = workspace.WriteNist(set);
        NistProblem problem = NistProblems.All.Single(candidate => candidate.Name == set);
        string[][] commands = [.. CommandLine().Matches(File.ReadAllText(path)).Select(match => (string[])
            ["fit", path, "--model", match.Groups[1].Value, "--start", match.Groups[2].Value])];
        Assert.Equal(2, commands.Length);

        Run run = Minpack.Run([.. commands[^1], "--search", "--json"]);
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.True((bool)run.Json["isCertified"]!);
        Assert.Equal(problem.ObservationCount, (int)run.Json["input"]!["rows"]!);
        AssertClose(problem.Solution.Parameters, InOrder(run, "value"), 1e-6);

        // The residuals of Lanczos1, and with them its standard errors, are the rounding of the data to 14 digits.
        AssertClose(problem.Solution.StandardErrors, InOrder(run, "standardError"), set == "Lanczos1" ? 1e-2 : 1e-4);
    }

    [Fact]
    public void The_numbers_are_those_of_the_library_to_the_bit()
    {
        using Workspace workspace = new();
        NistProblem problem = NistProblems.All.Single(candidate => candidate.Name == "Thurber");
        FitResult expected = CurveFit.Fit(
            problem.Model, problem.Predictors, [.. problem.Response], (StartValues)problem.Starts[1].ToArray());
        Run run = Minpack.Run(
            "fit", workspace.WriteNist("Thurber"), "--model", problem.Model.ToString(), "--json", "--start",
            string.Join(',', problem.Starts[1].Select((value, j) => $"b{j + 1}={value:R}")));

        Assert.Equal(expected.Estimates, run.Estimates);
        Assert.Equal(expected.StandardErrors, run.Values("standardError"));
        Assert.Equal(expected.ConfidenceIntervals().Select(interval => interval.Lower), run.Values("lower"));
        Assert.Equal(expected.ConfidenceIntervals().Select(interval => interval.Upper), run.Values("upper"));
        Assert.Equal(expected.Evaluations, (int)run.Json["evaluations"]!);
        Assert.Equal(expected.JacobianEvaluations, (int)run.Json["jacobianEvaluations"]!);
        Assert.Equal(expected.ChiSquared, (double)run.Json["statistics"]!["chiSquared"]!);
        Assert.Equal(expected.RSquared, (double)run.Json["statistics"]!["rSquared"]!);
        Assert.Equal(expected.LogLikelihood, (double)run.Json["statistics"]!["logLikelihood"]!);
        Assert.Equal(expected.Aic, (double)run.Json["statistics"]!["aic"]!);
        Assert.Equal(expected.Bic, (double)run.Json["statistics"]!["bic"]!);
        Assert.Equal(expected.DegreesOfFreedom, (int)run.Json["statistics"]!["degreesOfFreedom"]!);
        Assert.Equal(expected.Covariance[1, 2], (double)run.Json["covariance"]![1]![2]!);
        Assert.Equal(expected.Correlation[1, 2], (double)run.Json["correlation"]![1]![2]!);
    }

    [Fact]
    public void The_sets_are_listed_and_an_unknown_one_is_refused()
    {
        Run list = Minpack.Run("nist");
        Assert.Equal(27, list.Output.Trim().Split(Environment.NewLine).Length);
        Assert.Matches("Misra1a +Lower +14 rows +b1\\*\\(1 - exp\\(-b2\\*x\\)\\)", list.Output);
        Assert.StartsWith("There is no set Misra9", Minpack.Run("nist", "Misra9").Complaint, StringComparison.Ordinal);
    }

    /// <summary>A number of each parameter by their names, which stand in another order in some formulas.</summary>
    private static double[] InOrder(Run run, string name) => [.. run.Json["parameters"]!.AsArray()
        .OrderBy(parameter => (string)parameter!["name"]!, StringComparer.Ordinal)
        .Select(parameter => (double)parameter![name]!)];

    private static void AssertClose(IEnumerable<double> expected, double[] actual, double tolerance) => Assert.All(
        expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance * Math.Abs(pair.First)));

    [GeneratedRegex("^# --model \"(.*)\" --start (.*?)\r?$", RegexOptions.Multiline)]
    private static partial Regex CommandLine();
}
