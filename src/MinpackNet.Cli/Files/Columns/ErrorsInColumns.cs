namespace MinpackNet.Cli;

/// <summary>The errors that stand beside values, column by column.</summary>
/// <param name="count">The number of columns.</param>
internal sealed class ErrorsInColumns(int count)
{
    private readonly List<double>?[] _columns = new List<double>?[count];
    private readonly double[] _row = new double[count];

    /// <summary>Whether a column has any.</summary>
    public bool HasAny(int column) => _columns[column] is not null;

    /// <summary>Keeps the error of a field of the next row; NaN for none.</summary>
    public void Read(int column, double error) => _row[column] = error;

    /// <summary>Adds a field of a row that is complete.</summary>
    /// <param name="column">The column.</param>
    /// <param name="rows">The number of rows before this one.</param>
    public void Add(int column, int rows)
    {
        if (_columns[column] is { } errors)
        {
            errors.Add(_row[column]);
        }
        else if (!double.IsNaN(_row[column]))
        {
            _columns[column] = [.. Enumerable.Repeat(double.NaN, rows), _row[column]];
        }
    }

    /// <summary>The errors of all columns, null for none, and starts anew with the rows that follow.</summary>
    public double[]?[] Take()
    {
        double[]?[] errors = [.. _columns.Select(column => column?.ToArray())];
        Array.Clear(_columns);
        return errors;
    }
}
