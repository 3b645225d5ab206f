using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>A formula of columns, by their names or as c1, c2, ... by their places.</summary>
/// <param name="Text">The formula as the user writes it.</param>
/// <param name="Formula">The same, parsed.</param>
/// <param name="Columns">The columns in it, in the order of its predictors.</param>
internal sealed record ColumnFormula(string Text, Formula Formula, int[] Columns) : ComputedColumn(Text, Columns)
{
    private const string Operators = "+-*/^<>=";

    /// <summary>Parses one; null if it is no formula of at least one column.</summary>
    /// <param name="text">The text.</param>
    /// <param name="columns">The columns of the file.</param>
    /// <param name="complaint">What is wrong with it, to follow a sentence; empty if it is hardly meant as one.</param>
    public static ColumnFormula? Parse(string text, FileColumn[] columns, out string complaint)
    {
        complaint = "";
        string[] names = [.. columns.Select(column => column.Name)];
        string[] places = [.. names.Select((_, index) => FileColumn.Unnamed(index)).Except(names)];
        try
        {
            string[] known = [.. names.GroupBy(name => name).Where(name => name.Count() == 1).Select(name => name.Key)];
            Formula formula = Formula.Parse(
                text, new FormulaNames { Predictors = [.. known.Where(Formula.IsValidName), .. places] });
            if (formula.ParameterNames.Count == 0 && formula.PredictorNames.Count > 0)
            {
                return new(text.Trim(), formula, [.. formula.PredictorNames.Select(Place)]);
            }

            complaint = formula.ParameterNames is [{ } other, ..] && other != text.Trim()
                ? $" As a formula, it has {PlainText.Brief(other)} in it, which is no column."
                : "";
        }
        catch (FormulaException exception)
        {
            // A name such as T (K) is no formula, and what is wrong with it as one is no help.
            complaint = text.Any(Operators.Contains)
                ? $" As a formula, it is not understood: {exception.Message.Split(Environment.NewLine)[0]}"
                : "";
        }

        return null;

        int Place(string name) => Array.IndexOf(names, name) is var index and >= 0
            ? index
            : Array.FindIndex([.. names.Index()], column => FileColumn.Unnamed(column.Index) == name);
    }

    public override double[] Evaluate(Func<int, ReadColumn> read, int rows)
    {
        double[][] columns = [.. Columns.Select(column => read(column).Values)];
        double[] point = new double[columns.Length];
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            for (int k = 0; k < columns.Length; k++)
            {
                point[k] = columns[k][row];
            }

            values[row] = Formula.Evaluate([], point);
        }

        return values;
    }
}
