namespace MinpackNet.Cli;

/// <summary>What became of the rows that are not among those to fit, where too few are left.</summary>
internal static class LostRows
{
    /// <summary>The complaint about too few rows, with what left out the others and what to change.</summary>
    /// <param name="start">The sentence up to the number of rows.</param>
    /// <param name="columns">The columns used.</param>
    /// <param name="table">Their values.</param>
    /// <param name="more">What else can be done than to have more rows; empty for nothing.</param>
    public static InputException Complaint(string start, ColumnChoice columns, CsvTable table, string more)
    {
        (string Reason, int Count)[] lost =
        [
            .. table.LeftOut,
            .. OfColumns("without a value in", table.Missing),
            .. OfColumns("not finite in", table.NotFinite),
        ];
        lost = [.. lost.Where(one => one.Count > 0)];
        string reasons = string.Join(", ", lost.Select(one => $"{one.Count} {one.Reason}"));
        string missing = table.MissingByOption > 0 ? $" ({table.MissingByOption} by --missing)" : "";
        string comments = table.Comments > 0 ? $" ({Things.Count(table.Comments, "line")} with # left out)" : "";
        string options = string.Join(
            " or ",
            [
                .. table.LeftOut.Any(one => one.Count > 0) ? ["--where"] : (string[])[],
                .. table.MissingByOption > 0 ? ["--missing"] : (string[])[],
            ]);
        return new(
            $"{start} {Things.Count(table.RowCount, "usable row")}"
            + (lost.Length == 0 ? "" : $" of {table.RowsOfFile + lost.Sum(one => one.Count)}: {reasons}{missing}")
            + $"{comments}. {(options.Length > 0 ? $"Change {options}" : "Add rows")}"
            + (table.RowCount == 0 || more.Length == 0 ? "." : $", {more}."));

        IEnumerable<(string, int)> OfColumns(string reason, int[] counts) => columns.Wanted.Zip(
            counts, (column, count) => ($"{reason} {PlainText.Brief(columns.Names[column])}", count));
    }
}
