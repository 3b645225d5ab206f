namespace MinpackNet.Fitting;

/// <content>How well the model describes the data.</content>
public sealed partial class FitResult
{
    /// <summary>Whether the observations' standard deviations were given.</summary>
    public bool HasSigma => _problem.Weights is not null;

    /// <summary>Whether the observations' standard deviations are known in absolute terms.</summary>
    public bool HasAbsoluteSigma { get; }

    /// <summary>The model's value at each point, m numbers.</summary>
    public IReadOnlyList<double> Fitted => _end.Values;

    /// <summary>Observation minus model at each point, m numbers, not divided by standard deviations.</summary>
    public IReadOnlyList<double> Residuals { get; }

    /// <summary>
    /// The number of observations, m, minus the number of parameters that are not fixed, or minus the rank of the
    /// Jacobian if some of them act only together.
    /// </summary>
    public int DegreesOfFreedom => _problem.PointCount - FittedCount;

    /// <summary>
    /// χ², the sum of the squared residuals, each divided by its standard deviation if given.
    /// </summary>
    public double ChiSquared { get; }

    /// <summary>
    /// χ² divided by the degrees of freedom; infinite without any. Near 1 when absolute standard deviations are right.
    /// </summary>
    public double ReducedChiSquared => DegreesOfFreedom > 0 ? ChiSquared / DegreesOfFreedom : double.PositiveInfinity;

    /// <summary>
    /// The square root of <see cref="ReducedChiSquared"/>: the estimated standard deviation of an observation of unit
    /// weight. R: sigma.
    /// </summary>
    public double ResidualStandardDeviation => Math.Sqrt(ReducedChiSquared);

    /// <summary>
    /// R² = 1 - χ²/χ₀², where χ₀² is χ² of the (weighted) mean of the observations: the share of their variation that
    /// the model describes. Negative for a model worse than the mean; NaN when the observations do not vary. For
    /// nonlinear models it is descriptive, not a test.
    /// </summary>
    public double RSquared
    {
        get
        {
            double total = _problem.TotalSumOfSquares;
            return total > 0 ? 1 - (ChiSquared / total) : double.NaN;
        }
    }

    /// <summary>
    /// The logarithm of the likelihood at the estimates for normal errors, including all constants:
    /// -½ Σ (ln 2π + ln vᵢ + rᵢ²/vᵢ). The variance vᵢ is σᵢ² with <see cref="FitOptions.AbsoluteSigma"/>, and otherwise
    /// σᵢ² χ²/m, with the maximum-likelihood estimate χ²/m (not χ²/(m - n)), as in R's logLik for nls. Without
    /// <see cref="FitOptions.Sigma"/>, σᵢ is 1.
    /// </summary>
    public double LogLikelihood
    {
        get
        {
            int m = _problem.PointCount;
            double logWeights = _problem.Weights?.Sum(Math.Log) ?? 0;
            double unit = HasAbsoluteSigma ? ChiSquared : m * (1 + Math.Log(ChiSquared / m));
            return (-0.5 * ((m * Math.Log(2 * Math.PI)) + unit)) + logWeights;
        }
    }

    /// <summary>
    /// Akaike's information criterion, 2 k - 2 ln L, where k is the number of fitted parameters, plus one when the
    /// variance is estimated too. Of two models of the same data, the one with the smaller value is better. R: AIC.
    /// </summary>
    public double Aic => (2.0 * LikelihoodParameters) - (2 * LogLikelihood);

    /// <summary>The Bayesian information criterion, k ln m - 2 ln L, with k as in <see cref="Aic"/>. R: BIC.</summary>
    public double Bic => (LikelihoodParameters * Math.Log(_problem.PointCount)) - (2 * LogLikelihood);

    private int FittedCount => _end.Linearization?.Rank ?? _problem.Free.Length;

    private int LikelihoodParameters => FittedCount + (HasAbsoluteSigma ? 0 : 1);

    /// <summary>The factor that turns the inverse of JᵀJ into a covariance.</summary>
    private double VarianceScale => HasAbsoluteSigma ? 1 : ReducedChiSquared;
}
