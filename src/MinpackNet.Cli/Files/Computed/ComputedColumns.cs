using System.Text.RegularExpressions;

namespace MinpackNet.Cli;

/// <summary>Columns that follow from those of a file, and conditions by which its rows are left out.</summary>
/// <param name="file">The name of the file.</param>
/// <param name="columns">The columns of the file.</param>
internal sealed partial class ComputedColumns(string file, FileColumn[] columns)
{
    private readonly List<ComputedColumn> _others =
        [.. columns.Index().Where(one => one.Item.HasErrors).Select(one => new ColumnErrors(one.Item.Name, one.Index))];

    private readonly List<ColumnFormula> _conditions = [];

    /// <summary>The columns of the file and those that follow from them.</summary>
    public FileColumn[] All =>
    [
        .. columns,
        .. _others.Select(other =>
            new FileColumn(other.Text, HasNumbers: true, ColumnKind.Quantity, IsNameless: false)),
    ];

    /// <summary>The number of columns of the file.</summary>
    public int Own => columns.Length;

    /// <summary>The conditions that all rows must meet.</summary>
    public IReadOnlyList<ColumnFormula> Conditions => _conditions;

    /// <summary>What a column follows from; null for one of the file.</summary>
    public ComputedColumn? this[int column] => column < columns.Length ? null : _others[column - columns.Length];

    /// <summary>The column of the errors beside the values of another; null if they have none.</summary>
    public int? ErrorsOf(int column) =>
        _others.FindIndex(other => other is ColumnErrors errors && errors.Column == column) is var index and >= 0
            ? columns.Length + index
            : null;

    /// <summary>Adds a column, and returns its index.</summary>
    public int Add(ComputedColumn column)
    {
        _others.Add(column);
        return columns.Length + _others.Count - 1;
    }

    /// <summary>
    /// Adds a column, and returns its index; null if the text is neither a formula of columns nor one of dates and one
    /// of times.
    /// </summary>
    /// <param name="text">The formula.</param>
    /// <param name="complaint">What is wrong with it.</param>
    public int? Add(string text, out string complaint)
    {
        complaint = "";
        ComputedColumn? column =
            (ComputedColumn?)DateAndTime.Parse(text, columns) ?? ColumnFormula.Parse(text, columns, out complaint);
        return column is null ? null : Add(column);
    }

    /// <summary>Adds a condition.</summary>
    /// <exception cref="InputException">It cannot be understood.</exception>
    public void AddCondition(string text)
    {
        if (Date().IsMatch(text))
        {
            throw new InputException(
                $"--where: '{PlainText.Brief(text)}' has a date or a time, but conditions compare numbers. Dates and "
                + "times count days or seconds from the first, as the report says: write such a number.");
        }

        // In parentheses, a == b is a condition and not an assignment.
        ColumnFormula condition = ColumnFormula.Parse($"({text})", columns, out string complaint)
            ?? throw new InputException(
                $"{file}: --where: '{PlainText.Brief(text)}' is no condition of columns, such as \"c1 > 5\"."
                + $"{complaint} The columns are {Things.List(columns.Select(column => column.Name))}.");
        _conditions.Add(condition with { Text = text.Trim() });
    }

    [GeneratedRegex(@"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4}|\d:\d\d")]
    private static partial Regex Date();
}
