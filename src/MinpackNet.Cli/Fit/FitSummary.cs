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
        string sigma = columns.Sigma is int s
            ? $", with {(data.Fit.HasAbsoluteSigma ? "" : "relative ")}standard deviations in {columns.Names[s]}"
            : "";
        string used = Things.Count(data.Table.RowCount, "row");
        yield return $"{data.Source}: {used}, {columns.Names[columns.Y]}{against}{sigma}";
        foreach (string note in data.Notes)
        {
            yield return note;
        }

        if (data.SkippedRows > 0)
        {
            IEnumerable<string> missing = Missing(data).Select(column => Text($"{column.Key} ({column.Value:N0})"));
            yield return
                $"{Things.Count(data.SkippedRows, "row")} skipped, without a value in {string.Join(", ", missing)}";
        }
    }

    /// <summary>The number of skipped rows by the column of their first missing value.</summary>
    public static IReadOnlyDictionary<string, int> Missing(FittedData data) => data.Columns.Wanted
        .Zip(data.Table.Missing)
        .Where(missing => missing.Second > 0)
        .GroupBy(missing => data.Columns.Names[missing.First], missing => missing.Second)
        .ToDictionary(group => group.Key, group => group.Sum());

    /// <summary>What the fit cost.</summary>
    public static string Cost(FittedData data)
    {
        string rows = Things.Count(data.Table.RowCount + data.SkippedRows, "row");
        (double read, double fit, double memory) =
            (data.Cost.ReadSeconds, data.Cost.FitSeconds, data.Cost.PeakMemoryBytes / BytesPerMebibyte);
        return Text($"{rows} read in {read:F2} s, fitted in {fit:F2} s, peak memory {memory:F0} MiB");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
