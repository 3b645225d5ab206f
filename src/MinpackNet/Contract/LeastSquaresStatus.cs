namespace MinpackNet;

/// <summary>How a least-squares solve ended. Values from 1 to 8 equal MINPACK's info and SciPy's ier.</summary>
public enum LeastSquaresStatus
{
    /// <summary>The observer asked to stop. The result holds the best point so far.</summary>
    Stopped = -3,

    /// <summary>The cancellation token was set. The result holds the best point so far.</summary>
    Cancelled = -2,

    /// <summary>
    /// Only among many fits, where a single solve throws: a function of this fit threw, or a value was not finite.
    /// The result holds the exception, and the best point so far.
    /// </summary>
    Failed = -1,

    /// <summary>Nothing has been solved.</summary>
    None = 0,

    /// <summary>Converged: the relative reduction of the sum of squares fell below the function tolerance.</summary>
    SmallReduction = 1,

    /// <summary>Converged: the relative change of the parameters fell below the step tolerance.</summary>
    SmallStep = 2,

    /// <summary>Converged: both tests were met.</summary>
    SmallReductionAndStep = 3,

    /// <summary>
    /// Converged: the residuals are orthogonal to the Jacobian's columns to the gradient tolerance. This also happens
    /// where the residuals are exactly zero, and where the Jacobian is zero, which need not be a minimum.
    /// </summary>
    SmallGradient = 4,

    /// <summary>Not converged: the limit on evaluations was reached.</summary>
    TooManyEvaluations = 5,

    /// <summary>Ended at the limit of the arithmetic: the sum of squares cannot be reduced further.</summary>
    FunctionToleranceTooSmall = 6,

    /// <summary>Ended at the limit of the arithmetic: the parameters cannot be improved further.</summary>
    StepToleranceTooSmall = 7,

    /// <summary>Ended at the limit of the arithmetic: the residuals are orthogonal to the Jacobian's columns.</summary>
    GradientToleranceTooSmall = 8,
}
