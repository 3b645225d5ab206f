using System.Text.Json.Nodes;

namespace MinpackNet.Cli.Tests;

/// <summary>What is written can be read, by people, programs and terminals.</summary>
public sealed class OutputTests
{
    private const string Csv = "x,y\n1,3\n2,5\n4,9.1\n7,15.2\n";
    private const string Bad = "t\u001b[31m;\u0007,y\u007f\u009b1\n1,3\n2,5\n4,9.1\n7,15.2\n";

    private static readonly string[] Line = ["fit", "-", "--model", "a*x+b", "--start", "a=1,b=1"];

    [Fact]
    public void Digits_are_those_of_every_number_in_the_tables()
    {
        Run run = Minpack.RunOn(Csv, [.. Line, "--no-plot", "--digits", "12"]);
        double[] estimates = Minpack.RunOn(Csv, [.. Line, "--json"]).Estimates;
        Assert.Matches($"a +{Twelve(estimates[0])} ", run.Output);
        Assert.Matches($"b +{Twelve(estimates[1])} ", run.Output);
        Assert.Contains("0.999", run.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, Minpack.RunOn(Csv, [.. Line, "--digits", "2"]).ExitCode);
        Assert.Equal(ExitCode.Success, Minpack.RunOn(Csv, [.. Line, "--digits", "17"]).ExitCode);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("18")]
    [InlineData("-3")]
    [InlineData("2.5")]
    [InlineData("many")]
    public void Digits_out_of_range_are_refused_by_the_name_of_the_option(string digits) => Assert.Equal(
        $"--digits: '{digits}' is not a whole number from 2 to 17.",
        Minpack.RunOn(Csv, [.. Line, $"--digits={digits}"]).Complaint);

    [Fact]
    public void Digits_have_no_effect_on_JSON() => Assert.StartsWith(
        "--digits has no effect with --json",
        Minpack.RunOn(Csv, [.. Line, "--json", "--digits", "5"]).Complaint,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("a+b*x")]
    [InlineData("a + b*(x + 1) + 0/(x + 2)")]
    [InlineData("a*x^2+b")]
    public void JSON_holds_a_formula_as_it_was_written(string model)
    {
        Run run = Minpack.RunOn(Csv, ["fit", "-", "--model", model, "--start", "a=1,b=1", "--json"]);
        Assert.Contains($"\"model\": \"{model}\"", run.Output, StringComparison.Ordinal);
        Assert.Equal(model, (string)run.Json["model"]!);
    }

