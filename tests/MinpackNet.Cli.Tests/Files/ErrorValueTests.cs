using System.Globalization;
using System.Text.Json.Nodes;

namespace MinpackNet.Cli.Tests;

/// <summary>Values with their errors beside them, and percentages.</summary>
public sealed class ErrorValueTests
{
    private const string Decay = "a*exp(-b*t)";
    private const string Errors = "t,y\n0,5.1(2)\n1,3.0(1)\n2,1.90(8)\n3,1.2(1)\n4,0.70(5)\n5,0.4(1)\n";

    [Theory]
    [InlineData("2.31(5)", 2.31, 0.05)]
    [InlineData("-2.3(12)e-3", -2.3e-3, 1.2e-3)]
    [InlineData("2.310(15)", 2.31, 0.015)]
    [InlineData("12(3)", 12, 3)]
    [InlineData("12.3(1.5)", 12.3, 1.5)]
    [InlineData("1.2 ± 0.3", 1.2, 0.3)]
    [InlineData("1.2+/-3e-1", 1.2, 0.3)]
    [InlineData("\u22121.2+-0.3", -1.2, 0.3)]
    [InlineData("\"1,2 ± 0,3\"", 1.2, 0.3)]
    [InlineData("\"2,31(5)\"", 2.31, 0.05)]
    [InlineData("1.5D+02 ± 2.0D+00", 150, 2)]
    public void The_value_is_read_and_its_error_where_it_is_asked_for(string text, double value, double error)
    {
        string other = text.Contains(',') ? "\"1,5 ± 1e9\"" : "1.5 ± 1e9";
        string csv = $"y,z\n{text},1\n{other},1\n";
        Run run = Minpack.Fit(csv, "a", "a=1", "--y", "y", "--sigma", "y", "--absolute-sigma");
        Assert.Equal(value, run.Estimates[0], 1e-12 * Math.Abs(value));
        Assert.Equal(error, run.Values("standardError")[0], 1e-9 * error);
        Assert.Equal(
            (value + 1.5) / 2, Minpack.Fit(csv, "a", "a=1", "--y", "y").Estimates[0], 1e-12 * Math.Abs(value + 1.5));
    }

    [Fact]
    public void They_weigh_the_values_as_a_column_of_their_own_does()
    {
        // By curve_fit of SciPy 1.10.1 with sigma.
        double[] estimates = [5.01485448, 0.49121922];
        double[] errors = [0.07939709, 0.00881933];
        foreach (string name in (string[])["y", "error of y", "c2"])
        {
            Run run = Minpack.Fit(Errors, Decay, "a=4,b=0.4", "--sigma", name);
            Assert.All(run.Estimates.Zip(estimates), pair => Assert.Equal(pair.Second, pair.First, 1e-7));
            Assert.All(run.Values("standardError").Zip(errors), pair => Assert.Equal(pair.Second, pair.First, 1e-7));
        }
    }

    [Theory]
    [InlineData("--sigma", "y")]
    [InlineData("--sigma", "y", "--y", "y")]
    public void They_weigh_also_where_the_first_rows_have_none(params string[] options)
    {
        string plain = string.Concat(Enumerable.Range(0, 200).Select(row => $"{row},1\n"));
        Run late = Minpack.Fit($"t,y\n{plain}{Errors[4..]}", Decay, "a=4,b=0.4", options);
        Run alone = Minpack.Fit(Errors, Decay, "a=4,b=0.4", options);
        Assert.Equal(alone.Estimates, late.Estimates);
        Assert.Equal(alone.Values("standardError"), late.Values("standardError"));
    }

    [Fact]
    public void Errors_that_are_not_used_are_told_with_the_option_that_uses_them()
    {
        JsonNode notes = Minpack.Fit(Errors, Decay, "a=4,b=0.4").Json["input"]!["notes"]!;
        Assert.Equal(
            [
                "numbers in parentheses or behind ± are read as the errors of the values before them",
                "error of y is not used; if it has standard deviations, give --sigma 'error of y'",
            ],
            notes.AsArray().Select(note => (string)note!));
    }

    [Fact]
    public void A_row_without_an_error_is_skipped_and_counted()
    {
        JsonNode input = Minpack.Fit(
            "t,y\n0,5.1(2)\n1,3.0\n2,1.90(8)\n3,1.2(1)\n", Decay, "a=4,b=0.4", "--sigma", "y").Json["input"]!;
        Assert.Equal(3, (int)input["rows"]!);
        Assert.Equal("{\"error of y\":1}", input["notFinite"]!.ToJsonString());
    }

    [Fact]
    public void An_error_of_zero_is_refused() => Assert.Equal(
        "standard input, line 3: the standard deviation 0 by error of y is not positive. Correct it, or leave the row "
        + "out with --where.",
        Minpack.RunOn(
            "t,y\n0,5.1(2)\n1,3.0(0)\n2,1.90(8)\n", "fit", "-", "--model", Decay, "--sigma", "y").Complaint);

