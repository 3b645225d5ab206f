using System.Text;
using System.Text.Unicode;

namespace MinpackNet.Cli;

/// <content>The rows, one after the other.</content>
internal sealed partial class CsvFile
{
    /// <summary>Moves to the next line of data.</summary>
    private bool NextRow()
    {
        while (_end is null && _reader.Read())
        {
            if (_preamble.Ends(_reader))
            {
                _end = $"line {_reader.Line} ({Quoted(_reader.Text)}) ends the table, and what is below it is not read";
            }
            else if (!_comments.Has(_reader) && _reader.Line > _lastLineAbove)
            {
                if (_linesRead == _format.Rows)
                {
                    _end = $"line {_reader.Line} ({Quoted(_reader.Text)}) and what is below it is not read";
                    break;
                }

                _linesRead++;
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads the values of a row.</summary>
    /// <param name="numbers">Knows how numbers are written.</param>
    /// <param name="row">Receives the values, up to the first that is not finite.</param>
    /// <param name="wanted">The columns.</param>
    /// <param name="mayMiss">Those that need no value, if one of them has one.</param>
    /// <param name="column">The index in <paramref name="wanted"/> of that: NaN if it is missing.</param>
    /// <returns>Whether all are finite.</returns>
    private bool TryRead(NumberColumns numbers, double[] row, int[] wanted, bool[] mayMiss, out int column)
    {
        CheckCount();
        if (numbers.TryReadPlain(_reader, wanted, row))
        {
            column = wanted.Length;
            return true;
        }

        bool? hasAny = null;
        for (column = 0; column < wanted.Length; column++)
        {
            bool isNumber = numbers.TryRead(column, _reader, wanted[column], out row[column])
                && !_reader.IsMisquoted(wanted[column]);
            if (isNumber && double.IsFinite(row[column]))
            {
                hasAny = mayMiss[column] ? true : hasAny;
                continue;
            }

            ReadOnlySpan<byte> field = _reader[wanted[column]];
            if (MissingValue.Is(field))
            {
                row[column] = double.NaN;
                if (!mayMiss[column])
                {
                    _missingByOption += _reader.IsMissingByOption(wanted[column]) ? 1 : 0;
                    return false;
                }

                hasAny ??= false;
                numbers.Skip(column);
                continue;
            }

            // A number with digits is only too large to be held.
            return isNumber && !field.ContainsAnyInRange((byte)'0', (byte)'9')
                ? false
                : throw NoNumber(wanted[column], numbers.HasDates(column));
        }

        column = Array.IndexOf(mayMiss, true);
        return hasAny != false;
    }

    /// <summary>
    /// The text of a field that tells the group of its row: as it is, because any difference is another group.
    /// </summary>
    private string Label(int column)
    {
        ReadOnlySpan<byte> field = _reader[column];
        string text = Encoding.UTF8.GetString(field);
        return string.IsNullOrWhiteSpace(text)
            ? throw Bad($"there is no value in column {PlainText.Brief(Columns[column].Name)}, which tells the set of "
                + "the row. Write one, or remove the row.")
            : !Utf8.IsValid(field)
            ? throw Bad($"{Describe(column)}, which tells the set of the row, is not UTF-8 as the file is above it. "
                + "Save the whole file as UTF-8.")
            : PlainText.Of(text) != text.Replace('\t', ' ')
            ? throw Bad($"{Describe(column)}, which tells the set of the row, has a character that cannot be shown. "
                + "Remove or replace it.")
            : text;
    }
}
