namespace MinpackNet.Cli;

/// <summary>Several columns with repeated measurements, of which each row has one or more.</summary>
/// <param name="Text">Their names.</param>
/// <param name="Columns">Their indices.</param>
internal abstract record ReplicateColumns(string Text, int[] Columns) : ComputedColumn(Text, Columns)
{
    public override bool MayMiss => true;

    /// <summary>The measurements of a row that are there.</summary>
    protected static double[] Of(double[][] columns, int row) =>
        [.. columns.Select(column => column[row]).Where(value => !double.IsNaN(value))];
}

/// <summary>Each measurement as one of its own, in a row of its own.</summary>
internal sealed record EachReplicate(string Text, int[] Columns) : ReplicateColumns(Text, Columns)
{
    /// <summary>The values, row by row, and for each the index of its row.</summary>
    public (double[] Values, int[] Rows) Spread(Func<int, ReadColumn> read, int rows)
    {
        double[][] columns = [.. Columns.Select(column => read(column).Values)];
        (double Value, int Row)[] all =
            [.. Enumerable.Range(0, rows).SelectMany(row => Of(columns, row).Select(value => (value, row)))];
        return (Array.ConvertAll(all, one => one.Value), Array.ConvertAll(all, one => one.Row));
    }

    public override double[] Evaluate(Func<int, ReadColumn> read, int rows) => Spread(read, rows).Values;
}

/// <summary>The mean of the measurements of a row.</summary>
internal sealed record ReplicateMean(string Text, int[] Columns) : ReplicateColumns(Text, Columns)
{
    public override double[] Evaluate(Func<int, ReadColumn> read, int rows)
    {
        double[][] columns = [.. Columns.Select(column => read(column).Values)];
        return [.. Enumerable.Range(0, rows).Select(row => Of(columns, row).DefaultIfEmpty(double.NaN).Average())];
    }
}

/// <summary>The standard deviation of that mean: that of the measurements by the root of their number.</summary>
internal sealed record ReplicateError(string Names, int[] Columns)
    : ReplicateColumns($"the spread of {Names}", Columns)
{
    public override string Cure =>
        "It takes two measurements that differ. Leave the row out with --where, or leave --means out to fit each.";

    public override double[] Evaluate(Func<int, ReadColumn> read, int rows)
    {
        double[][] columns = [.. Columns.Select(column => read(column).Values)];
        return [.. Enumerable.Range(0, rows).Select(row => ErrorOf(Of(columns, row)))];
    }

    /// <summary>0 for a single value, which no weight can be made of.</summary>
    private static double ErrorOf(double[] values)
    {
        double mean = values.DefaultIfEmpty(double.NaN).Average();
        double squares = values.Sum(value => (value - mean) * (value - mean));
        return values.Length < 2 ? 0 : Math.Sqrt(squares / (values.Length - 1) / values.Length);
    }
}
