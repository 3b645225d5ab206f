using System.Text.Json.Nodes;
using MinpackNet.Fitting;

namespace MinpackNet.Cli.Tests;

/// <summary>Several data sets in one file, with parameters in common.</summary>
public sealed class SetTests
{
    private const string Csv =
        "run,t,c,s\n5 mM,0,5.1,1\n5 mM,1,3.0,1\n5 mM,2,1.9,2\nwarm,0,8.2,1\nwarm,1,5.0,1\nwarm,2,3.0,1\n"
        + "5 mM,3,1.2,1\n5 mM,4,0.7,1\n5 mM,5,0.4,1\nwarm,3,1.8,1\nwarm,4,1.1,1\nwarm,5,0.7,2\n";

    private const string Model = "a*exp(-k*t)";

    private static readonly double[] T = [0, 1, 2, 3, 4, 5];
    private static readonly FitDataSet[] Sets =
    [
        new(Predictors.FromColumns(("t", T)), [5.1, 3.0, 1.9, 1.2, 0.7, 0.4], "5 mM", [1, 1, 2, 1, 1, 1]),
        new(Predictors.FromColumns(("t", T)), [8.2, 5.0, 3.0, 1.8, 1.1, 0.7], "warm", [1, 1, 1, 1, 1, 2]),
    ];

