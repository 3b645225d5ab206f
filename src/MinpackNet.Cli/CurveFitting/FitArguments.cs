using System.CommandLine;
using System.CommandLine.Parsing;
using MinpackNet.Cli.Csv;

namespace MinpackNet.Cli.CurveFitting;

/// <summary>The arguments and options of <c>minpack fit</c>.</summary>
internal sealed class FitArguments
{
    private readonly Argument<string> _file = new("data")
    {
        Description = "The CSV file; - reads the standard input.",
    };

    private readonly Option<string> _model = new("--model")
    {
        Description = "The formula, such as \"b1*(1 - exp(-b2*x))\".",
        Required = true,
    };

    private readonly Option<string[]> _start = new("--start")
    {
        Description = "Where the parameters start, such as b1=500,b2=1e-4. May be repeated.",
    };

    private readonly Option<string[]> _fix = new("--fix")
    {
        Description = "Parameters that stay at their start values, or at a value given here: b2 or b2=1e-4. May be "
            + "repeated.",
    };

    private readonly Option<string?> _x = new("--x")
    {
        Description = "The column that the formula's x stands for. Default: x, or else the first with no other task.",
    };

    private readonly Option<string?> _y = new("--y")
    {
        Description = "The column to fit. Default: y, or else the last with no other task.",
    };

    private readonly Option<string?> _sigma = new("--sigma")
    {
        Description = "The column with the standard deviations of the observations, which give them their weights.",
    };

    private readonly Option<bool> _absoluteSigma = new("--absolute-sigma")
    {
        Description = "Take the standard deviations as they are; without this, errors are scaled to the residuals.",
    };

    private readonly Option<bool> _robust = new("--robust")
    {
        Description = "Climb a ladder of solves until an optimum is certified, for hard problems and poor starts.",
    };

    private readonly Option<int?> _maxEvaluations = new("--max-evaluations")
    {
        Description = "The limit on evaluations. Default: 100 (n + 1) for n parameters.",
    };

    private readonly Option<double?> _level = new("--level")
    {
        Description = "The probability of the confidence intervals and of the band in the picture. Default: 0.95.",
    };

    private readonly Option<string?> _delimiter = new("--delimiter")
    {
        Description = $"What stands between fields: {Csv.Delimiter.Names}. Default: found out.",
    };

    private readonly Option<string?> _plot = new("--plot")
    {
        Description = "Write a picture of data, curve, confidence band and residuals to this SVG file.",
    };

    private readonly Option<bool> _noPlot = new("--no-plot") { Description = "Leave the plot out of the report." };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Write one JSON document instead of the report.",
    };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_file);
        Option[] options =
        [
            _model, _start, _fix, _x, _y, _sigma, _absoluteSigma, _robust, _maxEvaluations, _level, _delimiter, _plot,
            _noPlot, _json,
        ];
        foreach (Option option in options)
        {
            command.Options.Add(option);
        }

        command.Validators.Add(Validate);
    }

    /// <exception cref="InputException">A list of parameters cannot be understood.</exception>
    public FitRequest Read(ParseResult parsed) => new(parsed.GetRequiredValue(_file), parsed.GetRequiredValue(_model))
    {
        Parameters = ParameterSettings.Parse(parsed.GetValue(_start) ?? [], parsed.GetValue(_fix) ?? []),
        Delimiter = parsed.GetValue(_delimiter) is { } text ? Csv.Delimiter.Parse(text) : null,
        X = parsed.GetValue(_x),
        Y = parsed.GetValue(_y),
        Sigma = parsed.GetValue(_sigma),
        AbsoluteSigma = parsed.GetValue(_absoluteSigma),
        Robust = parsed.GetValue(_robust),
        MaxEvaluations = parsed.GetValue(_maxEvaluations),
        Level = parsed.GetValue(_level) ?? FitRequest.DefaultLevel,
        Json = parsed.GetValue(_json),
        DrawsInReport = !parsed.GetValue(_noPlot),
        PlotFile = parsed.GetValue(_plot),
    };

    private void Validate(CommandResult result)
    {
        Refuse(
            result.GetValue(_level) is not (null or (> 0 and < 1)),
            "--level: a level is a probability between 0 and 1, such as 0.95.");
        Refuse(result.GetValue(_maxEvaluations) < 1, "--max-evaluations: the limit must be positive.");
        Refuse(
            result.GetValue(_maxEvaluations) is not null && result.GetValue(_robust),
            "--max-evaluations has no effect with --robust, which has its own. Leave it out.");
        Refuse(
            result.GetValue(_absoluteSigma) && result.GetValue(_sigma) is null,
            "--absolute-sigma has no effect without --sigma. Leave it out, or name the column.");
        Refuse(
            result.GetValue(_noPlot) && result.GetValue(_json),
            "--no-plot has no effect with --json, which has no plot. Leave it out.");
        Refuse(
            result.GetValue(_delimiter) is { } delimiter && Csv.Delimiter.Parse(delimiter) is null,
            $"--delimiter: give {Csv.Delimiter.Names}.");
        Refuse(
            result.GetValue(_plot) is { } plot && !plot.EndsWith(".svg", StringComparison.OrdinalIgnoreCase),
            "--plot: the picture is an SVG file. Give a name that ends with .svg.");
        Refuse(
            result.GetValue(_plot) is { } file && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))),
            "--plot: there is no such folder. Create it, or give another.");

        void Refuse(bool isBad, string message)
        {
            if (isBad)
            {
                result.AddError(message);
            }
        }
    }
}
