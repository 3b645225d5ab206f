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

    // The space comes last, because it may also follow one of the others.
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
    /// remarks do not decide; a comma for lines of one field.
    /// </summary>
    /// <param name="text">The beginning of the file.</param>
    public static char Detect(string text)
    {
        string[] lines = [.. Lines(text)
            .Where(line => !string.IsNullOrWhiteSpace(line) && !line.TrimStart().StartsWith('#'))
            .Take(SampleLines)];
        (char Candidate, int Lines) best = Candidates
            .Where(candidate => lines.Length > 0
                && !LeavesNumbersTogether(lines[^1], candidate, mayBeGrouped: candidate != ',' || HasNames()))
            .Select(candidate => (candidate, LinesThatAgree(candidate)))
            .OrderByDescending(candidate => candidate.Item2)
            .FirstOrDefault();
        return best.Lines > 0 ? best.Candidate : ',';

        int LinesThatAgree(char candidate) => lines
            .Select(line => Count(line, candidate))
            .Where(count => count > 0)
            .GroupBy(count => count)
            .Select(lines => lines.Count())
            .DefaultIfEmpty(0)
            .Max();

        // A first line of names without spaces, as many as the last line has fields, tells what its commas are.
        bool HasNames() => Count(lines[0], ',') == Count(lines[^1], ',')
            && Count(lines[0], Space) == 0
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
    /// Whether one field has two numbers with a space between: then spaces delimit, and commas are decimal.
    /// </summary>
    private static bool LeavesNumbersTogether(
        string line, char delimiter, bool mayBeGrouped) => delimiter != Space && line
        .Split(delimiter, StringSplitOptions.TrimEntries)
        .Where(field => !mayBeGrouped || !BadValue.IsGrouped(field))
        .Select(field => field.Split(Space, StringSplitOptions.RemoveEmptyEntries))
        .Any(words => words.Length > 1 && words.All(word =>
            double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _)));

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
