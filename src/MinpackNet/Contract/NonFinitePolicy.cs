using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>What happens when a residual or a derivative is NaN or infinite.</summary>
/// <remarks>
/// At a trial point such a value only makes the solver reject the step and try a shorter one. The policy governs the
/// places where no shorter step can help: the start and the Jacobian.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<NonFinitePolicy>))]
public enum NonFinitePolicy
{
    /// <summary>
    /// A value that is not finite, among the residuals at the start or in a Jacobian, throws
    /// <see cref="NonFiniteValueException"/>, which names the residual, the parameter and the point. A trial point that
    /// is itself not finite is rejected without calling the function.
    /// </summary>
    Throw = 0,

    /// <summary>
    /// The value propagates through the arithmetic: as in SciPy's C sources, where a least-squares solve usually ends
    /// at once with a status that says converged (<see cref="LeastSquaresSummary.Converged"/> is false there), or as in
    /// CMinpack, where it uses up all evaluations.
    /// </summary>
    Propagate = 1,
}
