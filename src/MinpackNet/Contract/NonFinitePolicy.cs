namespace MinpackNet;

/// <summary>What becomes of a NaN or an infinity among residuals or derivatives.</summary>
/// <remarks>
/// At a trial point it is always a rejected step: the solver tries a shorter one. The policy decides about the places
/// where no shorter step can help.
/// </remarks>
public enum NonFinitePolicy
{
    /// <summary>
    /// One among the starting residuals or in a Jacobian throws <see cref="NonFiniteValueException"/>, which names the
    /// residual, the parameter and the point. A trial point that is not finite itself is rejected without a call.
    /// </summary>
    Throw = 0,

    /// <summary>It goes its way through the arithmetic, as in MINPACK, where it usually uses up all evaluations.</summary>
    Propagate = 1,
}
