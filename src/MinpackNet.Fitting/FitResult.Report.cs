namespace MinpackNet.Fitting;

/// <content>The fit as a page of text.</content>
public sealed partial class FitResult
{
    // What rounding an estimate may change of the model's values, as a share of the residuals' standard deviation.
    private const double RoundingShare = 0.1;

    // The same as a share of the model's values, where the data leave no residuals to compare with.
    private const double RoundingShareOfModel = 1e-5;

    // The model's terms are rounded some times before they become a residual.
    private const double Rounding = 4 * Precision.MachineEpsilon;

    // Below this share of its start, a nonzero one, an estimate may be zero but for rounding.
    private const double FarBelowStart = 1e-6;

    /// <summary>
    /// The fit as a page of text: estimates with their errors, statistics, correlations and warnings.
    /// </summary>
    /// <remarks>
    /// An estimate has digits down to the second significant digit of its standard error, or three digits where one
    /// standard error is larger than the estimate; such a row is marked with a question mark
    /// (<see cref="FitParameter.IsDetermined"/>). If rounding it there would change the model's values by more than a
    /// tenth of the residual standard deviation, as when large parameters cancel, it has the digits that the model
    /// needs. A fixed parameter has all its digits. An estimate that is lost in the rounding of the observations and of
    /// the model's values, such as the slope of constant data, is 0. Errors that cannot be estimated are unknown, and
    /// every row is marked then. Below the table the report names the distribution behind the intervals
    /// (<see cref="DistributionOf"/>). Characters without a glyph in names and formulas become spaces.
    /// </remarks>
    /// <param name="level">The probability of the intervals, between 0 and 1. Default 0.95.</param>
    /// <param name="digits">
    /// The significant digits of every number in the tables, from 2 to 17. Null, the default, means as many as the
    /// standard errors leave, and six for a number without an error.
    /// </param>
    /// <param name="derived">
    /// Quantities to add, from <see cref="Derive(NamedModel, double)"/>; null, the default, for none. Of a tied
    /// parameter, one with its name replaces what the report has of itself.
    /// </param>
    /// <param name="profiles">
    /// Intervals to add, from <see cref="ProfileIntervals"/> at the same level; null, the default, for none.
    /// </param>
    /// <param name="bootstrap">
    /// Errors and intervals to add, from <see cref="Bootstrap"/>; null, the default, for none.
    /// </param>
    /// <returns>Lines of at most 100 characters, unless names or numbers are very long.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The level is not a probability, or the number of digits is out of range.
    /// </exception>
    public string ToReport(
        double level = 0.95,
        int? digits = null,
        IReadOnlyList<DerivedQuantity>? derived = null,
        IReadOnlyList<Interval>? profiles = null,
        BootstrapResult? bootstrap = null) => Report(level, digits, derived, profiles, bootstrap).ToString();

    /// <summary>The report in its parts, for pages in other formats than text.</summary>
    /// <param name="level">As in <see cref="ToReport"/>.</param>
    /// <param name="digits">The same.</param>
    /// <param name="derived">The same.</param>
    /// <param name="profiles">The same.</param>
    /// <param name="bootstrap">The same.</param>
    /// <returns>Tables and paragraphs in the order of the text.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The level is not a probability, or the number of digits is out of range.
    /// </exception>
    public IReadOnlyList<ReportBlock> ToReportBlocks(
        double level = 0.95,
        int? digits = null,
        IReadOnlyList<DerivedQuantity>? derived = null,
        IReadOnlyList<Interval>? profiles = null,
        BootstrapResult? bootstrap = null) => Report(level, digits, derived, profiles, bootstrap).Blocks;

    private FitReport Report(
        double level,
        int? digits,
        IReadOnlyList<DerivedQuantity>? derived,
        IReadOnlyList<Interval>? profiles,
        BootstrapResult? bootstrap)
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
        double[] roundings = Roundings();
        report.Estimates(
            [.. Parameters.Zip(ConfidenceIntervals(level), roundings).Select(row =>
                new ReportedParameter(row.First, row.Second, ToleranceOf(row.First), row.Third))],
            level,
            KnowsErrors,
            NoteOnErrors);
        derived ??= [];
        DerivedQuantity[] quantities =
            [.. TiedParameters(level).ExceptBy(derived.Select(one => one.Name), one => one.Name), .. derived];
        report.Profiles(Parameters, profiles ?? [], _whole.Options.Bounds, quantities, level);
        report.Bootstrap(Parameters, quantities, bootstrap, level);
        report.Quantities(quantities, level);
        string rank = FittedCount < _problem.Free.Length
            ? $" ({NumberText.Count(_problem.Free.Length, "parameter")}, rank {FittedCount})"
            : "";
        report.Statistics(
        [
            ($"{NumberText.Count(_problem.PointCount, "point")}, degrees of freedom{rank}", $"{DegreesOfFreedom}"),
            (SumOfLosses ?? SumName, report.Plain(ChiSquared)),
            (_problem.HasCounts ? "deviance per degree of freedom"
                : HasSigma ? "reduced chi-squared"
                : "residual variance", PerDegree(ReducedChiSquared)),
            (HasSigma || _problem.HasCounts ? "its root, a factor on sigma" : "residual standard deviation",
                PerDegree(ResidualStandardDeviation)),
            .. _problem.Loss is null
                ? [
                    .. _problem.HasCounts
                        ? ((string, string)[])[]
                        : [(HasSigma ? "weighted R-squared" : "R-squared", report.Share(RSquared))],
                    ("AIC", report.Plain(Aic)),
                    ("BIC", report.Plain(Bic)),
                ]
                : ((string, string)[])[],
            .. LackOfFit is { } lack
                ? [(
                    $"lack of fit, p of F({lack.DegreesOfFreedom}, {lack.PureErrorDegreesOfFreedom}) = "
                        + NumberText.Short(lack.Statistic),
                    NumberText.Short(lack.PValue))]
                : ((string, string)[])[],
        ]);
        if (Converged)
        {
            report.Correlations(Parameters, Correlation);
        }

