using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace MinpackNet.Cli.Tests;

/// <summary>A fit for each group of rows, streamed in the order of the file.</summary>
public sealed class GroupTests : IDisposable
{
    private const string Decays =
        "id,t,y\na,0,5\na,1,3.1\na,2,1.8\na,3,1.1\nb,0,9.1\nb,1,4\nb,2,1.7\nc,0,1\nc,1,2.1\nc,2,3.9\n";

    private static readonly string[] ById = ["fit", "-", "--by", "id", "--model", "a*exp(-k*t)", "--y", "y"];

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Each_group_has_a_line_with_the_numbers_of_its_own_fit()
    {
        Run run = Minpack.RunOn(Decays, [.. ById, "--start", "a=5,k=0.5"]);
        Assert.Equal(ExitCode.Success, run.ExitCode);
        string[][] lines = [.. run.Output.Trim().Split('\n').Select(line => line.Split(','))];
        Assert.Equal(
            [
                "id", "rows", "status", "a", "a_error", "k", "k_error", "sum_of_squares", "degrees_of_freedom",
                "residual_standard_deviation", "r_squared", "evaluations", "message",
            ],
            lines[0]);
        Assert.Equal(["a", "b", "c"], lines[1..].Select(line => line[0]));
        JsonNode alone = Minpack.Fit(
            "t,y\n0,9.1\n1,4\n2,1.7\n", "a*exp(-k*t)", "a=5,k=0.5").Json;
        Assert.Equal("3", lines[2][1]);
        Assert.Equal((double)alone["parameters"]![1]!["value"]!, Number(lines[2][5]), 1e-12);
        Assert.Equal((double)alone["parameters"]![1]!["standardError"]!, Number(lines[2][6]), 1e-6);
        Assert.Equal((double)alone["statistics"]!["rSquared"]!, Number(lines[2][10]), 1e-12);
    }

    [Fact]
    public void Without_a_start_each_group_is_searched()
    {
        string[] lines = Minpack.RunOn(Decays, [.. ById, "--json"]).Output.Trim().Split('\n');
        JsonNode[] groups = [.. lines.Select(line => JsonNode.Parse(line)!)];
        Assert.Equal(["certified", "certified", "certified"], groups.Select(group => (string)group["status"]!));
        Assert.Equal(-0.64, (double)groups[2]["parameters"]!["k"]!, 0.05);
        Assert.Equal([2, 6, 9], groups.Select(group => (int)group["line"]!));
    }

