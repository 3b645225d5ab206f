using System.Text.RegularExpressions;

namespace MinpackNet.Cli;

/// <summary>How people write the unit of a column.</summary>
internal static partial class Units
{
    /// <summary>
    /// Whether a text is a unit: anything in brackets but a value, or symbols and words such as mV or m/s^2.
    /// </summary>
    public static bool Is(string text) =>
        (Bracketed().IsMatch(text) && !IsValue(text[1..^1].Trim())) || Written().IsMatch(text);

    /// <summary>Whether a text is a number; one stands for no unit.</summary>
    private static bool IsValue(string text) => text != "1" && NumberReader.IsNumber(text);

    [GeneratedRegex(@"^(\(.*\)|\[.*\]|<.*>|\{.*\}|/ ?\S+)$")]
    private static partial Regex Bracketed();

    [GeneratedRegex(
        @"^(?:(?:^|[ ·⋅*/.(]+)(?:1|10\^?-?\d+"
        // Symbols, with a prefix and a power.
        + @"|(?:da|[QRYZEPTGMkhdcmµμunpfazyrq])?"
        + @"(?:m|g|s|A|K|mol|cd|Hz|N|Pa|J|W|C|V|F|Ω|Ohm|ohm|S|Wb|T|H|lm|lx|Bq|Gy|Sv|kat|l|L|bar|eV|u|Da|M|t|G|Oe|cal"
        + @"|Ci|R|B|Bm|b|barn|Jy|pc|U|IU|rad|sr|Torr|sec|px|atm)"
        + @"|min|h|hr|hrs|d|a|yr|°|°C|°F|degC|degF|deg|%|‰|ppm|ppb|torr|mmHg|psi|in|ft|lb|mph|Å|OD|RFU|AU|au|a\.u\.?"
        + @"|arb\.?(?: ?u(?:nits?)?\.?)?|arbitrary units?|rpm|cps|cpm|cts|cfu|molar"
        + @"|(?i:counts?|cells?|pixels?|units?|seconds?|secs?|minutes?|hours?|days?|weeks?|months?|years?"
        + @"|grams?|(?:milli|kilo|micro)?volts?|amperes?|amps?|ohms?|watts?|joules?|kelvins?|celsius|fahrenheit"
        + @"|hertz|pascals?|newtons?|teslas?|(?:kilo|milli|centi)?met(?:er|re)s?|(?:milli|micro)seconds?|percent"
        + @"|degrees?|radians?|moles?|lit(?:er|re)s?|inch(?:es)?|feet|dimensionless|unitless))"
        + @"(?:\^?[-−+]?\d|[⁻⁺]?[¹²³⁴]|\^[({][-−]?\d[)}])?\)*)+$")]
    private static partial Regex Written();
}
