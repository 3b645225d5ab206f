using System.Text.Json.Serialization;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>The options of a solve of nonlinear equations, with SciPy's defaults.</summary>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed record NonlinearEquationsOptions : SolverOptions
{
    /// <summary>The defaults: those of SciPy's fsolve.</summary>
    public static NonlinearEquationsOptions Default { get; } = new();

    /// <summary>
    /// How many diagonals a banded Jacobian has below and above its main one: finite differences then take lower +
    /// upper + 1 evaluations instead of n. Neither may be negative. Null, the default, for a dense Jacobian. MINPACK:
    /// ml, mu; SciPy: band. Unused with a Jacobian.
    /// </summary>
    [JsonConverter(typeof(BandJsonConverter))]
    public (int Lower, int Upper)? Bandwidth { get; init; }

    /// <inheritdoc/>
    internal override OptionNames Names => OptionNames.NonlinearEquations;

    /// <inheritdoc/>
    internal override SolverSettings ToSettings(int parameterCount, bool hasJacobian) =>
        base.ToSettings(parameterCount, hasJacobian) with
        {
            Ml = SolverSettings.Diagonals(Bandwidth?.Lower, parameterCount),
            Mu = SolverSettings.Diagonals(Bandwidth?.Upper, parameterCount),
        };
}
