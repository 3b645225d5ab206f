using MinpackNet.Fitting.Diagnostics;

namespace MinpackNet.Fitting;

/// <summary>A fit: what was found, how well the data determine it, and what to know about it.</summary>
/// <remarks>
/// With <see cref="FitOptions.Sigma"/> residuals are divided by their standard deviations before anything is summed.
/// Standard errors and all that follows from them come from the Jacobian, by the delta method: they hold as far as the
/// model is straight over the range of the errors.
/// </remarks>
public sealed partial class FitResult
{
    private readonly FitProblem _problem;
    private readonly FitOutcome _outcome;
    private readonly Linearization? _end;
    private readonly double[] _all;
    private readonly double[,] _covariance;

    internal FitResult(FitProblem problem, FitOutcome outcome, Linearization? end, FitOptions options)
    {
        _problem = problem;
        _outcome = outcome;
        _end = end;
        _all = problem.AllOf(outcome.Parameters);
        HasAbsoluteSigma = options.AbsoluteSigma && options.Sigma is not null;
        Fitted = problem.ValuesAt(outcome.Parameters);
        Residuals = [.. problem.Observations.Zip(Fitted, (y, value) => y - value)];
        ChiSquared = problem.ResidualsAt(outcome.Parameters).Sum(r => r * r);
        _covariance = CovarianceFrom(end);
        Parameters = [.. problem.Names.Select((name, j) => new FitParameter(
            name, _all[j], Math.Sqrt(_covariance[j, j]), problem.Start[j], !problem.Free.Contains(j)))];
        double[] errors = problem.FreeOf([.. StandardErrors]);
        Diagnoses = Examination.Of(new(problem, outcome, end, options, errors));
    }

    /// <summary>
    /// Why the solver stopped; <see cref="LeastSquaresStatus.None"/> after values that were not finite.
    /// </summary>
    public LeastSquaresStatus Status => _outcome.Status;

    /// <summary>
    /// Whether the estimates are a solution: a convergence test was met, or the limit of the arithmetic reached. What
    /// else may be wrong with it is told by <see cref="Diagnoses"/>.
    /// </summary>
    public bool Converged => _outcome.Converged;

    /// <summary>The status in words.</summary>
    public string Message => Messages.Of(_outcome);

    /// <summary>
    /// Whether <see cref="FitStrategy.Robust"/> certified the estimates as an optimum. That takes all of the following,
    /// none of which looks at anything but the data and the model:
    /// <list type="number">
    /// <item>a solve with tolerances of 1e-15 ended by itself, not by the limit on evaluations;</item>
    /// <item>
    /// every parameter has an effect there, and the Jacobian, its columns scaled to length one, has full rank;
    /// </item>
    /// <item>the gradient is zero to rounding: no cosine between the residuals and a column exceeds 1e-7, but for what
    /// the rounding of the model's own values explains; columns are the model's own derivatives, or central
    /// differences;</item>
    /// <item>a tenth of a standard error off, both ways along each singular direction, the sum of squares is larger (of
    /// a fit that is perfect to rounding, nothing is asked here);</item>
    /// <item>at least four solves from starts scattered around the given one found no lower sum of squares, nor did any
    /// other, and at least one of all confirmed this one.</item>
    /// </list>
    /// That is strong evidence for the best optimum in reach of the start, but no proof that none is better far away.
    /// </summary>
    public bool IsCertified => _outcome.IsCertified;

    /// <summary>What <see cref="FitStrategy.Robust"/> tried, in order; empty with the other strategy.</summary>
    public IReadOnlyList<FitAttempt> Attempts => _outcome.Attempts;

    /// <summary>
    /// Model evaluations over all points, those for finite differences included; of all attempts with
    /// <see cref="FitStrategy.Robust"/>. MINPACK: nfev.
    /// </summary>
    public int Evaluations => _outcome.Evaluations;

    /// <summary>Evaluations of the model's own derivatives; 0 without. MINPACK: njev.</summary>
    public int JacobianEvaluations => _outcome.JacobianEvaluations;

    /// <summary>The parameters, fixed ones included, in the model's order.</summary>
    public IReadOnlyList<FitParameter> Parameters { get; }

    /// <summary>The values of <see cref="Parameters"/>, n of them. SciPy: popt.</summary>
    public IReadOnlyList<double> Estimates => _all;

    /// <summary>The standard errors of <see cref="Parameters"/>, n values.</summary>
    public IReadOnlyList<double> StandardErrors => [.. Parameters.Select(parameter => parameter.StandardError)];

    /// <summary>
    /// The covariance of the parameters, n by n. Rows of fixed parameters are zero; where the data do not determine a
    /// parameter its variance is infinite and its covariances are NaN; after a failure all is NaN. SciPy: pcov.
    /// </summary>
    public double[,] Covariance => (double[,])_covariance.Clone();

    /// <summary>
    /// The correlations of the parameters, n by n; NaN in rows of parameters that are fixed or not determined by the
    /// data.
    /// </summary>
    public double[,] Correlation
    {
        get
        {
            double[,] correlation = Covariance;
            for (int i = 0; i < _all.Length; i++)
            {
                for (int j = 0; j < _all.Length; j++)
                {
                    correlation[i, j] /= Parameters[i].StandardError * Parameters[j].StandardError;
                }
            }

            return correlation;
        }
    }

    /// <summary>What to know about the fit, the cause of a failure first; empty for a healthy one.</summary>
    public IReadOnlyList<Diagnosis> Diagnoses { get; }

    /// <summary>A parameter by its name.</summary>
    /// <param name="name">One of the names in <see cref="Parameters"/>.</param>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public FitParameter this[string name] => Parameters.FirstOrDefault(parameter => parameter.Name == name)
        ?? throw Errors.UnknownParameter(name, _problem.Names);

    /// <summary>
    /// The fit as a page of text: estimates with their errors, statistics, correlations and warnings.
    /// </summary>
    /// <param name="level">The probability of the intervals, between 0 and 1. Default 0.95.</param>
    /// <returns>Lines of at most 100 characters, unless there are very many digits to show.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is none.</exception>
    public string ToReport(double level = 0.95) => FitReport.Of(this, level, _problem.Model.Text);

    /// <summary>The same as <see cref="ToReport"/>.</summary>
    public override string ToString() => ToReport();

    /// <summary>
    /// The covariance in the free parameters' places, scaled by the variance of one observation of unit weight.
    /// </summary>
    private double[,] CovarianceFrom(Linearization? end)
    {
        double[,]? inverse = UnscaledCovariance(end);
        double[,] covariance = new double[_all.Length, _all.Length];
        for (int i = 0; i < _problem.Free.Length; i++)
        {
            for (int j = 0; j < _problem.Free.Length; j++)
            {
                covariance[_problem.Free[i], _problem.Free[j]] = inverse is null ? double.NaN
                    : double.IsFinite(VarianceScale) ? inverse[i, j] * VarianceScale
                    : i == j ? double.PositiveInfinity : double.NaN;
            }
        }

        return covariance;
    }

    /// <summary>The solver's, which SciPy uses; where the rank is deficient or the solver left none, our own.</summary>
    private double[,]? UnscaledCovariance(Linearization? end) =>
        !Converged || end is null ? null
        : end.HasFullRank && _outcome.UnscaledCovariance is { } solvers ? solvers
        : end.UnscaledCovariance();
}
