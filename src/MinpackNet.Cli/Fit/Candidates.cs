namespace MinpackNet.Cli;

/// <summary>
/// The columns without a role, and the rules by which two of them get one: a column by its name, or else by its place
/// among those with numbers that are neither standard deviations nor an index.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="taken">The columns with a role.</param>
internal sealed class Candidates(CsvFile file, int[] taken)
{
    private const int MostNamed = 6;
    private const string HasErrors = "by its name it has standard deviations";

    private readonly FileColumn[] _columns = file.Columns;

    private readonly bool[] _areErrors = ErrorColumn.Among([.. file.Columns.Select(column => column.Name)]);

    private readonly (int X, int Y)? _axes = AxisNames.Of(file.Columns);

    /// <summary>
    /// The column with a name, or else one without a role that has it in another case or with more behind it; or null.
    /// </summary>
    public int? NamedArgument(string name) =>
        Array.FindIndex(_columns, column => column.Name == name) is var index and >= 0 ? index : FreeNamed(name);

    /// <summary>
    /// The column of observations: by its name, or else the only one besides that of the argument, which is the first
    /// if it has none yet.
    /// </summary>
    /// <exception cref="InputException">
    /// There is none, several could be meant, or the only one does not look like one of observations.
    /// </exception>
    public int Observations(string name, string argument, int? x, bool argumentIsFirst)
    {
        if (FreeNamed(name) is int named)
        {
            return named;
        }

        int before = argumentIsFirst ? 1 : 0;
        ColumnKind[] unlikely = argumentIsFirst
            ? [ColumnKind.Dates, ColumnKind.CountsRows]
            : [ColumnKind.Dates, ColumnKind.CountsRows, ColumnKind.MayCountRows];
        int[] pool = Pool(argument, [.. taken, x ?? -1], before + 1, unlikely);
        int first = argumentIsFirst && pool.Length > 1
            ? Math.Max(Array.FindIndex(pool[..^1], index => _columns[index].Kind != ColumnKind.Constant), 0)
            : before - 1;
        int[] left = [.. pool.Skip(first + 1).OrderBy(index => _columns[index].Kind == ColumnKind.Constant)];
        int? chosen = argumentIsFirst && pool.Length > 1 ? pool[first] : x;
        return left.Length switch
        {
            0 => throw None("of observations", "--y"),
            1 when Objection(left[0], chosen) is { } objection => throw Unlikely(
                left[0], "the observations", objection, Advice(left[0], chosen, xIsGiven: taken.Contains(x ?? -1))),
            1 => left[0],
            _ => throw Several("the observations", "--y", left, chosen),
        };
    }

    /// <summary>The column of the argument: the first, if it is before the observations or the only one.</summary>
    /// <exception cref="InputException">
    /// There is none, several could be meant, or the only one has standard deviations by its name.
    /// </exception>
    public int Argument(string observation, int y)
    {
        ColumnKind[] unlikely =
            [ColumnKind.Constant, ColumnKind.Dates, ColumnKind.CountsRows, ColumnKind.MayCountRows];
        int[] pool = Pool(observation, [.. taken, y], 1, unlikely);
        int[] counting = [.. Enumerable.Range(0, _columns.Length).Except([.. taken, y, .. pool])
            .Where(index => CountsRows(index) && _columns[index].HasNumbers && !_columns[index].IsNameless)];
        // Without names, only the place tells: what counts is x right before the observations, and else unclear.
        bool hasNoNames = file.NamesLine == 0 && counting.Length > 0;
        int dates = Array.FindIndex(_columns, 0, y, column => column.HasDates || column.HasDays);
        return pool.Length == 0 ? throw None("for the formula's x", "--x")
            : pool[0] > y && dates >= 0 && !taken.Contains(dates)
                ? throw Several("the formula's x", "--x", [dates, .. pool], null)
            : hasNoNames ? (y == counting[0] + 1 ? counting[0]
                : throw Several("the formula's x", "--x", [.. counting, .. pool], null))
            : pool[0] < y || (pool.Length == 1 && counting.Length == 0)
                ? (!_areErrors[pool[0]] ? pool[0] : throw Unlikely(
                    pool[0], "the formula's x", HasErrors, $"Choose with --x, such as --x {Quoted(pool[0])}."))
            : throw Several("the formula's x", "--x", [.. counting, .. pool], null);
    }

