using System.Text.Json.Nodes;
using MinpackNet.Fitting;

namespace MinpackNet.Cli.Tests;

/// <summary>Quantities that follow from the parameters are reported with errors.</summary>
public sealed class DerivedTests
{
    private const string Csv = "x,y\n0,5.1\n1,3.0\n2,1.9\n3,1.2\n4,0.7\n5,0.4\n";
    private const string Model = "a*exp(-k*x)";

    private static readonly double[] X = [0, 1, 2, 3, 4, 5];
    private static readonly double[] Y = [5.1, 3.0, 1.9, 1.2, 0.7, 0.4];

    [Theory]
    [InlineData("c=a*x", "--tie: c would vary with the predictor in 'a*x'", "--start", "a=4,k=0.4")]
    [InlineData("c=a/2", "--tie: c follows from other parameters", "--start", "a=4,k=0.4", "--fix", "c=1")]
    [InlineData("c=a/2", "--tie: c follows from other parameters", "--start", "a=4,k=0.4,c=1")]
    [InlineData("c=a/2", "--tie: c follows from other parameters", "--bound", "c>0", "--start", "a=4,k=0.4")]
    public void A_tie_that_contradicts_is_told(string tie, string complaint, params string[] options) =>
        Assert.StartsWith(
            complaint,
            Minpack.RunOn(Csv, ["fit", "-", "--model", "a*exp(-k*x) + c", "--tie", tie, .. options]).Complaint,
            StringComparison.Ordinal);

    [Fact]
    public void They_are_in_the_document_and_in_the_report()
    {
        FitResult fit = CurveFit.Fit(
            Formula.Parse(Model),
            X,
            Y,
            [("a", 4), ("k", 0.4)]);
        DerivedQuantity expected = fit.Derive("log(2)/k", "half", 0.9);
        string[] derive = ["--derive", "half = log(2)/k", "--derive", "a/k", "--level", "0.9"];
        Run run = Minpack.Fit(Csv, Model, "a=4,k=0.4", derive);
        Assert.Equal(["half", "a/k"], run.Json["derived"]!.AsArray().Select(item => (string)item!["name"]!));
        Assert.Equal(expected.Value, Run.Number(run.Json["derived"]![0]!["value"]!));
        Assert.Equal(expected.StandardError, Run.Number(run.Json["derived"]![0]!["standardError"]!));
        Assert.Equal(expected.Interval.Upper, Run.Number(run.Json["derived"]![0]!["upper"]!));

        string report = Minpack.RunOn(
            Csv, ["fit", "-", "--model", Model, "--start", "a=4,k=0.4", .. derive]).Output;
        Assert.Matches(@"\nderived +value +std\. error +90 % from +to\r?\nhalf +1\.39\d", report);
    }

    [Theory]
    [InlineData("half=log(2)/q", "--derive: q is not a parameter of the formula. Its parameters are a, k.")]
    [InlineData("a=2*k", "--derive: a is there already. Give the quantity another name.")]
    [InlineData("half=log(2)/x", "--derive: x is not a parameter of the formula. Its parameters are a, k.")]
    [InlineData("half=log(2", "--derive: log(2: Expected")]
    [InlineData("half=", "--derive: : ")]
    [InlineData("", "--derive: : ")]
    public void Mistakes_are_named(string derive, string complaint) => Assert.StartsWith(
        complaint, Minpack.Fit(Csv, Model, "a=4,k=0.4", "--derive", derive).Complaint, StringComparison.Ordinal);

    [Fact]
    public void A_tied_parameter_is_reported_with_its_error()
    {
        Run run = Minpack.Fit(Csv, "a*exp(-k*x) + c", "a=4,k=0.4", "--tie", "c=a/1000", "--derive", "a+c");
        Assert.Equal(["a", "k"], run.Json["parameters"]!.AsArray().Select(item => (string)item!["name"]!));
        Assert.Equal(["c", "a+c"], run.Json["derived"]!.AsArray().Select(item => (string)item!["name"]!));
        Assert.Equal(run.Estimates[0] / 1000, Run.Number(run.Json["derived"]![0]!["value"]!), 1e-15);
    }

    [Theory]
    [InlineData("c", "--tie: 'c' is not a name and a formula.")]
    [InlineData("c=", "--tie: : ")]
    [InlineData("c=2*", "--tie: 2*: Expected")]
    [InlineData("q=a", "--tie: q cannot be tied: the parameters are a, k, c.")]
    [InlineData("c=2*c", "--tie: c is tied to itself. Tie it to others.")]
    public void A_tie_that_cannot_be_is_named(string tie, string complaint) => Assert.StartsWith(
        complaint,
        Minpack.Fit(Csv, "a*exp(-k*x) + c", "a=4,k=0.4", "--tie", tie).Complaint,
        StringComparison.Ordinal);

    [Fact]
    public void Profiles_are_added_when_asked_for()
    {
        IReadOnlyList<Interval> expected =
            CurveFit.Fit(Formula.Parse(Model), X, Y, [("a", 4), ("k", 0.4)]).ProfileIntervals(0.9);
        Run run = Minpack.Fit(Csv, Model, "a=4,k=0.4", "--profile", "--level", "0.9");
        Assert.Equal(expected.Select(interval => interval.Lower), run.Values("profileLower"));
        Assert.Equal(expected.Select(interval => interval.Upper), run.Values("profileUpper"));
        Assert.Null(Minpack.Fit(Csv, Model, "a=4,k=0.4").Json["parameters"]![0]!["profileLower"]);
        Assert.Matches(
            @"\nby profile likelihood +90 % from +to\r?\na +4\.\d+ +5\.\d+\r?\n",
            Minpack.RunOn(
                Csv, "fit", "-", "--model", Model, "--start", "a=4,k=0.4", "--profile", "--level", "0.9").Output);
        Assert.StartsWith(
            "--profile has no meaning with --loss",
            Minpack.Fit(Csv, Model, "a=4,k=0.4", "--profile", "--loss", "huber").Complaint,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Profiles_are_those_of_derived_quantities_too()
    {
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a*exp(-k*x) + c").Tie(("c", "a/1000")), X, Y, [("a", 4), ("k", 0.4)]);
        string[] derive = ["--tie", "c=a/1000", "--derive", "half=log(2)/k", "--derive", "a/k", "--level", "0.9"];
        Run run = Minpack.Fit(Csv, "a*exp(-k*x) + c", "a=4,k=0.4", [.. derive, "--profile"]);
        string[] formulas = ["a/1000", "log(2)/k", "a/k"];
        Interval[] expected = [.. formulas.Select(formula => fit.ProfileInterval(formula, 0.9))];
        JsonArray derived = run.Json["derived"]!.AsArray();
        Assert.Equal(
            expected, derived.Select(d => new Interval(
                Run.Number(d!["profileLower"]!), Run.Number(d["profileUpper"]!))));
        Assert.All(expected, interval => Assert.True(interval.Lower < interval.Upper));
        Assert.Null(Minpack.Fit(Csv, "a*exp(-k*x) + c", "a=4,k=0.4", derive).Json["derived"]![0]!["profileLower"]);
        Assert.Matches(
            @"\nby profile likelihood +90 % from +to\r?\na .*\nk .*\nc +0\.0.*\nhalf +1\..*\na/k +\d.*\n",
            Minpack.RunOn(
                Csv, ["fit", "-", "--model", "a*exp(-k*x) + c", "--start", "a=4,k=0.4", .. derive, "--profile"])
                .Output);
    }
}
