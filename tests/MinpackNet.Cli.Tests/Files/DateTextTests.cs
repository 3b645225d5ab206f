using System.Globalization;
using System.Text.Json.Nodes;

namespace MinpackNet.Cli.Tests;

/// <summary>Dates and times as texts, which count from the first of them.</summary>
public sealed class DateTextTests
{
    [Theory]
    [InlineData("2024-01-31", "2024-02-01", "2024-02-03", "days from 2024-01-31")]
    [InlineData("2024/1/31", "2024/2/1", "2024/2/3", "days from 2024-01-31")]
    [InlineData("31.01.2024", "1.2.2024", "03.02.2024", "days from 2024-01-31, *")]
    [InlineData("31/01/2024", "01/02/2024", "03/02/2024", "days from 2024-01-31, with the day before the month")]
    [InlineData("01/31/2024", "02/01/2024", "02/03/2024", "days from 2024-01-31, with the month before the day")]
    [InlineData("31-Jan-2024", "01-Feb-2024", "3 February 2024", "days from 2024-01-31")]
    [InlineData("2024-01-31 06:00:00", "2024-02-01T06:00:00", "2024-02-03 06:00", "days from 2024-01-31 06:00:00")]
    [InlineData("2024-02-28 23:59:59.5", "2024-02-29 00:00:00.5", "2024-02-29 00:00:02.5",
        "seconds from 2024-02-28 23:59:59.5")]
    [InlineData("1/31/2024 11:59:59 AM", "1/31/2024 12:00:00 PM", "1/31/2024 12:00:02 PM",
        "seconds from 2024-01-31 11:59:59, with the month before the day")]
    [InlineData("2024-03-31T01:00:00+01:00", "2024-03-31T00:00:01Z", "2024-03-31T02:00:03+02:00",
        "seconds from 2024-03-31")]
    [InlineData("12:34:56.7", "12:34:57.7", "12:34:59.7", "seconds from 12:34:56.7")]
    [InlineData("25:00:00", "25:00:01", "25:00:03", "seconds from 25:00:00")]
    public void They_count_seconds_or_days_from_the_first(string one, string two, string three, string note)
    {
        foreach (string model in (string[])["a + b*x", "a + b*t"])
        {
            Run run = Minpack.Fit($"t,y\n{one},2\n{two},3\n{three},5\n", model, "a=1,b=0");
            Assert.Equal([2, 1], run.Estimates.Select(value => Math.Round(value, 6)));
            Assert.Equal("t", (string)run.Json["input"]!["x"]!.AsObject().Single().Value!);
            string said = (string)run.Json["input"]!["notes"]![0]!;
            Assert.StartsWith($"t counts {note.TrimEnd('*', ' ', ',')}", said, StringComparison.Ordinal);
            Assert.True(note.EndsWith('*') || said == $"t counts {note}", said);
        }
    }

