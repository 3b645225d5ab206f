namespace MinpackNet.Cli;

/// <summary>Columns that follow from those of a file, and conditions by which its rows are left out.</summary>
/// <param name="file">The name of the file.</param>
/// <param name="columns">The columns of the file.</param>
internal sealed class ComputedColumns(string file, FileColumn[] columns)
{
    private readonly List<ColumnFormula> _formulas = [];
    private readonly List<ColumnFormula> _conditions = [];

    /// <summary>The columns of the file and those that follow from them.</summary>
    public FileColumn[] All =>
    [
        .. columns,
        .. _formulas.Select(formula =>
            new FileColumn(formula.Text, HasNumbers: true, ColumnKind.Quantity, IsNameless: false)),
    ];

    /// <summary>The number of columns of the file.</summary>
    public int Own => columns.Length;

    /// <summary>The conditions that all rows must meet.</summary>
    public IReadOnlyList<ColumnFormula> Conditions => _conditions;

    /// <summary>The formula of a column; null for one of the file.</summary>
    public ColumnFormula? FormulaOf(int column) => column < columns.Length ? null : _formulas[column - columns.Length];

    /// <summary>Adds a column, and returns its index; null if the text is no formula of columns.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="complaint">What is wrong with it.</param>
    public int? Add(string text, out string complaint)
    {
        if (ColumnFormula.Parse(text, columns, out complaint) is not { } formula)
        {
            return null;
        }

        _formulas.Add(formula);
        return columns.Length + _formulas.Count - 1;
    }

    /// <summary>Adds a condition.</summary>
    /// <exception cref="InputException">It cannot be understood.</exception>
    public void AddCondition(string text) =>
        _conditions.Add(ColumnFormula.Parse(text, columns, out string complaint) ?? throw new InputException(
            $"{file}: --where: '{PlainText.Brief(text)}' is no condition of columns, such as \"c1 > 5\".{complaint} "
            + $"The columns are {Things.List(columns.Select(column => column.Name))}."));
}
