namespace MinpackNet.Fitting;

/// <summary>One solve of the ladder that <see cref="FitStrategy.Robust"/> climbs, with its refinement.</summary>
/// <param name="Name">What was tried.</param>
/// <param name="Start">Where it started: all parameters.</param>
/// <param name="InitialStepFactor">The bound of its first step. MINPACK: factor.</param>
/// <param name="Estimates">Where it ended: all parameters.</param>
/// <param name="ChiSquared">The sum of squares there; NaN where the model is not finite.</param>
/// <param name="Evaluations">Model evaluations over all points, those for differences and for checks included.</param>
/// <param name="IsOptimum">
/// Whether the point passed every test of an optimum by itself; see <see cref="FitResult.IsCertified"/>.
/// </param>
/// <param name="Verdict">In words, how it ended and which test it failed.</param>
public sealed record FitAttempt(
    string Name,
    IReadOnlyList<double> Start,
    double InitialStepFactor,
    IReadOnlyList<double> Estimates,
    double ChiSquared,
    int Evaluations,
    bool IsOptimum,
    string Verdict);
