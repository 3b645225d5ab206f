using System.Buffers;
using System.Globalization;

namespace MinpackNet.Cli;

/// <summary>What stands between the fields of a line.</summary>
internal static class Delimiter
{
    /// <summary>Fields between spaces, any number of them.</summary>
    public const char Space = ' ';

    public const string Names = "comma, semicolon, tab, pipe, space, or a single character";

    private const int SampleLines = 50;

    // A space comes last: it may also follow one of the others.
    private static readonly char[] Candidates = ['\t', ';', ',', '|', Space];

    private static readonly SearchValues<char> Unusable = SearchValues.Create("\"#+-.\r\n");

    /// <summary>Reads what a user wrote for a delimiter; null when it is none.</summary>
    public static char? Parse(string text) => text.ToLowerInvariant() switch
    {
        "comma" => ',',
        "semicolon" => ';',
        "tab" or "\\t" => '\t',
        "pipe" => '|',
        "space" => Space,
        [char single] when char.IsAscii(single) && !char.IsAsciiLetterOrDigit(single) && !Unusable.Contains(single) =>
            single,
        _ => null,
    };

    /// <summary>
    /// Finds the delimiter of a file: the first candidate that every line has equally often, or else the first that the
    /// first line has; a comma for lines of one field.
    /// </summary>
    /// <param name="lines">The first lines of the file.</param>
    public static char Detect(IEnumerable<string> lines)
    {
        string[] sample = [.. lines
            .Where(line => !string.IsNullOrWhiteSpace(line) && !line.AsSpan().TrimStart().StartsWith("#"))
            .Take(SampleLines)];
        if (sample.Length == 0)
        {
            return ',';
        }

        char[] present = [.. Candidates.Where(candidate =>
            Count(sample[0], candidate) > 0 && !LeavesNumbersTogether(sample[0], candidate))];
        char[] regular = [.. present.Where(candidate =>
            sample.All(line => Count(line, candidate) == Count(sample[0], candidate)))];
        return regular.Concat(present).FirstOrDefault(',');
    }

    /// <summary>
    /// Whether two numbers stand in one field, with a space between: then the spaces divide, and commas are decimal.
    /// </summary>
    private static bool LeavesNumbersTogether(string line, char delimiter) => delimiter != Space && line
        .Split(delimiter)
        .Select(field => field.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        .Any(words => words.Length > 1 && words.All(word =>
            double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _)));

    /// <summary>How often a line is divided: outside quotes, and once by any number of spaces.</summary>
    private static int Count(string line, char delimiter)
    {
        int count = 0;
        bool quoted = false;
        char before = delimiter;
        foreach (char c in delimiter == Space ? line.AsSpan().Trim() : line)
        {
            quoted ^= c == '"';
            count += c == delimiter && !quoted && (delimiter != Space || before != Space) ? 1 : 0;
            before = c;
        }

        return count;
    }
}
