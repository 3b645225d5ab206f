namespace MinpackNet.Cli;

/// <summary>The paragraph below the table.</summary>
internal static class Summary
{
    public static string Of(Score score, CertificationSettings settings) =>
        $"{(score.Met ? "Passed" : "FAILED")}: {score.Reached} of {score.Fits} fits have at least "
        + $"{settings.RequiredDigits} correct digits in every parameter; {score.Expected} are required. "
        + $"Mean digits: {score.MeanParameterDigits:F2} in the worst parameter over all {score.Fits} fits, "
        + $"{score.MeanStandardErrorDigits:F2} in the worst standard error over the {score.Reached} fits that have "
        + $"those digits. Options: {Options(settings)}.";

    private static string Options(CertificationSettings settings)
    {
        if (settings.IsSearch)
        {
            string start = settings.Start == StartMode.None ? " --start none" : "";
            return $"--jacobian {settings.Jacobian} --strategy search{start}".ToLowerInvariant();
        }

        string limit = settings.MaxEvaluations is { } most ? $"at most {most} evaluations" : "SciPy's evaluation limit";
        string step = settings.ResidualPrecision is { } precision ? $", epsfcn {precision:g}" : "";
        return $"--jacobian {settings.Jacobian} --tolerances {settings.Tolerances} ".ToLowerInvariant()
            + $"(ftol {settings.FunctionTolerance:g}, xtol {settings.StepTolerance:g}, "
            + $"gtol {settings.GradientTolerance:g}, {limit}{step})";
    }
}
