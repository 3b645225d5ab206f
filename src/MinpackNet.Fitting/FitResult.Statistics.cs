namespace MinpackNet.Fitting;

/// <content>How well the model describes the data.</content>
public sealed partial class FitResult
{
    /// <summary>Whether the observations' standard deviations were given.</summary>
    public bool HasSigma => _problem.Options.Sigma is not null;

    /// <summary>
    /// Whether the observations' standard deviations are known in absolute terms, as those of counts are.
    /// </summary>
    public bool HasAbsoluteSigma { get; }

    /// <summary>The model's value at each point, m numbers.</summary>
    public RealVector Fitted => field ??= [.. _end.Values];

    /// <summary>Observation minus model at each point, m numbers, not divided by standard deviations.</summary>
    public RealVector Residuals => field ??= RealVector.Create(
        _problem.PointCount,
        (Problem: _problem, End: _end),
        static (residuals, fit) =>
        {
            if (fit.Problem is not { Weights: null, HasCounts: false })
            {
                Columns.Difference(fit.Problem.Observations, fit.End.Values, residuals);
                return;
            }

            // The solver's are model minus observation.
            residuals.Clear();
            Columns.Difference(residuals, fit.End.Residuals, residuals);
        });

    /// <summary>
    /// The number of observations, m, minus the number of parameters that are not fixed, or minus the rank of the
    /// Jacobian if some of them act only together: parameters without an effect of their own take nothing from the
    /// residuals. R's lm counts in the same way; R's nls refuses such a fit, and lmfit subtracts all parameters.
    /// </summary>
    public int DegreesOfFreedom => _problem.PointCount - FittedCount;

    /// <summary>
    /// With <see cref="FitOptions.Sigma"/>, χ²: the sum of the squared residuals, each divided by its standard
    /// deviation. Without, the residual sum of squares, in the squared unit of the observations. With
    /// <see cref="FitOptions.Loss"/>, the sum of the losses in place of the squares, and with
    /// <see cref="FitOptions.Counts"/> the deviance. R: deviance.
    /// </summary>
    public double ChiSquared { get; }

    /// <summary>
    /// <see cref="ChiSquared"/> divided by the degrees of freedom; infinite without any. With
    /// <see cref="FitOptions.Sigma"/>, near 1 when the standard deviations are right in absolute terms. Without, the
    /// residual variance: the estimated variance of an observation.
    /// </summary>
    public double ReducedChiSquared => DegreesOfFreedom > 0 ? ChiSquared / DegreesOfFreedom : double.PositiveInfinity;

    /// <summary>
    /// The square root of <see cref="ReducedChiSquared"/>. Without <see cref="FitOptions.Sigma"/>, the estimated
    /// standard deviation of an observation. With it, a factor without a unit: by how much the residuals scatter more
    /// than the given standard deviations say. R: sigma.
    /// </summary>
    public double ResidualStandardDeviation => Math.Sqrt(ReducedChiSquared);

    /// <summary>
    /// R² = 1 - Σ wᵢ (yᵢ - fᵢ)² / Σ wᵢ (yᵢ - ȳ)² with the weights wᵢ = 1/σᵢ² (1 without <see cref="FitOptions.Sigma"/>)
    /// and the mean ȳ = Σ wᵢ yᵢ / Σ wᵢ, as in R's lm with weights and an intercept: the share of the observations'
    /// weighted variation that the model describes. Negative for a model worse than the mean; zero within 1e-9, which
    /// is rounding; NaN when the observations do not vary, and with <see cref="FitOptions.Loss"/> or
    /// <see cref="FitOptions.Counts"/>. For nonlinear models
    /// it is descriptive, not a test.
    /// </summary>
    public double RSquared =>
        _problem.TotalSumOfSquares > 0 && _problem.Loss is null && !_problem.HasCounts
            ? _problem.Explained(ChiSquared)
            : double.NaN;

