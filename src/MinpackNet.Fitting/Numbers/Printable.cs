using System.Globalization;
using System.Text;

namespace MinpackNet.Fitting;

/// <summary>Text from outside, such as a name, as it may go to a terminal.</summary>
internal static class Printable
{
    /// <summary>
    /// The text on one line, with a space for each character that has no glyph: a terminal would obey it.
    /// </summary>
    public static string Of(string text) => text.EnumerateRunes().Any(IsHidden)
        ? string.Concat(text.EnumerateRunes().Select(rune => IsHidden(rune) ? " " : rune.ToString()))
        : text;

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator;
}
