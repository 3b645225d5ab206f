using System.CommandLine;
using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>The arguments and options of <c>minpack fit</c>.</summary>
internal sealed partial class FitArguments
{
    private readonly Argument<string> _file = new("data")
    {
        Description = "The CSV file, packed by gzip or not, or a workbook of Excel; - reads standard input.",
    };

    private readonly Option<string> _model = new("--model")
    {
        Description = "The formula, such as \"b1*(1 - exp(-b2*x))\": + - * / ^, comparisons such as x < 2 (1 or 0), "
            + "pi, abs, acos, acosh, asin, asinh, atan, atan2(y,x), atanh, besselj0, besselj1, cbrt, ceil, cos, cosh, "
            + "erf, erfc, exp, expm1, floor, gamma, gaussian(x,mean,sd), if(condition,a,b), lgamma, log, log10, log1p, "
            + "log2, logistic, max(a,b,...), min(a,b,...), mod(a,b), round, sign, sin, sinc, sinh, sqrt, step, tan, "
            + "tanh, voigt(x,sigma,gamma). Or names of models, such as gaussian+linear, which minpack models lists.",
        Required = true,
    };

    private readonly Option<string[]> _start = new("--start")
    {
        Description = "The start values of the parameters, such as b1=500,b2=1e-4. May be repeated. Without any, the "
            + "command searches, from starts that the formula and the data suggest, as with --search; with that, those "
            + "of some parameters suffice.",
    };

    private readonly Option<string[]> _fix = new("--fix")
    {
        Description = "Parameters that stay at their start values or at values given here: b2 or b2=1e-4. May be "
            + "repeated.",
    };

    private readonly Option<string[]> _bound = new("--bound")
    {
        Description = "Bounds of parameters: b1=0..10, \"b2>0\" or \"0<b3<=5\". May be repeated.",
    };

    private readonly Option<string[]> _tie = new("--tie")
    {
        Description = "A parameter that follows from others, and has no start value: \"b3=2*b1\". May be repeated.",
    };

    private readonly Option<bool> _profile = new("--profile")
    {
        Description = "Add intervals by profile likelihood, which follow the curvature of the model, of parameters and "
            + "derived quantities.",
    };

