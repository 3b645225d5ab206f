using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>Outcomes in words, one file a room. Options are named as at the door where the user came in.</summary>
internal static partial class Messages
{
    public static string Of(LeastSquaresSummary summary, OptionNames names) => summary.Status switch
    {
        > LeastSquaresStatus.None when summary.IsNotFinite =>
            "Not converged: the solver stopped where the residuals or their products with the Jacobian are not finite. "
            + "Express the residuals in a unit that brings them closer to 1, or start where they are finite.",
        LeastSquaresStatus.Stopped => "Stopped by the observer; the parameters are the best so far.",
        LeastSquaresStatus.Canceled => "Canceled; the parameters are the best so far.",
        > LeastSquaresStatus.None when summary.HasZeroDifferences =>
            $"Not converged. {ZeroDifferences("residual", "residuals", OfSinglePrecision(names))}",
        > LeastSquaresStatus.None and not LeastSquaresStatus.TooManyEvaluations when summary.IsContradicted =>
            $"{OfBounded(summary, names)} But the Jacobian promises a lower cost, and no step reaches one: "
            + "it is wrong, or it is that of a plateau or a kink. "
            + OneOf($"Check the Jacobian by {names.JacobianCheck}", "start elsewhere"),
        > LeastSquaresStatus.None and not LeastSquaresStatus.TooManyEvaluations when summary.IsOptimal == false =>
            $"{OfBounded(summary, names)} But this is not a minimum: a step of the free parameters would lower the sum "
            + "of squares or losses. "
            + OneOf("Start elsewhere", "try another LeastSquaresMethod", "lower the tolerances"),
        LeastSquaresStatus.Failed =>
            "Failed: a function threw or a value was not finite, see the exception; the parameters are the best so "
            + "far.",
        LeastSquaresStatus.SmallReduction or LeastSquaresStatus.SmallGradient when summary.IsOptimal is not null =>
            OfBounded(summary, names),
        LeastSquaresStatus.SmallReduction =>
            "Converged: the relative reduction of the sum of squares, achieved and predicted, is within "
            + $"{names.FunctionTolerance}.",
        LeastSquaresStatus.SmallStep when summary.EndsAtEdge =>
            $"The steps shrank to within {names.StepTolerance}, but the residuals were NaN or infinite at the last "
            + "trial point: this is the edge of where they are finite, and a minimum only by chance. Start elsewhere, "
            + $"set {names.InitialStepFactor} to 1 or 0.1, or write the model so that it is finite everywhere.",
        LeastSquaresStatus.SmallStep =>
            $"Converged: the relative change of the parameters is within {names.StepTolerance}.",
        LeastSquaresStatus.SmallReductionAndStep =>
            $"Converged: the relative reduction of the sum of squares is within {names.FunctionTolerance} and the "
            + $"relative change of the parameters is within {names.StepTolerance}.",
        LeastSquaresStatus.SmallGradient =>
            $"Converged: the residuals are orthogonal to the Jacobian's columns within {names.GradientTolerance}.",
        LeastSquaresStatus.TooManyEvaluations =>
            "Not converged: the limit on evaluations was reached. "
            + OneOf("Start closer", $"raise {names.MaxEvaluations}"),
        LeastSquaresStatus.FunctionToleranceTooSmall =>
            "The sum of squares cannot be reduced further in double precision: "
            + $"{names.FunctionTolerance} is smaller than the arithmetic allows.",
        LeastSquaresStatus.StepToleranceTooSmall => TooSmallSteps(names),
        LeastSquaresStatus.GradientToleranceTooSmall =>
            "The residuals are orthogonal to the Jacobian's columns to machine precision: "
            + $"{names.GradientTolerance} is smaller than the arithmetic allows.",
        _ => "Nothing has been solved.",
    };

    public static string Of(NonlinearEquationsSummary summary, OptionNames names)
    {
        string outcome = summary.Status switch
        {
            NonlinearEquationsStatus.Stopped => "Stopped by the observer; the parameters are the best so far.",
            NonlinearEquationsStatus.Canceled => "Canceled; the parameters are the best so far.",
            NonlinearEquationsStatus.SmallStep when summary.IsRoot =>
                $"Converged: the relative change of the parameters is within {names.StepTolerance}.",
            NonlinearEquationsStatus.SmallStep =>
                $"Not converged: the steps shrank to within {names.StepTolerance}, but this is not a root.",
            NonlinearEquationsStatus.TooManyEvaluations =>
                "Not converged: the limit on evaluations was reached.",
            NonlinearEquationsStatus.StepToleranceTooSmall => TooSmallSteps(names),
            NonlinearEquationsStatus.SlowJacobians =>
                "Not converged: five Jacobians in a row brought little progress.",
            NonlinearEquationsStatus.SlowSteps => "Not converged: ten steps in a row brought little progress.",
            _ => "Nothing has been solved.",
        };
        return summary.Status <= NonlinearEquationsStatus.None || summary.IsRoot
            ? outcome
            : $"{outcome} {Remedy(summary, names)}";
    }

