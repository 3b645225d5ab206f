using System.Globalization;
using System.Text.RegularExpressions;

namespace MinpackNet.Cli;

/// <summary>What is wrong with a value that is not a number, and what to do about it.</summary>
internal static partial class BadValue
{
    /// <summary>A sentence about the value that goes on with its cure.</summary>
    public static string Advice(string value) =>
        Percentage().IsMatch(value)
            ? "is a percentage. Remove the percent sign to fit percent, or write the fraction."
        : Limit().IsMatch(value)
            ? "is a limit, not a value. Leave the field empty to skip the row, or write a number."
        : WithError().Match(value) is { Success: true } measured
            ? $"has its error beside it. Write {measured.Groups[1]}, and the error in a column of its own for --sigma."
        : Date().IsMatch(value)
            ? "is a date or a time. Write a number, such as the days or seconds since the first."
        : Grouped().IsMatch(value)
            ? "has separators between thousands. Write the number with digits and a point only."
        : !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            && WithUnit().Match(value) is { Success: true } quantity
            ? $"has more in it than a number. Write {quantity.Groups[1]}, and units in the header."
        : "is not a finite number. Write numbers like -1.5e-3, and leave the field empty if there is no value.";

    /// <summary>Whether a text begins as a value does, and names and units do not.</summary>
    public static bool LooksLikeOne(string text) => Beginning().IsMatch(text);

    /// <summary>Whether a text is a number with separators between thousands.</summary>
    public static bool IsGrouped(string text) => Grouped().IsMatch(text);

    private const string Number = @"[-+−]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eEdD][-+]?\d+)?";

    [GeneratedRegex($@"^{Number}\s*(%|‰|percent)$", RegexOptions.IgnoreCase)]
    private static partial Regex Percentage();

    [GeneratedRegex($@"^([<>≤≥≲≳~≈]=?|(below|under|above|over|less than|more than)\s)\s*{Number}\W*\w*$")]
    private static partial Regex Limit();

    [GeneratedRegex($@"^({Number})\s*(\(\d+([.,]\d+)?\)([eE][-+]?\d+)?|(±|\+/?[-−])\s*{Number})\s*\S*$")]
    private static partial Regex WithError();

    [GeneratedRegex(
        @"^(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[-/. ]?[a-z]{3,9}\.?[-/. ,]*\d{2,4}|[a-z]{3,9}\.? \d{1,2},? \d{4}"
        + @"|\d{4}-?w?\d{2}(-\d{1,2})?T?|\d{1,3}:\d{2})([T ,:].*)?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Date();

    [GeneratedRegex(@"^[-+−]?\d{1,3}(?<mark>[ \u00a0\u2009\u202f'’_.,])\d{3}(\k<mark>\d{3})*([.,]\d*)?$")]
    private static partial Regex Grouped();

    [GeneratedRegex($@"^(?!0[xX])({Number})\s*[^\d\s.,;:+−-][^;:]*$")]
    private static partial Regex WithUnit();

    [GeneratedRegex(@"^([<>≤≥≲≳~≈]=?)?\s*[-+−±]?[.,]?\d")]
    private static partial Regex Beginning();
}
