namespace MinpackNet.Cli;

/// <summary>A column of the table of fits.</summary>
/// <param name="Header">The text at the top.</param>
/// <param name="RightAligned">Whether it holds numbers.</param>
/// <param name="EntryWidth">The width of its longest entry in characters.</param>
/// <param name="Text">Makes the entry of a fit.</param>
internal sealed record FitColumn(string Header, bool RightAligned, int EntryWidth, Func<SetFit, string> Text)
{
    /// <summary>All columns, from left to right.</summary>
    public static IReadOnlyList<FitColumn> All { get; } =
    [
        new("Set", false, 8, fit => fit.Set),
        new("Start", true, 1, fit => fit.Start is { } start ? $"{start}" : "-"),
        new("Level", false, 7, fit => fit.Level.ToString().ToLowerInvariant()),
        new("Status", false, 11, StatusText),
        new("Evals", true, 6, fit => $"{fit.Evaluations}"),
        new("Param. digits", true, 4, fit => $"{fit.ParameterDigits:F1}"),
        new("Std. error digits", true, 4, fit => $"{fit.StandardErrorDigits:F1}"),
        new("Residual SS", true, 11, fit => $"{fit.SumOfSquares:0.00000e+00}"),
    ];

    /// <summary>The width of the header and every entry in characters.</summary>
    public int Width => Math.Max(Header.Length, EntryWidth);

    // The number is MINPACK's info.
    private static string StatusText(SetFit fit) => fit.Status switch
    {
        _ when fit.Error is not null => "exception",
        _ when fit.IsCertified == true => $"certified {fit.Status:D}",
        >= LeastSquaresStatus.SmallReduction and <= LeastSquaresStatus.SmallGradient => $"converged {fit.Status:D}",
        LeastSquaresStatus.TooManyEvaluations => $"gave up {fit.Status:D}",
        _ => $"at limit {fit.Status:D}",
    };
}
