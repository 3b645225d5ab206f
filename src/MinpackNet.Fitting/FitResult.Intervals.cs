namespace MinpackNet.Fitting;

/// <content>Intervals, predictions and bands.</content>
public sealed partial class FitResult
{
    // Of an observation that all others leave free, rounding leaves this share of its residual's variance.
    private const double LeastRest = 1e-10;

    /// <summary>
    /// The distribution behind intervals and bands in words: "t, 10 degrees of freedom" or "normal".
    /// </summary>
    /// <param name="kind">
    /// Student's t, the default, or the normal distribution. With <see cref="FitOptions.AbsoluteSigma"/> both are
    /// normal.
    /// </param>
    /// <returns>A part of a sentence.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The kind is unknown.</exception>
    public string DistributionOf(IntervalKind kind = IntervalKind.StudentT) => kind switch
    {
        IntervalKind.StudentT when !HasAbsoluteSigma =>
            $"t, {NumberText.Count(DegreesOfFreedom, "degree")} of freedom",
        IntervalKind.StudentT or IntervalKind.Normal => "normal",
        _ => throw Errors.IntervalKind(nameof(kind), kind),
    };

    /// <summary>
    /// Confidence intervals of the parameters, each on its own: estimate ± quantile × standard error (Wald's). The
    /// level is exact for linear models with normal errors and approximate for others.
    /// </summary>
    /// <param name="level">The confidence level, between 0 and 1. Default 0.95.</param>
    /// <param name="kind">Student's t, the default, or the normal distribution, as in R's confint.default.</param>
    /// <returns>
    /// One for each parameter, in order; of zero width for a fixed one, infinite where the standard error is, NaN after
    /// a failure.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public IReadOnlyList<Interval> ConfidenceIntervals(
        double level = 0.95, IntervalKind kind = IntervalKind.StudentT)
    {
        double factor = Factor(level, kind);
        return [.. Parameters.Select(parameter => new Interval(
            parameter.Value - (factor * parameter.StandardError),
            parameter.Value + (factor * parameter.StandardError)))];
    }

    /// <summary>
    /// Confidence intervals of the parameters by profile likelihood, each on its own: the values at which a fit of all
    /// others has a sum of squares of at most χ² + s² t², with the quantile t and the variance s² behind the standard
    /// errors. They follow the curvature of the model, and need not be symmetric (Bates and Watts 1988). R: confint of
    /// nls.
    /// </summary>
    /// <remarks>
    /// Each costs some ten fits of the other parameters within their bounds, which those at a bound may leave. These
    /// fits are not counted.
    /// </remarks>
    /// <param name="level">The confidence level, between 0 and 1. Default 0.95.</param>
    /// <param name="kind">Student's t, the default, or the normal distribution.</param>
    /// <param name="cancellationToken">Ends the fits: an <see cref="OperationCanceledException"/>.</param>
    /// <returns>
    /// One for each parameter, in order. An end is infinite where the profile never reaches the level: the data leave
    /// the parameter open there; it is a bound that comes before, so that a parameter at its bound has a limit on the
    /// other side alone. NaN where a lower sum of squares was found on the way, so that the fit is at a poor minimum;
    /// and in all of them after a failure, with a loss, without degrees of freedom, or where parameters act only
    /// together. Of zero width for a fixed parameter.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    /// <exception cref="OperationCanceledException">The token was set.</exception>
    public IReadOnlyList<Interval> ProfileIntervals(
        double level = 0.95,
        IntervalKind kind = IntervalKind.StudentT,
        CancellationToken cancellationToken = default) =>
        [.. ProfileCurves(level, kind, cancellationToken).Select(curve => curve.Interval)];

    /// <summary>The values of the fitted model at any points.</summary>
    /// <param name="x">The predictors, in the same columns as in the fit.</param>
    /// <returns>A value for each point.</returns>
    /// <exception cref="ArgumentException">The columns do not suit the model.</exception>
    public double[] Predict(Predictors x)
    {
        ArgumentNullException.ThrowIfNull(x);
        double[] values = new double[x.PointCount];
        _problem.Model.Evaluate(_all, _problem.Model.Bind(x), values);
        return values;
    }

    /// <summary>
    /// The confidence limits of the curve, at each point separately and not of the whole curve: by the delta method,
    /// f(x) ± t √(g C gᵀ) with the gradient g of f with respect to the parameters and their covariance C.
    /// </summary>
    /// <param name="x">The predictors, in the same columns as in the fit.</param>
    /// <param name="level">The confidence level, between 0 and 1. Default 0.95.</param>
    /// <param name="kind">Student's t, the default, or the normal distribution.</param>
    /// <returns>The curve and its limits at each point.</returns>
    /// <exception cref="ArgumentException">An argument is not as described.</exception>
    public Band ConfidenceBand(Predictors x, double level = 0.95, IntervalKind kind = IntervalKind.StudentT) =>
        BandAt(x, Factor(level, kind), _ => 0) with { Title = TitleOf("confidence", level, kind) };

    /// <summary>
    /// The band that contains a new observation with a given probability, at each point separately: the variance of
    /// that observation is added to that of the curve.
    /// </summary>
    /// <param name="x">The predictors, in the same columns as in the fit.</param>
    /// <param name="level">The probability, between 0 and 1. Default 0.95.</param>
    /// <param name="kind">Student's t, the default, or the normal distribution.</param>
    /// <param name="observationSigma">
    /// The standard deviation of the new observation in the units of <see cref="FitOptions.Sigma"/>; positive. Null,
    /// the default, means that of the fit's observations, and is allowed only if they all have the same.
    /// </param>
    /// <returns>The curve and its limits at each point.</returns>
    /// <exception cref="ArgumentException">An argument is not as described, or is missing.</exception>
    public Band PredictionBand(
        Predictors x,
        double level = 0.95,
        IntervalKind kind = IntervalKind.StudentT,
        double? observationSigma = null)
    {
        double sigma = observationSigma ?? CommonSigma();
        Validate.ObservationSigma(sigma, nameof(observationSigma));
        return PredictionBandOf(x, _ => sigma, level, kind);
    }

    /// <summary>
    /// The band that contains new observations with a given probability, where each has its own standard deviation.
    /// </summary>
    /// <param name="x">The predictors at k points, in the same columns as in the fit.</param>
    /// <param name="observationSigma">
    /// The k standard deviations of the new observations in the units of <see cref="FitOptions.Sigma"/>; positive.
    /// </param>
    /// <param name="level">The probability, between 0 and 1. Default 0.95.</param>
    /// <param name="kind">Student's t, the default, or the normal distribution.</param>
    /// <returns>The curve and its limits at each point.</returns>
    /// <exception cref="ArgumentException">An argument is not as described.</exception>
    public Band PredictionBand(
        Predictors x,
        IReadOnlyList<double> observationSigma,
        double level = 0.95,
        IntervalKind kind = IntervalKind.StudentT)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(observationSigma);
        Validate.ObservationSigmas(observationSigma, x.PointCount, nameof(observationSigma));
        return PredictionBandOf(x, i => observationSigma[i], level, kind);
    }

    private Band PredictionBandOf(Predictors x, Func<int, double> sigma, double level, IntervalKind kind) =>
        BandAt(x, Factor(level, kind), i => sigma(i) * sigma(i) * VarianceScale) with
        {
            Title = TitleOf("prediction", level, kind),
        };

    /// <summary>
    /// The residuals in units of their own standard deviations, rᵢ wᵢ / (s √(1 - hᵢ)): with the weights wᵢ = 1/σᵢ, or
    /// 1/√fᵢ of counts, the residual standard deviation s, which is 1 where those are absolute, and the leverage hᵢ,
    /// the part of the observation in its own fitted value. A model and errors that suit leave about one in twenty
    /// beyond 2.
    /// R: rstandard, of a linear model or of counts with Pearson's residuals.
    /// </summary>
    /// <value>
    /// m numbers. NaN where a fit has no errors, and where an observation alone determines its fitted value. With
    /// <see cref="FitOptions.Loss"/>, h is that of the reweighted least squares.
    /// </value>
    public RealVector StandardizedResiduals => field ??= RealVector.Create(Standardized());

    private double[] Standardized()
    {
        double[] standardized = new double[_problem.PointCount];
        if (!Converged || _end.Linearization is not { } end)
        {
            Array.Fill(standardized, double.NaN);
            return standardized;
        }

        ForEachGradient(_problem.Predictors, (i, gradient) =>
        {
            double weight = _problem.HasCounts ? 1 / Math.Sqrt(Fitted[i]) : _problem.Weights?[i] ?? 1;
            double residual = weight * Residuals[i];
            double slope = _problem.Loss is null ? 1 : Math.Max(_problem.LossOf(residual).Slope, 0);
            double rest = 1 - (weight * weight * slope * end.QuadraticForm(gradient));
            standardized[i] = rest > LeastRest ? residual / Math.Sqrt(rest * VarianceScale) : double.NaN;
        });
        return standardized;
    }

    private string TitleOf(string band, double level, IntervalKind kind) =>
        $"{NumberText.Percent(level)} % {band} band ({DistributionOf(kind)}, pointwise)";

    private double Factor(double level, IntervalKind kind)
    {
        Validate.Level(level, nameof(level));
        return kind switch
        {
            IntervalKind.StudentT when !HasAbsoluteSigma && DegreesOfFreedom > 0 =>
                Quantile.TwoSided(level, DegreesOfFreedom),
            IntervalKind.StudentT or IntervalKind.Normal => Quantile.TwoSided(level, double.PositiveInfinity),
            _ => throw Errors.IntervalKind(nameof(kind), kind),
        };
    }

    private double CommonSigma() => _problem.Weights switch
    {
        null => 1,
        { } weights when weights.All(weight => weight == weights[0]) => 1 / weights[0],
        _ => throw Errors.ObservationSigmaMissing("observationSigma"),
    };

    private Band BandAt(Predictors x, double factor, Func<int, double> ownVariance)
    {
        double[] values = Predict(x);
        double[] lower = new double[values.Length];
        double[] upper = new double[values.Length];
        ForEachGradient(x, (i, gradient) =>
        {
            double halfWidth = factor * Math.Sqrt(CurveVariance(gradient) + ownVariance(i));
            lower[i] = values[i] - halfWidth;
            upper[i] = values[i] + halfWidth;
        });
        return new(values, lower, upper);
    }

    /// <summary>Hands out the model's derivatives with respect to the fitted parameters, point by point.</summary>
    private void ForEachGradient(Predictors x, Action<int, double[]> use)
    {
        double[] gradients = new double[checked(x.PointCount * _problem.Free.Length)];
        _problem.Model.DerivativesAt(
            _all, _problem.Model.Bind(x), _problem.Free, StepsAtEnd, gradients);
        double[] gradient = new double[_problem.Free.Length];
        for (int i = 0; i < x.PointCount; i++)
        {
            for (int k = 0; k < gradient.Length; k++)
            {
                gradient[k] = gradients[(k * x.PointCount) + i];
            }

            use(i, gradient);
        }
    }

    /// <summary>The steps that were right for all points together: a single one may not bend, or be flat.</summary>
    private DifferenceSteps StepsAtEnd => _problem.Steps.Over(_end.Linearization?.Scales);

    private double CurveVariance(ReadOnlySpan<double> gradient) =>
        !Converged || _end.Linearization is not { } end ? double.NaN
        : !double.IsFinite(VarianceScale) ? double.PositiveInfinity
        : end.QuadraticForm(gradient) * VarianceScale;
}
