using System.Globalization;

namespace MinpackNet.Cli;

/// <summary>The parts of the report for people around the report of the fit.</summary>
internal static class FitSummary
{
    private const double BytesPerMebibyte = 1 << 20;

    /// <summary>What was read.</summary>
    public static IEnumerable<string> Input(FittedData data)
    {
        ColumnChoice columns = data.Columns;
        string x = string.Join(", ", columns.Model.PredictorNames.Zip(columns.X, (name, index) =>
            name == columns.Names[index] ? name : $"{columns.Names[index]} as {name}"));
        string against = columns.X.Length > 0 ? $" against {x}" : "";
        string sigma = columns.Sigma is int column
            ? $", with {(data.Fit.HasAbsoluteSigma ? "" : "relative ")}standard deviations "
                + $"{(columns.IsComputed(column) ? "from" : "in")} {columns.SigmaName}"
            : columns.HasSigma ? $", with {columns.SigmaName}"
            : data.Request.Counts ? ", as counts"
            : "";
        string used = Things.Count(data.Table.RowCount, "row");
        string sets = columns.Set is int set
            ? $", {Things.Count(data.Table.Groups.Count, "data set")} by {columns.Names[set]}"
            : "";
        yield return $"{data.Source}: {used}, {columns.Names[columns.Y]}{against}{sigma}{sets}";
        foreach (string note in data.Notes)
        {
            yield return note;
        }

        if (data.Table.SkippedRows > 0)
        {
            string[] reasons =
            [
                .. Reason("without a value in", ByColumn(data, data.Table.Missing)),
                .. Reason("not finite in", ByColumn(data, data.Table.NotFinite)),
            ];
            yield return $"{Things.Count(data.Table.SkippedRows, "row")} skipped, {string.Join("; ", reasons)}";
        }
    }

    /// <summary>Numbers of skipped rows, one for each column that was read, by the names of the columns.</summary>
    public static IReadOnlyDictionary<string, int> ByColumn(FittedData data, int[] counts) => data.Columns.Wanted
        .Zip(counts)
        .Where(count => count.Second > 0)
        .GroupBy(count => data.Columns.Names[count.First], count => count.Second)
        .ToDictionary(group => group.Key, group => group.Sum());

    /// <summary>What the fit cost.</summary>
    public static string Cost(FittedData data)
    {
        string rows = Things.Count(data.Table.RowsOfFile + data.Table.SkippedRows, "row");
        (double read, double fit, double memory) =
            (data.Cost.ReadSeconds, data.Cost.FitSeconds, data.Cost.PeakMemoryBytes / BytesPerMebibyte);
        return Text($"{rows} read in {read:F2} s, fitted in {fit:F2} s, peak memory {memory:F0} MiB");
    }

    private static IEnumerable<string> Reason(string reason, IReadOnlyDictionary<string, int> columns) =>
        columns.Count == 0
            ? []
            : [$"{reason} {string.Join(", ", columns.Select(column => Text($"{column.Key} ({column.Value})")))}"];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
