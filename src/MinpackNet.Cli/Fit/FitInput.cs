namespace MinpackNet.Cli;

/// <summary>What was read, as it is written to JSON.</summary>
/// <param name="File">The file as the user calls it.</param>
/// <param name="X">The columns of the predictors, by their names in the formula.</param>
/// <param name="Y">The column of observations.</param>
/// <param name="Sigma">The column of standard deviations; null without.</param>
/// <param name="AbsoluteSigma">Whether these hold in absolute terms.</param>
/// <param name="Rows">How many rows were used.</param>
/// <param name="SkippedRows">How many were not.</param>
/// <param name="Missing">How many of those have their first missing value in which column.</param>
internal sealed record FitInput(
    string File,
    IReadOnlyDictionary<string, string> X,
    string Y,
    string? Sigma,
    bool AbsoluteSigma,
    int Rows,
    int SkippedRows,
    IReadOnlyDictionary<string, int> Missing)
{
    public static FitInput Of(FittedData data)
    {
        ColumnChoice columns = data.Columns;
        return new(
            data.Source,
            columns.Model.PredictorNames.Zip(columns.X).ToDictionary(x => x.First, x => columns.Names[x.Second]),
            columns.Names[columns.Y],
            columns.Sigma is int sigma ? columns.Names[sigma] : null,
            data.Fit.HasAbsoluteSigma,
            data.Table.RowCount,
            data.SkippedRows,
            FitSummary.Missing(data));
    }
}