    private static string OfBounded(LeastSquaresSummary summary, OptionNames names) => summary.Status switch
    {
        LeastSquaresStatus.SmallReduction =>
            $"Converged: the relative reduction of the cost is within {names.FunctionTolerance}.",
        LeastSquaresStatus.SmallGradient =>
            $"Converged: as far as the bounds allow, the gradient is zero within {names.GradientTolerance}.",
        _ => Of(summary with { IsOptimal = null, IsContradicted = false }, names),
    };

    /// <summary>A result on one line.</summary>
    /// <param name="converged">Whether it converged.</param>
    /// <param name="status">Why the solver stopped.</param>
    /// <param name="point">Where it ended.</param>
    /// <param name="residuals">The residuals there.</param>
    /// <param name="evaluations">How many times they were evaluated.</param>
    /// <param name="cost">The cost there; null where it is half the square of the norm.</param>
    public static string Line(
        bool converged,
        Enum status,
        string point,
        ReadOnlySpan<double> residuals,
        int evaluations,
        ShownCost? cost = null)
    {
        string norm = FormattableString.Invariant($"residual norm {NativeAlgebra.Norm(residuals):G6}");
        string size = cost switch
        {
            null => norm,
            { HasLoss: true } => FormattableString.Invariant(
                $"cost {cost.Value.Value:G6} with the loss, {norm} without it"),
            _ => FormattableString.Invariant($"cost {cost.Value.Value:G6}, {norm}"),
        };
        return $"{(converged ? "Converged" : "Not converged")} ({Words(status)}): {point}, {size}, "
            + Errors.Count(evaluations, "evaluation");
    }

    /// <summary>SmallReductionAndStep as "small reduction and step".</summary>
    private static string Words(Enum status) => string.Concat(
        status.ToString().Select((letter, i) =>
            char.IsUpper(letter) ? $"{(i > 0 ? " " : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"));

    private static string TooSmallSteps(OptionNames names) =>
        $"The parameters cannot be improved further in double precision: {names.StepTolerance} is smaller than the "
        + "arithmetic allows.";

    private static string OfSinglePrecision(OptionNames names) => $"{names.ResidualPrecision} to 1.2e-7";

    private static string ZeroDifferences(string value, string values, string setting) =>
        $"No {value} changed when the parameters did, by the small steps of the differences. If the {values} are "
        + $"computed in single precision, set {setting}; else start where they depend on the "
        + "parameters, or give derivatives.";

    /// <summary>The likely cause of a solve that found no root, and what to do about it.</summary>
    private static string Remedy(NonlinearEquationsSummary summary, OptionNames names)
    {
        string? check = summary.JacobianEvaluations > 0 ? $"check the Jacobian with {names.JacobianCheck}" : null;
        string shorten = $"set {names.InitialStepFactor} to 0.1 so that the first step stays near the start";
        string change = $"try {names.LeastSquaresSolver}, which takes a shorter step after such a point";
        return summary switch
        {
            { NonFiniteTrials: > 0 and var count } =>
                $"The equations were NaN or infinite at {Errors.Count(count, "trial point")}, which stops the solver. "
                + OneOf(
                    "Start closer to the root",
                    shorten,
                    change,
                    "write the equations with unknowns that may have any value, such as the logarithm of one that is "
                    + "positive"),
            { HasZeroDifferences: true } => ZeroDifferences("equation", "equations", OfSinglePrecision(names)),
            { HasBounds: true, Status: NonlinearEquationsStatus.SmallStep } =>
                "No small step within the bounds lowers the sum of the squares of the equations: this is a minimum of "
                + "it, or another point where its slope is zero. "
                + OneOf("Widen the bounds", "start elsewhere", check),
            { Status: NonlinearEquationsStatus.TooManyEvaluations } =>
                OneOf("Start closer", $"raise {names.MaxEvaluations}"),
            { HasSingularJacobian: true } =>
                "The Jacobian is singular or nearly so: some change of the parameters has no effect on the equations. "
                + OneOf("Start elsewhere", check, "check that no equation follows from others"),
            { HasWildTrial: true } =>
                "A step jumped to where the equations are more than a thousand times what they are at the start. "
                + OneOf("Start closer to the root", shorten, change, check),
            _ => $"There may be no root nearby. {OneOf("Start elsewhere", check)}",
        };
    }

    /// <summary>A sentence of alternatives, without those that are null.</summary>
    private static string OneOf(params IEnumerable<string?> ways)
    {
        string[] known = [.. ways.OfType<string>()];
        return known.Length < 2
            ? $"{string.Concat(known)}."
            : $"{string.Join(", ", known[..^1])}, or {known[^1]}.";
    }
}