    [Fact]
    public void The_order_of_day_and_month_is_asked_for_where_no_date_tells()
    {
        const string Csv = "t;y\n01/02/2024;2\n02/02/2024;3\n04/02/2024;5\n";
        Assert.Equal(
            "standard input, line 2: '01/02/2024' in column t may have the day or the month first, and the other dates "
            + "do not tell. Give --dates dmy or --dates mdy.",
            Complaint(Csv));
        Assert.Equal([2, 1], Rounded(Minpack.Fit(Csv, "a + b*x", "a=1,b=0", "--dates", "dmy")));
        Assert.Equal(
            "t counts days from 2024-01-02, with the month before the day",
            (string)Minpack.Fit(Csv, "a + b*x", "a=1,b=0", "--dates", "mdy").Json["input"]!["notes"]![0]!);
        Assert.Contains(
            "not all dates have the month before the day",
            Complaint("t,y\n13/01/2024,1\n01/13/2024,2\n01/14/2024,2\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Fits_at_other_dates_count_from_the_same_one()
    {
        using Workspace files = new();
        string data = files.Write("data.csv", "t,y\n2024-01-31,2\n2024-02-01,3\n2024-02-03,5\n");
        string more = files.Write("more.csv", "t\n2024-02-10\n2024-02-10T12:00\n");
        Assert.Equal(ExitCode.Success, Minpack.Run(
            "fit", data, "--model", "a + b*t", "--start", "a=0,b=1", "--predict", more, "--out", files["out.csv"])
            .ExitCode);
        string[][] lines = [.. File.ReadLines(files["out.csv"]).Select(line => line.Split(','))];
        Assert.Equal(12, double.Parse(lines[1][1], CultureInfo.InvariantCulture), 1e-9);
        Assert.Equal(12.5, double.Parse(lines[2][1], CultureInfo.InvariantCulture), 1e-9);
    }

    [Fact]
    public void Dates_in_a_file_to_predict_at_are_refused_where_the_fit_was_to_numbers()
    {
        using Workspace files = new();
        string data = files.Write("data.csv", "t,y\n0,2\n1,3\n3,5\n");
        string more = files.Write("more.csv", "t\n2024-02-10\n");
        Assert.Contains(
            "more.csv has dates or times in t, but the fit was to numbers",
            Minpack.Run("fit", data, "--model", "a + b*t", "--start", "a=0,b=1", "--predict", more).Complaint,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_of_workbooks_missing_ones_and_formulas_of_dates_are_read()
    {
        byte[] book = WorkbookFile.Of((
            "Data",
            WorkbookFile.Row(1, "date", "y") + WorkbookFile.Row(2, "@45322", 2) + WorkbookFile.Row(3, "@45323", 3)
            + WorkbookFile.Row(4, null, 9) + WorkbookFile.Row(5, "@45325", 5)));
        Run run = Minpack.Run(
            streams => streams with { OpenInput = () => new MemoryStream(book) }, "",
            ["fit", "-", "--model", "a + b*x", "--start", "a=1,b=0", "--json", "--x", "24*date", "--y", "y"]);
        Assert.Equal([2, 0.041667], Rounded(run));
        JsonNode input = run.Json["input"]!;
        Assert.Equal("date counts days from 2024-01-31", (string)input["notes"]![0]!);
        Assert.Equal(1, (int)input["skippedRows"]!);
    }

    [Theory]
    [InlineData("t,y\n2024-01-31,2\n2024-02-01,3\nsoon,5\n", "line 4: 'soon' in column t is no date or time as those")]
    [InlineData("t,y\n2024-01-31,2\n2024-02-01,3\n7,5\n", "line 4: '7' in column t is no date or time as those")]
    [InlineData("t,y\n2024-01-31,2\n12:00:00,3\n2024-02-02,5\n", "line 3: '12:00:00' in column t is a time without")]
    [InlineData("t,y\n23:59:59,2\n00:00:01,3\n00:00:02,5\n", "line 3: '00:00:01' in column t is much earlier than the")]
    [InlineData("t,y\n2024-02-30,2\n2024-02-31,3\n", "line 2: '2024-02-30' in column t is a date or a time")]
    [InlineData("t,y\n7,2\n2024-02-01,3\n", "line 3: '2024-02-01' in column t is a date or a time")]
    [InlineData("t,y\n1,2024-02-01\n2,2024-02-02\n3,2024-02-03\n", "y has dates or times, which only a predictor")]
    public void What_does_not_suit_is_refused(string csv, string complaint) =>
        Assert.Contains(complaint, Complaint(csv), StringComparison.Ordinal);

    private static string Complaint(string csv) =>
        Minpack.RunOn(csv, "fit", "-", "--model", "a + b*x", "--start", "a=1,b=0").Complaint;

    private static double[] Rounded(Run run) => [.. run.Estimates.Select(value => Math.Round(value, 6))];

    [Fact]
    public void A_column_of_dates_that_is_not_used_is_told() => Assert.Contains(
        "when has dates or times and is not used; to fit against it, give --x when",
        Minpack.Fit("when,p,y\n2024-01-01,1,3\n2024-01-02,2,5\n2024-01-03,4,9\n", "a*x + b", "a=1,b=0")
            .Json["input"]!["notes"]!.AsArray().Select(note => (string)note!));

    [Theory]
    [InlineData("2024-01-31;23:59:58\n2024-01-31;23:59:59\n2024-02-01;0:00:00", "2024-01-31 23:59:58")]
    [InlineData("31.01.24;23:59:58.0\n31.01.24;23:59:59.0\n01.02.24;00:00:00.0", "2024-01-31 23:59:58")]
    [InlineData("1/31/2024;11:59:58 PM\n1/31/2024;11:59:59 PM\n2/1/2024;12:00:00 AM", "2024-01-31 23:59:58")]
    [InlineData("2024/1/31;1:00:58\n;1:00\n2024/1/31;1:00:59\n2024/1/31;\n2024/1/31;1:01", "2024-01-31 01:00:58")]
    public void Dates_and_the_times_behind_them_are_one_predictor(string dates, string first)
    {
        string[] rows = dates.Split('\n');
        int[] y = [.. rows.Select((_, row) => 1 + (2 * rows.Take(row).Count(IsWhole)))];
        string csv = $"Date;Time;T\n{string.Join('\n', rows.Zip(y, (one, value) => $"{one};{value}"))}\n";
        foreach (string[] options in new string[][] { [], ["--x", "Date+Time"], ["--x", "Time + Date", "--y", "T"] })
        {
            Run run = Minpack.Fit(csv, "a*x + b", "a=1,b=0", options);
            Assert.Equal([2, 1], Rounded(run));
            string x = options.ElementAtOrDefault(1) ?? "Date+Time";
            Assert.Equal(x, (string)run.Json["input"]!["x"]!["x"]!);
            Assert.StartsWith(
                $"{x} counts seconds from {first}", (string)run.Json["input"]!["notes"]![0]!, StringComparison.Ordinal);
        }

        static bool IsWhole(string row) => !row.StartsWith(';') && !row.EndsWith(';');
    }

    [Fact]
    public void They_are_so_in_workbooks_and_groups()
    {
        byte[] book = WorkbookFile.Of((
            "Data",
            WorkbookFile.Row(1, "run", "Day", "Clock", "y")
            + WorkbookFile.Row(2, "a", "@45322", "@0.75", 1) + WorkbookFile.Row(3, "a", "@45323", "@0", 2.5)
            + WorkbookFile.Row(4, "a", "@45323", "@0.25", 4) + WorkbookFile.Row(5, "b", "@45325", "@0.5", 1)
            + WorkbookFile.Row(6, "b", "@45325", "@0.75", 2.5) + WorkbookFile.Row(7, "b", "@45326", "@0", 4)));
        Run run = Minpack.Run(
            streams => streams with { OpenInput = () => new MemoryStream(book) }, "",
            ["fit", "-", "--model", "a*x + b", "--start", "a=1,b=0", "--json", "--by", "run"]);
        Assert.All(run.Output.Trim().Split(Environment.NewLine), group => Assert.Equal(
            [6, 1],
            JsonNode.Parse(group)!["parameters"]!.AsObject().Select(one => Math.Round(Run.Number(one.Value!), 6))));
    }

    [Fact]
    public void They_are_so_in_predictions()
    {
        using Workspace workspace = new();
        string data = workspace.Write("data.csv", "Date,Time,y\n2024-01-31,23:59:58,1\n2024-02-01,0:00:00,5\n");
        string more = workspace.Write("more.csv", "Time,Date\n0:00:01,2024-02-01\n");
        string fitted = workspace["fitted.csv"];
        Minpack.Run("fit", data, "--model", "a*x + 1", "--start", "a=1", "--predict", more, "--out", fitted);
        string[] lines = File.ReadAllLines(fitted);
        Assert.StartsWith("Date+Time,fitted,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("3,7,", Assert.Single(lines[1..]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--x", "Date", "--y", "T")]
    [InlineData("--x", "U", "--y", "T")]
    public void Times_that_are_not_used_are_told_with_the_way_to_use_them(params string[] options) => Assert.Contains(
        "Time has times and is not used; to fit against dates and times, give --x 'Date+Time'",
        Minpack.Fit(
            "Date,Time,U,T\n2024-01-01,1:00,1,3\n2024-01-02,1:00,2,5\n2024-01-03,1:00,4,9\n", "a*x + b", "a=1,b=0",
            options).Json["input"]!["notes"]!.AsArray().Select(note => (string)note!));

    [Fact]
    public void A_date_is_offered_with_the_time_beside_it() => Assert.Contains(
        "Choose with --x, such as --x 'Date+Time';",
        Minpack.RunOn(
            "Date,Time,Temp,RH\n2024-01-01,1:00,20.5,50\n2024-01-01,2:00,20.7,51\n2024-01-01,3:00,20.9,53\n",
            "fit", "-", "--model", "a*x + b", "--start", "a=1,b=0", "--y", "c3").Complaint,
        StringComparison.Ordinal);

    [Fact]
    public void A_column_behind_the_observations_is_not_taken_instead_of_dates_before_them() => Assert.Contains(
        "the formula's x may be in when or U. Choose with --x, such as --x when;",
        Minpack.RunOn(
            "when,T,U\n2024-01-01,1,3\n2024-01-02,2,5\n", "fit", "-", "--model", "a*x + b", "--y", "T").Complaint,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("2024-01-31T01:00:00+01:00\n2024-01-31T03:00:00", "has no time zone, but others have one")]
    [InlineData("2024-01-31T01:00:00\n2024-01-31T03:00:00Z", "has a time zone, but others have none")]
    public void Zones_of_some_are_refused(string dates, string complaint) => Assert.Contains(
        complaint,
        Minpack.RunOn(
            $"t,y\n{dates.Replace("\n", ",1\n", StringComparison.Ordinal)},2\n", "fit", "-", "--model", "a*x")
            .Complaint,
        StringComparison.Ordinal);
}
