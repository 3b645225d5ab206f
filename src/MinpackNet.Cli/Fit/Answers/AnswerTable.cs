using System.Globalization;
using System.Text;

namespace MinpackNet.Cli;

/// <summary>Columns of numbers with names, for files, documents and reports.</summary>
/// <param name="LabelName">What the labels are; null without labels.</param>
/// <param name="Labels">A text for each row, such as its data set; null without.</param>
/// <param name="Columns">The columns, of equal lengths.</param>
internal sealed record AnswerTable(
    string? LabelName, IReadOnlyList<string>? Labels, IReadOnlyList<(string Name, double[] Values)> Columns)
{
    private const int MostLines = 50;
    private const int UsualDigits = 6;

    public int RowCount => Columns[0].Values.Length;

    /// <summary>The table with its rows in the order of a number for each.</summary>
    public AnswerTable OrderedBy(IReadOnlyList<int> numbers)
    {
        int[] order = [.. Enumerable.Range(0, RowCount).OrderBy(row => numbers[row])];
        return new(
            LabelName,
            Labels is { } labels ? [.. order.Select(row => labels[row])] : null,
            [.. Columns.Select(column => (column.Name, Array.ConvertAll(order, row => column.Values[row])))]);
    }

    /// <summary>The table as a file of comma-separated or tab-separated values, with all digits.</summary>
    /// <param name="file">The file, whose name ends in .csv or .tsv.</param>
    public byte[] ToText(string file)
    {
        char delimiter = DelimiterOf(file);
        StringBuilder text = new();
        IEnumerable<string> names = Columns.Select(column => column.Name);
        text.AppendJoin(delimiter, (LabelName is null ? names : names.Prepend(LabelName))
            .Select(name => Field(name, delimiter))).Append('\n');
        for (int row = 0; row < RowCount; row++)
        {
            IEnumerable<string> numbers = Columns.Select(column => Number(column.Values[row]));
            text.AppendJoin(delimiter, Labels is null ? numbers : numbers.Prepend(Field(Labels[row], delimiter)))
                .Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>What is between the fields of a file, by the ending of its name.</summary>
    public static char DelimiterOf(string file) =>
        file.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) ? '\t' : ',';

    /// <summary>The table for people, without rows beyond the first many.</summary>
    /// <param name="digits">Significant digits; null for six.</param>
    public IEnumerable<string> ToLines(int? digits)
    {
        string format = string.Create(CultureInfo.InvariantCulture, $"G{digits ?? UsualDigits}");
        int rows = Math.Min(RowCount, MostLines);
        List<string[]> columns =
        [
            .. LabelName is null ? [] : (string[][])[[LabelName, .. Labels!.Take(rows)]],
            .. Columns.Select(column => (string[])
            [
                column.Name,
                .. column.Values.Take(rows).Select(value => value.ToString(format, CultureInfo.InvariantCulture)),
            ]),
        ];
        int[] widths = [.. columns.Select(column => column.Max(cell => cell.Length))];
        for (int row = 0; row <= rows; row++)
        {
            yield return string.Join("  ", columns.Select((column, k) => column[row].PadLeft(widths[k])));
        }

        if (rows < RowCount)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"... and {RowCount - rows} more rows; --out writes all to a file");
        }
    }

    /// <summary>A number that reads back as it is: in R, pandas and this command.</summary>
    public static string Number(double value) => value switch
    {
        double.PositiveInfinity => "Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    /// <summary>A text as a field, in quotes if it needs them.</summary>
    public static string Field(string text, char delimiter) =>
        text.AsSpan().ContainsAny(delimiter, '"', '\n') || text.Trim() != text || text.StartsWith('#')
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
}
