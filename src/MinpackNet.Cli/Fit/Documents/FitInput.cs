namespace MinpackNet.Cli;

/// <summary>What was read, as written to JSON.</summary>
/// <param name="File">The file as the user names it.</param>
/// <param name="X">The columns of the predictors, by their names in the formula.</param>
/// <param name="Y">The column of the observations.</param>
/// <param name="Sigma">The column of standard deviations, or the rule for weights; null for none.</param>
/// <param name="AbsoluteSigma">Whether those are absolute.</param>
/// <param name="Set">The column that tells the data set of a row; null for a single set.</param>
/// <param name="Rows">The number of rows used.</param>
/// <param name="SkippedRows">The number of rows skipped.</param>
/// <param name="Missing">The number of rows skipped by the column of their first missing value.</param>
/// <param name="NotFinite">The number of rows skipped by the column of their first infinite value.</param>
/// <param name="CommentLines">The number of lines left out as comments.</param>
/// <param name="Notes">What was read otherwise than it is written, or left unused.</param>
internal sealed record FitInput(
    string File,
    IReadOnlyDictionary<string, string> X,
    string Y,
    string? Sigma,
    bool AbsoluteSigma,
    string? Set,
    int Rows,
    int SkippedRows,
    IReadOnlyDictionary<string, int> Missing,
    IReadOnlyDictionary<string, int> NotFinite,
    int CommentLines,
    IReadOnlyList<string> Notes)
{
    public static FitInput Of(FittedData data)
    {
        ColumnChoice columns = data.Columns;
        return new(
            data.Source,
            columns.Model.PredictorNames.Zip(columns.X).ToDictionary(x => x.First, x => columns.Names[x.Second]),
            columns.Names[columns.Y],
            columns.SigmaName,
            data.Fit.HasAbsoluteSigma,
            columns.Set is int set ? columns.Names[set] : null,
            data.Table.RowCount,
            data.Table.SkippedRows,
            FitSummary.ByColumn(data, data.Table.Missing),
            FitSummary.ByColumn(data, data.Table.NotFinite),
            data.Table.Comments,
            [.. data.Notes]);
    }
}
