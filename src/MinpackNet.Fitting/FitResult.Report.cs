namespace MinpackNet.Fitting;

/// <content>The fit as a page of text.</content>
public sealed partial class FitResult
{
    /// <summary>
    /// The fit as a page of text: estimates with their errors, statistics, correlations and warnings.
    /// </summary>
    /// <param name="level">The probability of the intervals, between 0 and 1. Default 0.95.</param>
    /// <returns>Lines of at most 100 characters, unless names or numbers are very long.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not a probability.</exception>
    public string ToReport(double level = 0.95)
    {
        FitReport report = new();
        if (_problem.Model.Text is { } model)
        {
            report.Line(model);
        }

        string derivatives = JacobianEvaluations > 0 ? $", and {JacobianEvaluations} of the derivatives" : "";
        report.Paragraph($"{Message} ({Evaluations} evaluations{derivatives})");
        report.Estimates(Parameters, ConfidenceIntervals(level), level);
        report.Statistics(
            ($"{Fitted.Count} points, degrees of freedom", $"{DegreesOfFreedom}"),
            (HasSigma ? "chi-squared" : "sum of squares (chi-squared)", NumberText.Plain(ChiSquared)),
            ("reduced chi-squared", NumberText.Plain(ReducedChiSquared)),
            ("residual standard deviation", NumberText.Plain(ResidualStandardDeviation)),
            ("R-squared", Share(RSquared)),
            ("AIC", NumberText.Plain(Aic)),
            ("BIC", NumberText.Plain(Bic)));
        if (Converged)
        {
            report.Correlations(Parameters, Correlation);
        }

        report.Attempts(Attempts);
        report.Warnings(Diagnoses);
        return report.ToString();
    }

    /// <summary>The same as <see cref="ToReport"/>.</summary>
    public override string ToString() => ToReport();

    /// <summary>A share near one, with as many digits as it takes to see that it is less.</summary>
    private static string Share(double value)
    {
        double missing = 1 - value;
        return missing is > 0 and < 1e-3 ? NumberText.WithError(value, missing) : NumberText.Plain(value);
    }
}
