using System.Globalization;
using System.Text;

namespace MinpackNet.Fitting;

/// <summary>Text from outside, such as a name, as it may go to a terminal.</summary>
public static class Printable
{
    /// <summary>
    /// The text on one line, with a space for each character that has no glyph: a terminal would obey it.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <returns>The same text if all its characters can be printed.</returns>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.EnumerateRunes().Any(IsHidden)
            ? string.Concat(text.EnumerateRunes().Select(rune => IsHidden(rune) ? " " : rune.ToString()))
            : text;
    }

    // Format characters include those that turn the direction of writing.
    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator;
}
