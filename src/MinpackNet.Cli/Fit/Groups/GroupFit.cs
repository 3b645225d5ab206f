using System.Text.Json;
using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>The fit of one group of rows.</summary>
/// <param name="Span">The group.</param>
/// <param name="Status">How it ended: certified, or the status of the solver.</param>
/// <param name="Parameters">The estimates.</param>
internal sealed record GroupFit(LabelSpan Span, string Status, IReadOnlyList<FitParameter> Parameters)
{
    public bool Converged { get; private init; }

    public double ChiSquared { get; private init; } = double.NaN;

    public double RSquared { get; private init; } = double.NaN;

    public int DegreesOfFreedom { get; private init; }

    public int Evaluations { get; private init; }

    /// <summary>Why there is no result; empty for nothing.</summary>
    public string Message { get; private init; } = "";

    /// <summary>The residual standard deviation.</summary>
    public double Scatter => DegreesOfFreedom > 0 ? Math.Sqrt(ChiSquared / DegreesOfFreedom) : double.NaN;

    /// <param name="span">The group.</param>
    /// <param name="row">Its row among many fits.</param>
    /// <param name="total">The weighted variation of its observations.</param>
    public static GroupFit Of(LabelSpan span, FitRow row, double total) =>
        new(
            span,
            JsonNamingPolicy.CamelCase.ConvertName(row.Status.ToString()),
            // Without a result, those of the row are the start values.
            row.Failure is null ? row.Parameters : Unknown(row.Parameters.Select(parameter => parameter.Name)))
        {
            Converged = row.Converged && double.IsFinite(row.ChiSquared),
            ChiSquared = row.ChiSquared,
            RSquared = total > 0 ? 1 - (row.ChiSquared / total) : double.NaN,
            DegreesOfFreedom = row.DegreesOfFreedom,
            Evaluations = row.Evaluations,
            Message = row.Failure ?? Complaint(row, total) ?? "",
        };

    /// <summary>Why not to trust a fit that converged, as far as that shows without more evaluations.</summary>
    private static string? Complaint(FitRow row, double total) => !row.Converged ? null
        : !double.IsFinite(row.ChiSquared) ? "the sum of squares is too large: choose other start values or units"
        : total > 0 && row.ChiSquared > total * (1 + 1e-9)
            ? "the curve fits worse than a constant: choose other start values or another formula"
        : row.DegreesOfFreedom == 0 ? "as many parameters as points leave nothing to estimate the errors from"
        : row.Parameters.Any(parameter => !parameter.IsFixed && double.IsInfinity(parameter.StandardError))
            ? "the data do not determine all parameters"
        : null;

    /// <param name="span">The group.</param>
    /// <param name="fit">Its fit by a search.</param>
    public static GroupFit Of(LabelSpan span, FitResult fit) =>
        new(
            span,
            fit.IsCertified ? "certified" : JsonNamingPolicy.CamelCase.ConvertName(fit.Status.ToString()),
            fit.Parameters)
        {
            Converged = fit.Converged,
            ChiSquared = fit.ChiSquared,
            RSquared = fit.RSquared,
            DegreesOfFreedom = fit.DegreesOfFreedom,
            Evaluations = fit.Evaluations,
            Message = fit.Diagnoses.FirstOrDefault(diagnosis => diagnosis.IsFatal)?.Message ?? "",
        };

    /// <summary>A group that cannot be fitted.</summary>
    public static GroupFit Failed(LabelSpan span, IEnumerable<string> names, string message) => new(
        span,
        "failed",
        Unknown(names))
    {
        Message = message,
    };

    private static FitParameter[] Unknown(IEnumerable<string> names) =>
        [.. names.Select(name => new FitParameter(name, double.NaN, double.NaN, double.NaN, false))];
}
