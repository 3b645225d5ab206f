using System.Text.Json.Nodes;
using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>A whole fit, as written to JSON.</summary>
internal sealed record FitDocument(
    FitInput Input,
    string Model,
    LeastSquaresStatus Status,
    bool Succeeded,
    bool IsCertified,
    string Message,
    int Evaluations,
    int JacobianEvaluations,
    double Level,
    string Intervals,
    IReadOnlyList<FitBound> Bounds,
    string? Loss,
    IReadOnlyList<FitEstimate> Parameters,
    IReadOnlyList<FitQuantity> Derived,
    IReadOnlyList<FitSet> Sets,
    FitBootstrap? Bootstrap,
    IReadOnlyList<FitContour> Contours,
    FitStatistics Statistics,
    double[][] Covariance,
    double[][] Correlation,
    IReadOnlyList<Diagnosis> Diagnoses,
    IReadOnlyList<FitAttempt> Attempts,
    IReadOnlyDictionary<string, double[]>? Points,
    IReadOnlyList<string>? PointSets,
    JsonObject Problem,
    FitCost Cost)
{
    public static FitDocument Of(FittedData data)
    {
        FitResult fit = data.Fit;
        return new(
            FitInput.Of(data),
            data.Columns.Model.ToString(),
            fit.Status,
            data.Succeeded,
            fit.IsCertified,
            fit.Message,
            fit.Evaluations,
            fit.JacobianEvaluations,
            data.Request.Level,
            fit.DistributionOf(),
            [.. data.Request.Parameters.Bounds.Select(FitBound.Of)],
            BoundSettings.Text(data.Request.Loss),
            [.. fit.Parameters.Zip(fit.ConfidenceIntervals(data.Request.Level)).Select((row, j) =>
                FitEstimate.Of(row.First, row.Second, data.Profiles?[j]))],
            [.. data.Derived.Select(FitQuantity.Of)],
            [.. (data.Global?.Sets ?? []).Select(FitSet.Of)],
            FitBootstrap.Of(data),
            [.. data.Contours.Select(FitContour.Of)],
            FitStatistics.Of(fit),
            Rows(fit.Covariance),
            Rows(fit.Correlation),
            fit.Diagnoses,
            fit.Attempts,
            data.ShownAnswers?.Columns.ToDictionary(column => column.Name, column => column.Values),
            data.ShownAnswers?.Labels,
            data.Request.Problem,
            data.Cost);
    }

    private static double[][] Rows(double[,] matrix) => [.. Enumerable.Range(0, matrix.GetLength(0)).Select(i =>
        (double[])[.. Enumerable.Range(0, matrix.GetLength(1)).Select(j => matrix[i, j])])];
}
