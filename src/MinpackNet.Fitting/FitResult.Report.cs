namespace MinpackNet.Fitting;

/// <content>The fit as a page of text.</content>
public sealed partial class FitResult
{
    // What rounding an estimate may change of the model's values, as a share of the residuals' standard deviation.
    private const double RoundingShare = 0.1;

    // The same as a share of the model's values, where the data leave no residuals to compare with.
    private const double RoundingShareOfModel = 1e-5;

    /// <summary>
    /// The fit as a page of text: estimates with their errors, statistics, correlations and warnings.
    /// </summary>
    /// <remarks>
    /// An estimate has digits down to the second significant digit of its standard error, or three digits where the
    /// error is larger; such a row is marked. If rounding it there would change the model's values by more than a tenth
    /// of the residual standard deviation, as when large parameters cancel, it has the digits that the model needs. A
    /// fixed parameter has all its digits. Characters without a glyph in names and formulas become spaces.
    /// </remarks>
    /// <param name="level">The probability of the intervals, between 0 and 1. Default 0.95.</param>
    /// <param name="digits">
    /// The significant digits of every number in the tables, from 2 to 17. Null, the default, means as many as the
    /// standard errors leave, and six for a number without an error.
    /// </param>
    /// <returns>Lines of at most 100 characters, unless names or numbers are very long.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The level is not a probability, or the number of digits is out of range.
    /// </exception>
    public string ToReport(double level = 0.95, int? digits = null)
    {
        Validate.Digits(digits, nameof(digits));
        FitReport report = new(digits);
        if (_problem.Model.Text is { } model)
        {
            report.Line(model);
        }

        string derivatives = JacobianEvaluations > 0 ? $", and {JacobianEvaluations} of the derivatives" : "";
        string verdict = Converged && !Succeeded ? " Do not trust the estimates: see the warnings." : "";
        report.Paragraph($"{Message} ({NumberText.Count(Evaluations, "evaluation")}{derivatives}){verdict}");
        report.Estimates(
            [.. Parameters.Zip(ConfidenceIntervals(level), (parameter, interval) => new ReportedParameter(
                parameter, interval, ToleranceOf(parameter), IsDetermined(parameter)))],
            level);
        report.Statistics(
            ($"{NumberText.Count(Fitted.Count, "point")}, degrees of freedom", $"{DegreesOfFreedom}"),
            (HasSigma ? "chi-squared" : "sum of squares (chi-squared)", report.Plain(ChiSquared)),
            ("reduced chi-squared", report.Plain(ReducedChiSquared)),
            ("residual standard deviation", report.Plain(ResidualStandardDeviation)),
            ("R-squared", report.Share(RSquared)),
            ("AIC", report.Plain(Aic)),
            ("BIC", report.Plain(Bic)));
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

    /// <summary>
    /// By how much an estimate may change before the model's values do by <see cref="RoundingShare"/>, in the root mean
    /// square over the points.
    /// </summary>
    private double ToleranceOf(FitParameter parameter)
    {
        int k = FreeIndexOf(parameter);
        if (k < 0 || _end.Linearization is not { } end)
        {
            return double.PositiveInfinity;
        }

        double change = double.IsFinite(VarianceScale)
            ? RoundingShare * Math.Sqrt(VarianceScale * _problem.PointCount)
            : RoundingShareOfModel * end.ModelSize;
        return change / end.ColumnNorms[k];
    }

    /// <summary>Whether the data determine a parameter, so that at least the sign of its estimate is known.</summary>
    private bool IsDetermined(FitParameter parameter)
    {
        int k = FreeIndexOf(parameter);
        return k < 0 || (double.IsFinite(VarianceScale)
            ? !(parameter.StandardError > Math.Abs(parameter.Value))
            : _end.Linearization?.Determines(k) != false);
    }

    /// <summary>The index among the parameters that are not fixed; -1 for a fixed one.</summary>
    private int FreeIndexOf(FitParameter parameter) =>
        Array.FindIndex(_problem.Free, j => _problem.Names[j] == parameter.Name);
}
