using System.Globalization;
using System.Text.Json.Nodes;

namespace MinpackNet.Cli.Tests;

/// <summary>Columns by formulas, and rows by conditions.</summary>
public sealed class ComputedColumnTests
{
    private const string Arrhenius =
        "T (C),T,k,s\n20,20,0.1,0.01\n40,40,0.35,0.03\n60,60,1.05,0.1\n80,80,2.8,0.3\n100,100,,1\n120,120,14,1.5\n";

    [Fact]
    public void Columns_are_transformed_by_formulas_of_names_and_places()
    {
        Run run = Minpack.Fit(
            Arrhenius, "a + b*x", "a=1,b=-1", "--x", "1000/(T+273.15)", "--y", "log(c3)", "--sigma", "s/k",
            "--absolute-sigma");
        (double[] x, double[] y, double[] sigma) = Expected();
        (double a, double b) = Line(x, y, sigma);
        Assert.Equal(a, run.Estimates[0], 1e-8 * Math.Abs(a));
        Assert.Equal(b, run.Estimates[1], 1e-8 * Math.Abs(b));
        JsonNode input = run.Json["input"]!;
        Assert.Equal("1000/(T+273.15)", (string)input["x"]!["x"]!);
        Assert.Equal("log(c3)", (string)input["y"]!);
        Assert.Equal(1, (int)input["skippedRows"]!);
        Assert.Equal("{\"log(c3)\":1}", input["missing"]!.ToJsonString());
        Assert.Equal(["not used: T (C)"], input["notes"]!.AsArray().Select(note => (string)note!));
    }

    [Fact]
    public void Rows_without_a_value_of_the_formula_are_skipped_and_counted()
    {
        JsonNode input = Minpack.Fit(
            "x,y\n0,1\n1,2\n2,0\n3,4\n", "a + b*x", "a=1,b=1", "--y", "log(y)").Json["input"]!;
        Assert.Equal(3, (int)input["rows"]!);
        Assert.Equal("{\"log(y)\":1}", input["notFinite"]!.ToJsonString());
    }

    [Theory]
    [InlineData("ok == 1")]
    [InlineData("ok==1")]
    [InlineData("(ok == 1)")]
    public void A_condition_of_equality_needs_no_parentheses(string condition) => Assert.Equal(
        2, (int)Minpack.Fit("x,y,ok\n1,2,1\n2,4,1\n3,9,0\n", "a*x", "a=1", "--where", condition, "--y", "y", "--x", "x")
            .Json["input"]!["rows"]!);

    [Theory]
    [InlineData("d < 2024-02-29")]
    [InlineData("d > 31.01.2024")]
    [InlineData("d < 12:30")]
    public void A_date_in_a_condition_is_not_taken_for_a_difference(string condition) => Assert.Contains(
        "has a date or a time, but conditions compare numbers",
        Minpack.RunOn(
            "d,y\n2024-01-30,2\n2024-02-01,4\n2024-03-01,5\n", "fit", "-", "--model", "a*x+b", "--where", condition)
            .Complaint,
        StringComparison.Ordinal);

    [Fact]
    public void Rows_are_left_out_by_conditions_and_counted_in_words()
    {
        const string Csv = "x,y,q\n0,9,1\n1,3,1\n2,5,1\n3,7,1\n4,9,0\n5,11,\n6,1e3,1\n";
        Run run = Minpack.Fit(Csv, "a + b*x", "a=0,b=1", "--where", "x>0", "--where", "(c1 < 5.5)*q == 1");
        Assert.Equal([1, 2], run.Estimates.Select(value => Math.Round(value, 9)));
        Assert.Contains(
            "3 rows left out by --where x>0 and (c1 < 5.5)*q == 1, and 1 without a value for it",
            run.Json["input"]!["notes"]!.AsArray().Select(note => (string)note!));
        Assert.Equal(0, (int)run.Json["input"]!["skippedRows"]!);
    }

