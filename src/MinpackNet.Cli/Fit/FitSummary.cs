using System.Globalization;
using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>The report for people, but for the plot.</summary>
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
        yield return Text($"{data.Source}: {Rows(data.Table.RowCount)}, {columns.Names[columns.Y]}{against}{sigma}");
        if (data.SkippedRows > 0)
        {
            yield return Text($"{Rows(data.SkippedRows)} skipped, without a value in {string.Join(", ", Missing(data)
                .Select(missing => Text($"{missing.Key} ({missing.Value:N0})")))}");
        }
    }

    /// <summary>The columns for whose sake rows were skipped, and how many.</summary>
    public static IReadOnlyDictionary<string, int> Missing(FittedData data) => data.Columns.Wanted
        .Zip(data.Table.Missing)
        .Where(missing => missing.Second > 0)
        .GroupBy(missing => data.Columns.Names[missing.First], missing => missing.Second)
        .ToDictionary(group => group.Key, group => group.Sum());

    /// <summary>What it took.</summary>
    public static string Cost(FittedData data)
    {
        string rows = Rows(data.Table.RowCount + data.SkippedRows);
        (double read, double fit, double memory) =
            (data.Cost.ReadSeconds, data.Cost.FitSeconds, data.Cost.PeakMemoryBytes / BytesPerMebibyte);
        return Text($"{rows} read in {read:F2} s, fitted in {fit:F2} s, peak memory {memory:F0} MiB");
    }

    /// <summary>
    /// The options of this command that the report calls by the library's names; null when there are none.
    /// </summary>
    public static string? Options(string report)
    {
        (string Name, string Option)[] known = [("MaxEvaluations", "--max-evaluations"), ("FitStrategy.Robust", "--robust")];
        string[] named = [.. known
            .Where(one => report.Contains(one.Name, StringComparison.Ordinal))
            .Select(one => $"{one.Name} is {one.Option}")];
        return named.Length == 0 ? null : $"Here {string.Join(", ", named)}.";
    }

    private static string Rows(int count) => Text($"{count:N0} {(count == 1 ? "row" : "rows")}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
