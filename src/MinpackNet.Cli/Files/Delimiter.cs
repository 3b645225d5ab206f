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
    /// Detects the delimiter of a file: the first candidate that occurs equally often in every line, or else the first
    /// that occurs in the first line; a comma for lines of one field.
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
    /// Whether one field has two numbers with a space between: then spaces delimit, and commas are decimal.
    /// </summary>
    private static bool LeavesNumbersTogether(string line, char delimiter) => delimiter != Space && line
        .Split(delimiter)
        .Select(field => field.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        .Any(words => words.Length > 1 && words.All(word =>
            double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _)));

    /// <summary>How often a delimiter occurs outside quotes; adjacent spaces count once.</summary>
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
