using System.Text.RegularExpressions;

namespace MinpackNet.Cli;

/// <summary>How people write the unit of a column.</summary>
internal static partial class Units
{
    private const string Prefix = "da|[QRYZEPTGMkhdcmµμunpfazyrq]";
    private const string Symbol =
        "m|g|s|A|K|mol|cd|Hz|N|Pa|J|W|C|V|F|Ω|Ohm|ohm|S|Wb|T|H|lm|lx|Bq|Gy|Sv|kat|l|L|bar|eV|u|Da|M|t|G|Oe|cal"
        + "|Ci|R|B|Bm|b|barn|Jy|pc|U|IU|rad|sr|Torr|sec|px|atm";

    // What is alike without a common symbol; SRIM writes A for the angstrom.
    private static readonly string[][] Kinds =
        [["s", "sec", "min", "h", "hr", "hrs", "d"], ["m", "A", "Å", "in", "ft"]];

    /// <summary>
    /// Whether a text is a unit: anything in brackets but a value, or symbols and words such as mV or m/s^2.
    /// </summary>
    public static bool Is(string text) =>
        (Bracketed().IsMatch(text) && !IsValue(text[1..^1].Trim())) || Written().IsMatch(text);

    /// <summary>
    /// Whether two texts are units of one quantity, so that numbers before them can be compared, or are both exponents
    /// such as E-3.
    /// </summary>
    public static bool AreAlike(string one, string other) =>
        IsExponent(one) ? IsExponent(other)
        : Is(one) && Is(other)
            && (BaseOf(one) == BaseOf(other)
                || Kinds.Any(kind => kind.Contains(BaseOf(one)) && kind.Contains(BaseOf(other))));

    /// <summary>Whether a text is an exponent that a space parts from its number.</summary>
    public static bool IsExponent(string text) => Exponent().IsMatch(text);

    /// <summary>A unit without its prefix.</summary>
    private static string BaseOf(string unit) =>
        !Array.Exists(Kinds, kind => kind.Contains(unit)) && Prefixed().Match(unit) is { Success: true } match
            ? match.Groups["symbol"].Value
            : unit;

    /// <summary>Whether a text is a number; one stands for no unit.</summary>
    private static bool IsValue(string text) => text != "1" && NumberReader.IsNumber(text);

    [GeneratedRegex(@"^(\(.*\)|\[.*\]|<.*>|\{.*\}|/ ?\S+)$")]
    private static partial Regex Bracketed();

    [GeneratedRegex(
        @"^(?:(?:^|[ ·⋅*/.(]+)(?:1|10\^?-?\d+"
        // Symbols, with a prefix and a power.
        + $"|(?:{Prefix})?(?:{Symbol})"
        + @"|min|h|hr|hrs|d|a|yr|°|°C|°F|degC|degF|deg|%|‰|ppm|ppb|torr|mmHg|psi|in|ft|lb|mph|Å|OD|RFU|AU|au|a\.u\.?"
        + @"|arb\.?(?: ?u(?:nits?)?\.?)?|arbitrary units?|rpm|cps|cpm|cts|cfu|molar"
        + @"|(?i:counts?|cells?|pixels?|units?|seconds?|secs?|minutes?|hours?|days?|weeks?|months?|years?"
        + @"|grams?|(?:milli|kilo|micro)?volts?|amperes?|amps?|ohms?|watts?|joules?|kelvins?|celsius|fahrenheit"
        + @"|hertz|pascals?|newtons?|teslas?|(?:kilo|milli|centi)?met(?:er|re)s?|(?:milli|micro)seconds?|percent"
        + @"|degrees?|radians?|moles?|lit(?:er|re)s?|inch(?:es)?|feet|dimensionless|unitless))"
        + @"(?:\^?[-−+]?\d|[⁻⁺]?[¹²³⁴]|\^[({][-−]?\d[)}])?\)*)+$")]
    private static partial Regex Written();

    [GeneratedRegex($"^(?:{Prefix})(?<symbol>{Symbol})$")]
    private static partial Regex Prefixed();

    [GeneratedRegex(@"^[eEdD][-+]\d{1,3}$")]
    private static partial Regex Exponent();
}
