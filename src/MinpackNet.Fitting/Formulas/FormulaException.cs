namespace MinpackNet.Fitting;

/// <summary>A formula cannot be parsed. The message shows the formula with a caret under the error.</summary>
public sealed class FormulaException : FormatException
{
    internal FormulaException(string complaint, string formula, int column)
        : base(Show(complaint, formula, column)) => (Formula, Column) = (formula, column);

    /// <summary>The formula.</summary>
    public string Formula { get; }

    /// <summary>
    /// The position of the error, counted from 1; one past the end when something is missing there.
    /// </summary>
    public int Column { get; }

    private static string Show(string complaint, string formula, int column) => string.Join(
        Environment.NewLine,
        $"{complaint} (column {column})",
        $"  {string.Concat(formula.Select(c => char.IsControl(c) ? ' ' : c))}",
        $"  {new string(' ', column - 1)}^");
}
