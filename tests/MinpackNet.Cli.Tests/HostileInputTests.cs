using System.CommandLine;
using System.Text;

namespace MinpackNet.Cli.Tests;

/// <summary>Whatever comes in, the command answers with a documented exit code and one line of complaint.</summary>
public sealed class HostileInputTests(ITestOutputHelper output)
{
    private const int DefaultCount = 10_000;
    private const int Seed = 20261128;
    private const int LongestComplaint = 1002;

    private static readonly string[] Formulas =
    [
        "a*x + b", "a*exp(-b*x)", "a/(1 + (b/x)^a)", "a*sin(b*x)", "a + b*log(x)", "a*sqrt(b*x)", "a^b^x",
    ];

    private static readonly string[] Fields =
    [
        "0", "1", "-1.5e-3", "1e308", "-1e308", "1e-310", "1,5", "1.0D-03", "NA", "\"", "\"#1\"", "", "\u001b[2J", "x",
        "\u2212" + "1", "1e999", "12 %", "<0.01", "\0", "2026-01-02", "NaN", "#", "\ufeff",
    ];

    private static readonly string[] Values =
    [
        "", " ", "0", "-1", "1", "2", "1.5", "NaN", "nan", "Infinity", "-Infinity", "1e999", "-0", "1e-320",
        "99999999999999999999", "2147483648", "-2147483648", "\0", "\n", "\r\n", "\t", "\u001b[2J", "\u202e",
        "\ud800", "\udc00x", "a\u0301", "--help", "--version", "--", "-", "-x", "--json", "@file", "[suggest]",
        "[diagram]", "%s%n", "{0}", "$(x)", "'", "\"", "\"x", "a=", "=1", "a=1=2", "a=NaN", "a=1e999", ",", ",,",
        "a=1,a=2", "x", "y", "s", "pi", "exp", "a", "b", "comma", "tab", "\\t", "\\", "/", ".", "..",
        "/no/such/place/fit.svg", "\0.svg", ".svg", new('x', 5000), $"{new string('y', 5000)}.svg", new('(', 5000),
        new('-', 5000), new('\u00e9', 5000),
        string.Join('^', Enumerable.Repeat("a", 2000)), string.Join('+', Enumerable.Repeat("sin(x)", 500)),
    ];

    private static readonly Option[] FitOptions = [.. FitCommand
        .Create(new(() => Stream.Null, TextWriter.Null, TextWriter.Null)).Options];

    [Theory]
    [InlineData("x,y\u001b[31m\n1,2\n2,3\n3,4\n", "y")]
    [InlineData("x,\u009b2Jy\n1,2\n2,3\n3,4\n", "y")]
    [InlineData("x,y\u202ez\n1,2\n2,3\n3,4\n", "y")]
    [InlineData("x,y\a\n1,2\n2,3\n3,4\n", "y")]
    public void A_header_cannot_steer_the_terminal(string csv, string name)
    {
        Run report = Minpack.RunOn(csv, "fit", "-", "--model", "a*x + b", "--start", "a=1,b=0");
        Assert.Contains(name, report.Output, StringComparison.Ordinal);
        Assert.Equal("", Steering(report.Output));
        Run refused = Minpack.RunOn(csv, "fit", "-", "--model", "a*x + b", "--start", "a=1,b=0", "--y", "\u001b[2Jz");
        Assert.Contains("there is no column", refused.Complaint, StringComparison.Ordinal);
        Assert.Equal("", Steering(refused.Error));
    }

