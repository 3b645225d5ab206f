using System.Globalization;

namespace MinpackNet.Cli;

/// <summary>What to read for the columns that are wanted, and how they follow from it.</summary>
internal sealed class ComputedTable
{
    private readonly string _file;
    private readonly ComputedColumns _columns;
    private readonly int[] _wanted;
    private readonly int? _positive;
    private readonly int[] _notFinite;
    private readonly int[] _leftOut;

    /// <param name="file">The name of the file.</param>
    /// <param name="columns">What follows from its columns.</param>
    /// <param name="wanted">The columns that are wanted.</param>
    /// <param name="positive">The index among these of one that must be positive.</param>
    public ComputedTable(string file, ComputedColumns columns, int[] wanted, int? positive)
    {
        (_file, _columns, _wanted, _positive) = (file, columns, wanted, positive);
        _notFinite = new int[wanted.Length];
        _leftOut = new int[columns.Conditions.Count];
        int[] own = [.. wanted.Where(column => columns[column] is null or DateAndTime)];
        int[] others =
        [
            .. wanted.Except(own).SelectMany(column => columns[column]?.Columns ?? []),
            .. columns.Conditions.SelectMany(condition => condition.Columns),
        ];
        Read = [.. own, .. others.Distinct().Except(own)];
        Positive = positive is int p && columns[wanted[p]] is null ? Array.IndexOf(Read, wanted[p]) : null;
        MayMiss = [.. Read.Select(column => !own.Contains(column) && wanted.Any(other =>
            columns[other] is { MayMiss: true } computed && computed.Columns.Contains(column)))];
    }

    /// <summary>The columns of the file to read.</summary>
    public int[] Read { get; }

    /// <summary>The index among these of one that must be positive.</summary>
    public int? Positive { get; }

    /// <summary>Which of these may be without a value in some rows.</summary>
    public bool[] MayMiss { get; }

    /// <summary>The table with the wanted columns, without the rows that do not meet the conditions.</summary>
    /// <param name="read">The columns of the file.</param>
    public CsvTable Of(CsvTable read)
    {
        if (Read.Length == _wanted.Length && _columns.Conditions.Count == 0 && Read.SequenceEqual(_wanted))
        {
            return read;
        }

        bool[] isIn = [.. Enumerable.Repeat(true, read.RowCount)];
        foreach ((int k, ColumnFormula condition) in _columns.Conditions.Index())
        {
            double[] values = condition.Evaluate(ColumnOf, read.RowCount);
            Leave(isIn, row => values[row] is 0 or double.NaN, ref _leftOut[k]);
        }

        int[]? sources = null;
        double[][] columns = [.. _wanted.Select(ValuesOf)];
        int each = Array.FindIndex(_wanted, column => _columns[column] is EachReplicate);
        for (int k = 0; k < _wanted.Length; k++)
        {
            double[] values = columns[k];
            if (k != each)
            {
                Leave(isIn, row => !double.IsFinite(values[row]), ref _notFinite[k]);
            }
        }

        // A row with several measurements becomes as many.
        int[] places = [.. Enumerable.Range(0, sources?.Length ?? read.RowCount).Where(place => isIn[RowOf(place)])];
        int[] rows = Array.ConvertAll(places, RowOf);
        CsvTable table = read with
        {
            Columns = [.. columns.Index().Select(column =>
                Array.ConvertAll(column.Index == each ? places : rows, place => column.Item[place]))],
            Lines = [.. rows.Select(row => read.Lines[row])],
            Missing = ByWanted(read.Missing),
            NotFinite = [.. ByWanted(read.NotFinite).Zip(_notFinite, (one, other) => one + other)],
            Labels = read.Labels is { } labels ? [.. rows.Select(row => labels[row])] : null,
            Spans = Within(read.Spans, rows),
            RowsOfFile = sources is null ? rows.Length : rows.Distinct().Count(),
            LeftOut =
            [
                .. _columns.Conditions.Zip(_leftOut, (one, count) =>
                    ($"left out by --where {PlainText.Brief(one.Text)}", count)),
                ("without a value for --where", WithoutValue(read)),
            ],
            Notes = [.. read.Notes, .. NotesOf(read)],
        };
        Check(table);
        return table;

        ReadColumn ColumnOf(int column) => Array.IndexOf(Read, column) is var k
            && k < read.Errors.Count ? new(read.Columns[k], read.Errors[k]) : new(read.Columns[k], null);

        double[] ValuesOf(int column)
        {
            if (_columns[column] is not EachReplicate replicates)
            {
                return _columns[column]?.Evaluate(ColumnOf, read.RowCount) ?? ColumnOf(column).Values;
            }

            (double[] values, sources) = replicates.Spread(ColumnOf, read.RowCount);
            return values;
        }

        int RowOf(int place) => sources?[place] ?? place;
    }

    private static void Leave(bool[] isIn, Func<int, bool> isOut, ref int count)
    {
        for (int row = 0; row < isIn.Length; row++)
        {
            if (isIn[row] && isOut(row))
            {
                isIn[row] = false;
                count++;
            }
        }
    }

    /// <summary>Counts of columns that were read, by the first of the wanted ones that each is for.</summary>
    private int[] ByWanted(int[] counts)
    {
        int[] sums = new int[_wanted.Length];
        for (int k = 0; k < counts.Length; k++)
        {
            int place = Array.FindIndex(_wanted, column => Uses(column, Read[k]));
            if (place >= 0)
            {
                sums[place] += counts[k];
            }
        }

        return sums;
    }

    private bool Uses(int wanted, int column) =>
        wanted == column || _columns[wanted]?.Columns.Contains(column) == true;

    /// <summary>The number of rows that lack a value which only a condition needs.</summary>
    private int WithoutValue(CsvTable read) => Read.Index()
        .Where(one => !Array.Exists(_wanted, wanted => Uses(wanted, one.Item)))
        .Sum(one => read.Missing[one.Index] + read.NotFinite[one.Index]);

    private IEnumerable<string> NotesOf(CsvTable read)
    {
        int missing = WithoutValue(read);
        if (_columns.Conditions.Count > 0)
        {
            string conditions = string.Join(" and ", _columns.Conditions.Select(one => PlainText.Brief(one.Text)));
            yield return $"{Things.Count(_leftOut.Sum(), "row")} left out by --where {conditions}"
                + (missing > 0 ? $", and {missing} without a value for it" : "");
        }
    }

    /// <summary>The spans of labels with the rows that are left, which are in order.</summary>
    private static LabelSpan[] Within(IReadOnlyList<LabelSpan> spans, int[] rows)
    {
        (int first, int place) = (0, 0);
        return [.. spans.Select(span =>
        {
            int start = place;
            first += span.Count;
            while (place < rows.Length && rows[place] < first)
            {
                place++;
            }

            return span with { Count = place - start };
        })];
    }

    private void Check(CsvTable table)
    {
        if (_positive is int p && Positive is null
            && Array.FindIndex(table.Columns[p], value => !(value > 0 && double.IsNormal(value))) is var row and >= 0)
        {
            throw new InputException(string.Create(
                CultureInfo.InvariantCulture,
                $"{_file}, line {table.Lines[row]}: the standard deviation {table.Columns[p][row]:R} by "
                + $"{PlainText.Brief(_columns.All[_wanted[p]].Name)} is not positive. {_columns[_wanted[p]]!.Cure}"));
        }
    }
}