    /// <summary>
    /// The logarithm of the likelihood at the estimates for normal errors, including all constants:
    /// -½ Σ (ln 2π + ln vᵢ + rᵢ²/vᵢ). The variance vᵢ is σᵢ² with <see cref="FitOptions.AbsoluteSigma"/>, and otherwise
    /// σᵢ² χ²/m, with the maximum-likelihood estimate χ²/m (not χ²/(m - n)), as in R's logLik for nls. Without
    /// <see cref="FitOptions.Sigma"/>, σᵢ is 1. With <see cref="FitOptions.Counts"/>, the likelihood of the Poisson
    /// distribution, as in R's logLik for glm. NaN with <see cref="FitOptions.Loss"/>, which has another likelihood,
    /// and so are the criteria.
    /// </summary>
    public double LogLikelihood
    {
        get
        {
            if (_problem.Loss is not null)
            {
                return double.NaN;
            }

            int m = _problem.PointCount;
            if (_problem.HasCounts)
            {
                return _problem.Observations.Zip(_end.Values, PoissonDeviance.LogLikelihood).Sum();
            }

            double logWeights = _problem.Weights?.Sum(Math.Log) ?? 0;
            double unit = HasAbsoluteSigma ? ChiSquared : m * (1 + Math.Log(ChiSquared / m));
            return (-0.5 * ((m * Math.Log(2 * Math.PI)) + unit)) + logWeights;
        }
    }

    /// <summary>
    /// Akaike's information criterion, 2 k - 2 ln L, where k is the number of fitted parameters (the rank, if some act
    /// only together). The variance counts as one more parameter, as in R's AIC, except with
    /// <see cref="FitOptions.AbsoluteSigma"/>, where it is given; lmfit never counts it and leaves constants out. Of
    /// two models of the same data, the one with the smaller value is better.
    /// </summary>
    public double Aic => (2.0 * LikelihoodParameters) - (2 * LogLikelihood);

    /// <summary>The Bayesian information criterion, k ln m - 2 ln L, with k as in <see cref="Aic"/>. R: BIC.</summary>
    public double Bic => (LikelihoodParameters * Math.Log(_problem.PointCount)) - (2 * LogLikelihood);

    /// <summary>The part of <see cref="ChiSquared"/> that some points have.</summary>
    internal double ChiSquaredOf(Range points) => _problem.Sum(_end.Residuals.AsSpan()[points]);

    /// <summary>
    /// <see cref="Aic"/> corrected for few observations, AIC + 2 k (k + 1)/(m - k - 1) with the same k, the variance
    /// among them (Hurvich and Tsai 1989); infinite where m - k - 1 is not positive. With
    /// <see cref="FitOptions.AbsoluteSigma"/> it is <see cref="Aic"/>, which needs no correction where the variance is
    /// given.
    /// </summary>
    public double Aicc
    {
        get
        {
            int k = LikelihoodParameters;
            int left = _problem.PointCount - k - 1;
            return HasAbsoluteSigma ? Aic
                : left > 0 ? Aic + (2.0 * k * (k + 1) / left)
                : double.IsNaN(LogLikelihood) ? double.NaN
                : double.PositiveInfinity;
        }
    }

    /// <summary>Whether the residuals look like independent normal errors.</summary>
    public ResidualTests ResidualTests => _residuals.Tests;

    /// <summary>
    /// Whether the model misses the means of repeated points by more than these scatter; null unless the fit converged,
    /// with <see cref="FitOptions.Loss"/>, and without enough repeated and different points.
    /// </summary>
    public LackOfFitTest? LackOfFit => _residuals.LackOfFit;

    /// <summary>The number of fitted parameters, or the rank.</summary>
    internal int FittedCount => _end.Linearization?.Rank ?? _problem.Free.Length;

    private int LikelihoodParameters => FittedCount + (HasAbsoluteSigma ? 0 : 1);

    /// <summary>The factor that turns the inverse of JᵀJ into a covariance.</summary>
    private double VarianceScale => HasAbsoluteSigma ? 1 : ReducedChiSquared;
}
