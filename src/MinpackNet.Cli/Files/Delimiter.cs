using System.Buffers;
using System.Globalization;

namespace MinpackNet.Cli;

/// <summary>The delimiter between the fields of a line.</summary>
internal static class Delimiter
{
    /// <summary>Any number of spaces between fields.</summary>
    public const char Space = ' ';

    public const string Names = "comma, semicolon, tab, pipe, space, or a single character";

    private const int SampleLines = 50;

    // The space comes last, because it may also follow one of the others, or be within a text.
    private static readonly char[] Candidates = ['\t', ';', ',', '|', Space];

    private static readonly SearchValues<char> Unusable = SearchValues.Create("\"#+-.\r\n");

    /// <summary>Parses a delimiter as a user writes it; null if it cannot be one.</summary>
    public static char? Parse(string text) => text.ToLowerInvariant() switch
    {
        "comma" => ',',
        "semicolon" => ';',
        "tab" or "\\t" or "\t" => '\t',
        "pipe" => '|',
        "space" or " " => Space,
        [char single] when single is > ' ' and <= '~'
            && !char.IsAsciiLetterOrDigit(single)
            && !Unusable.Contains(single) => single,
        _ => null,
    };

    /// <summary>
    /// Detects the delimiter of a file: the candidate that occurs equally often in the most lines, so that titles and
    /// remarks do not decide, and of several such the one that leaves the most of the fields as numbers; a comma for
    /// lines of one field.
    /// </summary>
    /// <param name="text">The beginning of the file.</param>
    public static char Detect(string text)
    {
        string[] lines = [.. Lines(text)
            .Where(line => !string.IsNullOrWhiteSpace(line) && !line.TrimStart().StartsWith('#'))
            .Take(SampleLines)];
        (char Candidate, int Lines) best = Candidates
            .Where(candidate => lines.Length > 0 && (candidate != ',' || !HasDecimalCommas(lines[^1]) || HasNames()))
            .Select(candidate => (candidate, LinesThatAgree(candidate)))
            .OrderByDescending(candidate => candidate.Item2)
            .ThenBy(candidate => candidate.candidate == Space)
            .ThenByDescending(candidate => ShareOfNumbers(lines[^1], candidate.candidate))
            .FirstOrDefault();
        return best.Lines > 0 ? best.Candidate : ',';

        int LinesThatAgree(char candidate) => lines
            .Select(line => Count(line, candidate))
            .Where(count => count > 0)
            .GroupBy(count => count)
            .Select(lines => lines.Count())
            .DefaultIfEmpty(0)
            .Max();

        // A first line of names, as many as the last line has fields, tells what its commas are; in titles, spaces
        // follow them.
        bool HasNames() => Count(lines[0], ',') == Count(lines[^1], ',')
            && !lines[0].Contains(", ", StringComparison.Ordinal)
            && !lines[0].Split(',').Any(BadValue.LooksLikeOne);
    }

    private static IEnumerable<string> Lines(string text)
    {
        using StringReader reader = new(text);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    /// <summary>
    /// Whether commas are decimal and spaces delimit: commas would leave two numbers with a space between in one field,
    /// and what has a comma between spaces is a number.
    /// </summary>
    private static bool HasDecimalCommas(string line) =>
        line.Split(',', StringSplitOptions.TrimEntries).Select(Words).Any(words => words.Length > 1 && words.All(word =>
            double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
        && Words(line)
            .Where(word => word.Contains(','))
            .All(word => !word.EndsWith(',') && NumberReader.IsNumber(word));

    private static double ShareOfNumbers(string line, char delimiter)
    {
        string[] fields = delimiter == Space ? Words(line) : line.Split(delimiter, StringSplitOptions.TrimEntries);
        return fields.Average(field => NumberReader.IsNumber(field) || BadValue.IsGrouped(field) ? 1.0 : 0);
    }

    private static string[] Words(string text) => text.Split(Space, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>How often a delimiter occurs outside quoted fields; adjacent spaces count once.</summary>
    private static int Count(string line, char delimiter)
    {
        int count = 0;
        bool quoted = false;
        char before = delimiter;
        foreach (char c in delimiter == Space ? line.AsSpan().Trim() : line)
        {
            // A quote within a field, such as an inch mark, opens nothing.
            quoted = c == '"' ? !quoted && (before == delimiter || before == '"') : quoted;
            count += c == delimiter && !quoted && (delimiter != Space || before != Space) ? 1 : 0;
            before = c == ' ' && before == delimiter ? before : c;
        }

        return count;
    }
}
