using System.Globalization;
using System.Text.RegularExpressions;

namespace MinpackNet.Cli;

/// <summary>A value with its error beside it: 2.31(5), where the 5 counts the last digit, or 2.31 ± 0.05.</summary>
/// <param name="Value">The text of the value.</param>
/// <param name="Error">That of the error, in the unit of the value.</param>
/// <param name="HasSign">Whether ± or the like is between them.</param>
internal sealed partial record ValueWithError(string Value, string Error, bool HasSign)
{
    private const string Mantissa = @"[-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)";
    private const string Exponent = @"(?:[eEdD][-+]?\d+)?";

    /// <summary>Splits a text; null if it is no such value.</summary>
    public static ValueWithError? Of(string text)
    {
        if (WithSign().Match(text) is { Success: true } sum)
        {
            return new(sum.Groups["value"].Value, sum.Groups["error"].Value, HasSign: true);
        }

        if (InParentheses().Match(text) is not { Success: true } match)
        {
            return null;
        }

        (string value, string error) = (match.Groups["value"].Value, match.Groups["error"].Value);
        string exponent = match.Groups["exponent"].Value;
        int mark = value.AsSpan().IndexOfAny('.', ',');
        int places = mark < 0 || error.AsSpan().ContainsAny('.', ',') ? 0 : value.Length - mark - 1;
        _ = int.TryParse(exponent.TrimStart('e', 'E', 'd', 'D'), CultureInfo.InvariantCulture, out int power);
        string scaled = string.Create(CultureInfo.InvariantCulture, $"{error}e{power - places}");
        return new(value + exponent, scaled, HasSign: false);
    }

    [GeneratedRegex($@"^(?<value>{Mantissa}{Exponent})\s*(?:±|\+/?-)\s*(?<error>(?![-+]){Mantissa}{Exponent})$")]
    private static partial Regex WithSign();

    [GeneratedRegex($@"^(?<value>{Mantissa})\s?\((?<error>\d+(?:[.,]\d+)?)\)(?<exponent>{Exponent})$")]
    private static partial Regex InParentheses();
}