    [Fact]
    public void A_group_that_cannot_be_fitted_stops_no_other()
    {
        string csv = "id,t,y\nempty,0,\nempty,1,NA\none,0,4\ngood,0,5\ngood,1,3\ngood,2,2\n";
        foreach (string[] options in (string[][])[["--start", "a=5,k=0.5"], []])
        {
            string[] lines = Minpack.RunOn(csv, [.. ById, .. options]).Output.Trim().Split('\n');
            Assert.StartsWith("empty,0,failed,", lines[1], StringComparison.Ordinal);
            Assert.EndsWith(",no row has a value in each column", lines[1], StringComparison.Ordinal);
            Assert.StartsWith("one,1,failed,", lines[2], StringComparison.Ordinal);
            Assert.StartsWith("good,3,", lines[3], StringComparison.Ordinal);
            Assert.DoesNotContain("failed", lines[3], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_group_without_a_result_has_no_estimates()
    {
        Run run = Minpack.RunOn(
            "id,t,y\nbad,-1,1\nbad,0,2\nbad,1,3\ngood,1,0\ngood,2,1\ngood,3,2\n",
            "fit", "-", "--model", "a*log(t) + b", "--start", "a=5,b=7", "--by", "id");
        string[][] lines = [.. run.Output.Trim().Split('\n').Select(line => line.Split(','))];
        Assert.Equal(["NaN", "NaN", "NaN", "NaN"], lines[1][3..7]);
        Assert.DoesNotContain("NaN", lines[2][3..5]);
    }

    [Fact]
    public void A_label_is_any_text() => Assert.Equal(
        ["el", "K", "Na", "NA"],
        Minpack.RunOn(
            "el,t,v\nK,0,2\nK,1,5\nNa,0,2\nNa,1,6\nNA,0,1\nNA,1,3\n",
            "fit", "-", "--model", "a*t + b", "--start", "a=1,b=1", "--by", "el").Output.Trim().Split('\n')
            .Select(line => line.Split(',')[0]));

    [Fact]
    public void With_a_file_the_output_says_how_many_converged_and_what_failed()
    {
        string file = _workspace["fits.csv"];
        string csv = $"{Decays}one,1,2\n";
        string summary = Minpack.RunOn(csv, [.. ById, "--start", "a=5,k=0.5", "--out", file]).Output;
        Assert.Contains("3 of 4 groups converged", summary, StringComparison.Ordinal);
        Assert.Contains("- one, line 12: ", summary, StringComparison.Ordinal);
        Assert.Equal(5, File.ReadAllLines(file).Length);
    }

    [Fact]
    public void Dates_count_from_the_first_of_each_group()
    {
        string Rows(string run, int day) => string.Concat(Enumerable.Range(0, 5).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"{run},2024-01-{day + i:00},{5 * Math.Exp(-0.5 * i):F4}\n")));
        Run run = Minpack.RunOn(
            $"run,day,y\n{Rows("a", 1)}{Rows("b", 20)}", "fit", "-", "--model", "a*exp(-b*x)", "--start", "a=4,b=0.4",
            "--by", "run");
        string[][] lines = [.. run.Output.Trim().Split(Environment.NewLine).Select(line => line.Split(','))];
        Assert.Equal(lines[1][2..], lines[2][2..]);
        Assert.Equal(5, double.Parse(lines[1][3], CultureInfo.InvariantCulture), 1e-3);
        Assert.Equal("day counts days from the first of each group", run.Error.Trim());
    }

    [Fact]
    public void A_fit_that_is_worse_than_a_constant_is_told()
    {
        string table = _workspace["fits.csv"];
        Run run = Minpack.RunOn(
            "g,x,y\na,1,2\na,2,4\na,3,6.1\nb,1,10\nb,2,5\nb,3,0\n", "fit", "-", "--model", "k*x", "--start", "k=1",
            "--by", "g", "--out", table);
        const string Message = "the curve fits worse than a constant: choose other start values or another formula";
        Assert.EndsWith(Message, File.ReadAllLines(table)[2], StringComparison.Ordinal);
        Assert.Contains($"- b, line 5: {Message}", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("- a, line", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void As_many_points_as_parameters_are_told()
    {
        Run run = Minpack.RunOn(
            "g,x,y\na,1,3\na,2,5\nb,1,3\nb,1,3.1\nb,1,3.2\n",
            "fit", "-", "--by", "g", "--model", "a*x + b", "--start", "a=1,b=0");
        string[] lines = run.Output.Split('\n');
        Assert.Contains("leave nothing to estimate the errors from", lines[1], StringComparison.Ordinal);
        Assert.Contains("do not determine all parameters", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_that_comes_back_is_refused_and_leaves_no_file()
    {
        string file = _workspace["fits.csv"];
        Assert.Equal(
            "standard input, line 12: group 'a' comes back after other groups. Sort the rows by id, so that those of a "
            + "group are together.",
            Minpack.RunOn($"{Decays}a,4,0.6\n", [.. ById, "--start", "a=5,k=0.5", "--out", file]).Complaint);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public void Parts_of_a_large_file_end_where_groups_do()
    {
        StringBuilder csv = new("id,t,y\n");
        for (int group = 0; group < 3000; group++)
        {
            for (int t = 0; t < 100; t++)
            {
                double y = (1 + (group % 7)) * Math.Exp(-0.03 * t);
                csv.Append(CultureInfo.InvariantCulture, $"g{group},{t},{y:F6}\n");
            }
        }

        string[] lines = Minpack.RunOn(
            csv.ToString(), [.. ById, "--start", "a=5,k=0.05"]).Output.Trim().Split('\n');
        Assert.Equal(3001, lines.Length);
        for (int group = 0; group < 3000; group++)
        {
            string[] line = lines[group + 1].Split(',');
            Assert.Equal($"g{group}", line[0]);
            Assert.Equal("100", line[1]);
            Assert.Equal(1 + (group % 7), Number(line[3]), 1e-4);
        }
    }

    [Fact]
    public void Labels_that_are_written_in_two_ways_are_one()
    {
        string csv = "id,t,y\n\"a\",0,5\na,1,3\n a ,2,2\n\"x, y\",0,5\n\"x, y\",1,3\n\"x, y\",2,2\n";
        string[] lines = Minpack.RunOn(csv, [.. ById, "--start", "a=5,k=0.5"]).Output.Trim().Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("a,3,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("\"x, y\",3,", lines[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--by: there is no column 'nope'", "--by", "nope", "--start", "a=5,k=0.5")]
    [InlineData("--profile has no effect with --by", "--by", "id", "--profile")]
    [InlineData("--quiet with --by leaves nothing to write", "--by", "id", "--quiet")]
    [InlineData("--worst has no effect without --by and --plot", "--by", "id", "--worst")]
    public void Options_for_a_single_fit_are_refused(string complaint, params string[] options) => Assert.StartsWith(
        complaint,
        Minpack.RunOn(Decays, ["fit", "-", "--model", "a*exp(-k*t)", .. options]).Complaint,
        StringComparison.Ordinal);

    [Fact]
    public void Weights_are_those_of_each_row()
    {
        string csv = "id,t,y,s\na,0,5,0.1\na,1,3.1,0.2\na,2,1.8,0.1\na,3,1.1,0.3\n";
        string[] options = ["--start", "a=5,k=0.5", "--sigma", "s", "--absolute-sigma"];
        string[] line = Minpack.RunOn(csv, [.. ById, .. options]).Output.Trim().Split('\n')[1].Split(',');
        Run alone = Minpack.RunOn(csv, ["fit", "-", "--model", "a*exp(-k*t)", "--y", "y", .. options, "--json"]);
        Assert.Equal(alone.Estimates[1], Number(line[5]), 1e-12);
        Assert.Equal(alone.Values("standardError")[1], Number(line[6]), 1e-6);
    }

    [Fact]
    public void A_picture_has_a_panel_for_each_of_the_worst_groups()
    {
        StringBuilder csv = new("id,t,y\n");
        for (int group = 0; group < 20; group++)
        {
            for (int t = 0; t < 8; t++)
            {
                double y = (5 * Math.Exp(-0.3 * t)) + (group == 17 ? Math.Sin(9 * t) : 0.01 * Math.Sin(t + group));
                csv.Append(CultureInfo.InvariantCulture, $"<g{group}>,{t},{y:F6}\n");
            }
        }

        string file = _workspace["groups.svg"];
        string[] arguments = [.. ById, "--start", "a=4,k=0.2", "--plot", file];
        Assert.Equal(ExitCode.Success, Minpack.RunOn(csv.ToString(), [.. arguments, "--worst"]).ExitCode);
        XElement picture = XElement.Load(file);
        XName panel = picture.Name;
        Assert.Equal(12, picture.Elements(panel).Count());
        Assert.Contains("the worst 12 of 20 groups", picture.Value, StringComparison.Ordinal);
        Assert.Contains("<g17>", picture.Elements(panel).First().Value, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, Minpack.RunOn(csv.ToString(), arguments).ExitCode);
        Assert.Contains("<g0>", XElement.Load(file).Elements(panel).First().Value, StringComparison.Ordinal);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
