using System.Globalization;
using System.Text.RegularExpressions;

namespace MinpackNet.Cli;

/// <summary>
/// Lines above a table that multiply its numbers: MATLAB's 1.0e+03 *, a row such as x1000 below the names, factors of
/// JCAMP-DX. They are not applied: some say by what to multiply, and some by what was multiplied.
/// </summary>
internal static partial class ScaleFactor
{
    /// <summary>What a file means with such a line, and what to do; null without one.</summary>
    /// <param name="lines">Its first lines.</param>
    public static string? Complaint(IReadOnlyList<SampleLine> lines)
    {
        if (lines.FirstOrDefault(line => Packed().IsMatch(line.Text)) is { } packed)
        {
            return Means(packed, "packs several values of y into a row behind one x (JCAMP-DX)")
                + "Export the spectrum as CSV or with (XY..XY).";
        }

        foreach ((int i, SampleLine line) in lines.Index())
        {
            Match factor = OfJcamp().Match(line.Text);
            if (OfAll().IsMatch(line.Text)
                || (factor.Success && !NumberReader.ValueOf(factor.Groups[1].Value).Equals(1))
                || (i > 0 && lines[i - 1].IsText && AreFactors(line.Fields)))
            {
                return Means(line, "multiplies the numbers below it") + string.Create(
                    CultureInfo.InvariantCulture,
                    $"Give --skip {line.Line} to leave it out, and multiply by --x and --y, such as --y \"1000*c2\".");
            }
        }

        return null;
    }

    private static string Means(SampleLine line, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"line {line.Line} ({line.Quotation}) {what}. ");

    private static bool AreFactors(string[] fields) =>
        fields.Any(field => OfColumn().IsMatch(field))
        && Array.TrueForAll(fields, field => field.Length == 0 || Units.Is(field) || OfColumn().IsMatch(field));

    [GeneratedRegex(@"^\s*1(?:\.0+)?[eE][-+]?\d{1,3}\s*\*\s*$")]
    private static partial Regex OfAll();

    [GeneratedRegex(@"^[x×*] ?(?:1(?:0+|(?:\.0*)?[eE][-+]?\d+)|10\^[-+]?\d+|0[.,]0*1)$")]
    private static partial Regex OfColumn();

    [GeneratedRegex(@"^##[XY]FACTOR\s*=\s*(\S+)", RegexOptions.IgnoreCase)]
    private static partial Regex OfJcamp();

    [GeneratedRegex(@"^##XYDATA\s*=\s*\(X\+\+\(Y\.\.Y\)\)", RegexOptions.IgnoreCase)]
    private static partial Regex Packed();
}