    /// <summary>
    /// Refuses an argument behind the observations that are so only by names in another case or with more behind them,
    /// where the line with the names may be a title.
    /// </summary>
    /// <exception cref="InputException">The columns are as likely the other way round.</exception>
    public void CheckOrder(int x, int y, string argument, string observation, bool yIsGiven)
    {
        (string nameOfX, string nameOfY) = (_columns[x].Name, _columns[y].Name);
        bool isByCase = nameOfX != argument && nameOfY != observation
            && (IsNamed(x, argument) || (!yIsGiven && IsNamed(y, observation)));
        if (file.NamesAreGuessed && x > y && isByCase && !(yIsGiven && _columns.Length == 2))
        {
            throw new InputException(
                $"{file.Name}: line {file.NamesLine} may have the names of the columns or be a title, so the formula's "
                + $"x may be in {PlainText.Brief(nameOfX)} or {(yIsGiven ? "another" : PlainText.Brief(nameOfY))}. "
                + (yIsGiven
                    ? $"Choose with --x, such as --x {Quoted(nameOfX)}."
                    : $"Choose with --x and --y, such as --x {Quoted(nameOfY)} --y {Quoted(nameOfX)}."));
        }
    }

    /// <summary>Notes on columns that are left unused.</summary>
    /// <param name="x">The columns of predictors.</param>
    /// <param name="y">The column of observations.</param>
    /// <param name="sigma">The column of standard deviations; null for none.</param>
    /// <param name="set">The column that tells the data set; null for none.</param>
    /// <param name="told">The names of columns about which there is another note.</param>
    public string[] Unused(int[] x, int y, int? sigma, int? set, IReadOnlyCollection<string> told)
    {
        List<string> notes = [];
        List<string> others = [];
        int[] used =
        [
            .. x, y, sigma ?? y, set ?? y, .. taken, .. file.Computed[sigma ?? y]?.Columns ?? [],
            .. file.Computed.Conditions.SelectMany(one => one.Columns),
        ];
        foreach (int index in Enumerable.Range(0, _columns.Length).Except(used))
        {
            string name = PlainText.Brief(_columns[index].Name);
            if (CountsRows(index))
            {
                notes.Add($"{name} names or counts the rows and is not used");
            }
            else if (ErrorsOfArgument(index, x, y) is { } argument)
            {
                notes.Add($"{name} is not used, because errors of {argument} cannot be taken into account");
            }
            else if (_areErrors[index] && BesideArgument(index, x) is { } neighbor)
            {
                notes.Add(
                    $"{name} is not used; beside {neighbor}, it seems to have its errors, which cannot be taken into "
                    + "account");
            }
            else if (_areErrors[index] && sigma is null)
            {
                notes.Add(
                    $"{name} is not used; if it has standard deviations, give --sigma {Quoted(index)}");
            }
            else if (_columns[index].HasTimesOfDay && index > 0 && _columns[index - 1].HasDays)
            {
                string both = $"{_columns[index - 1].Name}+{_columns[index].Name}";
                notes.Add($"{name} has times and is not used; to fit against dates and times, give --x {Quoted(both)}");
            }
            else if (_columns[index].HasDates && !told.Contains(_columns[index].Name))
            {
                notes.Add($"{name} has dates or times and is not used; to fit against it, give --x {Quoted(index)}");
            }
            else if ((_columns[index].HasNumbers || IsNamelessUnit(index)) && !told.Contains(_columns[index].Name))
            {
                others.Add(Known(index));
            }
        }

        return others.Count > 0 ? [.. notes, $"not used: {Things.List(others)}"] : [.. notes];
    }

    /// <summary>Refuses errors of x in place of those of the observations.</summary>
    /// <exception cref="InputException">The column has errors of x by its name.</exception>
    public void CheckSigma(int sigma, int[] x, int y)
    {
        if (ErrorsOfArgument(sigma, x, y) is { } argument)
        {
            throw new InputException(
                $"--sigma: by its name, {PlainText.Brief(_columns[sigma].Name)} has errors of {argument}, which cannot "
                + "be taken into account. Name the column with those of the observations, or leave the option out.");
        }
    }

