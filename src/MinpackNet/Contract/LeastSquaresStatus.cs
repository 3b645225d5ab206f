using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>
/// How a least-squares solve ended. Values from 1 to 8 equal MINPACK's <c>info</c> and SciPy's <c>ier</c>.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<LeastSquaresStatus>))]
public enum LeastSquaresStatus
{
    /// <summary>The observer stopped the solve. The result holds the best point so far.</summary>
    Stopped = -3,

    /// <summary>Cancellation was requested. The result holds the best point so far.</summary>
    Canceled = -2,

    /// <summary>
    /// Only when many fits run together, where a single solve would throw: one of this fit's functions threw, or a
    /// value was not finite. The batch holds the exception, and the best point so far.
    /// </summary>
    Failed = -1,

    /// <summary>Nothing has been solved.</summary>
    None = 0,

    /// <summary>
    /// Converged: the relative reduction of the sum of squares, both achieved and predicted, is within the function
    /// tolerance.
    /// </summary>
    SmallReduction = 1,

    /// <summary>Converged: the relative change of the parameters is within the step tolerance.</summary>
    SmallStep = 2,

    /// <summary>
    /// Converged: both tests, of <see cref="SmallReduction"/> and of <see cref="SmallStep"/>, are met.
    /// </summary>
    SmallReductionAndStep = 3,

    /// <summary>
    /// Converged: the residuals are orthogonal to the Jacobian's columns within the gradient tolerance. This is also
    /// the status where all residuals are exactly zero, and where the Jacobian is zero, which need not be a minimum: if
    /// it comes from differences, the solve has not converged.
    /// </summary>
    SmallGradient = 4,

    /// <summary>Not converged: the limit on evaluations was reached.</summary>
    TooManyEvaluations = 5,

    /// <summary>Ended at the limit of double precision: the sum of squares cannot be reduced further.</summary>
    FunctionToleranceTooSmall = 6,

    /// <summary>Ended at the limit of double precision: the parameters cannot be improved further.</summary>
    StepToleranceTooSmall = 7,

    /// <summary>
    /// Ended at the limit of double precision: the residuals are orthogonal to the Jacobian's columns as exactly as can
    /// be computed.
    /// </summary>
    GradientToleranceTooSmall = 8,
}
