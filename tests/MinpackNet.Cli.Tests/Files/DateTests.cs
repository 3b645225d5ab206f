using System.Text.Json.Nodes;

namespace MinpackNet.Cli.Tests;

/// <summary>Dates written as numbers, which are no scale for a fit.</summary>
public sealed class DateTests
{
    private const string Advice = "Write numbers, such as the days or seconds since the first, or give --no-dates if "
        + "these are neither dates nor times.";

    [Theory]
    [InlineData("date", "yyyymmdd", "20240101", "20240115", "20240201")]
    [InlineData("x", "yyyymmdd", "18000101", "20240229", "21991231")]
    [InlineData("day", "yyyymmdd", "20231231", "20231230", "20231229")]
    [InlineData("t", "yyyymmdd", "20240101.0", "2.0240102e7", "20240103")]
    [InlineData("month", "yyyymm", "202311", "202312", "202401")]
    [InlineData("month", "yyyymm", "202001", "202101", "202204")]
    [InlineData("hour", "yyyymmddhh", "2024010100", "2024010112", "2024010223")]
    [InlineData("time", "yyyymmddhhmm", "202401010000", "202401011259", "202402012300")]
    [InlineData("time", "yyyymmddhhmmss", "20240101000000", "20240101125959", "20240201230001")]
    [InlineData("c1", "yyyymm", "202311", "202312", "202401")]
    [InlineData("date", "yymmdd", "240131", "240201", "240301")]
    [InlineData("MeasDate", "yymmdd", "50131", "50201", "50301")]
    [InlineData("day", "yymmdd", "231231", "240102", "240105")]
    [InlineData("Datum", "ddmmyyyy", "31012024", "15022024", "01032024")]
    [InlineData("day", "ddmmyyyy", "1012024", "2012024", "3012024")]
    [InlineData("date", "mmddyyyy", "01312024", "02152024", "03012024")]
    [InlineData("time", "hhmm", "0930", "0945", "1000")]
    [InlineData("hour", "hhmm", "930", "1000", "1030")]
    [InlineData("t", "hhmm", "0930", "0945", "1000")]
    [InlineData("when", "yymmdd", "050131", "050201", "050301")]
    [InlineData("uhrzeit", "hhmm", "0915", "1130", "1245")]
    [InlineData("time", "hhmmss", "103045", "113045", "123100")]
    [InlineData("timestamp", "yyyymmdd.f", "20240131.25", "20240201.5", "20240301")]
    [InlineData("day", "yyyymmdd.f", "20240101", "20240101.5", "20240102.75")]
    [InlineData("jahr", "yyyy.mm", "2023.11", "2023.12", "2024.01")]
    [InlineData("month", "yyyy.mm", "2022.10", "2023.1", "2024.02")]
    [InlineData("period", "yyyyq", "20233", "20234", "20241")]
    [InlineData("quarter", "yyyyq", "20001", "20012", "20023")]
    [InlineData("period", "yymm", "2311", "2312", "2401")]
    [InlineData("start_month", "mmyyyy", "112023", "122023", "012024")]
    public void They_are_refused_as_other_dates_are(string name, string form, string one, string two, string three)
    {
        string csv = $"{name},y\n{one},2\n{two},3\n{three},5\n";
        foreach (string model in (string[])["a + b*x", $"a + b*{name}"])
        {
            string complaint = Minpack.RunOn(csv, "fit", "-", "--model", model, "--start", "a=1,b=0").Complaint;
            Assert.StartsWith("standard input, line 2: '", complaint, StringComparison.Ordinal);
            Assert.Contains(
                $"in column {name} is a date or a time ({form}), as is every", complaint, StringComparison.Ordinal);
            Assert.EndsWith(Advice, complaint, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("NA")]
    public void A_late_row_without_one_does_not_make_numbers_of_the_others(string late)
    {
        string csv = $"t,y\n0930,2.5\n0945,3.5\n1000,5.5\n1015,6.5\n{late},7.5\n1030,8.5\n";
        string complaint = Minpack.RunOn(csv, "fit", "-", "--model", "a + b*x", "--start", "a=1,b=0").Complaint;
        Assert.Contains("in column t is a date or a time (hhmm)", complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("20240101", "20240115", "20240230")]
    [InlineData("20240101", "20240115", "20241301")]
    [InlineData("20240101", "20240115.5", "20240201")]
    [InlineData("17991231", "18000101", "18000102")]
    [InlineData("202401", "202402", "202412")]
    [InlineData("202312", "202400", "202401")]
    [InlineData("101", "102", "201")]
    [InlineData("1990", "2000", "2024")]
    [InlineData("45000", "45001", "45002")]
    [InlineData("1700000000", "1700003600", "1700007200")]
    [InlineData("20000000", "20010000", "20020000")]
    [InlineData("20240101000000", "20240101006000", "20240101010000")]
    [InlineData("1e300", "2e300", "4e300")]
    [InlineData("202311", "202312", "202401", "counts")]
    [InlineData("100101", "100212", "101301", "Pa")]
    [InlineData("200101", "200212", "201301", "mass")]
    [InlineData("202311", "202312", "202401", "N")]
    [InlineData("240131", "240201", "240301", "update")]
    [InlineData("240131", "240201", "240301", "x")]
    [InlineData("2023.11", "2023.12", "2024.01", "v")]
    [InlineData("930", "945", "1000", "p")]
    [InlineData("0930", "0965", "1000", "p")]
    [InlineData("0930", "945", "1000", "p")]
    [InlineData("930", "945", "1000", "time (s)")]
    [InlineData("930", "945", "1000", "time_ms")]
    [InlineData("930", "945", "1000", "elapsed time")]
    [InlineData("0", "100", "200", "time")]
    [InlineData("10", "20", "30", "time")]
    [InlineData("0", "20", "100", "time")]
    [InlineData("120", "240", "350", "time")]
    [InlineData("10000", "20000", "30000", "time")]
    [InlineData("2001", "2002", "2003", "year")]
    [InlineData("1958.04", "1958.12", "1959.21", "year")]
    [InlineData("1990.1", "1991.1", "1992.1", "year")]
    [InlineData("60131", "60132", "60133", "day")]
    [InlineData("20001", "20011", "20021", "time")]
    [InlineData("1", "2", "5", "day")]
    public void Other_numbers_are_fitted(string one, string two, string three, string name = "t")
    {
        Run run = Minpack.RunOn(
            $"{name},y\n{one},{one}\n{two},{two}\n{three},{three}\n",
            "fit", "-", "--model", "a*x", "--start", "a=0.9", "--json");
        Assert.Equal(1, Assert.Single(run.Estimates), 1e-9);
    }

    [Theory]
    [InlineData("counts", "20010101", "20010215", "20020101")]
    [InlineData("Pa", "2001010100", "2001010101", "2001010102")]
    [InlineData("c1", "202311", "202312", "202401")]
    [InlineData("day", "240131", "240201", "240301")]
    [InlineData("time", "930", "945", "1000")]
    public void The_option_that_the_refusal_names_takes_them_as_numbers(
        string name, string one, string two, string three)
    {
        string csv = $"{name},y\n{one},{one}\n{two},{two}\n{three},{three}\n";
        string[] fit = ["fit", "-", "--start", "a=0.9", "--json", "--model"];
        foreach (string model in (string[])["a*x", $"a*{name}"])
        {
            Assert.EndsWith(Advice, Minpack.RunOn(csv, [.. fit, model]).Complaint, StringComparison.Ordinal);
            Assert.Equal(1, Assert.Single(Minpack.RunOn(csv, [.. fit, model, "--no-dates"]).Estimates), 1e-9);
        }
    }

    [Theory]
    [InlineData("date,t,v\n20240101,1,3\n20240115,2,5\n20240201,4,9\n")]
    [InlineData("period,t,v\n2311,1,3\n2312,2,5\n2401,4,9\n")]
    public void Taken_as_numbers_they_are_a_predictor_as_others_are(string csv) => Assert.Contains(
        "the observations may be in t or v.",
        Minpack.RunOn(csv, "fit", "-", "--model", "a*x + b", "--start", "a=1,b=0", "--no-dates").Complaint,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("date,t,v\n20240101,1,3\n20240115,2,5\n20240201,4,9\n")]
    [InlineData("month,t,v\n202312,1,3\n202401,2,5\n202402,4,9\n")]
    [InlineData("date,id,t,v\n20240101,1,1,3\n20240115,2,2,5\n20240201,3,4,9\n")]
    public void A_column_of_them_is_left_out_where_there_is_another(string csv)
    {
        JsonNode input = Minpack.Fit(csv, "a*x + b", "a=1,b=0").Json["input"]!;
        Assert.Equal("t", (string)input["x"]!["x"]!);
        Assert.Equal("v", (string)input["y"]!);
        Assert.StartsWith("not used: ", (string)input["notes"]!.AsArray()[^1]!, StringComparison.Ordinal);
    }
}
