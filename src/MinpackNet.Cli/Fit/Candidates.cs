namespace MinpackNet.Cli;

/// <summary>
/// The columns without a role, and the rules by which two of them get one: a column by its name, or else by its place
/// among those with numbers that are neither standard deviations nor an index.
/// </summary>
/// <param name="file">The file as the user names it.</param>
/// <param name="columns">All columns.</param>
/// <param name="taken">Those with a role.</param>
internal sealed class Candidates(string file, FileColumn[] columns, int[] taken)
{
    private const int MostNamed = 6;

    /// <summary>The column with a name, or else one without a role that has it in another case; or null.</summary>
    public int? NamedArgument(string name) =>
        Array.FindIndex(columns, column => column.Name == name) is var index and >= 0 ? index : FreeNamed(name);

    /// <summary>
    /// The column of observations: by its name, or else the only one besides that of the argument, which is the first
    /// if it has none yet.
    /// </summary>
    /// <exception cref="InputException">There is none, or several could be meant.</exception>
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
            1 => pool[0],
            _ => throw Several("the observations", "--y", pool),
        };
    }

    /// <summary>The column of the argument: the first, if it is before the observations or the only one.</summary>
    /// <exception cref="InputException">There is none, or several could be meant.</exception>
    public int Argument(string observation, int y)
    {
        int[] pool = Pool(observation, [.. taken, y], 1);
        return pool.Length == 0 ? throw None("for the formula's x", "--x")
            : pool.Length == 1 || pool[0] < y ? pool[0]
            : throw Several("the formula's x", "--x", pool);
    }

    /// <summary>Notes on columns that are left unused although a use could be expected.</summary>
    public string[] Unused(int[] used, bool hasSigma) =>
    [
        .. from index in Enumerable.Range(0, columns.Length).Except(used)
           let column = columns[index]
           where column.CountsRows || (ErrorColumn.Is(column.Name) && !hasSigma)
           select column.CountsRows
               ? $"{column.Name}, the first column, names or counts the rows and is not used"
               : $"{column.Name} is not used; if it has standard deviations, give --sigma {column.Name}",
    ];

    /// <summary>Whether another column has the same name.</summary>
    public bool IsRepeated(int index) => columns.Count(column => column.Name == columns[index].Name) > 1;

    /// <summary>The complaint about two columns of one name.</summary>
    public InputException SameName(int index) => new(
        $"{file}: two columns are named {columns[index].Name}. Give each column its own name, or leave the header out "
        + "with --skip to name the columns c1, c2, ...");

    private int? FreeNamed(string name) => Enumerable.Range(0, columns.Length)
        .Except(taken)
        .Where(index => columns[index].Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        .OrderBy(index => columns[index].Name == name ? 0 : 1)
        .Select(index => (int?)index)
        .FirstOrDefault();

    /// <summary>The likely columns if they are enough, or else all with numbers, or else all.</summary>
    private int[] Pool(string otherRole, int[] excluded, int enough)
    {
        int[] free = [.. Enumerable.Range(0, columns.Length).Except(excluded)];
        int[] numbers = [.. free.Where(index => columns[index].HasNumbers)];
        int[] likely = [.. numbers.Where(index => !columns[index].CountsRows && !ErrorColumn.Is(columns[index].Name)
            && !columns[index].Name.Equals(otherRole, StringComparison.OrdinalIgnoreCase))];
        return likely.Length >= enough ? likely : numbers.Length >= enough ? numbers : free;
    }

    private InputException None(string what, string option) => new(
        $"{file}: there is no column {what} besides {string.Join(", ", columns.Select(column => column.Name))}. "
        + $"Add one, give the --delimiter, or choose one with {option}.");

    private InputException Several(string what, string option, int[] pool)
    {
        if (pool.FirstOrDefault(IsRepeated, -1) is var repeated and >= 0)
        {
            return SameName(repeated);
        }

        string[] names = [.. pool.Take(MostNamed).Select(index => columns[index].Name)];
        string more = pool.Length > MostNamed ? " or another" : "";
        return new(
            $"{file}: {what} may be in {string.Join(" or ", names)}{more}. Choose with {option}, such as {option} "
            + $"{(names[0].Contains(' ') ? $"'{names[0]}'" : names[0])}; --sigma names standard deviations.");
    }
}
