using MinpackNet.Fitting;

namespace MinpackNet.Cli.Tests;

/// <summary>Weights by a rule, and counts.</summary>
public sealed class WeightTests
{
    private const string Csv = "x,y\n0,52\n1,41\n2,27\n3,22\n4,11\n5,9\n6,5\n7,4\n8,1\n9,2\n";
    private const string Model = "a*exp(-b*x)";

    private static readonly double[] X = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    private static readonly double[] Y = [52, 41, 27, 22, 11, 9, 5, 4, 1, 2];

    [Theory]
    [InlineData("1/y")]
    [InlineData("1 / y**2")]
    public void Rules_are_those_of_the_library(string rule)
    {
        double[] sigma = rule.Contains('2', StringComparison.Ordinal)
            ? Weights.InverseYSquared(Y)
            : Weights.InverseY(Y);
        FitResult expected = CurveFit.Fit(
            Formula.Parse(Model), X, Y, [("a", 50), ("b", 0.3)], new() { Sigma = sigma });
        Run run = Minpack.Fit(Csv, Model, "a=50,b=0.3", "--weights", rule);
        Assert.Equal(expected.Estimates, run.Estimates);
        Assert.Equal(expected.StandardErrors, run.Values("standardError"));
        Assert.StartsWith("weights 1/y", (string)run.Json["input"]!["sigma"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_that_are_not_whole_are_told_where_they_are_fitted_as_counts()
    {
        const string Note = "y has values that are not whole, as counts are";
        string[] fit = ["fit", "-", "--model", Model, "--start", "a=50,b=0.3", "--counts"];
        string rates = Csv.Replace("2,27", "2,27.5", StringComparison.Ordinal);
        Assert.Contains(Note, Minpack.RunOn(rates, fit).Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Note, Minpack.RunOn(Csv, fit).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_are_fitted_by_their_deviance()
    {
        string zero = Csv.Replace("8,1", "8,0", StringComparison.Ordinal);
        double[] y = [.. Y];
        y[8] = 0;
        FitResult expected = CurveFit.Fit(
            Formula.Parse(Model), X, y, [("a", 50), ("b", 0.3)], new() { Counts = true });
        Run run = Minpack.Fit(zero, Model, "a=50,b=0.3", "--counts");
        Assert.Equal(expected.Estimates, run.Estimates);
        Assert.Equal(expected.StandardErrors, run.Values("standardError"));
        Run open = Minpack.RunOn(zero, "fit", "-", "--json", "--model", Model, "--counts");
        Assert.Equal(0, open.ExitCode);
        // From another start, to what the default tolerances leave.
        Assert.Equal(1, open.Estimates[0] / expected.Estimates[0], 1e-5);
        Assert.Contains(
            "y against x, as counts",
            Minpack.RunOn(zero, "fit", "-", "--model", Model, "--start", "a=50,b=0.3", "--counts").Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--weights y", "--weights: 'y' is not a rule. Write 1/y or 1/y^2.")]
    [InlineData("--weights sqrt(y)", "--weights: sqrt(y) is the standard deviation of a count. Write 1/y")]
    [InlineData("--weights 1/y --sigma x", "--weights contradicts --sigma")]
    [InlineData("--counts --sigma x", "--counts contradicts --sigma")]
    [InlineData("--counts --weights 1/y", "--counts contradicts --weights")]
    [InlineData("--counts --search", "--counts has no effect with --search")]
    [InlineData("--counts --loss huber", "--counts contradicts --loss")]
    [InlineData("--counts --bootstrap", "--bootstrap contradicts --counts, because its refits are least squares.")]
    public void Mistakes_are_named(string options, string complaint) => Assert.StartsWith(
        complaint, Minpack.Fit(Csv, Model, "a=50,b=0.3", options.Split(' ')).Complaint, StringComparison.Ordinal);

    [Fact]
    public void Rows_without_a_weight_or_below_zero_are_named_with_their_line()
    {
        Assert.Contains(
            "line 10: the value to fit is 0, which has no weight by 1/y.",
            Minpack.Fit(Csv.Replace("8,1", "8,0", StringComparison.Ordinal), Model, "a=50,b=0.3", "--weights", "1/y")
                .Complaint,
            StringComparison.Ordinal);
        Assert.Contains(
            "line 10: -1 in column y is no count.",
            Minpack.Fit(Csv.Replace("8,1", "8,-1", StringComparison.Ordinal), Model, "a=50,b=0.3", "--counts")
                .Complaint,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "--counts: give start values of all parameters, a, b, or of none.",
            Minpack.RunOn(Csv, "fit", "-", "--model", Model, "--counts", "--fix", "b=0.3").Complaint,
            StringComparison.Ordinal);
    }
}
