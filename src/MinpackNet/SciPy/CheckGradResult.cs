using System.Diagnostics;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>The verdict of MINPACK's chkder on a Jacobian.</summary>
[DebuggerDisplay("{ToString(),nq}")]
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed class CheckGradResult
{
    private const double ProbablyRight = 0.5;

    internal CheckGradResult(double[] scores)
    {
        Scores = new(scores);
        SuspiciousResiduals = [.. Enumerable.Range(0, scores.Length).Where(i => !(scores[i] > ProbablyRight))];
    }

    /// <summary>
    /// A score from 0 to 1 for each of the m residuals: 1 when its gradient agrees to full precision with the
    /// residual's change over a small step, 0 when it does not agree at all. MINPACK: err.
    /// </summary>
    public RealVector Scores { get; }

    /// <summary>
    /// The 0-based indices of the residuals whose gradients are probably wrong: their score is 0.5 or less. A residual
    /// that is exactly zero, or that the step does not change, cannot be judged and scores 0: check at another point.
    /// </summary>
    public IReadOnlyList<int> SuspiciousResiduals { get; }

    /// <summary>Whether no gradient is suspicious.</summary>
    public bool IsConsistent => SuspiciousResiduals.Count == 0;

    /// <summary>The verdict in words.</summary>
    /// <returns>A sentence that names the suspicious residuals.</returns>
    public override string ToString() => Messages.Of(this);
}