    [Fact]
    public void JSON_has_names_and_quotes_as_they_are()
    {
        string csv = "\"Länge'<µm>&\",y\n1,3\n2,5\n4,9.1\n";
        Run run = Minpack.RunOn(csv, [.. Line, "--x", "Länge'<µm>&", "--json"]);
        Assert.Contains("\"x\": \"Länge'<µm>&\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Control_characters_of_a_header_stay_out_of_report_plot_picture_and_JSON()
    {
        using Workspace workspace = new();
        Run report = Minpack.RunOn(Bad, [.. Line, "--plot", workspace["fit.svg"]]);
        Assert.Equal(ExitCode.Success, report.ExitCode);
        AssertPlainText(report.Output);
        Assert.Contains("t [31m;", report.Output, StringComparison.Ordinal);
        string picture = File.ReadAllText(workspace["fit.svg"]);
        AssertPlainText(picture);
        Assert.NotNull(System.Xml.Linq.XDocument.Parse(picture).Root);

        Run json = Minpack.RunOn(Bad, [.. Line, "--json"]);
        AssertPlainText(json.Output);
        Assert.Equal("t [31m;", (string)JsonNode.Parse(json.Output)!["input"]!["x"]!["x"]!);
    }

    public static TheoryData<string[]> BadTexts => new()
    {
        { ["fit", "-", "--model", "a*x+b\u001b[2J", "--start", "a=1,b=1"] },
        { ["fit", "-", "--model", "a*x+b", "--start", "a=1,b=\u001b[2J"] },
        { ["fit", "-", "--model", "a*x+b", "--start", "a=1,b=1", "--x", "\u009b2J"] },
        { ["fit", "-", "--model", "a*x+b", "--start", "a=1", "--fix", "\u0007"] },
        { ["fit", "-", "--model", "a*x+b", "--start", "a=1,b=1", "--y", "\u202e"] },
        { ["fit", "-", "--model", "a*x+c", "--start", "a=1"] }, // names the columns
        { ["fit", "\u001b[2J.csv", "--model", "a*x+b", "--start", "a=1,b=1"] },
        { ["fit", "-", "--model", "a*x+b", "--start", "a=1,b=1", "--plot", "no\u001b[2J/fit.svg"] },
        { ["fit", "-", "--model", "a*x+b", "--start", "a=1,b=1", "\u001b[2J"] },
        { ["nist", "\u001b[2J"] },
        { ["\u001b[2J"] },
        { ["certify", "--jacobian", "\u001b[2J"] },
    };

    [Theory]
    [MemberData(nameof(BadTexts))]
    public void Control_characters_of_a_complaint_are_not_written(string[] arguments)
    {
        Run run = Minpack.RunOn(Bad, arguments);
        Assert.DoesNotContain(run.Complaint, char.IsControl);
        Assert.DoesNotContain('\u202e', run.Complaint);
    }

    [Fact]
    public void A_single_row_is_one()
    {
        Run run = Minpack.RunOn("x,y\n1,3\n2,NA\n", "fit", "-", "--model", "a*x", "--start", "a=1");
        Assert.StartsWith("standard input: 1 row, y against x", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 row skipped, without a value in y (1)", run.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?<![\d.,])1 (rows|points|evaluations|parameters)\b", run.Output);
    }

    [Fact]
    public void An_input_that_breaks_off_is_told_in_one_line()
    {
        Run run = Minpack.Run(streams => streams with { OpenInput = () => new BrokenPipe() }, "", Line);
        Assert.Equal("-: cannot be read: The pipe is broken.", run.Complaint);
    }

    [Fact]
    public void Zero_has_no_sign_in_JSON()
    {
        Run run = Minpack.RunOn("x,y\n-1,-1\n1,-1\n-1,1\n1,1\n", [.. Line, "--json"]);
        Assert.DoesNotMatch(@"-0(\.0)?[,\s]", run.Output);
        Run infinite = Minpack.RunOn("x,y\n1,1\n2,3\n", [.. Line, "--json"]);
        Assert.Contains("\"standardError\": \"Infinity\"", infinite.Output, StringComparison.Ordinal);
        Assert.Contains("\"NaN\"", infinite.Output, StringComparison.Ordinal);
        using MemoryStream memory = new();
        using (System.Text.Json.Utf8JsonWriter writer = new(memory))
        {
            new NumberConverter().Write(writer, -0.0, System.Text.Json.JsonSerializerOptions.Default);
        }

        Assert.Equal("0"u8.ToArray(), memory.ToArray());
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("fit --help")]
    [InlineData("nist")]
    [InlineData("nist Misra1a")]
    [InlineData("models")]
    [InlineData("fit - --model a*x+b --start a=1,b=1")]
    [InlineData("fit - --model a*x+b --start a=1,b=1 --json")]
    public async Task An_output_that_takes_no_more_is_told_in_one_line(string arguments)
    {
        using FullDisk output = new();
        StringWriter error = new();
        Streams streams = new(() => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Csv)), output, error);
        int exitCode = await MinpackCommand.RunAsync(arguments.Split(' '), streams, CancellationToken.None);
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Equal("The output cannot be written: The disk is full.", error.ToString().Trim());
    }

    [Fact]
    public void No_plot_says_what_a_document_does_anyway()
    {
        Run run = Minpack.RunOn(Csv, [.. Line, "--json", "--no-plot"]);
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal(2, run.Estimates.Length);
    }

    [Theory]
    [InlineData("a\u001b*x", "U+001B", 2)]
    [InlineData("a*\u0007x", "U+0007", 3)]
    [InlineData("a*x\u202e", "U+202E", 4)]
    [InlineData("a*\0x", "U+0000", 3)]
    public void A_character_without_a_glyph_is_named_by_its_number(string model, string expected, int column)
    {
        Run run = Minpack.RunOn(Csv, "fit", "-", "--model", model, "--start", "a=1");
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains($"found the character {expected}. (column {column})", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_of_any_size_have_a_small_e()
    {
        Run run = Minpack.RunOn("x,y\n1,1e300\n2,2e300\n3,3.1e300\n", [.. Line, "--no-plot"]);
        Assert.Contains("y reaches 3.1e+300 in size", run.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("E+", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fit nothing --model a --start a=1")]
    [InlineData("fit - --model a*x --start b=1")]
    [InlineData("nist nothing")]
    [InlineData("--nothing")]
    public async Task A_closed_error_stream_leaves_the_exit_code(string arguments)
    {
        using FullDisk error = new();
        Streams streams = new(
            () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Csv)), new StringWriter(), error);
        Assert.Equal(
            ExitCode.Usage,
            await MinpackCommand.RunAsync(arguments.Split(' '), streams, CancellationToken.None));
    }

    private static string Twelve(double value) =>
        value.ToString("G12", System.Globalization.CultureInfo.InvariantCulture);

    private static void AssertPlainText(string text) =>
        Assert.DoesNotContain(text.Replace("\r", "").Replace("\n", ""), char.IsControl);

    /// <summary>An input that fails when it is read.</summary>
    private sealed class BrokenPipe : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => Read(default);

        public override int Read(Span<byte> buffer) => throw new IOException("The pipe is broken.");
    }

    /// <summary>An output that takes nothing.</summary>
    private sealed class FullDisk : StringWriter
    {
        public override void Write(char value) => throw new IOException("The disk is full.");

        public override void Write(char[] buffer, int index, int count) => Write(' ');

        public override void Write(ReadOnlySpan<char> buffer) => Write(' ');

        public override void Write(string? value) => Write(' ');

        public override void WriteLine(string? value) => Write(' ');
    }
}
