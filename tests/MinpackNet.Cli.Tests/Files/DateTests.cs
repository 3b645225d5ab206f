using System.Text.Json.Nodes;

namespace MinpackNet.Cli.Tests;

/// <summary>Dates written as numbers, which are no scale for a fit.</summary>
public sealed class DateTests
{
    private const string Advice = "Write numbers, such as the days or seconds since the first.";

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
    public void Other_numbers_are_fitted(string one, string two, string three)
    {
        Run run = Minpack.RunOn(
            $"t,y\n{one},{one}\n{two},{two}\n{three},{three}\n",
            "fit", "-", "--model", "a*x", "--start", "a=0.9", "--json");
        Assert.Equal(1, Assert.Single(run.Estimates), 1e-9);
    }

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