    /// <summary>The predictor of which a column has the errors by its name; null for any other column.</summary>
    private string? ErrorsOfArgument(int index, int[] x, int y)
    {
        const string Argument = "x";
        string name = _columns[index].Name;
        if (!_areErrors[index] || ErrorColumn.IsOf(name, _columns[y].Name))
        {
            return null;
        }

        return x.Select(column => _columns[column].Name).FirstOrDefault(column => ErrorColumn.IsOf(name, column))
                is { } predictor
            ? PlainText.Brief(predictor)
            : !_columns[y].Name.Equals(Argument, StringComparison.OrdinalIgnoreCase)
                && ErrorColumn.IsOf(name.ToLowerInvariant(), Argument)
            ? Argument
            : null;
    }

    /// <summary>The predictor behind which a column of errors is, if its name does not say whose they are.</summary>
    private string? BesideArgument(int index, int[] x)
    {
        int neighbor = Array.FindLastIndex(_columns[..index], column => column.HasNumbers);
        while (neighbor >= 0 && _areErrors[neighbor])
        {
            neighbor--;
        }

        return ErrorColumn.NamesNoOther(_columns[index].Name) && x.Contains(neighbor)
            ? PlainText.Brief(_columns[neighbor].Name)
            : null;
    }

    /// <summary>Whether another column has the same name.</summary>
    public bool IsRepeated(int index) => _columns.Count(column => column.Name == _columns[index].Name) > 1;

    /// <summary>Refuses columns whose names another column has, with the option that chooses each.</summary>
    public void CheckNames((int Column, string? Option)[] columns)
    {
        foreach ((int column, string? option) in columns.Where(column => IsRepeated(column.Column)))
        {
            throw SameName(column, option);
        }
    }

    /// <summary>The complaint about two columns of one name.</summary>
    /// <param name="index">One of them.</param>
    /// <param name="option">The option that names the one that is meant; null where the formula does.</param>
    public InputException SameName(int index, string? option) => new(
        $"{file.Name}: two columns are named {PlainText.Brief(_columns[index].Name)}. Give each column its own name, "
        + (option is null ? "" : $"choose one by its place, such as {option} {FileColumn.Unnamed(LastNamed(index))}, ")
        + $"or give --skip {file.LastHeaderLine} to leave the header out and name the columns c1, c2, ...");

    private int LastNamed(int index) => Array.FindLastIndex(_columns, other => other.Name == _columns[index].Name);

    private int? FreeNamed(string name) => Enumerable.Range(0, _columns.Length)
        .Except(taken)
        .Where(index => IsNamed(index, name))
        .OrderBy(index => _columns[index].Name == name ? 0 : HasName(index, name) ? 1 : 2)
        .Select(index => (int?)index)
        .FirstOrDefault();

    private bool IsNamed(int index, string name) =>
        HasName(index, name) || (_axes is var (x, y) && index == (name == "x" ? x : y));

    private bool HasName(int index, string name) =>
        _columns[index].Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The likely columns if they are enough, or else those with varying numbers that are no errors and have no other
    /// role by their names, or else also those with dates or one number, or else all that are no errors, or else all
    /// with numbers, or else all.
    /// </summary>
    private int[] Pool(string otherRole, int[] excluded, int enough, ColumnKind[] unlikely)
    {
        int[] free = [.. Enumerable.Range(0, _columns.Length).Except(excluded)];
        int[] numbers = [.. free.Where(index => _columns[index].HasNumbers)];
        int[] quantities = [.. numbers.Where(index => !_areErrors[index])];
        int[] values = [.. quantities.Where(index => !IsNamed(index, otherRole))];
        int[] varying = [.. values.Where(index =>
            _columns[index].Kind is not (ColumnKind.Constant or ColumnKind.Dates))];
        int[] likely = [.. values.Where(index => !unlikely.Contains(_columns[index].Kind))];
        return new[] { likely, varying, values, quantities, numbers }
            .FirstOrDefault(pool => pool.Length >= enough, free);
    }

    private bool IsNamelessUnit(int index) =>
        _columns[index].HasUnits && _columns[index].Name == FileColumn.Unnamed(index);

    private bool CountsRows(int index) => _columns[index].Kind is ColumnKind.CountsRows or ColumnKind.MayCountRows;

