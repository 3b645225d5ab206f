using System.Text.Json.Nodes;
using MinpackNet.Fitting;

namespace MinpackNet.Cli.Tests;

/// <summary>The command compares models as the library does.</summary>
public sealed class CompareTests
{
    private const string Csv =
        "t,y\n0,5.1\n1,3.0\n2,1.9\n3,1.2\n4,0.7\n5,0.4\n6,0.3\n7,0.1\n8,0.15\n9,0.05\n";

    private const string Decay = "a*exp(-b*t)";
    private const string Offset = "a*exp(-b*t) + c";
    private const string Line = "a + b*t";

    private static readonly double[] T = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    private static readonly double[] Y = [5.1, 3.0, 1.9, 1.2, 0.7, 0.4, 0.3, 0.1, 0.15, 0.05];

    [Fact]
    public void The_report_is_the_data_and_the_table_of_the_library()
    {
        ModelComparison expected = ModelComparison.Of(
            [Fit(Decay, [4, 0.4]), Fit(Offset, [4, 0.4, 0]), Fit(Line, [4, -1])]);
        string[] starts = ["--start", "a=4,b=0.4", "--start", "c=0,a=4,b=.4", "--start", "b=-1,a=4"];
        Run run = Minpack.RunOn(Csv, Compare([Decay, Offset, Line, .. starts]));
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal(
            $"standard input: 10 rows, y against t\n\n{expected}\n".ReplaceLineEndings("\n"),
            run.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Without_starts_it_searches_and_names_stand_for_models()
    {
        Run run = Minpack.RunOn(Csv, Compare("decay", "decay + constant", "linear", "--nested", "--json"));
        Assert.Equal(ExitCode.Success, run.ExitCode);
        JsonNode[] models = [.. run.Json["models"]!.AsArray().Select(model => model!)];
        Assert.Equal(["decay", "decay + constant", "linear"], models.Select(model => (string)model["name"]!));
        Assert.Equal("decay", (string)run.Json["best"]!);
        Assert.True((bool)run.Json["succeeded"]!);
        FitResult simple = Fit(Decay, [4, 0.4]);
        NestedTest test = NestedTest.Of(simple, Fit(Offset, [4, 0.4, 0]));
        Assert.Null(models[0]["againstSimplest"]);
        Assert.Null(models[2]["againstSimplest"]);
        Assert.Equal(test.Statistic, Run.Number(models[1]["againstSimplest"]!["statistic"]!), 1e-5);
        Assert.Equal(test.PValue, Run.Number(models[1]["againstSimplest"]!["pValue"]!), 1e-6);
        Assert.Equal(simple.Aicc, Run.Number(models[0]["fit"]!["statistics"]!["aicc"]!), 1e-6);
        Assert.Equal(1, models.Sum(model => Run.Number(model["weight"]!)), 1e-12);
        Assert.Equal(0, Run.Number(models[0]["difference"]!));
        Assert.All(models, model => Assert.True((bool)model["fit"]!["succeeded"]!));
    }

    [Fact]
    public void Weights_and_columns_are_for_all()
    {
        string csv = "u,t,y,s\n" + string.Join('\n', T.Select((t, i) => FormattableString.Invariant(
            $"{i * i},{t},{Y[i]},{0.1 + (0.01 * i)}")));
        Run run = Minpack.RunOn(csv, Compare(
            "a*exp(-b*x)", "a + b*x", "--x", "t", "--y", "y", "--sigma", "s", "--absolute-sigma", "--nested"));
        Assert.Contains("with standard deviations in s", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "the scatter of the observations is given, so that AICc is AIC", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fit_that_fails_is_said_and_the_exit_code_tells()
    {
        Run run = Minpack.RunOn(
            Csv, Compare(Decay, "a*b*exp(-c*t)", "--start", "a=4,b=0.4", "--start", "a=1,b=1,c=1"));
        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains(
            "a*b*exp(-c*t) takes no part, because its fit did not succeed", run.Output, StringComparison.Ordinal);
        Assert.Contains("Only a*exp(-b*t) takes part.", run.Output, StringComparison.Ordinal);
    }

    public static TheoryData<string[], string> Mistakes => new()
    {
        { ["--model", Decay], "--model: there is one model only. Give two or more, each by a --model of its own." },
        { ["--model", Decay, "--model", Line, "--start", "a=1,b=1"], "--start: there is 1 for 2 models." },
        {
            ["--model", Decay, "--model", "a + b*(t", "--start", "", "--start", ""],
            "--model: Expected"
        },
        {
            ["--model", Decay, "--model", Line, "--start", "a=1,b=1", "--start", "a=1"],
            "--start: b has no start value and is not one of the columns t, y."
        },
        {
            ["--model", Decay, "--model", "a + b*sin(t) + c*cos(t)", "--nested"],
            "--nested: The sum of squares of a + b*sin(t) + c*cos(t) is "
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistakes_are_named(string[] arguments, string complaint) => Assert.StartsWith(
        complaint, Minpack.RunOn(Csv, ["compare", "-", .. arguments]).Complaint, StringComparison.Ordinal);

    [Fact]
    public void A_mistake_in_a_model_says_in_which()
    {
        string[] starts = ["--start", "a=1,b=1", "--start", "a=1"];
        Assert.EndsWith(
            "(This is about model 2, a + b*t.)",
            Minpack.RunOn(Csv, Compare(Decay, Line, starts)).Complaint,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Models_of_different_rows_or_columns_are_not_compared()
    {
        const string Gap = "t,u,y\n0,1,5\n1,4,3\n2,,2\n3,2,1.5\n4,7,1\n5,3,0.5\n";
        Assert.StartsWith(
            "standard input: the models are fitted to different rows",
            Minpack.RunOn(Gap, Compare("a + b*t", "a + b*u", "--y", "y")).Complaint,
            StringComparison.Ordinal);
        const string Two = "u,v\n0,5\n1,3\n2,2\n3,1.5\n4,1.2\n5,0.5\n";
        Assert.StartsWith(
            "--y: a + b*u is fitted to the column v, and a + b*v to u.",
            Minpack.RunOn(Two, Compare("a + b*u", "a + b*v")).Complaint,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "--model: The fit of a + b*x meets the observations to within rounding",
            Minpack.RunOn("x,y\n1,2\n2,4\n3,6\n4,8\n5,10\n", Compare("a + b*x", "a*x^2")).Complaint,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_rows_are_not_told_of_options_that_the_command_lacks() => Assert.EndsWith(
        "Add rows.",
        Minpack.RunOn("t,y\n1,2\n2,3\n", Compare(Offset, Line)).Complaint,
        StringComparison.Ordinal);

    [Fact]
    public void Models_of_several_data_sets_are_compared_by_their_fits_of_all()
    {
        // Rows of the sets alternate in the file.
        string csv = "run,t,y\n" + string.Concat(T.Select((t, i) => FormattableString.Invariant(
            $"cold,{t},{Y[i]}\nwarm,{t},{(1.5 * Y[i]) + (i % 3 * 0.01)}\n")));
        FitDataSet[] sets =
        [
            new(Predictors.FromColumns(("t", T)), Y, "cold"),
            new(Predictors.FromColumns(("t", T)), [.. Y.Select((y, i) => (1.5 * y) + (i % 3 * 0.01))], "warm"),
        ];
        ModelComparison expected = ModelComparison.Of(
            [
                Together(Decay, ["b"], ("a", 4), ("b", 0.4)),
                Together(Offset, ["b", "c"], ("a", 4), ("b", 0.4), ("c", 0)),
            ],
            [Decay, Offset],
            areNested: true);
        string[] options = ["--set", "run", "--shared", "b,c", "--nested", "--y", "y"];
        string[] starts = ["--start", "a_cold=4,a_warm=4,b=0.4", "--start", "c=0,a=4,b=.4"];
        Run run = Minpack.RunOn(csv, Compare(Decay, Offset, [.. options, .. starts]));
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal(
            $"standard input: 20 rows, y against t, 2 data sets by run\n\n{expected}\n".ReplaceLineEndings("\n"),
            run.Output.ReplaceLineEndings("\n"));
        Run json = Minpack.RunOn(csv, Compare(Decay, Offset, [.. options, "--json"]));
        Assert.Equal(2, json.Json["models"]![1]!["fit"]!["sets"]!.AsArray().Count);
        Assert.StartsWith(
            "--shared: 'q' is not a parameter of any model. Their parameters are a, b, c.",
            Minpack.RunOn(csv, Compare(Decay, Offset, ["--set", "run", "--shared", "q", "--y", "y"])).Complaint,
            StringComparison.Ordinal);
        Assert.EndsWith(
            "or name more in --shared. (This is about model 1, a*exp(-b*t).)",
            Minpack.RunOn("run,t,y\nA,0,1\nA,1,2\nB,0,1\n", Compare(Decay, Offset, ["--set", "run"])).Complaint,
            StringComparison.Ordinal);

        FitResult Together(string formula, string[] shared, params StartValue[] start) =>
            CurveFit.FitGlobal(Formula.Parse(formula, ["t"]), sets, shared, StartValues.Create(start)).Fit;
    }

    private static FitResult Fit(string formula, double[] start)
    {
        Formula model = Formula.Parse(formula, new FormulaNames { Predictors = ["t"] });
        return CurveFit.Fit(model, T, Y, start);
    }

    /// <summary>Models come first, and what starts with a dash or follows that are options.</summary>
    private static string[] Compare(params string[] words)
    {
        int models = Array.FindIndex([.. words, "-"], word => word.StartsWith('-'));
        return ["compare", "-", .. words[..models].SelectMany(model => new[] { "--model", model }), .. words[models..]];
    }

    private static string[] Compare(string first, string second, string[] options) =>
        Compare([first, second, .. options]);
}
