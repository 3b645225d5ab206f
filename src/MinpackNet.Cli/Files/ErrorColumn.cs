using System.Text.RegularExpressions;

namespace MinpackNet.Cli;

/// <summary>Names that people give to columns of standard deviations.</summary>
internal static partial class ErrorColumn
{
    /// <summary>Whether a name says that a column has the errors of another: dy, y_err, sigma, u(y), ...</summary>
    public static bool Is(string name) => Pattern().IsMatch(name);

    [GeneratedRegex(
        @"^(d[xy]|s[xy]|[xy]?[_ .-]?(err|error|errors|sigma|sd|se|std|stdev|stddev|stderr|unc|uncertainty)[_ .-]?[xy]?"
        + @"|.+[_ .-](err|error|sigma|sd|se|std|stdev|stderr|unc)|u\(.+\)|σ.*|[±∆Δ].*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
