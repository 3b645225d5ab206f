using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>
/// How a solve of nonlinear equations ended. Values from 1 to 5 equal MINPACK's <c>info</c> and SciPy's <c>ier</c>.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<NonlinearEquationsStatus>))]
public enum NonlinearEquationsStatus
{
    /// <summary>The observer stopped the solve. The result holds the best point so far.</summary>
    Stopped = -3,

    /// <summary>Cancellation was requested. The result holds the best point so far.</summary>
    Canceled = -2,

    /// <summary>Nothing has been solved.</summary>
    None = 0,

    /// <summary>
    /// The relative change of the parameters fell below the step tolerance, or all equations hold exactly. MINPACK also
    /// reports this where a singular Jacobian keeps it from moving: see
    /// <see cref="NonlinearEquationsSummary.IsRoot"/>.
    /// </summary>
    SmallStep = 1,

    /// <summary>Not converged: the limit on evaluations was reached.</summary>
    TooManyEvaluations = 2,

    /// <summary>Ended at the limit of double precision: the parameters cannot be improved further.</summary>
    StepToleranceTooSmall = 3,

    /// <summary>Not converged: five Jacobians in a row brought little progress.</summary>
    SlowJacobians = 4,

    /// <summary>Not converged: ten steps in a row brought little progress.</summary>
    SlowSteps = 5,
}