    /// <summary>Why a column that is left is not fitted by default; null if it is.</summary>
    private string? Objection(int index, int? argument) =>
        _areErrors[index] ? HasErrors
        : _columns[index].Kind == ColumnKind.MayCountRows ? "it may count the rows"
        : CountsRows(index) || _columns[index].IsNameless ? "it names or counts the rows"
        : _columns[index].Kind == ColumnKind.Dates ? "it has dates"
        : _columns[index].Kind == ColumnKind.Constant && (index < argument || HasOther(index, argument))
            ? "it has the same number in all rows"
        : null;

    /// <summary>Whether another column without a role has numbers that vary.</summary>
    private bool HasOther(int index, int? argument) => Enumerable.Range(0, _columns.Length)
        .Except([.. taken, index, argument ?? index])
        .Any(other => _columns[other].HasNumbers && _columns[other].Kind != ColumnKind.Constant);

    /// <summary>
    /// How to choose instead of a column that is left: the other way round, if x is not the user's choice and this one
    /// rather counts the rows.
    /// </summary>
    private string Advice(int index, int? argument, bool xIsGiven)
    {
        int counting = CountsRows(index) || _columns[index].IsNameless ? index
            : Enumerable.Range(0, _columns.Length).Except(taken).FirstOrDefault(CountsRows, -1);
        return argument is int x && !xIsGiven && counting >= 0 && counting != x && !_areErrors[index]
                ? $"Choose with --x and --y, such as --x {Quoted(counting)} --y {Quoted(x)}."
            : _columns[index].Kind == ColumnKind.Constant && !_areErrors[index] ? "Choose with --x and --y."
            : $"Choose with --y, such as --y {Quoted(index)}.";
    }

    private InputException Unlikely(int index, string role, string objection, string advice) => new(
        $"{file.Name}: of the columns {Things.List(_columns.Select(column => column.Name))}, only "
        + $"{PlainText.Brief(_columns[index].Name)} is left for {role}, and {objection}. {advice}");

    private InputException None(string what, string option) => new(
        $"{file.Name}: there is no column {what} besides {Things.List(_columns.Select(column => column.Name))}. "
        + $"Add one, give the --delimiter, or choose one with {option}.");

    private InputException Several(string what, string option, int[] pool, int? argument)
    {
        if (pool.FirstOrDefault(IsRepeated, -1) is var repeated and >= 0)
        {
            return SameName(repeated, option);
        }

        string[] names = [.. pool.Take(MostNamed).Select(index => PlainText.Brief(_columns[index].Name))];
        string more = pool.Length > MostNamed ? " or another" : "";
        string together = option == "--y" && pool.Length is > 2 and <= MostNamed
                && Array.TrueForAll(pool, index => _columns[index].Kind == ColumnKind.Quantity)
            ? $" or, for replicates, {option} {Quoted(string.Join(',', pool.Select(Known)))}"
            : "";
        string x = argument is not int index ? ""
            : _columns[index].Kind == ColumnKind.MayCountRows && !taken.Contains(index)
                && pool.Count(other => _columns[other].Kind != ColumnKind.Constant) > 1
                ? $" the formula's x may be in {PlainText.Brief(_columns[index].Name)} or {names[0]}: choose with --x;"
            : $" the formula's x is {PlainText.Brief(_columns[index].Name)}, or what --x names;";
        // A date without the time of day beside it tells the days alone.
        string first = option == "--x" && DateAndTime.In(_columns) is { } both && both.Date == pool[0]
            ? Quoted(both.Text)
            : Quoted(pool[0]);
        return new(
            $"{file.Name}: {what} may be in {string.Join(" or ", names)}{more}. Choose with {option}, such as {option} "
            + $"{first}{together};{x} --sigma names standard deviations.{file.AdviceOnCommas}");
    }

    /// <summary>What an option calls a column: its name, or its place if another has the same name.</summary>
    private string Quoted(int index) => Quoted(Known(index));

    private string Known(int index) => IsRepeated(index) ? FileColumn.Unnamed(index) : _columns[index].Name;

    /// <summary>A name as a shell takes it for one argument.</summary>
    private static string Quoted(string name) => name.Any(c => !char.IsLetterOrDigit(c) && c is not ('_' or '.'))
        ? $"'{name}'"
        : name;
}
