using System.Text.RegularExpressions;

namespace MinpackNet.Cli;

/// <summary>Names that people give to columns of standard deviations.</summary>
internal static partial class ErrorColumn
{
    private const string Word =
        @"delta|err(?:or)?s?|sigma|sd|s\.d\.?|se|s\.e\.?|sem|s\.e\.m\.?|std(?:ev|dev|err)?|unc|uncertainty"
        + @"|(?:std|standard|st)\.?[_ .-]*(?:dev|deviation|err|error|uncertainty)|err(?:or)?[_ .-]?bars?";

    /// <summary>
    /// Which columns have the errors of another by their names: dy, y_err, sigma, s.d., u(y), ..., or the other's name
    /// with a d, a sigma or the like. A unit behind a name does not matter.
    /// </summary>
    public static bool[] Among(IReadOnlyCollection<string> names)
    {
        HashSet<string> others = [.. names, .. names.Select(Bare)];
        return [.. names.Select(name => new[] { name, Bare(name) }.Any(text =>
            Pattern().IsMatch(text) || others.Contains(OfOther().Match(text).Groups["name"].Value)))];
    }

    /// <summary>Whether a column of errors has those of a certain other one by its name.</summary>
    /// <param name="name">The name of the column of errors.</param>
    /// <param name="other">The name of the other column; its case matters, as in T and t.</param>
    public static bool IsOf(string name, string other)
    {
        string bare = Regex.Escape(Bare(other));

        // What looks like a unit may be the other's name, as in u(x).
        return new[] { name, Bare(name) }.Any(text => Regex.IsMatch(
            text,
            $@"^(?:(?i:d|s|u|e|{Word})[_ .-]?\(?{bare}\)?|[±+/∆Δδσ-]+[_ ]?{bare}"
            + $@"|{bare}[_ .-]?\(?(?i:d|e|{Word}|±|\+/-)\)?|.+ (?i:of|in) {bare})$"));
    }

    /// <summary>Whether a name of a column of errors, such as sd or ±, does not say of which other one.</summary>
    public static bool NamesNoOther(string name) => Alone().IsMatch(name) || Alone().IsMatch(Bare(name));

    private static string Bare(string name) => Unit().Replace(name, "");

    [GeneratedRegex(@"(?<=[^(\s])\s*([(\[{][^()\[\]{}]*[)\]}]|/\s*(?!d)[^\s/]+)$")]
    private static partial Regex Unit();

    [GeneratedRegex(
        @"^(?:(?:delta|δ|err|error|sigma|sd|se|sem|std|unc|uncertainty)[_ .-]?|d|u|e_|s_|u_)_?(?<name>.+)$"
        + @"|^(?:s|delta)\((?<name>.+)\)$|^(?<name>.+?)(?:[Ee]rr(?:or)?|[Ss]igma|[Uu]nc|_[de])$")]
    private static partial Regex OfOther();

    [GeneratedRegex($@"^(?:[±∆Δδσ]|\+/?[-−]|{Word}|uncertainties)$", RegexOptions.IgnoreCase)]
    private static partial Regex Alone();

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