    private readonly Option<string?> _bootstrap = new("--bootstrap")
    {
        Description = "Add errors and percentile intervals by a bootstrap of so many refits. Default: 2000, if no "
            + "number follows.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _bootstrapKind = new("--bootstrap-kind")
    {
        Description = $"How the bootstrap makes its data: {BootstrapSettings.Kinds}. Default: residual, or case with "
            + "--loss.",
    };

    private readonly Option<string?> _seed = new("--seed")
    {
        Description = "The seed of the bootstrap's random numbers; the same one gives the same draws. Default: 1.",
    };

    private readonly Option<string[]> _contour = new("--contour")
    {
        Description = "Add to the JSON document the joint region of two parameters by profile likelihood: a,b. May be "
            + "repeated.",
    };

    private readonly Option<string[]> _derive = new("--derive")
    {
        Description = "A quantity that follows from the parameters, reported with its error: \"half=log(2)/k\". May be "
            + "repeated.",
    };

    private readonly Option<string?> _loss = new("--loss")
    {
        Description = "The loss that replaces the square of each residual, for data with outliers: huber, "
            + "soft_l1, cauchy or arctan, each with the size beyond which residuals are outliers, such as huber=1.5 (1 "
            + "unless given); "
            + "with --sigma in standard deviations.",
    };

    private readonly Option<string?> _set = new("--set")
    {
        Description = "The column that tells the data set of a row, for a fit of several sets together: parameters "
            + "have a value for each set, such as a_cold, but for those of --shared. What is said of a "
            + "holds in all sets, of a_cold in one.",
    };

    private readonly Option<string[]> _shared = new("--shared")
    {
        Description = "The parameters that all data sets have in common, such as k,c. May be repeated. Needs --set.",
    };

    private readonly Option<string?> _by = new("--by")
    {
        Description = "The column that tells the group of a row: fit each group by itself, and write a line for each "
            + "with estimates, errors and status, to --out or the output. Rows of a group must be together.",
    };

    private readonly Shard.Options _shard = new();

    private readonly Option<bool> _worst = new("--worst")
    {
        Description = "With --by and --plot: draw the twelve groups that are described worst, instead of the first.",
    };

    private readonly Option<bool> _search = new("--search")
    {
        Description = "Search for the lowest minimum and certify it; for hard problems and poor starts.",
    };

    private readonly SolverSettings.Options _solver = new();

    private readonly Option<string?> _level = new("--level")
    {
        Description = "The probability of the confidence intervals and of the band in the picture. Default: 0.95.",
    };

    private readonly Option<string?> _digits = new("--digits")
    {
        Description = "The significant digits of every number in the report's tables, from 2 to 17. Default: as many "
            + "as the errors leave, and six for a number without an error.",
    };

    private readonly Option<string?> _plot = new("--plot")
    {
        Description = "Write a picture of data, curve, confidence band and residuals to this .svg file.",
    };

    private readonly Option<string?> _report = new("--report")
    {
        Description = "Write a page with picture, report, warnings, rows and the command to this .html file, which "
            + "needs nothing else to be read, printed or sent.",
    };

    private readonly PlotSettings _style = new();

    private readonly Option<string?> _problem = new(ProblemFile.ReadName)
    {
        Description = "Take data, model and options from this JSON file, as --save-problem writes it; what is given "
            + "beside it wins.",
    };

    private readonly Option<string?> _saveProblem = new(ProblemFile.SaveName)
    {
        Description = "Write data, model and options to this .json file.",
    };

    private readonly Option<bool> _quiet = new("--quiet")
    {
        Description = "Write no report: only the files that are asked for, errors, and the exit code.",
    };

    private readonly Option<bool> _noPlot = new("--no-plot")
    {
        Description = "Leave the plot out of the report; a JSON document has none.",
    };

    private readonly Option<bool> _logX = new("--log-x")
    {
        Description = "Draw the horizontal axis of the pictures logarithmic. Rows at or below zero are left out of "
            + "them and counted.",
    };

    private readonly Option<bool> _logY = new("--log-y")
    {
        Description = "Draw the vertical axis of the pictures logarithmic; that of the residuals never is.",
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Write one JSON document instead of the report; numbers that are not finite become the strings "
            + "NaN, Infinity or -Infinity.",
    };

    private readonly AnswerSettings.Options _answers = new();
    private readonly ColumnSettings _columns = new();

    private readonly FormatSettings _format = new();

    /// <summary>What this command calls what a fit may advise.</summary>
    private HintNames Hints => DataHints with
    {
        Fixed = _fix.Name,
        MaxEvaluations = SolverSettings.Options.MaxEvaluationsName,
        Tolerances = SolverSettings.Options.ToleranceName,
        InitialStepFactor = SolverSettings.Options.StepFactorName,
        Attempts = "the table of attempts",
        Bounds = _bound.Name,
    };

    /// <summary>The same for a command that has only the options about the data.</summary>
    private HintNames DataHints => new()
    {
        Search = _search.Name,
        AbsoluteSigma = ColumnSettings.AbsoluteSigmaNames,
        Fixed = null,
        MaxEvaluations = null,
        InitialStepFactor = null,
        ParameterScale = null,
        ResidualPrecision = null,
        Tolerances = null,
        Attempts = null,
        Bounds = null,
    };

    public void AddTo(Command command) => Add(
        command,
        [
            _model, _start, _fix, _bound, _tie, _derive, _profile, _bootstrap, _bootstrapKind, _seed, _contour, _loss,
            .. _columns.All, _set, _shared, _by, .. _shard.All, _worst, _search,
            .. _solver.All, _level, _digits, .. _format.All, .. _answers.All, _report, _plot, .. _style.All, _noPlot,
            _logX, _logY, _problem, _saveProblem, _quiet, _json,
        ]);

    /// <summary>Adds what says which data to fit, for a command that fits several models to them.</summary>
    public void AddDataTo(Command command) => Add(
        command,
        [
            .. _columns.All, _set, _shared, _search, .. _format.All, _json,
        ]);

    /// <exception cref="InputException">An argument cannot be used.</exception>
    public FitRequest Read(ParseResult parsed) =>
        Read(parsed, parsed.GetRequiredValue(_model), parsed.GetValue(_start) ?? []) with
        {
            HintNames = Hints,
            CommandLine = CommandLine.Of(parsed),
            Problem = ProblemFile.Of(parsed),
        };

    /// <summary>The request for one of several models; options that the command does not have are left out.</summary>
    /// <exception cref="InputException">An argument cannot be used.</exception>
    public FitRequest Read(ParseResult parsed, string model, string[] start)
    {
        FitRequest request = new(parsed.GetRequiredValue(_file), model)
        {
            HintNames = DataHints,
            Parameters = ParameterSettings.Parse(start, parsed.GetValue(_fix) ?? []) with
            {
                Bounds = BoundSettings.Bounds(parsed.GetValue(_bound) ?? []),
            },
            Derived = [.. (parsed.GetValue(_derive) ?? []).Select(QuantitySettings.Derived)],
            Profiles = parsed.GetValue(_profile),
            Bootstrap = BootstrapSettings.Parse(
                parsed.GetResult(_bootstrap) is not null,
                parsed.GetValue(_bootstrap),
                parsed.GetValue(_bootstrapKind),
                parsed.GetValue(_seed),
                hasLoss: parsed.GetValue(_loss) is not null),
            Contours = [.. (parsed.GetValue(_contour) ?? []).Select(ContourSettings.Parse)],
            Ties = [.. (parsed.GetValue(_tie) ?? []).Select(QuantitySettings.Tied)],
            Loss = BoundSettings.Loss(parsed.GetValue(_loss)),
            Format = _format.Read(parsed),
            Set = parsed.GetValue(_set),
            Shared = [.. ParameterSettings.Items(parsed.GetValue(_shared) ?? [])],
            DrawsWorstGroups = parsed.GetValue(_worst),
            By = parsed.GetValue(_by),
            Shard = _shard.Read(parsed),
            Search = parsed.GetValue(_search),
            Solver = _solver.Read(parsed),
            Level = LevelFrom(parsed.GetValue(_level)),
            Digits = DigitsFrom(parsed.GetValue(_digits)),
            Json = parsed.GetValue(_json),
            DrawsInReport = !parsed.GetValue(_noPlot),
            PlotFile = parsed.GetValue(_plot),
            ProblemFile = parsed.GetValue(_saveProblem),
            IsQuiet = parsed.GetValue(_quiet),
            Answers = _answers.Read(parsed, parsed.GetValue(_json)),
            PageFile = parsed.GetValue(_report),
            Style = _style.Read(parsed),
            LogX = parsed.GetValue(_logX),
            LogY = parsed.GetValue(_logY),
        };
        request = _columns.AddTo(request, parsed);
        Check(request);
        return request;
    }

    private void Add(Command command, Option[] options)
    {
        command.Arguments.Add(_file);
        foreach (Option option in options)
        {
            command.Options.Add(option);
        }
    }
}
