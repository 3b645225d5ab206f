using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MinpackNet.Cli;

/// <summary>
/// What instruments write above a table, up to a line such as ***End_of_Header*** or [Data]. Without such a line, where
/// settings end and a table begins is not guessed.
/// </summary>
/// <param name="Lines">The number of lines.</param>
/// <param name="Note">Which lines, in words; null without them.</param>
internal sealed partial record Preamble(int Lines, string? Note)
{
    private const int Most = 1000;
    private const int Longest = 1000;

    /// <summary>No lines.</summary>
    public static Preamble None { get; } = new(0, null);

    /// <summary>Finds it at the beginning of a text in UTF-8.</summary>
    public static Preamble Of(ReadOnlySpan<byte> text)
    {
        string[] lines = [.. LinesOf(Encoding.UTF8.GetString(text)).Take(Most)];
        return Counted(lines) ?? Marked([.. lines.TakeWhile(line => line.Length < Longest && !Row().IsMatch(line))]);
    }

    /// <summary>A text up to a line that ends its table, if a line has begun it.</summary>
    public string TableIn(string text) =>
        Lines > 0 && TableEnd().Match(text) is { Success: true } end ? text[..end.Index] : text;

    /// <summary>Whether a line ends the table that a line has begun.</summary>
    public bool Ends(RecordReader line) =>
        Lines > 0 && line[0] is [var first, ..] && !char.IsAsciiDigit((char)first) && TableEnd().IsMatch(line.Text);

    /// <summary>The lines up to the last of those above the first row that can end a preamble.</summary>
    private static Preamble Marked(string[] above)
    {
        int last = Array.FindLastIndex(above, line => Section().IsMatch(line));
        int end = Array.FindLastIndex(above, line => Sentence().IsMatch(line));
        // Without marks around them, such words could be the names of columns.
        last = Math.Max(last, end > 0 || (end == 0 && !char.IsLetterOrDigit(above[0].TrimStart()[0])) ? end : -1);
        return last < 0 ? None : new(last + 1, string.Create(
            CultureInfo.InvariantCulture,
            $"{(last == 0 ? "line 1" : $"lines 1 to {last + 1}")}, {(last == 0 ? "" : "up to ")}"
            + $"'{PlainText.Brief(PlainText.Of(above[last]).Trim())}', {(last == 0 ? "is" : "are")} left out"));
    }

    /// <summary>The lines above the names of the columns, where one of the first counts them; null elsewhere.</summary>
    private static Preamble? Counted(string[] lines)
    {
        int teller = Array.FindIndex(lines, 0, Math.Min(lines.Length, 2), line => HeaderLines().IsMatch(line));
        return teller >= 0
            && int.Parse(
                HeaderLines().Match(lines[teller]).Groups[1].ValueSpan, CultureInfo.InvariantCulture) is int count
            && count > teller + 1 && count < lines.Length
                ? new(count - 1, string.Create(
                    CultureInfo.InvariantCulture,
                    $"lines 1 to {count - 1} are left out, because line {teller + 1} says that line {count} is "
                    + $"the last of the header"))
                : null;
    }

    private static IEnumerable<string> LinesOf(string text)
    {
        using StringReader reader = new(text);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    /// <summary>A line that starts and ends with a number, which is a row rather than a setting.</summary>
    [GeneratedRegex("""^\s*"?[-+.]?\d(?:.*[,;|\s])?"?[-+]?[\d.,]+(?:[eEdD][-+]?\d+)?"?[\s,;]*$""")]
    private static partial Regex Row();

    // EC-Lab writes so.
    [GeneratedRegex(@"^Nb header lines\s*:\s*(\d{1,6})\s*$")]
    private static partial Regex HeaderLines();

    // A comment is no such line, because the names of the columns may be in another one above it. MATLAB writes the
    // name of what it shows above it.
    [GeneratedRegex(
        @"^\s*(?:[\[<{]\s*(?:\w+ ){0,2}(?:xy ?)?data(?: points?)?\s*[\]>}]"
        + @"|(?<mark>[-=*>~])\k<mark>+\s*(?:\w+ ){0,2}data\s*[-=*<~]+|XYDATA|BEGIN|[a-z]\w*\s*=|~A(?:SCII)?"
        + @"|Z?CURVE\d*\tTABLE(?:\t\d+)?)[\s,;]*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Section();

    [GeneratedRegex(
        @"^(?![#%!])[^\w,;\t]*(?:end[ _-]?(?:of[ _-]?)?(?:the[ _-]?)?(?:file[ _-]?)?(?:header|preamble)"
        + @"|(?:header|preamble)[ _-]end|(?:begin|start)(?:ning)?[ _-]?(?:of[ _-]?)?(?:the[ _-]?)?(?:[^\W_]+[ _-]){0,3}"
        + @"(?:data|table|spectrum)|data[ _-](?:begin|start)s?)[^\w,;\t]*[\s,;]*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Sentence();

    [GeneratedRegex(
        @"^[^\w\r\n]*(?:end|eof|end[ _-]?(?:of[ _-]?)?(?:the[ _-]?)?(?:[^\W_]+[ _-]){0,3}(?:data|table|spectrum|file))"
        + @"[^\w\r\n]*$",
        RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex TableEnd();
}
