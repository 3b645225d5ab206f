using MinpackNet.Fitting;

namespace MinpackNet.Cli.Tests;

/// <summary>Each option does something.</summary>
public sealed class OptionTests
{
    private const string Csv = "x,y,s\n1,3.1,0.1\n2,4.9,0.2\n3,7.2,0.1\n4,8.7,0.4\n5,11.3,0.2\n";
    private const string Model = "a*x + b";
    private const string BoxBod = "x,y\n1,109\n2,149\n3,149\n5,191\n7,213\n10,224\n";

    private static readonly double[] X = [1, 2, 3, 4, 5];
    private static readonly double[] Y = [3.1, 4.9, 7.2, 8.7, 11.3];
    private static readonly double[] S = [0.1, 0.2, 0.1, 0.4, 0.2];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Sigma_gives_weights_and_absolute_sigma_errors(bool absolute)
    {
        FitResult expected = CurveFit.Fit(
            Formula.Parse(Model), X, Y, [("a", 1), ("b", 0)], new() { Sigma = S, AbsoluteSigma = absolute });
        string[] options = absolute ? ["--sigma", "s", "--absolute-sigma"] : ["--sigma", "s"];
        Run run = Minpack.Fit(Csv, Model, "a=1,b=0", options);
        Assert.Equal(expected.Estimates, run.Estimates);
        Assert.Equal(expected.StandardErrors, run.Values("standardError"));
        Assert.Equal("s", (string)run.Json["input"]!["sigma"]!);
        Assert.Equal(absolute, (bool)run.Json["input"]!["absoluteSigma"]!);
    }

    [Theory]
    [InlineData("a=1,b=0.5", "b")]
    [InlineData("a=1", "b=0.5")]
    [InlineData("a = 1", " b = 0.5 ")]
    public void A_fixed_parameter_stays(string start, string fix)
    {
        FitResult expected = CurveFit.Fit(
            Formula.Parse(Model), X, Y, [("a", 1), ("b", 0.5)], new() { Fixed = ["b"] });
        Run run = Minpack.Fit(Csv, Model, start, "--fix", fix, "--y", "y");
        Assert.Equal(expected.Estimates, run.Estimates);
        Assert.True((bool)run.Json["parameters"]![1]!["isFixed"]!);
    }

    [Fact]
    public void Starts_and_fixed_parameters_may_come_one_by_one()
    {
        const string Four = "a*x^2 + b*x + c + d";
        Run together = Minpack.Fit(Csv, Four, "a=1,b=2", "--fix", "c=3,d=4", "--y", "y");
        Run apart = Minpack.Fit(Csv, Four, "a=1", "--start", "b=2", "--fix", "c=3", "--fix", "d=4", "--y", "y");
        Assert.Equal(together.Estimates, apart.Estimates);
        Assert.Equal([3, 4], apart.Estimates[2..]);
    }

    [Fact]
    public void Search_finds_what_one_solve_does_not()
    {
        Run plain = Minpack.Fit(BoxBod, "b1*(1 - exp(-b2*x))", "b1=1,b2=1");
        Run search = Minpack.Fit(BoxBod, "b1*(1 - exp(-b2*x))", "b1=1,b2=1", "--search");
        Assert.Empty(plain.Json["attempts"]!.AsArray());
        Assert.NotEmpty(search.Json["attempts"]!.AsArray());
        Assert.True((bool)search.Json["isCertified"]!);
        Assert.Equal(ExitCode.Success, search.ExitCode);
        Assert.Equal(213.80940889, search.Estimates[0], 1e-6);
        Assert.NotEqual(213.80940889, plain.Estimates[0], 1);
    }

    [Fact]
    public void Search_without_a_certificate_is_a_failure()
    {
        Run run = Minpack.Fit("x,y\n1,1\n2,2\n3,3.5\n", "a + b + 0*x", "a=1,b=1", "--search");
        Assert.False((bool)run.Json["isCertified"]!);
        Assert.False((bool)run.Json["succeeded"]!);
        Assert.Equal(ExitCode.Failure, run.ExitCode);
    }

    [Fact]
    public void The_limit_on_evaluations_ends_a_fit_that_is_reported_all_the_same()
    {
        string[] fit =
            ["fit", "-", "--model", "b1*(1 - exp(-b2*x))", "--start", "b1=500,b2=0.1", "--max-evaluations", "3"];
        Run json = Minpack.RunOn(BoxBod, [.. fit, "--json"]);
        Assert.Equal(ExitCode.Failure, json.ExitCode);
        Assert.Equal("tooManyEvaluations", (string)json.Json["status"]!);
        Assert.Equal("evaluationLimit", (string)json.Json["diagnoses"]![0]!["kind"]!);

        Run report = Minpack.RunOn(BoxBod, fit);
        Assert.Equal(ExitCode.Failure, report.ExitCode);
        Assert.Contains("Not converged: the limit on evaluations", report.Output, StringComparison.Ordinal);
        Assert.Contains("6 rows read", report.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_is_not_finite_is_a_failure_with_a_report()
    {
        using Workspace workspace = new();
        Run run = Minpack.RunOn(
            Csv,
            "fit", "-", "--model", "a*log(b*x)", "--start", "a=1,b=-1", "--y", "y", "--plot", workspace["fit.svg"]);
        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("Failed:", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(workspace["fit.svg"]));
    }

    [Fact]
    public void The_level_is_that_of_the_intervals()
    {
        FitResult fit = CurveFit.Fit(Formula.Parse(Model), X, Y, [("a", 1), ("b", 0)]);
        Run json = Minpack.Fit(Csv, Model, "a=1,b=0", "--y", "y", "--level", "0.9");
        Assert.Equal(fit.ConfidenceIntervals(0.9).Select(interval => interval.Lower), json.Values("lower"));
        Assert.Equal(0.9, (double)json.Json["level"]!);
        Run report = Minpack.RunOn(
            Csv, "fit", "-", "--model", Model, "--start", "a=1,b=0", "--y", "y", "--level", "0.9");
        Assert.Contains(fit.ToReport(0.9), report.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_formula_may_start_with_a_sign()
    {
        Run run = Minpack.Fit(Csv, "-a*x + b", "a=-1,b=0", "--y", "y");
        Assert.Equal(CurveFit.Fit(Formula.Parse("-a*x + b"), X, Y, [("a", -1), ("b", 0)]).Estimates, run.Estimates);
    }

    [Fact]
    public void The_help_tells_every_exit_code()
    {
        Run help = Minpack.Run("fit", "--help");
        Assert.Equal(ExitCode.Success, help.ExitCode);
        string[] told =
            ["0 the fit converged", "1 it did not", "2 the arguments or the data", "130 it was interrupted"];
        Assert.All(told, code => Assert.Contains(code, help.Output, StringComparison.Ordinal));
    }
}
