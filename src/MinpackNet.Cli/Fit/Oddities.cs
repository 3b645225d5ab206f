using System.Globalization;
using System.Text.RegularExpressions;

namespace MinpackNet.Cli;

/// <summary>What a table holds that is hardly part of one set of data, although each number is one.</summary>
internal static partial class Oddities
{
    private const int FewestInBlock = 3;
    private const double FactorOfSingle = 10;

    /// <summary>A note for each, with what to do.</summary>
    public static IEnumerable<string> Notes(ColumnChoice columns, CsvTable table)
    {
        if (columns is { X: [_], Set: null } && Restart(table) is int row)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{PlainText.Brief(columns.Names[columns.X[0]])} starts again in line {table.Lines[row]}, below a "
                + $"blank line or a comment; if another data set starts there, tell them apart in a column for --set "
                + $"or --by, or put each into a file");
        }

        foreach ((int column, double[] values) in columns.Wanted.Zip(table.Columns).DistinctBy(pair => pair.First))
        {
            foreach ((double code, int count) in Codes(values))
            {
                string number = code.ToString("R", CultureInfo.InvariantCulture);
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{PlainText.Brief(columns.Names[column])} is {number} in {Things.Count(count, "row")}, far "
                    + $"from all other values; if that stands for no value, give --missing={number}");
            }
        }
    }

    /// <summary>
    /// The first row below a blank line or a comment at which values that rose, or fell, until there do so again from
    /// about the first one; null without one.
    /// </summary>
    private static int? Restart(CsvTable table)
    {
        double[] x = table.Columns[0];
        int end = 1;
        while (end < x.Length && Rises(end) == Rises(1) && x[end] != x[end - 1])
        {
            end++;
        }

        return end >= FewestInBlock && end + 1 < x.Length && table.BlockStarts.Contains(table.Lines[end])
            && x[end + 1] != x[end] && Rises(end + 1) == Rises(1)
            && Math.Abs(x[end] - x[0]) <= Math.Abs(x[end - 1] - x[0]) / 4
                ? end
                : null;

        bool Rises(int row) => x[row] > x[row - 1];
    }

    /// <summary>
    /// Numbers that programs write for no value, farther off than the others range, and a single one much farther.
    /// </summary>
    private static IEnumerable<(double Code, int Count)> Codes(double[] values)
    {
        OrderedDictionary<double, int> codes = [];
        (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (double value in values)
        {
            if (IsCode(value))
            {
                codes[value] = codes.GetValueOrDefault(value) + 1;
            }
            else
            {
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
            }
        }

        return low > high ? [] : codes
            .Where(code =>
                Math.Max(low - code.Key, code.Key - high) > (high - low) * (code.Value > 1 ? 1 : FactorOfSingle))
            .Select(code => (code.Key, code.Value));
    }

    private static bool IsCode(double value) =>
        MayBeCode(Math.Abs(value)) && Code().IsMatch(Math.Abs(value).ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Whether the first digits are those of a code: to write out all numbers takes long.</summary>
    private static bool MayBeCode(double value)
    {
        if (value is < 99 or > 1e19)
        {
            return value > 99;
        }

        double first = value;
        while (first >= 100)
        {
            first /= 10;
        }

        return first is > 98.99 or (> 76.99 and < 77.79) or (> 87.99 and < 88.9)
            or (> 32.75 and < 32.78) or (> 65.53 and < 65.54) or (> 21.47 and < 21.48);
    }

    // Nines, eights or sevens; the ends of whole numbers in two and four bytes; what instruments write for an overflow.
    [GeneratedRegex(@"^(?:(?<digit>[789])\k<digit>+(?:\.\k<digit>+)?|3276[78]|65535|214748364[78]|\d[.\d]*E\+[23]\d)$")]
    private static partial Regex Code();
}
