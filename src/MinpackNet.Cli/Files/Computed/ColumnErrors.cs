namespace MinpackNet.Cli;

/// <summary>The errors that stand beside the values of a column, as in 2.31(5).</summary>
/// <param name="Name">The name of that column.</param>
/// <param name="Column">Its index.</param>
internal sealed record ColumnErrors(string Name, int Column) : ComputedColumn($"error of {Name}", [Column])
{
    public override string Cure => "Correct it, or leave the row out with --where.";

    public override double[] Evaluate(Func<int, ReadColumn> read, int rows) =>
        read(Column).Errors ?? [.. Enumerable.Repeat(double.NaN, rows)];
}