        report.Attempts(Attempts, SumName);
        report.Warnings(Diagnoses);
        return report;

        string PerDegree(double value) => DegreesOfFreedom > 0 ? report.Plain(value) : NumberText.Short(double.NaN);
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

    /// <summary>
    /// What rounding of the observations and of the model's terms may change of each parameter; zero where neither the
    /// estimate nor its error is that small, and without a covariance.
    /// </summary>
    private double[] Roundings()
    {
        double[] roundings = new double[_all.Length];
        int[] free = _problem.Free;
        if (!Converged || !double.IsFinite(ChiSquared) || _end.Linearization is not { HasFullRank: true } end)
        {
            return roundings;
        }

        int m = _problem.PointCount;
        double[,] inverse = end.UnscaledCovariance;
        double most = Rounding * Math.Max(
            Math.Max(_problem.DataSize(), end.ModelSize),
            free.Select((j, k) => Math.Abs(_all[j]) * end.ColumnNorms[k]).Sum());
        int[] small = [.. Enumerable.Range(0, free.Length).Where(k => IsFarBelowStart(k) &&
            Math.Min(Math.Abs(_all[free[k]]), Parameters[free[k]].StandardError) <= most * Math.Sqrt(inverse[k, k]))];
        if (small.Length == 0)
        {
            return roundings;
        }

        double[] jacobian = new double[checked(m * free.Length)];
        _problem.Model.DerivativesAt(
            _all, _problem.Model.Bind(_problem.Predictors), free, StepsAtEnd, jacobian);
        double[] weights = [.. _problem.Weights ?? Enumerable.Repeat(1.0, m)];
        for (int i = 0; i < m; i++)
        {
            double terms = Enumerable.Range(0, free.Length).Sum(k => Math.Abs(jacobian[(k * m) + i] * _all[free[k]]));
            double size = Math.Max(Math.Max(Math.Abs(_problem.Observations[i]), Math.Abs(Fitted[i])), terms);
            foreach (int k in small)
            {
                double effect = 0;
                for (int l = 0; l < free.Length; l++)
                {
                    effect += inverse[k, l] * jacobian[(l * m) + i];
                }

                // Rounding is independent from point to point.
                roundings[free[k]] = double.Hypot(
                    roundings[free[k]], effect * weights[i] * weights[i] * Rounding * size);
            }
        }

        return roundings;

        // An estimate of the size of its start is not lost, even if the data say nothing about it.
        bool IsFarBelowStart(int k) => Math.Abs(_all[free[k]]) <= FarBelowStart * Math.Abs(_problem.Start[free[k]])
            || _problem.Start[free[k]] == 0;
    }

    /// <summary>The sum of the losses; null without a loss.</summary>
    private string? SumOfLosses => _problem.Loss is not { } loss ? null
        : $"sum of losses, {NameOf(loss)} from {NumberText.Plain(loss.Scale)}";

    private static string NameOf(Loss loss) => loss.Function switch
    {
        null => "custom",
        LossFunction.SoftL1 => "soft L1",
        { } function => function.ToString().ToLowerInvariant(),
    };

    /// <summary>What <see cref="ChiSquared"/> is.</summary>
    internal string SumName => _problem.HasCounts ? "deviance" : HasSigma ? "chi-squared" : "sum of squares";

    /// <summary>Whether the errors could be estimated.</summary>
    private bool KnowsErrors =>
        Converged && _end.Linearization is not null && (HasAbsoluteSigma || DegreesOfFreedom > 0);

    private string NoteOnErrors =>
        KnowsErrors ? $"intervals: {DistributionOf()}, one parameter at a time"
        : !Converged ? "errors are unknown, because the fit did not converge"
        : _end.Linearization is null ? "errors are unknown, because the model or a derivative is not finite there"
        : "as many parameters as points: no errors can be estimated";

    /// <summary>The index among the parameters that are not fixed; -1 for a fixed one.</summary>
    private int FreeIndexOf(FitParameter parameter) =>
        Array.FindIndex(_problem.Free, j => _problem.Names[j] == parameter.Name);
}
