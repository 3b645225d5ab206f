using System.Text.Json.Nodes;

namespace MinpackNet.Cli.Tests;

/// <summary>Values that are not plain numbers, in columns that are used and in others.</summary>
public sealed class ValueTests
{
    [Theory]
    [InlineData("t;y\n1;3,5\n2;4.12\n3;5,25\n", "line 3: '4.12' has a decimal point, but '3,5' in line 2 has")]
    [InlineData("Datum;Wert\n29.01;3,1\n30.01;4,2\n", "line 2: '3,1' has a decimal comma, but '29.01' in line 2")]
    public void Both_decimal_marks_are_refused_unless_the_user_says_so(string csv, string complaint)
    {
        Run run = Minpack.RunOn(csv, "fit", "-", "--model", "a*x + b", "--start", "a=1,b=0");
        Assert.Contains(complaint, run.Complaint, StringComparison.Ordinal);
        Assert.Equal(2, Minpack.Fit(csv, "a*x + b", "a=1,b=0", "--decimal", "comma").Estimates.Length);
    }

    [Fact]
    public void Decimal_commas_in_a_column_that_is_not_used_leave_a_point_undecided() => Assert.Contains(
        "Give --decimal comma or --decimal point",
        Minpack.RunOn(
            "Zeit\tTemp\tZaehler\n1\t21,5\t1.412\n2\t22,5\t1.513\n3\t23,5\t980\n",
            "fit", "-", "--model", "a*x + b", "--start", "a=1,b=0", "--x", "Zeit", "--y", "Zaehler").Complaint,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Mean")]
    [InlineData("SD")]
    [InlineData("Std. Dev.:")]
    [InlineData("Total")]
    public void A_row_that_is_named_after_a_statistic_is_told(string name)
    {
        string csv = $"run,x,y\n1,1,2\n2,2,4\n3,3,6\n{name},2,4.5\n";
        string notes = $"{Minpack.Fit(csv, "a*x", "a=1", "--x", "x", "--y", "y").Json["input"]!["notes"]}";
        Assert.Contains("line 5", notes, StringComparison.Ordinal);
        Assert.Contains("--rows 3", notes, StringComparison.Ordinal);
        Assert.Equal([2], Minpack.Fit(csv, "a*x", "a=1", "--x", "x", "--y", "y", "--rows", "3").Estimates);
    }

    [Theory]
    [InlineData("1 keV 2\n500 keV 3\n1 MeV 4\n", "3: 'MeV' in column c2 is another unit than 'keV' in line 1")]
    [InlineData("E,unit,n\n1,ms,2\n5,,3\n1,s,4\n", "4: 's' in column unit is another unit than 'ms' in line 2")]
    [InlineData("1 2 A\n2 3 A\n3 4 um\n", "3: 'um' in column c3 is another unit than 'A' in line 1")]
    [InlineData("1,s,2\n5,s,3\n1,min,4\n", "3: 'min' in column c2 is another unit than 's' in line 1")]
    [InlineData("0.5 E-3 2\n1 E-3 3\n", "1: 'E-3' in column c2 seems to be the exponent of the number before it")]
    public void A_unit_beside_numbers_must_be_one(string text, string complaint) => Assert.StartsWith(
        $"standard input, line {complaint}",
        Minpack.RunOn(text, "fit", "-", "--model", "a*x", "--start", "a=1").Complaint,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("1 keV 2\n2 keV 4\n3 keV 6\n", "not used: c2")]
    [InlineData("1 2 A\n2 4 A\n3 6 B\n", null)]
    [InlineData("t,v,site\n1,2,m\n2,4,m\n1,2,mm\n2,4,mm\n", null, "--by", "site")]
    public void The_same_unit_and_other_letters_do_no_harm(string text, string? note, params string[] options)
    {
        Run run = Minpack.RunOn(text, ["fit", "-", "--model", "a*x", "--start", "a=1", .. options]);
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal(note is not null, run.Output.Contains("not used", StringComparison.Ordinal));
        Assert.Contains(note ?? "", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12 ‰", "is a share of a whole. Write the number alone, and its unit in the header")]
    [InlineData("12 percent", "is a share of a whole")]
    [InlineData("<0.01", "is a limit, not a value. To skip such rows, leave the field empty or give --missing \"<*\";")]
    [InlineData("> 1e3", "is a limit")]
    [InlineData("≥.5", "is a limit, not a value. To skip such rows, leave the field empty or give --missing \"≥*\"")]
    [InlineData("≤5", "is a limit")]
    [InlineData("below 1", "is a limit, not a value. To skip such rows, leave the field empty or give --missing \"bel")]
    [InlineData("$ 12.5", "has more in it than a number. Write 12.5, and units in the header")]
    [InlineData("2026-01-02", "is a date or a time. Write a number, such as the days or seconds since the first")]
    [InlineData("02.01.2026 10:30", "is a date or a time")]
    [InlineData("1/2/26", "is a date or a time")]
    [InlineData("2 Jan 2026", "is a date or a time")]
    [InlineData("10:30:00", "is a date or a time")]
    [InlineData("5-Jan", "is a date or a time")]
    [InlineData("12 kPa 30", "is not a finite number")]
    [InlineData("1.2 ± 0.3 mV", "has its error beside it. Write 1.2, and the error in a column of its own for")]
    [InlineData("5 mV", "has more in it than a number. Write 5, and units in the header")]
    [InlineData("12*", "has more in it than a number. Write 12")]
    [InlineData("1 000", "has separators between thousands. Write the number without them")]
    [InlineData("1_000.5", "has separators between thousands")]
    [InlineData("3×10^5", "has a power of ten in it. Write 3e5.")]
    [InlineData("3*10^5", "has a power of ten in it. Write 3e5.")]
    [InlineData("-3.5 x 10**-7", "has a power of ten in it. Write -3.5e-7.")]
    [InlineData("2·10⁻⁵", "has a power of ten in it. Write 2e-5.")]
    [InlineData("10^4", "has a power of ten in it. Write 1e4.")]
    [InlineData("4 × 10−3", "has a power of ten in it. Write 4e-3.")]
    [InlineData("1.5 e-3", "has a power of ten in it. Write 1.5e-3.")]
    [InlineData("1.5E +3", "has a power of ten in it. Write 1.5e3.")]
    [InlineData("1/2", "is a fraction. Write 0.5.")]
    [InlineData("-3 / 4", "is a fraction. Write -0.75.")]
    [InlineData("1/8", "is a fraction. Write 0.125.")]
    [InlineData("12⁄5", "is a fraction. Write 2.4.")]
    [InlineData("6/2026", "is a date or a time")]
    [InlineData("12/05", "is a date or a time")]
    [InlineData("1.5×10^400", "is not a finite number")]
    [InlineData("3k", "has a factor behind it. Write 3000.")]
    [InlineData("1.1k", "has a factor behind it. Write 1100.")]
    [InlineData("-2.5 k", "has a factor behind it. Write -2500.")]
    [InlineData("3M", "has more in it than a number. Write a factor as an exponent, such as e6, and a unit in the")]
    [InlineData("5m", "has more in it than a number. Write a factor as an exponent")]
    [InlineData("3 million", "has more in it than a number. Write a factor as an exponent")]
    [InlineData("1.0-03", "has an exponent without its letter. Write 1.0e-03.")]
    [InlineData("-2.5+12", "has an exponent without its letter. Write -2.5e+12.")]
    [InlineData(".25-103", "has an exponent without its letter. Write .25e-103.")]
    [InlineData("3×105", "is not a finite number")]
    [InlineData("5 to 6", "is not a finite number")]
    [InlineData("2^10", "is not a finite number")]
    [InlineData("1+2i", "is not a finite number")]
    [InlineData("2i", "is not a finite number")]
    [InlineData("3e", "is not a finite number")]
    [InlineData("1h30", "is not a finite number")]
    [InlineData("0b11", "is not a finite number")]
    [InlineData("1/0", "is not a finite number")]
    [InlineData("5 kg", "has more in it than a number. Write 5, and units in the header")]
    [InlineData("5 €", "has more in it than a number. Write 5, and units in the header")]
    [InlineData("five", "is not a finite number. Write numbers like -1.5e-3, and leave the field empty")]
    [InlineData("0x1F", "is not a finite number")]
    [InlineData("1e999", "is not a finite number")]
    public void A_value_is_refused_with_its_place_and_the_cure_only_where_it_is_used(string value, string complaint)
    {
        string csv = $"x,note,y\n0.5,1,2\n1.5,{value},4\n2,1,5\n";
        string[] fit = ["fit", "-", "--model", "a*x + b", "--start", "a=1,b=0", "--json", "--y"];
        Assert.StartsWith(
            $"standard input, line 3: '{value}' in column note {complaint}",
            Minpack.RunOn(csv, [.. fit, "note"]).Complaint,
            StringComparison.Ordinal);
        Assert.Equal([2, 1], Minpack.RunOn(csv, [.. fit, "y"]).Estimates.Select(estimate => Math.Round(estimate, 9)));
    }

    [Theory]
    [InlineData("OVER", "If it stands for no value, give --missing \"OVER\". If the line is not a row")]
    [InlineData("n. d.", "If it stands for no value, give --missing \"n. d.\".")]
    public void A_word_among_numbers_may_stand_for_none(string word, string cure)
    {
        string[] fit = ["fit", "-", "--model", "a*x + b", "--start", "a=1,b=0", "--json"];
        string csv = $"x,y\n0.5,2\n1,{word}\n1.5,4\n2,5\n";
        Assert.Contains(cure, Minpack.RunOn(csv, fit).Complaint, StringComparison.Ordinal);
        Assert.Equal(3, (int)Minpack.RunOn(csv, [.. fit, "--missing", word]).Json["input"]!["rows"]!);
    }

    [Theory]
    [InlineData("x,y,pipe\n0.5,2,5\"\n1.5,4,\"5\" tube\"\n2,5,\"old\n")]
    [InlineData("pipe,x,y\n5\",0.5,2\n5\" tube,1.5,4\n\"5\"\"\",2,5\n")]
    [InlineData("x,5\" pipe,y\n0.5,a\"b\"c,2\n1.5,\"a\"b,4\n2,\"\",5\n")]
    [InlineData("x;pipe;y\n0,5;5\";2\n1,5;6\";4\n2;7\";5\n")]
    [InlineData("z,x,y,z\na,0.5,2,b\na,1.5,4,b\na,2,5,b\n")]
    public void Quotes_and_names_in_columns_that_are_not_used_do_no_harm(string csv)
    {
        Run run = Minpack.Fit(csv, "a*x + b", "a=1,b=0");
        Assert.Equal(3, (int)run.Json["input"]!["rows"]!);
        Assert.Equal([2, 1], run.Estimates.Select(value => Math.Round(value, 9)));
    }

    [Theory]
    [InlineData("x,y\n0.5,2\n1.5,5\"\n2,5\n")]
    [InlineData("x,y\n0.5,2\n1.5,\"4\"0\n2,5\n")]
    [InlineData("x,y\n0.5,2\n1.5,\"4\n2,5\n")]
    [InlineData("pipe,x,y\na,0.5,2\n\"5,1.5,4\na,2,5\n")]
    public void A_quote_that_can_change_a_number_is_refused(string csv)
    {
        Run run = Minpack.RunOn(csv, "fit", "-", "--model", "a*x + b", "--start", "a=1,b=0");
        Assert.StartsWith(
            "standard input, line 3: a quote is misplaced or not closed in '", run.Complaint, StringComparison.Ordinal);
        Assert.EndsWith(
            "'. Correct or remove it, and put a field with line breaks on one line.",
            run.Complaint,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x;y\n1,000;2,5\n2,000;4,5\n4,000;8,5\n", 2, 0.5, "commas in numbers are read as decimal commas")]
    [InlineData("x;y\n0,500;2\n1,500;4\n2,000;5\n", 2, 1, "commas in numbers are read as decimal commas")]
    [InlineData("x,y\n1,\"3,0\"\n2,\"5,0\"\n3,\"7,0\"\n", 2, 1, "commas in numbers are read as decimal commas")]
    [InlineData("x\ty\n0.5\t1,000\n1.5\t3,000\n2\t4,000\n", 2000, 0, "separators between thousands")]
    [InlineData("x,y\n1,\"1,000\"\n2,\"2,000\"\n3,\"3,000\"\n", 1000, 0, "separators between thousands")]
    [InlineData("x,y\n1,\"1,000,000\"\n2,\"2,000,000\"\n", 1e6, 0, "separators between thousands")]
    [InlineData("x;y\n1;-1,000\n2;1,000,000\n", 1001000, -1002000, "commas in numbers are read as separators")]
    [InlineData("x;y\n1;1.000,5\n2;2.000,5\n3;3.000,5\n", 1000, 0.5, "points in numbers are read as separators")]
    [InlineData("x;y\n1;1.001\n2;2.001,5\n", 1000.5, 0.5, "points in numbers are read as separators")]
    [InlineData("x,y\n1,1'000\n2,2'000\n3,3'000\n", 1000, 0, "apostrophes and no-break or thin spaces in")]
    [InlineData("x;y\n1;1’000,5\n2;2’000,5\n3;3’000,5\n", 1000, 0.5, "apostrophes and no-break or thin spaces")]
    [InlineData("x;y\n1;1\u202f000,5\n2;2\u202f000,5\n", 1000, 0.5, "apostrophes and no-break or thin spaces")]
    [InlineData("x\ty\n1\t1\u00a0000\n2\t2\u00a0000.0\n", 1000, 0, "apostrophes and no-break or thin spaces")]
    [InlineData("x\ty\n1\t-1\u2009000\n2\t1\u2009000\u2009000e0\n", 1001000, -1002000, "apostrophes and no-break")]
    [InlineData("x;y\n1;1.000.000\n2;2.000\n", -998000, 1998000, "points in numbers are read as separators")]
    public void Other_numbers_tell_what_a_comma_or_a_point_means(string csv, double a, double b, string note)
    {
        Run run = Minpack.Fit(csv, "a*x + b", "a=1,b=0");
        Assert.Equal([a, b], run.Estimates.Select(value => Math.Round(value, 6)));
        Assert.Contains(
            run.Json["input"]!["notes"]!.AsArray(), item => ((string)item!).Contains(note, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("x;y\n1.500;4.000\n2.250;5.500\n", 2, 1, 2, 1000)]
    [InlineData("x;y\n1;2.000\n2;4.000\n", 2, 0, 2000, 0)]
    [InlineData("1.500;4.000\n2.250;5.500\n", 2, 1, 2, 1000)]
    [InlineData("x;y;remark\n1.500;4.000;No. 5\n2.250;5.500;No. 6\n", 2, 1, 2, 1000)]
    public void Three_decimals_alone_are_decimals_and_the_option_says_otherwise(
        string csv, double a, double b, double aWithComma, double bWithComma)
    {
        const string Note =
            "points in numbers are read as decimal points; give --decimal comma if they separate thousands";
        Run run = Minpack.Fit(csv, "a*x + b", "a=1,b=0");
        Assert.Equal([a, b], Rounded(run));
        Assert.Single(run.Json["input"]!["notes"]!.AsArray(), note => (string)note! == Note);
        Assert.Equal([aWithComma, bWithComma], Rounded(Minpack.Fit(csv, "a*x + b", "a=1,b=0", "--decimal", "comma")));
        Run point = Minpack.Fit(csv, "a*x + b", "a=1,b=0", "--decimal", "point");
        Assert.Equal([a, b], Rounded(point));
        Assert.DoesNotContain(point.Json["input"]!["notes"]!.AsArray(), note => (string)note! == Note);
    }

    [Theory]
    [InlineData("x;y\n1.500;4.000\n2.25;5.500\n")]
    [InlineData("x;y\n0.500;2.000\n2.250;5.500\n")]
    [InlineData("x;y\n1500.000;3001.000\n2.250;5.500\n")]
    [InlineData("x,y\n1.500,4.000\n2.250,5.500\n")]
    [InlineData("x\ty\n1.500\t4.000\n2.250\t5.500\n")]
    [InlineData("x y\n1.500 4.000\n2.250 5.500\n")]
    [InlineData("x|y\n1.500|4.000\n2.250|5.500\n")]
    [InlineData("dy;x;y\n0.5;1.500;4.000\n0.5;2.250;5.500\n")]
    public void Points_that_can_only_be_decimal_need_no_note(string csv)
    {
        Run run = Minpack.Fit(csv, "a*x + b", "a=1,b=0");
        Assert.Equal([2, 1], Rounded(run));
        Assert.DoesNotContain("points", run.Json["input"]!["notes"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x\ty\n1,000\t3,000\n2,000\t5,000\n", "line 2: '1,000' in column x", 2, 1, 2, 1000)]
    [InlineData("x;y\n1;2,000\n2;4,000\n", "line 2: '2,000' in column y", 2, 0, 2000, 0)]
    [InlineData("x;y\n1;NA\n0,5;1.000\n1,5;2.000\n", "line 3: '1.000' in column y", 1000, 500, 1, 0.5)]
    public void A_number_that_can_mean_two_is_refused_and_settled_by_an_option(
        string csv, string place, double a, double b, double aWithPoint, double bWithPoint)
    {
        string[] fit = ["fit", "-", "--model", "a*x + b", "--start", "a=1,b=0", "--json"];
        Run refused = Minpack.RunOn(csv, fit);
        Assert.StartsWith(
            $"standard input, {place} may have a decimal mark", refused.Complaint, StringComparison.Ordinal);
        Assert.EndsWith("Give --decimal comma or --decimal point.", refused.Complaint, StringComparison.Ordinal);
        Assert.Equal([a, b], Rounded(Minpack.RunOn(csv, [.. fit, "--decimal", "comma"])));
        Assert.Equal([aWithPoint, bWithPoint], Rounded(Minpack.RunOn(csv, [.. fit, "--decimal", "point"])));
    }

    [Theory]
    [InlineData("x\ty\n1 000\t2\n2 000\t3\n", "line 2: '1 000' in column x has separators between thousands")]
    [InlineData("x;y\n1;2 000,5\n2;3 000,5\n", "line 2: '2 000,5' in column y has separators between thousands")]
    [InlineData("x,y\n1,3\n2,5\nx,y\n4,9\n", "line 4: 'x' in column x is not a finite number. Write numbers")]
    public void A_row_is_not_taken_for_something_else(string csv, string complaint) => Assert.StartsWith(
        $"standard input, {complaint}",
        Minpack.RunOn(csv, "fit", "-", "--model", "a*x + b", "--start", "a=1,b=0").Complaint,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("x,y\n0,5,2\n1,5,4\n2,5,5\n")]
    [InlineData("x,y\n1,5,2\n2,5,4\n3,0,5\n")]
    [InlineData("t,u,v\n0,5,2,7\n1,5,4,7\n2,0,5,8\n")]
    [InlineData("x,y\n1,5\n2,5,4\n")]
    [InlineData("x,y\n1,5,2,5\n2,5,4,5\n3,5,6,5\n")]
    [InlineData("1,5,2,5\n2,5,4,1\n3,1,5,7\n")]
    [InlineData("1,5,2,5\n2,5,4,5\n3,5,6,5\n")]
    [InlineData("0,5,2\n0,7,4\n0,9,5\n")]
    [InlineData("a title\n-1,5,2,5,0,1\n2,5,4,1,0,1\n")]
    public void Decimal_commas_between_delimiting_commas_are_refused(string csv)
    {
        string[] fit = ["fit", "-", "--model", "a*x + b", "--start", "a=1,b=0", "--json"];
        Assert.Matches(
            "^standard input(, line [123])?: .*(otherwise|If commas are decimal,) put the numbers in quotes, or use "
            + "another delimiter.$",
            Minpack.RunOn(csv, fit).Complaint);
        Assert.StartsWith(
            "standard input: --decimal comma has no effect, because commas delimit the fields.",
            Minpack.RunOn(csv, [.. fit, "--decimal", "comma"]).Complaint,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.5,2.5,2.5\n2.5,3.5,4.1\n")]
    [InlineData("1;5;2\n2;5;4\n")]
    [InlineData("1, 5, 2\n2, 6, 4\n")]
    [InlineData("t,u,v\n1,5,2\n2,6,4\n")]
    public void Commas_that_only_delimit_are_not_taken_for_decimal_ones(string csv)
    {
        Run run = Minpack.RunOn(csv, "fit", "-", "--model", "a*x + b", "--start", "a=1,b=0");
        Assert.EndsWith("--sigma names standard deviations.", run.Complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"x\",\"y\"\n\"1\",1,3\n\"2\",2,5\n\"3\",4,9\n")]
    [InlineData("x,y\nA,1,3\nB,2,5\nC,4,9\n")]
    public void Names_of_rows_between_commas_are_told_from_decimal_commas(string csv) =>
        Assert.Equal([2, 1], Rounded(Minpack.Fit(csv, "a*x + b", "a=1,b=0")));

    [Theory]
    [InlineData("1,2\n3,4\n5,6\n", "comma", "--decimal comma has no effect, because commas delimit the fields")]
    [InlineData("x;y\n0.5;2\n1.5;4\n", "comma", "--decimal comma has no effect, because the numbers have decimal")]
    [InlineData("x;y\n0,5;2\n1,5;4\n", "point", "--decimal point has no effect, because the numbers have decimal")]
    [InlineData("x y\n0,5 2\n1,5 4\n", "point", "--decimal point has no effect")]
    public void A_decimal_mark_that_no_number_has_is_refused(string csv, string mark, string complaint) =>
        Assert.Contains(
            complaint,
            Minpack.RunOn(csv, "fit", "-", "--model", "a*x + b", "--start", "a=1,b=0", "--decimal", mark).Complaint,
            StringComparison.Ordinal);

    [Fact]
    public void A_value_longer_than_anyone_reads_is_cut()
    {
        string[] fit = ["fit", "-", "--model", "a*x + b", "--start", "a=1,b=0"];
        foreach (string value in (string[])["{0} mV", "{0}(5)", "{0}*10^5", "{0}", "five{0}", "1 {0}", "\"{0}"])
        {
            string text = value.Replace("{0}", new string('7', 5000), StringComparison.Ordinal);
            Assert.InRange(Minpack.RunOn($"x,y\n0.5,2\n1.5,{text}\n2,5\n", fit).Complaint.Length, 50, 300);
        }
    }

    private static IEnumerable<double> Rounded(Run run) => run.Estimates.Select(value => Math.Round(value, 6));
}
