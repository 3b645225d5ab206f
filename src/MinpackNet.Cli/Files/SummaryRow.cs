using System.Text;
using System.Text.RegularExpressions;

namespace MinpackNet.Cli;

/// <summary>A row such as "Mean,1.5,6.05" below a table, which has numbers where points have them.</summary>
internal static partial class SummaryRow
{
    /// <summary>What to say of a row whose first field, which is not used, names a statistic; or null.</summary>
    /// <param name="row">The row.</param>
    /// <param name="wanted">The columns of numbers that are used.</param>
    /// <param name="label">The column that tells groups or data sets; null for none.</param>
    /// <param name="number">The number of the row, from 1.</param>
    public static string? Note(RecordReader row, int[] wanted, int? label, int number)
    {
        if (number == 1 || label == 0 || wanted.Contains(0) || row[0] is not [var first, ..]
            || !char.IsAsciiLetter((char)first))
        {
            return null;
        }

        string text = Encoding.UTF8.GetString(row[0]);
        return Statistic().IsMatch(text)
            ? $"line {row.Line} ('{PlainText.Brief(text)}') may be a summary of those above it, and no point; give "
                + $"--rows {number - 1} then"
            : null;
    }

    [GeneratedRegex(
        @"^(?:mean|average|avg|median|s\.?d|std|std?\.? ?dev|standard deviation|s\.?e\.?m|sum|total"
        + @"|mittelwert|summe)\W*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Statistic();
}
