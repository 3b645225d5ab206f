using System.CommandLine;

namespace MinpackNet.Cli;

/// <summary>The options that say which columns and rows to fit, with which weights.</summary>
internal sealed class ColumnSettings
{
    /// <summary>The options that make standard deviations absolute.</summary>
    public const string AbsoluteSigmaNames = "--sigma and --absolute-sigma";

    private readonly Option<string?> _x = new("--x")
    {
        Description = "The column that x in the formula stands for, by its name or by its place as c1, c2, ..., or "
            + "a formula of columns, such as \"1000/(T + 273.15)\" or \"log(c2)\", or a date and a time in two "
            + "columns, such as \"Date+Time\". Default: x, or else the first with "
            + "numbers that are neither standard deviations nor an index nor all the same.",
    };

    private readonly Option<string?> _y = new("--y")
    {
        Description = "The column to fit, a formula of columns, or several columns with replicates, such as "
            + "y1,y2,y3. Default: y, or else the only one left with numbers that are neither standard deviations nor "
            + "an index nor all the same.",
    };

    private readonly Option<bool> _means = new("--means")
    {
        Description = "With several columns for --y: fit the mean of each row, with the standard deviation of the mean "
            + "for its weight. Default: fit each value.",
    };

    private readonly Option<string[]> _where = new("--where")
    {
        Description = "Only rows that meet a condition of columns, such as \"c1 > 5\". May be repeated, for rows "
            + "that meet all. Does not apply to places of another file.",
    };

    private readonly Option<string?> _sigma = new("--sigma")
    {
        Description = "The column with the standard deviations of the observations, which set their weights, a "
            + "formula of columns, or the column of the observations if its values have errors beside them, such as "
            + "2.31(5).",
    };

    private readonly Option<bool> _absoluteSigma = new("--absolute-sigma")
    {
        Description = "Treat the standard deviations as absolute; otherwise, errors are scaled to the residuals.",
    };

    private readonly Option<string?> _weights = new("--weights")
    {
        Description = "Weights by a rule: 1/y, for standard deviations that grow as the root of the observations, or "
            + "1/y^2, for those that are a share of them.",
    };

    private readonly Option<bool> _counts = new("--counts")
    {
        Description = "The observations are counts: make the deviance of the Poisson distribution small, with errors "
            + "that follow from it. Counts of zero have their part.",
    };

    /// <summary>All of them, in the order of the help.</summary>
    public IEnumerable<Option> All => [_x, _y, _means, _where, _sigma, _absoluteSigma, _weights, _counts];

    /// <summary>A request with what they say.</summary>
    /// <exception cref="InputException">One cannot be used.</exception>
    public FitRequest AddTo(FitRequest request, ParseResult parsed) => request with
    {
        X = parsed.GetValue(_x),
        Y = parsed.GetValue(_y),
        Means = parsed.GetValue(_means),
        Where = parsed.GetValue(_where) ?? [],
        Sigma = parsed.GetValue(_sigma),
        AbsoluteSigma = parsed.GetValue(_absoluteSigma),
        Weights = WeightSettings.Parse(parsed.GetValue(_weights)),
        Counts = parsed.GetValue(_counts),
    };
}
