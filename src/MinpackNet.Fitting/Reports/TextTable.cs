using System.Text;

namespace MinpackNet.Fitting;

/// <summary>
/// Text in columns: the first is left-aligned, and the last on request; all others are right-aligned.
/// </summary>
internal static class TextTable
{
    private const string Gap = "   ";

    public static void Append(StringBuilder text, IReadOnlyList<IReadOnlyList<string>> rows, bool lastLeft = false)
    {
        int[] widths = [.. Enumerable.Range(0, rows.Max(row => row.Count))
            .Select(c => rows.Max(row => c < row.Count ? row[c].Length : 0))];
        foreach (IReadOnlyList<string> row in rows)
        {
            IEnumerable<string> cells = row.Select((cell, c) =>
                c == 0 || (lastLeft && c == widths.Length - 1) ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]));
            text.AppendLine(string.Join(Gap, cells).TrimEnd());
        }
    }
}
