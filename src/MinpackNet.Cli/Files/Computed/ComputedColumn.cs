namespace MinpackNet.Cli;

/// <summary>A column that follows from others.</summary>
/// <param name="Text">Its name.</param>
/// <param name="Columns">Those that it follows from.</param>
internal abstract record ComputedColumn(string Text, int[] Columns)
{
    /// <summary>Whether fields of those may be without a value.</summary>
    public virtual bool MayMiss => false;

    /// <summary>What to do about a standard deviation of the column that cannot be used.</summary>
    public virtual string Cure => "Correct the formula, or leave the row out with --where.";

    /// <summary>The values for all rows; null if the file is read so that it has them.</summary>
    /// <param name="read">Gives a column of the file.</param>
    /// <param name="rows">The number of rows.</param>
    public virtual double[]? Evaluate(Func<int, ReadColumn> read, int rows) => null;
}
