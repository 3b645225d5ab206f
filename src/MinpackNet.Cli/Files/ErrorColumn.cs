using System.Text.RegularExpressions;

namespace MinpackNet.Cli;

/// <summary>Names that people give to columns of standard deviations.</summary>
internal static partial class ErrorColumn
{
    /// <summary>
    /// Which columns have the errors of another by their names: dy, y_err, sigma, s.d., u(y), ..., or the other's name
    /// with a d, a sigma or the like. A unit behind a name does not matter.
    /// </summary>
    public static bool[] Among(IReadOnlyCollection<string> names)
    {
        HashSet<string> others = [.. names, .. names.Select(Bare)];
        return [.. names.Select(name => Pattern().IsMatch(name) || Pattern().IsMatch(Bare(name))
            || others.Contains(OfOther().Match(Bare(name)).Groups["name"].Value))];
    }

    private static string Bare(string name) => Unit().Replace(name, "");

    [GeneratedRegex(@"(?<=[^(\s])\s*([(\[{][^()\[\]{}]*[)\]}]|/\s*(?!d)[^\s/]+)$")]
    private static partial Regex Unit();

    [GeneratedRegex(
        @"^(?:d|e_|s_|u_|(?:delta|δ|err|error|sigma|sd|se|sem|std|unc|uncertainty)[_ .-]?)_?(?<name>.+)$"
        + @"|^(?:s|delta)\((?<name>.+)\)$|^(?<name>.+?)(?:[Ee]rr(?:or)?|[Ss]igma|[Uu]nc|_[de])$")]
    private static partial Regex OfOther();

    [GeneratedRegex(
        @"^(d[xy]|s[xy]|[xy]?[_ .-]?(err|errors?|sigma|sd|s\.d\.?|se|s\.e\.?|sem|s\.e\.m\.?|std|stdev|stddev|stderr"
        + @"|unc|uncertainty|uncertainties)[_ .-]?[xy]?"
        + @"|(std|standard|st)\.?[_ .-]*(dev|deviation|err|error|uncertainty)s?\.?|(error|err)[_ .-]?bars?"
        + @"|.+[_ .-]\(?(err|error|sigma|sd|s\.d\.?|se|s\.e\.?|sem|std|stdev|stddev|stderr|unc|uncertainty)\)?"
        + @"|(u|sd|se|sem|err|error|std|unc|sigma)\(.+\)|(uncertainty|error|standard (error|deviation)) (of|in) .+"
        + @"|σ.*|[±∆Δ].*|\+/?[-−].*|.+±)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
