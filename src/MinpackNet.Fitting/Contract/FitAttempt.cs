using System.Diagnostics;
using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>One solve of <see cref="FitStrategy.Search"/>, including its refinement.</summary>
/// <param name="Name">What was tried.</param>
/// <param name="Start">Where it started: all parameters.</param>
/// <param name="InitialStepFactor">The bound on its first step. MINPACK: factor.</param>
/// <param name="Estimates">Where it ended: all parameters.</param>
/// <param name="ChiSquared">The sum of squares there; NaN where the model is not finite.</param>
/// <param name="Evaluations">
/// Model evaluations over all points, including those for differences, for checks and, at the first attempt of a
/// search, for the samples that it was selected from.
/// </param>
/// <param name="IsOptimum">
/// Whether the point by itself passed every test of an optimum; see <see cref="FitResult.IsCertified"/>. An end with
/// the sum of squares of an optimum already found, or one far above the lowest, is not tested.
/// </param>
/// <param name="Verdict">How it ended, in words, and which test it failed.</param>
[DebuggerDisplay("{ToString(),nq}")]
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed record FitAttempt(
    string Name,
    RealVector Start,
    double InitialStepFactor,
    RealVector Estimates,
    double ChiSquared,
    int Evaluations,
    bool IsOptimum,
    string Verdict)
{
    /// <summary>What was tried, the sum of squares it led to, and the verdict.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}: {ChiSquared:G6}, {Verdict}");
}