    [Fact]
    public void Groups_and_data_sets_and_comparisons_have_them_too()
    {
        const string Csv = "x,y,g\n1,9,a\n2,36,a\n3,81,a\n9,1,a\n1,4,b\n2,16,b\n3,36,b\n9,1,b\n9,1,c\n";
        string[] options = ["--y", "sqrt(y)", "--where", "x < 5"];
        string[] lines = Minpack.RunOn(
            Csv, ["fit", "-", "--model", "a*x", "--start", "a=1", "--by", "g", .. options]).Output.Split('\n');
        Assert.StartsWith("a,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",3,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",2,", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("c,0,", lines[3], StringComparison.Ordinal);
        double[] estimates = Minpack.Fit(Csv, "a*x", "a=1", ["--set", "g", .. options]).Estimates;
        Assert.Equal([3, 2], estimates.Select(value => Math.Round(value, 9)));
        Assert.Contains(
            "sqrt(y) against x",
            Minpack.RunOn(
                Csv, ["compare", "-", "--model", "a*x", "--model", "a*x+b", .. options]).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Predicted_rows_have_the_same_formulas()
    {
        using Workspace files = new();
        string data = files.Write("data.csv", "T,k\n1,3\n2,2\n4,1.5\n");
        string more = files.Write("more.csv", "k,T\n,8\n,0.5\n");
        Run run = Minpack.Run(
            "fit", data, "--model", "a + b*x", "--start", "a=0,b=1", "--x", "1/T", "--y", "k", "--predict", more,
            "--out", files["out.csv"]);
        Assert.Equal(ExitCode.Success, run.ExitCode);
        string[][] lines = [.. File.ReadLines(files["out.csv"]).Select(line => line.Split(','))];
        Assert.Equal("1/T", lines[0][0]);
        Assert.Equal(1.25, double.Parse(lines[1][1], CultureInfo.InvariantCulture), 1e-9);
        Assert.Equal(5, double.Parse(lines[2][1], CultureInfo.InvariantCulture), 1e-9);
    }

    [Fact]
    public void What_cannot_be_understood_is_refused_with_the_columns()
    {
        const string Columns = " The columns are T (C), T, k, s.";
        string Complaint(params string[] options) => Minpack.RunOn(
            Arrhenius, ["fit", "-", "--model", "a*x", "--start", "a=1", "--y", "k", .. options]).Complaint;
        Assert.Equal("--x: there is no column 'q'." + Columns, Complaint("--x", "q"));
        Assert.Equal(
            "--x: there is no column '1/q'. As a formula, it has q in it, which is no column." + Columns,
            Complaint("--x", "1/q"));
        Assert.StartsWith(
            "--x: there is no column '1/(T'. As a formula, it is not understood: ", Complaint("--x", "1/(T"),
            StringComparison.Ordinal);
        Assert.Equal(
            "standard input: --where: 'T = 5' is no condition of columns, such as \"c1 > 5\".",
            Complaint("--x", "T", "--where", "T = 5").Split(" As a")[0]);
        Assert.Contains(
            "line 2: the standard deviation -0.1 by -k is not positive", Complaint("--x", "T", "--sigma", "-k"),
            StringComparison.Ordinal);
    }

    private static (double[] X, double[] Y, double[] Sigma) Expected()
    {
        double[] t = [20, 40, 60, 80, 120];
        double[] k = [0.1, 0.35, 1.05, 2.8, 14];
        double[] s = [0.01, 0.03, 0.1, 0.3, 1.5];
        return (
            [.. t.Select(value => 1000 / (value + 273.15))],
            [.. k.Select(value => Math.Log(value))],
            [.. s.Zip(k, (one, other) => one / other)]);
    }

    private static (double A, double B) Line(double[] x, double[] y, double[] sigma)
    {
        double[] w = [.. sigma.Select(value => 1 / (value * value))];
        double Sum(Func<int, double> term) => Enumerable.Range(0, x.Length).Sum(i => w[i] * term(i));
        double mean = Sum(i => x[i]) / Sum(_ => 1);
        double b = Sum(i => (x[i] - mean) * y[i]) / Sum(i => (x[i] - mean) * (x[i] - mean));
        return ((Sum(i => y[i]) / Sum(_ => 1)) - (b * mean), b);
    }
}
