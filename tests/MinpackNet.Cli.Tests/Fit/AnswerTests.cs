using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MinpackNet.Cli.Tests;

/// <summary>The numbers of a fit as files and documents: rows, curves, predictions, and tables of estimates.</summary>
public sealed class AnswerTests : IDisposable
{
    private const string Line = "x,y\n1,3\n2,5\n4,9.1\n7,15.2\n9,18.7\n";
    private const string Sets = "x,y,set\n0,5,cold\n1,3.1,cold\n2,1.8,cold\n0,8,hot\n1,2.9,hot\n2,1.2,hot\n";

    private static readonly string[] OfLine = ["fit", "-", "--model", "a*x+b", "--start", "a=1,b=1"];

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Rows_go_to_a_file_with_fitted_values_residuals_and_bands()
    {
        string file = _workspace["fitted.csv"];
        Assert.Equal(ExitCode.Success, Minpack.RunOn(Line, [.. OfLine, "--out", file]).ExitCode);
        string[][] rows = [.. File.ReadAllLines(file).Select(row => row.Split(','))];
        Assert.Equal(
            [
                "x", "y", "fitted", "residual", "standardized_residual", "confidence_lower", "confidence_upper",
                "prediction_lower", "prediction_upper",
            ],
            rows[0]);
        // R: m <- lm(y ~ x); fitted(m), resid(m), rstandard(m), predict(m, interval="confidence" and "prediction")
        double[] expected =
        [
            4, 9.1, 9.0119469026548664, 0.0880530973451331, 0.4904687458483493, 8.7191834922583560,
            9.3047103130513769, 8.3063621421586777, 9.7175316631510551,
        ];
        double[] third = [.. rows[3].Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        Assert.All(expected.Zip(third), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Fact]
    public void What_is_written_can_be_fitted_again()
    {
        string file = _workspace["fitted.tsv"];
        Minpack.RunOn(Line, [.. OfLine, "--out", file]);
        Run again = Minpack.Run("fit", file, "--model", "a*x+b", "--start", "a=1,b=1", "--y", "fitted", "--json");
        Assert.Equal(Minpack.RunOn(Line, [.. OfLine, "--json"]).Estimates[0], again.Estimates[0], 1e-12);
    }

    [Fact]
    public void A_curve_has_equal_steps_over_the_data()
    {
        JsonNode points = Minpack.RunOn(Line, [.. OfLine, "--curve", "5", "--json"]).Json["points"]!;
        Assert.Equal([1, 3, 5, 7, 9], points["x"]!.AsArray().Select(x => (double)x!));
        Assert.Equal(5, points["fitted"]!.AsArray().Count);
        Assert.Null(points["y"]);
    }

    [Fact]
    public void Places_of_another_file_are_predicted_in_the_report()
    {
        string places = _workspace.Write("new.csv", "note,x\nfirst,3\nsecond,20\n");
        string report = Minpack.RunOn(Line, [.. OfLine, "--no-plot", "--predict", places]).Output;
        Assert.Contains("prediction_upper", report, StringComparison.Ordinal);
        Assert.Matches(@"\n 3 +7\.0", report);
        Assert.Matches(@"\n20 +4", report);
    }

    [Fact]
    public void A_file_to_predict_at_must_have_the_predictor()
    {
        string places = _workspace.Write("new.csv", "z,w\n3,1\n20,2\n");
        Assert.Equal(
            $"--predict: {places} has no column x, which the fit needs. Its columns are z, w.",
            Minpack.RunOn(Line, [.. OfLine, "--predict", places]).Complaint);
        string bare = _workspace.Write("bare.csv", "3\n20\n");
        Assert.Equal(ExitCode.Success, Minpack.RunOn(Line, [.. OfLine, "--predict", bare]).ExitCode);
    }

    [Theory]
    [InlineData("no such file", "--predict", "none.csv")]
    [InlineData("a curve is along one", "--curve", "3", "--model", "a*x + b*z")]
    public void What_cannot_be_predicted_is_told_before_the_fit(string complaint, params string[] options)
    {
        string[] model = options.Contains("--model") ? [] : ["--model", "a*x + b"];
        string[] fit = ["fit", "-", .. model, "--start", "a=1,b=1", "--y", "y", .. options];
        // An interruption before the fit comes too late to hide it.
        Run run = Minpack.Run(streams => streams, "x,z,y\n1,2,3\n2,1,5\n3,5,8\n", fit, new(canceled: true));
        Assert.Contains(complaint, run.Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_data_sets_stay_in_the_order_of_the_file()
    {
        string file = _workspace["fitted.csv"];
        const string Mixed = "set,x,y\nb,1,3\na,1,1\nb,2,5\na,3,3\na,2,2\nb,4,9\n";
        string[] fit = ["fit", "-", "--model", "p*x + q", "--set", "set", "--start", "p=1,q=1", "--out", file];
        Assert.Equal(ExitCode.Success, Minpack.RunOn(Mixed, fit).ExitCode);
        Assert.Equal(
            Mixed.Split('\n')[1..^1].Select(row => $"{row},{row.Split(',')[2]}"),
            File.ReadAllLines(file)[1..].Select(Rounded));

        static string Rounded(string row)
        {
            string[] fields = row.Split(',');
            double fitted = double.Parse(fields[3], System.Globalization.CultureInfo.InvariantCulture);
            return $"{string.Join(',', fields[..3])},{Math.Round(fitted, 9)}";
        }
    }

    [Fact]
    public void Each_data_set_has_its_rows_and_its_curve()
    {
        string file = _workspace["fitted.csv"];
        string[] arguments = ["fit", "-", "--model", "a*exp(-k*x)", "--set", "set", "--start", "a=5,k=1"];
        Assert.Equal(ExitCode.Success, Minpack.RunOn(Sets, [.. arguments, "--out", file]).ExitCode);
        string[] rows = File.ReadAllLines(file);
        Assert.StartsWith("set,x,y,fitted", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("hot,0,8,", rows[4], StringComparison.Ordinal);

        JsonNode document = Minpack.RunOn(Sets, [.. arguments, "--curve", "3", "--json"]).Json;
        Assert.Equal(
            ["cold", "cold", "cold", "hot", "hot", "hot"],
            document["pointSets"]!.AsArray().Select(set => (string)set!));
        string places = _workspace.Write("new.csv", "set,x\ncold,1\nwarm,1\n");
        Assert.Contains(
            "line 3: there is no data set 'warm'. The sets are cold, hot.",
            Minpack.RunOn(Sets, [.. arguments, "--predict", places]).Complaint,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Own_standard_deviations_widen_predictions_row_by_row()
    {
        string csv = "x,y,s\n1,3,0.1\n2,5,0.1\n4,9.1,0.2\n7,15.2,0.4\n9,18.7,0.4\n";
        string[] arguments = [.. OfLine, "--sigma", "s", "--y", "y", "--json"];
        JsonNode rows = Minpack.RunOn(csv, [.. arguments, "--points"]).Json["points"]!;
        Assert.True(Width(0) < Width(4));
        Assert.NotNull(rows["s"]);
        // Along the curve nobody knows them.
        Assert.Null(Minpack.RunOn(csv, [.. arguments, "--curve", "3"]).Json["points"]!["prediction_lower"]);

        double Width(int row) =>
            (double)rows["prediction_upper"]![row]! - (double)rows["prediction_lower"]![row]!;
    }

    [Fact]
    public void Estimates_go_to_a_file_in_the_format_of_its_name()
    {
        (string csv, string md, string tex) = (_workspace["p.csv"], _workspace["p.md"], _workspace["p.tex"]);
        Assert.Equal(ExitCode.Success, Minpack.RunOn(Line, [.. OfLine, "--parameters", csv]).ExitCode);
        Assert.Equal(ExitCode.Success, Minpack.RunOn(Line, [.. OfLine, "--parameters", md]).ExitCode);
        Assert.Equal(
            ExitCode.Success, Minpack.RunOn(Line, [.. OfLine, "--derive", "at_0=-b/a", "--parameters", tex]).ExitCode);
        double slope = Minpack.RunOn(Line, [.. OfLine, "--json"]).Estimates[0];
        Assert.StartsWith("parameter,estimate,standard_error,lower,upper,start,fixed\na,", File.ReadAllText(csv),
            StringComparison.Ordinal);
        Assert.Equal(slope, double.Parse(File.ReadAllLines(csv)[1].Split(',')[1], CultureInfo.InvariantCulture));
        Assert.Matches(@"^\| parameter \| estimate \|.*\|\n\|---\|--:\|.*\n\| a \| 1\.9", File.ReadAllText(md));
        Assert.Contains("at\\_0 & $", File.ReadAllText(tex), StringComparison.Ordinal);
        Assert.Contains("95 \\% from", File.ReadAllText(tex), StringComparison.Ordinal);
    }

    [Fact]
    public void With_profiles_the_estimates_have_their_limits_too()
    {
        (string csv, string md) = (_workspace["p.csv"], _workspace["p.md"]);
        string[] fit = [.. OfLine[..^2], "--fix", "b=1", "--start", "a=1", "--derive", "twice=2*a", "--profile"];
        string report = Minpack.RunOn(Line, [.. fit, "--parameters", csv]).Output;
        Minpack.RunOn(Line, [.. fit, "--parameters", md]);
        string[][] rows = [.. File.ReadAllLines(csv).Select(line => line.Split(','))];
        Assert.Equal(
            "parameter,estimate,standard_error,lower,upper,profile_lower,profile_upper,start,fixed",
            string.Join(',', rows[0]));
        JsonNode document = Minpack.RunOn(Line, [.. fit, "--json"]).Json;
        Assert.Equal((double)document["parameters"]![0]!["profileLower"]!, Number(rows[1][5]));
        Assert.Equal((double)document["derived"]![0]!["profileUpper"]!, Number(rows[3][6]));

        // In the digits of the report, and nothing for what is fixed.
        string[] limits = Regex.Match(report, @"profile likelihood.*\na +(\S+) +(\S+)").Groups.Values
            .Skip(1).Select(group => group.Value).ToArray();
        string table = File.ReadAllText(md);
        Assert.Contains("| 95 % from | to | profile 95 % from | to |", table, StringComparison.Ordinal);
        Assert.Matches($@"\| a \|.*\| {limits[0]} \| {limits[1]} \|", table);
        Assert.Matches(@"\| b \| 1 \| fixed \|  \|  \|  \|  \|", table);
        Assert.Matches(@"\| twice \|( \S+ \|){6}\n", table);

        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("--curve: '1' is not a whole number from 2 to 1000000.", "--curve", "1")]
    [InlineData("--curve contradicts --predict", "--curve", "5", "--predict", "new.csv")]
    [InlineData("--points writes to the JSON document", "--points")]
    [InlineData("--points contradicts --curve", "--points", "--curve", "5", "--json")]
    [InlineData("--out: 'fitted.xlsx' does not end in .csv or .tsv, which tells the format.", "--out", "fitted.xlsx")]
    [InlineData("--parameters: 'p' does not end in .csv or .tsv or .md or .tex", "--parameters", "p")]
    [InlineData("two outputs have the same file", "--out", "a.csv", "--parameters", "a.csv")]
    [InlineData("--predict: standard input has the data already", "--predict", "-")]
    [InlineData("new.csv: there is no such file", "--predict", "new.csv")]
    public void Options_that_contradict_or_name_no_file_are_refused(string complaint, params string[] options) =>
        Assert.StartsWith(
            complaint, Minpack.RunOn(Line, [.. OfLine, .. options]).Complaint, StringComparison.Ordinal);

    [Fact]
    public void A_column_of_the_file_keeps_apart_from_one_of_the_answers()
    {
        string csv = Line.Replace("x,y", "fitted,y", StringComparison.Ordinal);
        JsonNode points = Minpack.RunOn(csv, [.. OfLine, "--json", "--points"]).Json["points"]!;
        Assert.Equal(1, (double)points["fitted_2"]![0]!);
    }
}
