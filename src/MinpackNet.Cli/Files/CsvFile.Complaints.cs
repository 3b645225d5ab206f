using System.Text;

namespace MinpackNet.Cli;

/// <summary>What makes a row or an option unusable.</summary>
internal sealed partial class CsvFile
{
    private string NoRow => " If the line is not a row of the table, remove it or put # before it"
        + (_part is null ? $"; if it is below all rows, give --rows {_linesRead - 1}." : ".");

    private void CheckCount()
    {
        int own = _computed.Own;
        CheckOpen();
        if (_reader.Count != own
            && (_reader.Count < own || _reader.FilledCount > own))
        {
            int count = Math.Max(_reader.FilledCount, 1);
            string more =
                count > own && _delimiter == ',' && !_reader.Text.Contains('.')
                    && Enumerable.Range(0, count).All(i => NumberReader.IsNumber(_reader.GetString(i)))
                    ? DecimalCommas
                : _rowCount > 0 ? NoRow
                : " If lines are above the header, leave them out with --skip.";
            throw Enumerable.Range(0, _reader.Count).FirstOrDefault(_reader.IsMisquoted, -1) is var bad and >= 0
                ? Misquoted(bad)
                : Bad(
                    $"there {(count == 1 ? "is 1 field" : $"are {count} fields")}, but the first row has "
                    + $"{own}. {(count > own ? "Correct" : "Complete")} the row "
                    + $"({Quoted(_reader.Text)}), or give the --delimiter.{more}");
        }
    }

    /// <summary>
    /// Refuses a field that goes on in the next line, which is no row. A quote that opens and none below it that closes
    /// does no harm in a column that is not used.
    /// </summary>
    private void CheckOpen()
    {
        if (_openLine is int line && _reader.HasOddQuotes)
        {
            throw new InputException(
                $"{Name}, line {line}: its last field is in quotes and goes on in line {_reader.Line}. Put a field "
                + "with line breaks on one line.");
        }

        _openLine = _reader.IsLeftOpen ? _reader.Line : null;
    }

    /// <summary>Refuses a line for the names that has none.</summary>
    private void CheckNamesLine(IReadOnlyList<SampleLine> lines, int line)
    {
        if (_format.HasNamesLine && (lines.Count == 0 || lines[0].Line != line))
        {
            throw new InputException(
                $"{Name}: --header: line {line} has no names. Give the line with the names of the columns, counted "
                + "from 1.");
        }
    }

    /// <summary>Refuses decimal commas where commas delimit and no field in quotes has one.</summary>
    private void CheckDecimalMark(IReadOnlyList<SampleLine> lines)
    {
        if (_decimalMark == ',' && _delimiter == ','
            && !lines.Any(line => line.Fields.Any(field => field.Contains(','))))
        {
            throw new InputException(
                $"{Name}: --decimal comma has no effect, because commas delimit the fields. Put numbers with commas in "
                + "quotes, use another delimiter, or leave the option out.");
        }
    }

    /// <summary>Refuses options about text for a workbook or a Parquet file, and the other way round.</summary>
    private void CheckContainer(PeekedStream text, CsvFormat format)
    {
        string? option = (text.IsSheet || text.IsParquet) && format.Delimiter is not null ? "--delimiter"
            : !text.IsSheet && format.Sheet is not null ? "--sheet"
            : text.IsParquet && format.HasHeader is bool has ? has ? "--header" : "--no-header"
            : text.IsParquet && format.Skip > 0 ? "--skip"
            : null;
        if (option is not null)
        {
            string kind = text.IsSheet ? "a workbook" : text.IsParquet ? "a Parquet file" : "no workbook";
            throw new InputException($"{Name}: {option} has no effect, because this is {kind}. Leave it out.");
        }
    }

    private InputException NoNumber(int column, bool hasDates)
    {
        if (_reader.IsMisquoted(column))
        {
            return Misquoted(column);
        }

        if (_heading.LaterHeader is int header && _reader.Line <= header)
        {
            return Bad(
                $"{Describe(column)} is not a finite number. If line {header} is the header, give --header {header}.");
        }

        if (hasDates)
        {
            return Bad(
                $"{Describe(column)} is no date or time as those above it are. Correct it, or leave the field empty if "
                + $"there is no value.{NoRow}");
        }

        string value = PlainText.Of(_reader[column]);
        string advice = BadValue.Advice(value);
        string more = advice != BadValue.NoNumber ? ""
            : _rowCount > 0 ? (BadValue.Missing(value) is { } option
                ? $" If it stands for no value, give {option}.{NoRow}"
                : NoRow)
            : _heading.LastLine > 0 ? ""
            : _format.HasHeader == false ? " If the line has the names of the columns, leave --no-header out."
            : " If the line has the names of the columns, give --header.";
        return Bad($"{Describe(column)} {advice}{more}");
    }

    private InputException Misquoted(int column) => Bad(
        $"a quote is misplaced or not closed in {Quoted(_reader.GetRaw(column))}. Correct or remove it, and put a "
        + "field with line breaks on one line.");

    private string Describe(int column) => $"{Quote(column)} in column {PlainText.Brief(Columns[column].Name)}";

    private string Quote(int column) => Quoted(Encoding.UTF8.GetString(_reader[column]));

    private static string Quoted(string text) => $"'{PlainText.Brief(PlainText.Of(text).Trim())}'";

    private InputException Bad(string complaint) => new($"{Name}, line {_reader.Line}: {complaint}");
}
