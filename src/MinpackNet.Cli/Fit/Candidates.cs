namespace MinpackNet.Cli;

/// <summary>
/// The columns without a role, and the rules by which two of them get one: a column by its name, or else by its place
/// among those with numbers that are neither standard deviations nor an index.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="taken">The columns with a role.</param>
/// <param name="someIsGiven">
/// Whether the user chose a column for the formula's x or for the observations. Then another is not left out because
/// it counts the rows, unless it has no name.
/// </param>
internal sealed class Candidates(CsvFile file, int[] taken, bool someIsGiven)
{
    private readonly FileColumn[] _columns = file.Columns;

    private readonly bool[] _areErrors = ErrorColumn.Among([.. file.Columns.Select(column => column.Name)]);

    private const int MostNamed = 6;

    /// <summary>The column with a name, or else one without a role that has it in another case; or null.</summary>
    public int? NamedArgument(string name) =>
        Array.FindIndex(_columns, column => column.Name == name) is var index and >= 0 ? index : FreeNamed(name);

    /// <summary>
    /// The column of observations: by its name, or else the only one besides that of the argument, which is the first
    /// if it has none yet.
    /// </summary>
    /// <exception cref="InputException">
    /// There is none, several could be meant, or the only one has standard deviations by its name.
    /// </exception>
    public int Observations(string name, string argument, int? x, bool argumentIsFirst)
    {
        if (FreeNamed(name) is int named)
        {
            return named;
        }

        int before = argumentIsFirst ? 1 : 0;
        int[] pool = [.. Pool(argument, [.. taken, x ?? -1], before + 1).Skip(before)];
        return pool.Length switch
        {
            0 => throw None("of observations", "--y"),
            1 => Checked(pool[0], "the observations", "--y"),
            _ => throw Several("the observations", "--y", pool),
        };
    }

    /// <summary>The column of the argument: the first, if it is before the observations or the only one.</summary>
    /// <exception cref="InputException">
    /// There is none, several could be meant, or the only one has standard deviations by its name.
    /// </exception>
    public int Argument(string observation, int y)
    {
        int[] pool = Pool(observation, [.. taken, y], 1);
        return pool.Length == 0 ? throw None("for the formula's x", "--x")
            : pool.Length == 1 || (pool[0] < y && !_columns[pool[0]].CountsRows)
                ? Checked(pool[0], "the formula's x", "--x")
            : throw Several("the formula's x", "--x", pool);
    }

    /// <summary>Notes on columns that are left unused although a use could be expected.</summary>
    public string[] Unused(int[] used, bool hasSigma) =>
    [
        .. from index in Enumerable.Range(0, _columns.Length).Except(used)
           let column = _columns[index]
           where column.CountsRows || (_areErrors[index] && !hasSigma)
           select column.CountsRows
               ? $"{PlainText.Brief(column.Name)}, the first column, names or counts the rows and is not used"
               : $"{PlainText.Brief(column.Name)} is not used; if it has standard deviations, give --sigma "
                    + Quoted(column.Name),
    ];

    /// <summary>Whether another column has the same name.</summary>
    public bool IsRepeated(int index) => _columns.Count(column => column.Name == _columns[index].Name) > 1;

    /// <summary>The complaint about two columns of one name.</summary>
    public InputException SameName(int index) => new(
        $"{file.Name}: two columns are named {PlainText.Brief(_columns[index].Name)}. Give each column its own name, "
        + $"or give --skip {file.LastHeaderLine} to leave the header out and name the columns c1, c2, ...");

    private int? FreeNamed(string name) => Enumerable.Range(0, _columns.Length)
        .Except(taken)
        .Where(index => _columns[index].Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        .OrderBy(index => _columns[index].Name == name ? 0 : 1)
        .Select(index => (int?)index)
        .FirstOrDefault();

    /// <summary>
    /// The likely columns if they are enough, or else those that are no errors and have no other role by their names,
    /// or else those that are no errors, or else all with numbers, or else all.
    /// </summary>
    private int[] Pool(string otherRole, int[] excluded, int enough)
    {
        int[] free = [.. Enumerable.Range(0, _columns.Length).Except(excluded)];
        int[] numbers = [.. free.Where(index => _columns[index].HasNumbers)];
        int[] quantities = [.. numbers.Where(index => !_areErrors[index])];
        int[] values = [.. quantities.Where(index =>
            !_columns[index].Name.Equals(otherRole, StringComparison.OrdinalIgnoreCase))];
        int[] likely = [.. values.Where(index =>
            !_columns[index].CountsRows || (someIsGiven && !_columns[index].IsNameless))];
        return likely.Length >= enough ? likely
            : values.Length >= enough ? values
            : quantities.Length >= enough ? quantities
            : numbers.Length >= enough ? numbers
            : free;
    }

    /// <summary>A column that got a role because there is no other, unless its name speaks against it.</summary>
    private int Checked(int index, string role, string option) => !_areErrors[index] ? index
        : throw new InputException(
            $"{file.Name}: of the columns {Things.List(_columns.Select(column => column.Name))}, only "
            + $"{PlainText.Brief(_columns[index].Name)} is left for {role}, and by its name it has standard "
            + $"deviations. Choose with {option}, such as {option} {Quoted(_columns[index].Name)}.");

    private InputException None(string what, string option) => new(
        $"{file.Name}: there is no column {what} besides {Things.List(_columns.Select(column => column.Name))}. "
        + $"Add one, give the --delimiter, or choose one with {option}.");

    private InputException Several(string what, string option, int[] pool)
    {
        if (pool.FirstOrDefault(IsRepeated, -1) is var repeated and >= 0)
        {
            return SameName(repeated);
        }

        string[] names = [.. pool.Take(MostNamed).Select(index => PlainText.Brief(_columns[index].Name))];
        string more = pool.Length > MostNamed ? " or another" : "";
        return new(
            $"{file.Name}: {what} may be in {string.Join(" or ", names)}{more}. Choose with {option}, such as {option} "
            + $"{Quoted(_columns[pool[0]].Name)}; --sigma names standard deviations.");
    }

    /// <summary>A name as a shell takes it for one argument.</summary>
    private static string Quoted(string name) => name.Any(c => !char.IsLetterOrDigit(c) && c is not ('_' or '.'))
        ? $"'{name}'"
        : name;
}
