using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace MinpackNet.Cli;

/// <summary>A sheet as spreadsheets export it: tabs divide, and the number of a line is that of the row.</summary>
/// <param name="Text">The text, without empty columns before the first that is not.</param>
/// <param name="HasNumbers">Whether several rows have a number.</param>
/// <param name="EmptyColumns">The number of columns left out.</param>
/// <param name="HasPercentages">Whether cells are shown in percent.</param>
/// <param name="HiddenRows">The number of rows with a number that Excel does not show.</param>
internal sealed record SheetText(
    Stream Text, bool HasNumbers, int EmptyColumns, bool HasPercentages, int HiddenRows)
{
    private const long MostCells = 1 << 28;
    private const int RowsOfTable = 2;

    /// <summary>Writes the sheet at which a reader is.</summary>
    /// <param name="name">The name of the file.</param>
    /// <param name="reader">The reader.</param>
    /// <exception cref="InputException">It is larger than sheets with measurements are.</exception>
    public static SheetText Of(string name, IExcelDataReader reader)
    {
        MemoryStream bytes = new();
        using StreamWriter text = new(bytes, new UTF8Encoding(false), leaveOpen: true);
        long cells = 0;
        int rows = 0;
        int hiddenRows = 0;
        bool hasPercentages = false;
        int first = int.MaxValue;
        while (reader.Read())
        {
            int start = FirstFilled(reader);
            first = Math.Min(first, start);
            cells += reader.FieldCount;
            if (cells > MostCells || bytes.Length > int.MaxValue / 2)
            {
                throw new InputException(
                    $"{name}: sheet '{PlainText.Brief(reader.Name)}' has too many cells. Delete the empty rows and "
                    + "columns behind its table, or save it as CSV.");
            }

            bool hasNumber = false;
            for (int column = 0; start < reader.FieldCount && column < reader.FieldCount; column++)
            {
                if (column > 0)
                {
                    text.Write('\t');
                }

                string cell = TextIn(reader, column);
                hasPercentages = hasPercentages || (reader.GetValue(column) is double
                    && reader.GetNumberFormatString(column)?.Contains('%') == true);
                hasNumber |= cell.Length > 0 && NumberReader.IsNumber(cell);
                text.Write(Quoted(cell));
            }

            text.Write('\n');
            rows += hasNumber ? 1 : 0;
            hiddenRows += hasNumber && reader.RowHeight == 0 ? 1 : 0;
        }

        text.Flush();
        first = first == int.MaxValue ? 0 : first;
        return new(WithoutFirst(bytes, first), rows >= RowsOfTable, first, hasPercentages, hiddenRows);
    }

    /// <summary>The first column with something in the row; any greater number without one.</summary>
    private static int FirstFilled(IExcelDataReader reader)
    {
        int column = 0;
        while (column < reader.FieldCount && reader.GetValue(column) is null)
        {
            column++;
        }

        return column < reader.FieldCount ? column : int.MaxValue;
    }

    /// <summary>Removes the tabs behind columns that are empty in all lines.</summary>
    private static MemoryStream WithoutFirst(MemoryStream text, int columns)
    {
        Span<byte> bytes = text.GetBuffer().AsSpan(0, (int)text.Length);
        int length = 0;
        for (int from = 0, end; from < bytes.Length; from = end)
        {
            end = from + bytes[from..].IndexOf((byte)'\n') + 1;
            Span<byte> line = bytes[from..end];
            line = line.Length > 1 ? line[columns..] : line;
            line.CopyTo(bytes[length..]);
            length += line.Length;
        }

        return new(text.GetBuffer(), 0, length);
    }

    // The reader has nothing where a formula has an error, which makes it a missing value.
    private static string TextIn(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool flag => flag ? "TRUE" : "FALSE",
        // A time of day is a part of the day before the first that Excel knows.
        DateTime { Year: < 1900 } time => TextOf(time.TimeOfDay),
        DateTime date => TextOf(date),
        TimeSpan time => TextOf(time),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        var other => other?.ToString() ?? "",
    };

    public static string TextOf(DateTime date) => date.ToString(
        date.TimeOfDay == default ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    public static string TextOf(TimeSpan time) => string.Create(
        CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalHours):F0}:{time:mm\\:ss\\.FFFFFFF}").TrimEnd('.');

    /// <summary>A cell in quotes where it needs them; a line break would make another row of one.</summary>
    public static string Quoted(string cell)
    {
        string line = cell.ReplaceLineEndings(" ");
        return line.AsSpan().ContainsAny('\t', '"')
            ? $"\"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : line;
    }
}
