using System.Text;
using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>Text from files and arguments, fit for one line of a terminal.</summary>
internal static class PlainText
{
    private const int LongestLine = 1000;
    private const int LongestQuotation = 40;

    /// <summary>Replaces what would steer a terminal or break the line by spaces.</summary>
    public static string Of(string text) => Printable.Of(text);

    /// <summary>One line, cut if it is longer than anyone reads.</summary>
    public static string Line(string text) => Of(Cut(text, LongestLine)).Trim();

    /// <summary>A text as a message quotes it, cut if it is long; empty for null.</summary>
    public static string Brief(string? text) => Cut(text ?? "", LongestQuotation);

    /// <summary>The beginning of a text, with an ellipsis if it goes on.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        // Half a surrogate pair is not a character.
        int end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return $"{text[..end]}…";
    }

    /// <summary>UTF-8 without what would steer a terminal.</summary>
    public static string Of(ReadOnlySpan<byte> text) => Of(Encoding.UTF8.GetString(text));
}