    [Theory]
    [InlineData("x;y\n1;2,31 ± 0,05\n2;4,62 ± 0,05\n3;8,234 ± 0,012\n")]
    [InlineData("x;y\n1;2,31(5)\n2;4,62(5)\n3;8,234(12)\n")]
    [InlineData("x;y\n1;2,310(50)\n2;4,620(50)\n3;8,234(12)\n", "--decimal", "comma")]
    public void Three_decimals_behind_a_comma_are_so_beside_an_error_where_that_is_known(
        string csv, params string[] options)
    {
        Run run = Minpack.Fit(csv, "a*x+b", "a=1,b=0", [.. options, "--sigma", "y", "--absolute-sigma"]);
        Run plain = Minpack.Fit(
            "x,y,s\n1,2.31,.05\n2,4.62,.05\n3,8.234,.012\n", "a*x+b", "a=1,b=0", "--sigma", "s",
            "--absolute-sigma");
        Assert.Equal(plain.Estimates, run.Estimates);
        Assert.Equal(plain.Values("standardError"), run.Values("standardError"));
    }

    [Fact]
    public void An_error_in_percent_of_a_value_that_is_none_is_not_guessed() => Assert.Contains(
        "'10.0 ± 5%' in column y has its error beside it, of which it is not clear whether it is a share of the value",
        Minpack.RunOn("x,y\n1,10.0 ± 5%\n2,20.1 ± 5%\n", "fit", "-", "--model", "a*x").Complaint,
        StringComparison.Ordinal);

    [Fact]
    public void A_comma_that_may_separate_thousands_is_too_unclear_beside_an_error() => Assert.Contains(
        "'1,234(5)' in column y has its error beside it. Write 1,234, and the error in a column of its own",
        Minpack.RunOn("t;y\n0;1,234(5)\n1;2,5\n2;2,6\n", "fit", "-", "--model", "a*t+b").Complaint,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("x,y\n1,10 %\n2,20%\n3,30 %\n", 10)]
    [InlineData("x;y\n1;10,5 %\n2;21\u00a0%\n3;31,5%\n", 10.5)]
    [InlineData("x;y\n1;1,05e1 %\n2;21(1) %\n3;31,5%\n", 10.5)]
    public void Percentages_are_the_numbers_before_the_sign(string csv, double slope)
    {
        Run run = Minpack.Fit(csv, "a*x", "a=1");
        Assert.Equal(slope, run.Estimates[0], 1e-9);
        Assert.Contains(
            "percentages are read as the numbers before the sign: 12 % as 12",
            run.Json["input"]!["notes"]!.AsArray().Select(note => (string)note!));
    }

    [Theory]
    [InlineData("x,y\n1,10 %\n2,0.2\n", 2, "10 %")]
    [InlineData("x,y\n1,0.1\n2,20%\n3,0.3\n", 3, "20%")]
    public void A_column_with_some_of_them_is_refused(string csv, int line, string text) => Assert.Equal(
        string.Create(
            CultureInfo.InvariantCulture,
            $"standard input, line {line}: '{text}' in column y is a percentage, but not all values in its column are. "
            + $"Write them all alike."),
        Minpack.RunOn(csv, "fit", "-", "--model", "a*x").Complaint);

    [Fact]
    public void Relative_errors_in_percent_are_not_taken_for_absolute_ones()
    {
        const string Csv = "x,y,dy\n1,10,5 %\n2,21,10 %\n3,29,2 %\n";
        const string Option = "--sigma \"c2*c3/100\"";
        Assert.EndsWith(
            $"give {Option}.",
            Minpack.RunOn(Csv, "fit", "-", "--model", "a*x", "--sigma", "dy").Complaint,
            StringComparison.Ordinal);
        Assert.Equal(
            Minpack.Fit("x,y,dy\n1,10,.5\n2,21,2.1\n3,29,.58\n", "a*x", "a=1", "--sigma", "dy").Estimates[0],
            Minpack.Fit(Csv, "a*x", "a=1", "--sigma", "c2*c3/100").Estimates[0],
            1e-12);
    }

    [Fact]
    public void Percentages_over_numbers_are_names()
    {
        Run run = Minpack.Fit("c,0%,10%\n1,2.2,3\n2,4.1,6\n3,6,9\n", "a*x", "a=1", "--x", "c", "--y", "10%");
        Assert.Equal(3, run.Estimates[0], 1e-12);
        run = Minpack.Fit("0%,10%\n1,3\n2,6\n3,9\n", "a*x", "a=1", "--x", "0%", "--y", "10%");
        Assert.Equal(3, run.Estimates[0], 1e-12);
        Assert.Contains(
            "the first row ('0%,10%') is read as the names of the columns",
            run.Json["input"]!["notes"]!.AsArray().Select(note => (string)note!));
    }

    [Fact]
    public void Labels_that_look_so_stay_labels()
    {
        Run run = Minpack.Fit(
            "run,x,y\n1(1),1,2\n1(1),2,4\n1(2),1,3\n1(2),2,6\n", "a*x", "a=1", "--set", "run", "--x", "x", "--y", "y");
        Assert.Equal([2, 3], run.Estimates.Select(value => Math.Round(value, 9)));
    }
}
