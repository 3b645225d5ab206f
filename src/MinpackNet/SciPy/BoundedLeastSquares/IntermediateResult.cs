using System.Diagnostics;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>Where <c>Optimize.LeastSquares</c> stands after an iteration. SciPy: intermediate_result.</summary>
/// <remarks>Arrays belong to the callback, which may keep and change them.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed class IntermediateResult
{
    internal IntermediateResult(in IterationInfo info, double cost)
    {
        X = info.Parameters.ToArray();
        Fun = info.Residuals.ToArray();
        Cost = cost;
        Nit = info.Number - 1;
        Nfev = info.Evaluations;
    }

    /// <summary>The best point so far, n values.</summary>
    public double[] X { get; }

    /// <summary>The residuals there, m values, without the loss.</summary>
    public double[] Fun { get; }

    /// <summary>Half the sum of the losses of the residuals.</summary>
    public double Cost { get; }

    /// <summary>How many iterations there have been.</summary>
    public int Nit { get; }

    /// <summary>How many times the function was evaluated, differences not counted.</summary>
    public int Nfev { get; }

    /// <summary>The result on one line: parameters, cost, evaluations.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{RealVector.Create(X)}, cost {Cost:G6}, {Errors.Count(Nfev, "evaluation")}");
}
