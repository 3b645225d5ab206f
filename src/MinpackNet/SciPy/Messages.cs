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
}