    [Theory]
    [InlineData("a=1,k=1")]
    [InlineData(null)]
    public void They_are_fitted_together_as_in_the_library(string? start)
    {
        Formula formula = Formula.Parse(Model, ["t"]);
        GlobalFit expected = start is null
            ? CurveFit.FitGlobal(formula, Sets, ["k"])
            : CurveFit.FitGlobal(formula, Sets, ["k"], [("a", 1), ("k", 1)]);
        string[] options = ["--set", "run", "--shared", "k", "--sigma", "s", "--y", "c", "--derive", "half=log(2)/k",
            "--derive", "ratio=a_5_mM/a_warm", "--derive", "tenth=a/10", "--derive", "a/2"];
        Run run = Minpack.RunOn(
            Csv,
            ["fit", "-", "--json", "--model", Model, .. start is null ? [] : (string[])["--start", start], .. options]);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            ["k", "a_5_mM", "a_warm"], run.Json["parameters"]!.AsArray().Select(item => (string)item!["name"]!));
        Assert.Equal(expected.Fit.Estimates, run.Estimates);
        Assert.Equal(expected.Fit.StandardErrors, run.Values("standardError"));
        Assert.Equal("run", (string)run.Json["input"]!["set"]!);
        Assert.Equal(["5 mM", "warm"], run.Json["sets"]!.AsArray().Select(set => (string)set!["name"]!));
        Assert.Equal(6, (int)run.Json["sets"]![1]!["rows"]!);
        Assert.Equal(expected.Sets[1].ChiSquared, Run.Number(run.Json["sets"]![1]!["chiSquared"]!));
        Assert.Equal(expected.Sets[1]["a"].Value, Run.Number(run.Json["sets"]![1]!["parameters"]!["a"]!));
        Assert.Equal(
            ["half", "ratio", "tenth_5_mM", "tenth_warm", "a/2 (5_mM)", "a/2 (warm)"],
            run.Json["derived"]!.AsArray().Select(item => (string)item!["name"]!));
        Assert.Equal(expected.Sets[1]["a"].Value / 10, Run.Number(run.Json["derived"]![3]!["value"]!), 1e-12);
    }

    [Fact]
    public void The_report_tells_the_sets_and_draws_their_curves()
    {
        string report = Minpack.RunOn(
            Csv,
            ["fit", "-", "--model", Model, "--start", "a=1,k=1", "--set", "run", "--shared", "k", "--y", "c"]).Output;
        Assert.Contains("2 data sets by run", report, StringComparison.Ordinal);
        Assert.Contains("c   o data  ⠒ fit", report, StringComparison.Ordinal);
        Assert.Contains("2 data sets with k in common", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Tied_parameters_and_quantities_of_models_are_those_of_each_set()
    {
        Run run = Minpack.RunOn(
            Csv.Replace("5 mM", "cold", StringComparison.Ordinal),
            "fit", "-", "--json", "--model", "decay", "--x", "t", "--y", "c", "--set", "run", "--shared", "amplitude");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            ["half_life_cold", "half_life_warm", "lifetime_cold", "lifetime_warm"],
            run.Json["derived"]!.AsArray().Select(item => (string)item!["name"]!));
        Run tied = Minpack.RunOn(
            Csv, "fit", "-", "--json", "--model", "a*exp(-k*t) + b", "--y", "c", "--set", "run", "--shared", "k",
            "--tie", "b=a/1000");
        Assert.Equal(
            ["b_5_mM", "b_warm"], tied.Json["derived"]!.AsArray().Select(item => (string)item!["name"]!));
    }

    [Fact]
    public void A_bootstrap_has_the_quantities_of_each_set()
    {
        Run run = Minpack.RunOn(
            Csv, "fit", "-", "--json", "--model", "a*exp(-k*t) + b", "--y", "c", "--set", "run", "--shared", "k",
            "--start", "a=4,k=0.5", "--tie", "b=a/1000", "--derive", "half=a/2", "--bootstrap", "100");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            ["b_5_mM", "b_warm", "half_5_mM", "half_warm"],
            run.Json["bootstrap"]!["derived"]!.AsArray().Select(item => (string)item!["name"]!));
    }

    [Fact]
    public void What_is_said_of_one_set_holds_there_instead_of_what_is_said_of_all()
    {
        Run run = Fit("--start", "k=0.4,a=2,a_5_mM=3", "--bound", "a=0..9", "--bound", "a_warm=0..8");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal([0.4, 3, 2], run.Values("start"));
        Assert.Equal(8, run.Estimates[2]);
        Assert.Equal(
            ["a_5_mM", "a_warm"], run.Json["bounds"]!.AsArray().Select(bound => (string)bound!["name"]!));
        Assert.Equal([0.4, 3, 5], Fit("--start", "k=0.4,a_5_mM=3", "--fix", "a_warm=5").Values("start"));
        Run fixedOne = Fit("--start", "k=0.4,a=3", "--fix", "a_warm");
        Assert.Equal(3, fixedOne.Estimates[2]);
        Assert.NotEqual(3, fixedOne.Estimates[1]);
        Assert.Equal([5, 7], Fit("--start", "k=0.4", "--fix", "a=5,a_warm=7").Estimates[1..]);
    }

    [Theory]
    [InlineData("--start", "--start: 'a_hot' is not a parameter of a data set. The parameters are k, a_5_mM, a_warm, ")]
    [InlineData("--fix", "--fix: 'a_hot' is not a parameter of a data set.")]
    [InlineData("--bound", "--bound: 'a_hot' is not a parameter of a data set.")]
    public void Parameters_of_sets_that_are_not_there_are_named_with_those_that_are(string option, string complaint) =>
        Assert.StartsWith(
            complaint, Fit("--start", "k=1,a=1", option, "a_hot=1..1"[..^(option == "--bound" ? 0 : 3)]).Complaint,
            StringComparison.Ordinal);

    [Fact]
    public void Start_values_of_some_sets_only_and_those_outside_bounds_are_refused()
    {
        Assert.EndsWith(
            "such as a=1, or for one, such as a_warm=1, or of none: a_warm has none.",
            Fit("--start", "k=1,a_5_mM=1").Complaint,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "--start: a_warm = 9 is outside its bounds, 0 <= a_warm <= 8.",
            Fit("--start", "k=1,a=9", "--bound", "a_warm=0..8").Complaint,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "--fix: all parameters are fixed",
            Fit("--fix", "k=1,a_warm=9,a_5_mM=3").Complaint,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "--start: 'q' is not a parameter of the formula.", Fit("--start", "k=1,q=9").Complaint,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "--set, --model: a_warm is the name of two parameters",
            Minpack.RunOn(
                Csv, "fit", "-", "--model", "a + a_warm*t", "--start", "a=1,a_warm=1", "--set", "run", "--shared",
                "a_warm", "--y", "c").Complaint,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_that_are_the_same_number_are_one_set_if_all_are_numbers()
    {
        const string Numbers = "run,t,c\n1,0,5.1\n2,0,8.2\n1.0,1,3.0\n2e0,1,5.0\n1.00,2,1.9\n2,2,3.0\n";
        string[] fit = ["fit", "-", "--json", "--model", Model, "--set", "run", "--shared", "k", "--y", "c"];
        Run run = Minpack.RunOn(Numbers, fit);
        Assert.Equal(["1", "2"], run.Json["sets"]!.AsArray().Select(set => (string)set!["name"]!));
        Assert.Contains(
            "data sets whose labels are the same number are one: 1.0 as 1, 1.00 as 1, 2e0 as 2",
            run.Json["input"]!["notes"]!.AsArray().Select(note => (string)note!));
        Run plain = Minpack.RunOn(
            Numbers.Replace("1.0", "1", StringComparison.Ordinal).Replace("10", "1", StringComparison.Ordinal)
                .Replace("2e0", "2", StringComparison.Ordinal),
            fit);
        Assert.Equal(plain.Estimates, run.Estimates);
        Assert.DoesNotContain(
            plain.Json["input"]!["notes"]!.AsArray(), note => ((string)note!).Contains("same number"));

        // Versions, not numbers.
        Run versions = Minpack.RunOn(
            Numbers.Replace("2e0", "2b", StringComparison.Ordinal), [.. fit, "--start", "k=0.5,a=5"]);
        Assert.Equal(
            ["1", "2", "1.0", "2b", "1.00"], versions.Json["sets"]!.AsArray().Select(set => (string)set!["name"]!));
    }

    [Theory]
    [InlineData("--shared k", "--shared has no effect without --set.")]
    [InlineData("--set run --shared q", "--shared: 'q' is not a parameter of the formula. Its parameters are a, k.")]
    [InlineData("--set run --shared k,k", "--shared: k is there twice.")]
    [InlineData("--set nothing", "--set: there is no column 'nothing'.")]
    [InlineData("--set c --y c", "The column c cannot be fitted, because it has another role")]
    [InlineData("--set run --derive q*a", "--derive: q is not a parameter of the formula.")]
    [InlineData("--set run --tie a_warm=2", "--tie: a_warm is a parameter of one data set, and a tie holds in all.")]
    [InlineData("--set run --tie k=a_warm/9", "--tie: a_warm is a parameter of one data set, and a tie holds in all.")]
    [InlineData(
        "--set run --json --contour a,k",
        "--contour: a is not a parameter of the fit. Its parameters are a_5_mM, k_5_mM, a_warm, k_warm.")]
    [InlineData("--set run --json --contour a_warm,k_warm --fix k_warm=1", "--contour: k_warm is fixed.")]
    public void Mistakes_are_named(string options, string complaint)
    {
        string[] more = options.Split(' ');
        string[] y = more.Contains("--y") ? [] : ["--y", "c"];
        Run run = Minpack.RunOn(Csv, ["fit", "-", "--model", Model, "--start", "a=1,k=1", .. y, .. more]);
        Assert.StartsWith(complaint, run.Complaint, StringComparison.Ordinal);
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public void Regions_are_those_of_the_fit_of_all_sets()
    {
        GlobalFit fit = CurveFit.FitGlobal(Formula.Parse(Model, ["t"]), [.. Sets.Select(set => new FitDataSet(
            set.X, set.Y, set.Name))], ["k"]);
        Contour expected = fit.Fit.ProfileContour("k", "a_warm");
        Assert.True(expected.IsClosed);
        JsonNode contour = Fit("--contour", "k,a_warm").Json["contours"]![0]!;
        Assert.Equal(
            expected.Points.Select(point => point.Second),
            contour["points"]!.AsArray().Select(point => Run.Number(point![1]!)));
    }

    [Fact]
    public void Starts_of_some_parameters_too_few_rows_and_rows_without_a_set_are_refused()
    {
        Assert.StartsWith(
            "--start, --fix: with --set, give values of all parameters",
            Minpack.RunOn(
                Csv, "fit", "-", "--model", Model, "--start", "a=1", "--search", "--y", "c", "--set", "run").Complaint,
            StringComparison.Ordinal);
        Assert.Contains(
            "2 data sets have 4 parameters to fit but only 3 usable rows",
            Minpack.RunOn(
                "run,t,c\nA,0,1\nA,1,2\nB,0,1\n", "fit", "-", "--model", Model, "--start", "a=1,k=1", "--set", "run")
                .Complaint,
            StringComparison.Ordinal);
        Assert.Contains(
            "line 3: there is no value in column run",
            Minpack.RunOn(
                "run,t,c\nA,0,1\n,1,2\nB,0,1\n", "fit", "-", "--model", Model, "--start", "a=1,k=1", "--set", "run")
                .Complaint,
            StringComparison.Ordinal);
    }

    private static Run Fit(params string[] options) => Minpack.RunOn(
        Csv, ["fit", "-", "--json", "--model", Model, "--set", "run", "--shared", "k", "--y", "c", .. options]);
}