    [Theory]
    [InlineData("PK\u0003\u0004 sheet", "looks like a spreadsheet")]
    [InlineData("x,y\0\0\0\n1,2\n", "looks like a binary file")]
    public void A_file_that_is_no_text_is_called_so(string content, string complaint)
    {
        Run run = Minpack.RunOn(content, "fit", "-", "--model", "a*x", "--start", "a=1");
        Assert.Contains(complaint, run.Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_thousand_zero_bytes_are_not_quoted()
    {
        Run run = Minpack.RunOn(new string('\0', 100_000), "fit", "-", "--model", "a*x", "--start", "a=1");
        Assert.InRange(run.Complaint.Length, 1, 200);
        Run names = Minpack.RunOn(
            $"{new string('z', 50_000)},y\n1,2\n", "fit", "-", "--model", "a*q", "--start", "a=1");
        Assert.InRange(names.Complaint.Length, 1, 1001);
    }

    [Theory]
    [InlineData("1e-310")]
    [InlineData("5e-324")]
    [InlineData("2e-308")]
    public void A_standard_deviation_without_a_reciprocal_is_refused(string sigma)
    {
        string csv = $"x,y,s\n1,3,1\n2,5,{sigma}\n4,9,1\n";
        Run run = Minpack.RunOn(csv, "fit", "-", "--model", "a*x + b", "--start", "a=1,b=1", "--sigma", "s");
        Assert.StartsWith("standard input, line 3: the standard deviation", run.Complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nist")]
    [InlineData("nist", "Misra1a")]
    [InlineData("--help")]
    [InlineData("fit", "--help")]
    [InlineData("fit", "-", "--model", "a*x", "--start", "a=1")]
    [InlineData("fit", "-", "--model", "a*x", "--start", "a=1", "--json")]
    public void A_full_disk_is_told_in_one_line(params string[] arguments)
    {
        Run run = Minpack.Run(streams => streams with { Output = new FullWriter() }, "x,y\n1,3\n2,5\n4,9\n", arguments);
        Assert.Contains("No space left", run.Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void With_both_outputs_gone_the_exit_code_still_tells()
    {
        Run run = Minpack.Run(
            streams => streams with { Output = new FullWriter(), Error = new FullWriter() }, "", ["nist"]);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
    }

    [Theory]
    [InlineData("x,y\n1,1e308\n2,-1e308\n3,1e308\n")]
    [InlineData("x,y\n-1e308,1\n1e308,2\n0,3\n")]
    public void A_picture_that_cannot_be_drawn_is_a_refusal(string csv)
    {
        using Workspace workspace = new();
        Run run = Minpack.RunOn(
            csv, "fit", "-", "--model", "a + 0*x", "--start", "a=1", "--plot", workspace["fit.svg"]);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("is not written", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--delimiter", "\0", "--delimiter: ")]
    [InlineData("--delimiter", "\u001b", "--delimiter: ")]
    [InlineData("--delimiter", "\u007f", "--delimiter: ")]
    [InlineData("--plot", "\0.svg", "--plot: no file has a name with the character 0")]
    [InlineData("--level", "\u202e1", "--level: ")]
    public void An_option_that_cannot_be_used_is_told_in_one_line(string option, string value, string complaint)
    {
        Run run = Minpack.RunOn("x,y\n1,3\n2,5\n4,9\n", "fit", "-", "--model", "a*x", "--start", "a=1", option, value);
        Assert.StartsWith(complaint, run.Complaint, StringComparison.Ordinal);
        Assert.Equal("", Steering(run.Error));
    }

    [Theory]
    [InlineData("a/(1 + (b/x)^a)")]
    [InlineData("a*sin(b*x)")]
    [InlineData("a*exp(b*x)")]
    public void A_search_among_the_largest_numbers_ends_with_an_answer(string formula)
    {
        const string Data = "x,y\n9.6,2.9\n9.8,1\n4.6,-2\n3,8.2\n8.2,-1e308\n9.4,0.97\n5.4,6.7\n5,9.9\n1.5,7\n";
        Run run = Minpack.RunOn(Data, "fit", "-", "--model", formula, "--start", "a=1,b=0.5", "--search");
        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Equal("", run.Error);
    }

    [Fact]
    public void A_file_name_with_the_character_0_is_told_in_one_line()
    {
        Run run = Minpack.Run("fit", "x\0.csv", "--model", "a*x", "--start", "a=1");
        Assert.StartsWith("data: no file has a name", run.Complaint, StringComparison.Ordinal);
    }

    /// <summary>
    /// The same inputs on every machine; MINPACK_FUZZ_COUNT sets how many. A failure names the seed of its case.
    /// </summary>
    [Fact]
    public void Random_files_formulas_and_options_get_a_documented_answer()
    {
        int count = int.Parse(
            Environment.GetEnvironmentVariable("MINPACK_FUZZ_COUNT") ?? $"{DefaultCount}",
            System.Globalization.CultureInfo.InvariantCulture);
        using Workspace workspace = new();
        Dictionary<int, int> answers = [];
        for (int seed = Seed; seed < Seed + count; seed++)
        {
            int code = Try(seed, workspace);
            answers[code] = answers.GetValueOrDefault(code) + 1;
        }

        output.WriteLine(
            $"{answers.Values.Sum()} inputs, by exit code: {string.Join(", ", answers.OrderBy(answer => answer.Key))}");
        Assert.Equal([ExitCode.Success, ExitCode.Failure, ExitCode.Usage], answers.Keys.Order());
    }

#pragma warning disable CA5394 // Cases that can be repeated.
    private static int Try(int seed, Workspace workspace)
    {
        Random random = new(seed);
        string csv = Csv(random);
        string[] arguments = random.Next(20) switch
        {
            0 => random.Next(3) == 0 ? ["nist"] : ["nist", "Misra1a", Hostile(random)],
            1 => ["nist", Mutated(random, "Misra1a", "\u001bx1")],
            // With a bad value for one option it never runs, which would take seconds.
            2 => ["certify", "--tolerances", Hostile(random), "--strategy", Mutated(random, "search", "\u001bx")],
            3 => [Hostile(random), .. Fit(random, workspace)],
            _ => Fit(random, workspace),
        };
        string described = Shown($"case {seed}: {string.Join(' ', arguments)}\n{csv}");
        Run run;
        try
        {
            run = Minpack.Run(streams => streams with { Width = random.Next(1, 200) }, csv, arguments);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"An exception in {described}\n{Shown($"{exception}")}");
        }

        Assert.True(run.ExitCode is ExitCode.Success or ExitCode.Failure or ExitCode.Usage, described);
        // Beside a table of groups it has what was understood of the file.
        bool hasNotes = run.ExitCode == ExitCode.Success && arguments.Contains("--by");
        string complaint = hasNotes ? "" : run.Error;
        Assert.True(complaint.Trim().Split('\n').Length == 1, $"{described}\n{Shown(run.Error)}");
        Assert.True(complaint.Length <= LongestComplaint, $"{described}\n{Shown(run.Error)}");
        Assert.True((run.ExitCode == ExitCode.Usage) == (complaint.Length > 0), $"{described}\n{Shown(run.Error)}");
        Assert.True(Steering(run.Output + run.Error).Length == 0, $"{described}\n{Shown(run.Output + run.Error)}");
        if (run.ExitCode != ExitCode.Usage && run.Output.StartsWith('{'))
        {
            bool succeeded = (bool)System.Text.Json.Nodes.JsonNode.Parse(run.Output)!["succeeded"]!;
            Assert.True(succeeded == (run.ExitCode == ExitCode.Success), described);
        }

        return run.ExitCode;
    }

    /// <summary>A fit with random options, some of them with values that nobody means.</summary>
    private static string[] Fit(Random random, Workspace workspace)
    {
        string formula = random.Next(30) == 0
            ? Hostile(random)
            : Mutated(random, Formulas[random.Next(Formulas.Length)], "abx+-*/^(), 019.e\u001b", oneIn: 3);
        List<string> arguments =
        [
            "fit", random.Next(30) == 0 ? Hostile(random) : "-", "--model", formula, "--start", "a=1,b=0.5",
        ];
        for (int count = random.Next(4); count > 0; count--)
        {
            Option option = FitOptions[random.Next(FitOptions.Length)];
            if (option.Name == "--model" || (option.Name == "--search" && random.Next(4) > 0))
            {
                continue; // the one is given, the other takes as long as many others
            }

            arguments.Add(option.Name);
            if (option is not Option<bool>)
            {
                arguments.Add(random.Next(3) == 0 ? Hostile(random) : Sensible(option.Name, random, workspace));
            }
        }

        return [.. arguments];
    }

    private static string Sensible(string option, Random random, Workspace workspace) => option switch
    {
        "--start" => "",
        "--fix" => "b",
        "--x" => "x",
        "--y" => random.Next(2) == 0 ? "y" : "s",
        "--sigma" => "s",
        "--level" => "0.9",
        "--delimiter" => random.Next(2) == 0 ? "semicolon" : ",",
        "--plot" => workspace["fit.svg"],
        _ => $"{random.Next(2, 5)}",
    };

    private static string Hostile(Random random) => random.Next(8) == 0
        ? string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => (char)random.Next(1, 0x2100)))
        : Values[random.Next(Values.Length)];

    /// <summary>A failure whose message has control characters does not reach whoever runs the test.</summary>
    private static string Shown(string text) =>
        string.Concat(text.Select(c => c is (>= ' ' and <= '~') or '\n' ? $"{c}" : $"\\u{(int)c:x4}"));

    private static string Csv(Random random)
    {
        char delimiter = ",;\t| "[random.Next(5)];
        StringBuilder text = new($"x{delimiter}y{delimiter}s\n");
        int oneIn = random.Next(2) == 0 ? 12 : int.MaxValue;
        for (int row = random.Next(12); row >= 0; row--)
        {
            string[] fields = [.. Enumerable.Range(0, 3).Select(_ => random.Next(oneIn) == 0
                ? Fields[random.Next(Fields.Length)]
                : (10 * random.NextDouble()).ToString("G5", System.Globalization.CultureInfo.InvariantCulture))];
            text.AppendJoin(delimiter, fields).Append('\n');
        }

        return random.Next(6) == 0 ? Mutated(random, text.ToString(), "xy0,;\"#\n\t\0\u001b\u00e9") : text.ToString();
    }

    private static string Mutated(Random random, string text, string alphabet, int oneIn = 1)
    {
        StringBuilder changed = new(text);
        for (int change = random.Next(oneIn) == 0 ? random.Next(3) : 0; change > 0 && changed.Length > 0; change--)
        {
            changed[random.Next(changed.Length)] = alphabet[random.Next(alphabet.Length)];
        }

        return changed.ToString();
    }
#pragma warning restore CA5394

    private static string Steering(string text) =>
        string.Concat(text.Where(c => (char.IsControl(c) && c is not ('\n' or '\r')) || c is '\u202e'));

    private sealed class FullWriter : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("No space left on device");
    }
}
