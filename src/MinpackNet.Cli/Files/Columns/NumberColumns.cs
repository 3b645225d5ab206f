namespace MinpackNet.Cli;

/// <summary>Columns of numbers, of which those such as 1,000 are settled by all the others.</summary>
/// <param name="count">The number of columns.</param>
/// <param name="decimalMark">The decimal mark that the user names; null to find out.</param>
/// <param name="dividedByCommas">Whether commas are between fields, so that decimal commas are unlikely.</param>
/// <param name="mayGroupByPoints">
/// Whether points between thousands are likely enough to speak of them where no number settles it.
/// </param>
/// <param name="othersHaveDecimalCommas">Whether other columns may have numbers with decimal commas.</param>
/// <param name="marks">Refuses both decimal marks; null where the user names one.</param>
/// <param name="dates">Those that have dates.</param>
internal sealed class NumberColumns(
    int count,
    char? decimalMark,
    bool dividedByCommas,
    bool mayGroupByPoints,
    bool othersHaveDecimalCommas,
    DecimalMarks? marks,
    DateColumns dates)
{
    private readonly ChunkedList<double>[] _columns =
        [.. Enumerable.Range(0, count).Select(_ => new ChunkedList<double>())];
    private readonly NumberReader _reader = new() { DecimalMark = decimalMark };
    private readonly char?[] _marks = new char?[count];
    private readonly bool[] _areNumbers = new bool[count];
    private readonly ErrorsInColumns _errors = new(count);
    private readonly Percentages _percentages = new(count);
    private readonly DigitCodes _codes = new(count);
    private readonly Ambiguous _commas = new(',');
    private readonly Ambiguous _points = new('.');
    private bool _isSettled;
    private bool _isRowPlain;

    /// <summary>The number of rows.</summary>
    public int RowCount => _columns[0].Count;

    /// <summary>Whether a column has dates.</summary>
    public bool HasDates(int column) => dates.Has(column);

    /// <summary>
    /// Reads the next row at once if its fields are finite numbers as programs write them, which cannot tell more of
    /// their columns than the rows before.
    /// </summary>
    /// <param name="line">The row.</param>
    /// <param name="fields">The places of the columns in it.</param>
    /// <param name="row">Receives the values; if there are others, those before them.</param>
    /// <returns>Whether there are no others. Else the fields are to be read one by one.</returns>
    public bool TryReadPlain(RecordReader line, int[] fields, double[] row)
    {
        _isRowPlain = _isSettled && !line.HasQuotes;
        for (int k = 0; k < row.Length && _isRowPlain; k++)
        {
            _isRowPlain = line.TryParse(fields[k], out row[k]) && double.IsFinite(row[k]);
            if (_isRowPlain && _codes.MayHave(k))
            {
                _codes.Read(k, line[fields[k]]);
            }
        }

        return _isRowPlain;
    }

    /// <summary>Reads a field of the next row.</summary>
    public bool TryRead(int column, RecordReader line, int field, out double value)
    {
        if (dates.Has(column)
            || !(_areNumbers[column] = _reader.TryRead(line, field, out value, out _marks[column])))
        {
            return TryReadDate(column, line.GetString(field), out value);
        }

        marks?.Read(_reader, line, field);
        _codes.Read(column, line[field]);
        _errors.Read(column, _reader.Error);
        _percentages.Read(column, _reader.IsPercentage);
        return true;
    }

    /// <summary>Whether a column has percentages.</summary>
    public bool HasPercentages(int column) => _percentages.Has(column);

    /// <summary>Whether a column has numbers of equally many digits, of which one starts with a zero.</summary>
    public bool HasCodes(int column) => _codes.Has(column);

    private bool TryReadDate(int column, string text, out double value)
    {
        Skip(column);
        value = 0;
        return dates.TryRead(column, text);
    }

    /// <summary>Leaves a field of the next row without a value.</summary>
    public void Skip(int column)
    {
        (_marks[column], _areNumbers[column]) = (null, false);
        _errors.Read(column, double.NaN);
        _percentages.Read(column, null);
    }

    /// <summary>Adds a row, of which all fields have just been read.</summary>
    /// <param name="row">The values of the fields.</param>
    /// <param name="quote">Describes the location and the text of a field.</param>
    public void Add(double[] row, Func<int, string> quote)
    {
        if (_isRowPlain)
        {
            for (int k = 0; k < row.Length; k++)
            {
                _columns[k].Add(row[k]);
            }

            return;
        }

        _isSettled = _reader.HasDecimalPoints; // or else a number such as 1.000 could mean two
        for (int k = 0; k < row.Length; k++)
        {
            if (_marks[k] is char mark)
            {
                Ambiguous numbers = mark == ',' ? _commas : _points;
                numbers.First ??= quote(k);
                numbers.Places.Add((k, _columns[k].Count));
            }

            _errors.Add(k, _columns[k].Count);
            _percentages.Add(k, quote);
            _columns[k].Add(row[k]);
            dates.Add(k, _areNumbers[k], quote);
            _isSettled &= dates.AreNumbers(k) && _percentages.AreNone(k) && !_errors.HasAny(k);
        }
    }

    /// <summary>Decides what the marks in numbers mean, and starts anew with the rows that follow.</summary>
    /// <returns>
    /// The columns, the errors beside their values (null without any) and, in words, what is read otherwise than it is
    /// written.
    /// </returns>
    /// <exception cref="InputException">A number can mean two.</exception>
    public (double[][] Columns, double[]?[] Errors, IReadOnlyList<string> Notes) Settle()
    {
        bool commasSeparate = Separates(_commas, areDecimal: _reader.HasDecimalCommas, separate: _reader.HasGroupCommas
            || _reader.HasDecimalPoints || (dividedByCommas && !_reader.HasDecimalCommas));
        bool pointsSeparate = Separates(_points, separate: _reader.HasGroupPoints, areDecimal: _reader.HasDecimalPoints
            || !(_reader.HasDecimalCommas || othersHaveDecimalCommas || _reader.HasGroupPoints));
        List<string> notes = [];
        if (_reader.HasDecimalCommas || (_commas.First is not null && !commasSeparate))
        {
            notes.Add("commas in numbers are read as decimal commas");
        }

        if (commasSeparate || _reader.HasGroupCommas)
        {
            notes.Add("commas in numbers are read as separators between thousands");
        }

        if (pointsSeparate || _reader.HasGroupPoints)
        {
            notes.Add("points in numbers are read as separators between thousands");
        }

        if (_points.First is not null && !pointsSeparate && !_reader.HasDecimalPoints
            && decimalMark is null && mayGroupByPoints)
        {
            notes.Add(
                "points in numbers are read as decimal points; give --decimal comma if they separate thousands");
        }

        if (_reader.HasOtherGroups)
        {
            notes.Add("apostrophes and no-break or thin spaces in numbers are read as separators between thousands");
        }

        if (_reader.HasErrors)
        {
            notes.Add("numbers in parentheses or behind ± are read as the errors of the values before them");
        }

        if (_percentages.Any)
        {
            notes.Add("percentages are read as the numbers before the sign: 12 % as 12");
        }

        CheckOption();
        double[][] settled = Array.ConvertAll(_columns, column => column.ToArray());
        notes.AddRange(dates.Settle(settled));
        if ((_commas.First is not null && _commas.Separates is { } commas && commas != commasSeparate)
            || (_points.First is not null && _points.Separates is { } points && points != pointsSeparate))
        {
            throw new InputException(
                $"{_commas.First ?? _points.First} is read otherwise than numbers far above it, which are written "
                + "alike. Give --decimal comma or --decimal point.");
        }

        _commas.Start(commasSeparate);
        _points.Start(pointsSeparate);
        double[]?[] errors = _errors.Take();
        Array.ForEach(_columns, column => column.Clear());
        return (settled, errors, notes);
    }

    /// <summary>Refuses an option that settles nothing and that all numbers contradict.</summary>
    private void CheckOption()
    {
        bool settles = _commas.First is not null || _points.First is not null;
        (string name, string other) = decimalMark == ',' ? ("comma", "points") : ("point", "commas");
        bool isContradicted = decimalMark == ','
            ? _reader.HasDecimalPoints && !_reader.HasDecimalCommas
            : decimalMark == '.' && _reader.HasDecimalCommas && !_reader.HasDecimalPoints;
        if (!settles && isContradicted)
        {
            throw new InputException(
                $"--decimal {name} has no effect, because the numbers have decimal {other}. Leave it out.");
        }
    }

    /// <summary>Decides what the mark in ambiguous numbers means.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="separate">Whether other numbers say that it separates thousands.</param>
    /// <param name="areDecimal">Whether other numbers say that it is decimal.</param>
    private bool Separates(Ambiguous numbers, bool separate, bool areDecimal)
    {
        if (numbers.First is null)
        {
            return false;
        }

        if (decimalMark is char mark)
        {
            areDecimal = mark == numbers.Mark;
            separate = !areDecimal;
        }

        if (separate == areDecimal)
        {
            throw new InputException(
                $"{numbers.First} may have a decimal mark or one between thousands, and the other numbers do not tell. "
                + "Give --decimal comma or --decimal point.");
        }

        if (separate)
        {
            foreach ((int column, int row) in numbers.Places)
            {
                _columns[column][row] = Math.Round(1000 * _columns[column][row]);
            }
        }

        return separate;
    }

    /// <summary>The numbers with a mark of one kind that may be decimal or separate thousands.</summary>
    private sealed class Ambiguous(char mark)
    {
        public char Mark { get; } = mark;

        /// <summary>Describes the first; null without any.</summary>
        public string? First { get; set; }

        public List<(int Column, int Row)> Places { get; } = [];

        /// <summary>What was decided for numbers before; null while there were none.</summary>
        public bool? Separates { get; private set; }

        /// <summary>Forgets the numbers, but not what was decided.</summary>
        public void Start(bool separates)
        {
            Separates = First is null ? Separates : separates;
            First = null;
            Places.Clear();
        }
    }
}
