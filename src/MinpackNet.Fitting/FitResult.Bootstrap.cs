namespace MinpackNet.Fitting;

/// <content>The bootstrap.</content>
public sealed partial class FitResult
{
    /// <summary>
    /// A bootstrap of the fit (Efron 1979): makes data sets like those of the fit, fits each from the estimates, and
    /// reads errors, bias and intervals from the scatter of these estimates. Unlike standard errors it does not take
    /// the model as linear; it is valid as far as the fit is one of the right model.
    /// </summary>
    /// <remarks>
    /// The refits have the bounds, fixed parameters, weights and loss of the fit. Those of a formula, or of a generic
    /// model that does not branch, run in SIMD lanes, and without <see cref="FitOptions.Solver"/> those of a formula or
    /// a generic model on all processors: ten thousand of 50 points and 4 parameters take a tenth of a second on two.
    /// Those of other functions take longer.
    /// </remarks>
    /// <param name="kind">
    /// How the data sets are made. Default: residuals drawn with replacement. With <see cref="FitOptions.Loss"/> only
    /// <see cref="BootstrapKind.Case"/>.
    /// </param>
    /// <param name="samples">
    /// The number of data sets, from 2 to ten million. Default 2000, enough for intervals of 95 % with three degrees of
    /// freedom or more.
    /// </param>
    /// <param name="seed">That of the random numbers. The same seed gives the same draws. Default 1.</param>
    /// <param name="progress">
    /// Receives the number of refits that have ended, about ten times a second, on any of the threads; null for none.
    /// </param>
    /// <param name="cancellationToken">Ends the refits: an <see cref="OperationCanceledException"/>.</param>
    /// <returns>
    /// The draws, and what follows from them; or an objection, if there is no bootstrap of such a fit.
    /// </returns>
    /// <exception cref="ArgumentException">The kind does not suit the loss.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    /// <exception cref="OperationCanceledException">The token was set.</exception>
    public BootstrapResult Bootstrap(
        BootstrapKind kind = BootstrapKind.Residual,
        int samples = 2000,
        int seed = 1,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        Validate.Bootstrap(kind, samples, _problem.Loss);
        BootstrapQuantities quantities = new(_problem.Names, Ties) { Objection = ObjectionTo(kind) };
        if (quantities.Objection is not null)
        {
            return new(kind, samples, seed, _all, [.. _all.Select(_ => Array.Empty<double>())], quantities);
        }

        Linearization end = _end.Linearization!;
        Influence influence = new(_problem, _problem.FreeOf(_all), end.UnscaledCovariance);
        Resampling resampling = new(kind, _whole, _all, _end, influence, Math.Sqrt(VarianceScale), seed);
        double[] errors = [.. Parameters.Select(parameter =>
            FreeIndexOf(parameter) is >= 0 and var k ? end.UnscaledError(k) : double.NaN)];
        double[][] draws = new Refits(_options, errors).Run(resampling, samples, progress, cancellationToken);
        return new(kind, samples, seed, _all, draws, quantities with
        {
            Free = _problem.Free,
            IsHeld = [.. Parameters.Select(parameter => parameter.Bound != BoundState.Free)],
            Influence = influence,
            Skewness = resampling.SkewnessOf,
            QuantileOf = level => QuantileOfDraws(kind, level),
        });
    }

    private double QuantileOfDraws(BootstrapKind kind, double level) =>
        kind == BootstrapKind.Parametric && HasAbsoluteSigma ? Quantile.TwoSided(level, double.PositiveInfinity)
        : Quantile.TwoSided(level, DegreesOfFreedom)
            * (kind == BootstrapKind.Case ? Math.Sqrt((double)_problem.PointCount / DegreesOfFreedom) : 1);

    private string? ObjectionTo(BootstrapKind kind) =>
        _problem.HasCounts ? "refits of counts are not least squares"
        : !Converged ? "the fit did not converge"
        : _end.Linearization is null ? "the model or a derivative is not finite at the estimates"
        : !_end.Linearization.HasFullRank ? "parameters act only together"
        : DegreesOfFreedom == 0 && !(HasAbsoluteSigma && kind == BootstrapKind.Parametric)
            ? "there are as many parameters as points"
        : null;
}
