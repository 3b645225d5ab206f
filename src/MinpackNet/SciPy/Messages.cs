namespace MinpackNet;

/// <content>The verdict on gradients.</content>
internal static partial class Messages
{
    public static string Line(double[] values, int evaluations) =>
        $"{RealVector.Create(values)}, {Errors.Count(evaluations, "evaluation")}";

    public static string Of(CheckGradResult check) => check.IsConsistent
        ? check.Scores.Count == 1
            ? "The gradient agrees with the function."
            : $"All {check.Scores.Count} gradients agree with the function."
        : check.SuspiciousResiduals.Count == 1
            ? $"1 of {Errors.Count(check.Scores.Count, "gradient")} is suspicious, that of residual "
                + $"{check.SuspiciousResiduals[0]}."
            : $"{check.SuspiciousResiduals.Count} of {check.Scores.Count} gradients are suspicious, those of residuals "
                + $"{string.Join(", ", check.SuspiciousResiduals)}.";

    public static string Of(BoundedStatus status) => status switch
    {
        BoundedStatus.Canceled => "Canceled; x is the best point so far.",
        BoundedStatus.Stopped => "Stopped by the callback; x is the best point so far.",
        BoundedStatus.ZeroDifferences =>
            $"Not converged. {ZeroDifferences("residual", "residuals", "diffStep to 3.5e-4")}",
        BoundedStatus.Refused =>
            "Not converged: MINPACK could go no further in double precision. Start elsewhere, or raise the tolerances.",
        BoundedStatus.TooManyEvaluations =>
            "Not converged: the limit on evaluations was reached. Start closer, or raise maxNfev.",
        BoundedStatus.SmallGradient => "Converged: the gradient is within gtol.",
        BoundedStatus.SmallReduction => "Converged: the relative reduction of the cost is within ftol.",
        BoundedStatus.SmallStep => "Converged: the relative length of the step is within xtol.",
        _ =>
            "Converged: the relative reduction of the cost is within ftol and the relative length of the step is "
            + "within xtol.",
    };
}
