using System.Text.Json.Nodes;
using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>What <c>minpack fit</c> is asked to do.</summary>
/// <param name="File">The file with the data; - for standard input.</param>
/// <param name="Model">The formula.</param>
internal sealed record FitRequest(string File, string Model)
{
    public const double DefaultLevel = 0.95;

    /// <summary>What hints call the options of the command.</summary>
    public required HintNames HintNames { get; init; }

    /// <summary>The start values, and which parameters are fixed.</summary>
    public required ParameterSettings Parameters { get; init; }

    /// <summary>The quantities to derive from the parameters.</summary>
    public IReadOnlyList<NamedQuantity> Derived { get; init; } = [];

    /// <summary>Whether to add intervals by profile likelihood.</summary>
    public bool Profiles { get; init; }

    /// <summary>The bootstrap to add; null for none.</summary>
    public BootstrapSettings? Bootstrap { get; init; }

    /// <summary>The pairs of parameters to add joint regions of.</summary>
    public IReadOnlyList<ContourSettings> Contours { get; init; } = [];

    /// <summary>The parameters that follow from others.</summary>
    public IReadOnlyList<NamedQuantity> Ties { get; init; } = [];

    /// <summary>The loss that replaces the square of each residual; null for none.</summary>
    public Loss? Loss { get; init; }

    /// <summary>What is known about the format of the file.</summary>
    public CsvFormat Format { get; init; } = new();

    /// <summary>The column that x in the formula stands for; null to choose one.</summary>
    public string? X { get; init; }

    /// <summary>The column of the observations; null to choose one.</summary>
    public string? Y { get; init; }

    /// <summary>Whether to fit the means of several columns of observations.</summary>
    public bool Means { get; init; }

    /// <summary>The column of standard deviations; null for none.</summary>
    public string? Sigma { get; init; }

    /// <summary>The conditions of columns that rows must meet.</summary>
    public IReadOnlyList<string> Where { get; init; } = [];

    public bool AbsoluteSigma { get; init; }

    /// <summary>The rule by which the observations have weights; null for none.</summary>
    public string? Weights { get; init; }

    /// <summary>Whether the observations are counts.</summary>
    public bool Counts { get; init; }

    /// <summary>The column that tells the data set of a row; null for a single set.</summary>
    public string? Set { get; init; }

    /// <summary>The parameters that the data sets have in common.</summary>
    public IReadOnlyList<string> Shared { get; init; } = [];

    /// <summary>The column that tells the group of a row, each fitted by itself; null for a single fit.</summary>
    public string? By { get; init; }

    /// <summary>The share of the groups that this process fits; null for all, in one file.</summary>
    public Shard? Shard { get; init; }

    /// <summary>Whether these may be parameters of another model of the same data.</summary>
    public bool IsOneOfSeveral { get; init; }

    /// <summary>Whether a picture of groups has those that are described worst, not the first.</summary>
    public bool DrawsWorstGroups { get; init; }

    public bool Search { get; init; }

    /// <summary>What is said about the solver's steps.</summary>
    public SolverSettings Solver { get; init; } = new(null, null, null);

    /// <summary>The probability of the intervals and the band.</summary>
    public double Level { get; init; } = DefaultLevel;

    /// <summary>The significant digits of every number in the report; null for as many as the errors leave.</summary>
    public int? Digits { get; init; }

    public bool Json { get; init; }

    /// <summary>Whether the report includes a plot.</summary>
    public bool DrawsInReport { get; init; } = true;

    /// <summary>The picture to write, an SVG file; null for none.</summary>
    public string? PlotFile { get; init; }

    /// <summary>The numbers to write besides the report.</summary>
    public AnswerSettings Answers { get; init; } = new();

    /// <summary>Whether the horizontal axis of the pictures is logarithmic.</summary>
    public bool LogX { get; init; }

    /// <summary>Whether the vertical axis of the pictures is logarithmic.</summary>
    public bool LogY { get; init; }

    /// <summary>How pictures in files look.</summary>
    public PlotStyle Style { get; init; } = new();

    /// <summary>The file of the page; null for none.</summary>
    public string? PageFile { get; init; }

    /// <summary>The request as a document.</summary>
    public JsonObject Problem { get; init; } = [];

    /// <summary>The file for that document; null for none.</summary>
    public string? ProblemFile { get; init; }

    /// <summary>Whether to write no report.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>The command as a shell takes it.</summary>
    public string CommandLine { get; init; } = "";

    /// <summary>Whether any picture is drawn.</summary>
    public bool Draws => PlotFile is not null || PageFile is not null || (DrawsInReport && !Json && !IsQuiet);
}
