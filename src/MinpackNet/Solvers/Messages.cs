namespace MinpackNet;

/// <summary>Outcomes in words, one file a room.</summary>
internal static partial class Messages
{
    public const string NotFinite =
        "Not converged: the solver stopped where the residuals or their products with the Jacobian are not finite. "
        + "Express the residuals in a unit that brings them closer to 1, or start where they are finite.";

    public static string Of(LeastSquaresStatus status) => status switch
    {
        LeastSquaresStatus.Stopped => "Stopped by the observer; the parameters are the best so far.",
        LeastSquaresStatus.Cancelled => "Cancelled; the parameters are the best so far.",
        LeastSquaresStatus.Failed =>
            "Failed: a function threw or a value was not finite, see the exception; the parameters are the best so "
            + "far.",
        LeastSquaresStatus.SmallReduction =>
            "Converged: the relative reduction of the sum of squares, achieved and predicted, is within ftol.",
        LeastSquaresStatus.SmallStep => "Converged: the relative change of the parameters is within xtol.",
        LeastSquaresStatus.SmallReductionAndStep =>
            "Converged: the relative reduction of the sum of squares is within ftol and the relative change of the "
            + "parameters is within xtol.",
        LeastSquaresStatus.SmallGradient =>
            "Converged: the residuals are orthogonal to the Jacobian's columns within gtol.",
        LeastSquaresStatus.TooManyEvaluations =>
            "Not converged: the limit on evaluations, maxfev, was reached. Allow more, or start closer.",
        LeastSquaresStatus.FunctionToleranceTooSmall =>
            "The sum of squares cannot be reduced further in double precision: ftol is smaller than the arithmetic "
            + "allows.",
        LeastSquaresStatus.StepToleranceTooSmall =>
            "The parameters cannot be improved further in double precision: xtol is smaller than the arithmetic "
            + "allows.",
        LeastSquaresStatus.GradientToleranceTooSmall =>
            "The residuals are orthogonal to the Jacobian's columns to machine precision: gtol is smaller than the "
            + "arithmetic allows.",
        _ => "Nothing has been solved.",
    };

    public static string Of(NonlinearEquationsStatus status, bool isRoot) => status switch
    {
        NonlinearEquationsStatus.Stopped => "Stopped by the observer; the parameters are the best so far.",
        NonlinearEquationsStatus.Cancelled => "Cancelled; the parameters are the best so far.",
        NonlinearEquationsStatus.SmallStep when isRoot =>
            "Converged: the relative change of the parameters is within xtol.",
        NonlinearEquationsStatus.SmallStep =>
            "The steps shrank to within xtol, but this is not a root: the Jacobian is singular or wrong here. Look at "
            + "the equations' values, check the Jacobian, or start elsewhere.",
        NonlinearEquationsStatus.TooManyEvaluations =>
            "Not converged: the limit on evaluations, maxfev, was reached. Allow more, or start closer.",
        NonlinearEquationsStatus.StepToleranceTooSmall =>
            "The parameters cannot be improved further in double precision: xtol is smaller than the arithmetic "
            + "allows.",
        NonlinearEquationsStatus.SlowJacobians =>
            "Not converged: five Jacobians in a row brought little progress. Start elsewhere, or check the Jacobian.",
        NonlinearEquationsStatus.SlowSteps =>
            "Not converged: ten steps in a row brought little progress. There may be no root nearby; start elsewhere.",
        _ => "Nothing has been solved.",
    };
}
