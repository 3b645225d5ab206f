namespace MinpackNet.Cli;

/// <summary>Columns read from a file, without the rows in which one of them has no finite value.</summary>
/// <param name="Columns">
/// The requested columns in the requested order, each with a finite value for every row.
/// </param>
/// <param name="Lines">The line of the file in which each row is, from 1.</param>
/// <param name="Missing">For each column, the number of rows skipped because it was the first without a value.</param>
/// <param name="NotFinite">The same for rows skipped because the value is infinite.</param>
/// <param name="Comments">The number of lines left out as comments.</param>
/// <param name="Notes">What was read otherwise than it is written.</param>
internal sealed record CsvTable(
    double[][] Columns,
    IReadOnlyList<int> Lines,
    int[] Missing,
    int[] NotFinite,
    int Comments,
    IReadOnlyList<string> Notes)
{
    /// <summary>The number of rows.</summary>
    public int RowCount => Lines.Count;

    /// <summary>The number of rows skipped.</summary>
    public int SkippedRows => Missing.Sum() + NotFinite.Sum();
}
