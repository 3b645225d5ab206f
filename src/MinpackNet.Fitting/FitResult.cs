using System.Diagnostics;
using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>A fit: the estimates, how well the data determine them, and what to know about them.</summary>
/// <remarks>
/// With <see cref="FitOptions.Sigma"/>, residuals are divided by their standard deviations before anything is summed.
/// Standard errors, and whatever is derived from them, come from the Jacobian by the delta method: they are valid as
/// far as the model is linear over the range of the errors.
/// </remarks>
[DebuggerDisplay("{Summary,nq}")]
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed partial class FitResult
{
    private readonly FitProblem _problem;
    private readonly FitProblem _whole;
    private readonly FitOptions _options;
    private FitOutcome _outcome;
    private readonly EndPoint _end;
    private readonly Func<int, string> _point;
    private readonly double[] _all;
    private readonly Uncertainty _uncertainty;
    private readonly CancellationToken _cancellation;
    private readonly ResidualStudy _residuals;

    internal FitResult(
        FitProblem problem, FitOutcome outcome, EndPoint end, FitOptions options, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _problem = end.Problem;
        _whole = problem;
        _options = options;
        _outcome = outcome.In(end.Problem, problem);
        _end = end;
        _point = options.HintNames.Point;
        _all = _problem.AllOf(_outcome.Parameters);
        Estimates = [.. _all];
        HasAbsoluteSigma = options.KnowsScatter;
        ChiSquared = _end.Sum;
        _uncertainty = new(ScaledCovariance(), _end.Linearization, _problem.Free, VarianceScale);
        Parameters = [.. problem.Names.Select((name, j) => new FitParameter(
            name, _all[j], _uncertainty.Error(j), problem.Start[j], !problem.Free.Contains(j))
        {
            Bound = outcome.Held.GetValueOrDefault(name),
        })];
        Evidence evidence = new(_problem, _outcome, _end, _uncertainty);
        _residuals = evidence.Residuals;
        Diagnoses = Examination.Of(evidence);
        if (CertificateReview.Objection(evidence, Diagnoses) is { } objection)
        {
            _outcome = _outcome with { IsCertified = false, Evidence = objection };
            Diagnoses = Examination.Of(new(_problem, _outcome, _end, _uncertainty));
        }
    }

    /// <summary>Tells why there was no search.</summary>
    internal void Explain(string missingSearch) => _outcome = _outcome with { Evidence = missingSearch };

    /// <summary>
    /// Why the solver stopped; <see cref="LeastSquaresStatus.None"/> after a value that was not finite.
    /// </summary>
    public LeastSquaresStatus Status => _outcome.Status;

    /// <summary>
    /// Whether the solver converged: a convergence test was met (<see cref="LeastSquaresResult.Converged"/>) or the
    /// limit of double precision reached.
    /// <see cref="Diagnoses"/> tells what else may be wrong, and <see cref="Succeeded"/> whether that is fatal.
    /// </summary>
    public bool Converged => _outcome.Converged;

    /// <summary>
    /// Whether the estimates can be used: the solver converged, with <see cref="FitStrategy.Search"/> to a certified
    /// optimum, and none of the <see cref="Diagnoses"/> is fatal (<see cref="Diagnosis.IsFatal"/>), such as a gradient
    /// that is not zero or a singular Jacobian.
    /// </summary>
    public bool Succeeded => Converged && !Diagnoses.Any(diagnosis => diagnosis.IsFatal);

    /// <summary>The status in words.</summary>
    public string Message => Messages.Of(_outcome, _problem, _point);

    /// <summary>Throws when the fit was canceled.</summary>
    /// <returns>This result.</returns>
    /// <exception cref="OperationCanceledException">
    /// The cancellation token was set during the fit; the exception has it, so that a task with it ends as canceled.
    /// </exception>
    public FitResult ThrowIfCanceled() =>
        Status == LeastSquaresStatus.Canceled ? throw Errors.Canceled(Message, _cancellation) : this;

    /// <summary>
    /// Whether <see cref="FitStrategy.Search"/> certified the estimates as the lowest minimum. The certificate uses the
    /// data and the model alone and requires all of the following:
    /// <list type="number">
    /// <item>
    /// the lowest end is an optimum: a solve with tolerances of 1e-15 ended on its own, every parameter has an effect,
    /// the Jacobian with columns scaled to length one has full rank, no cosine between the residuals and a column
    /// exceeds 1e-7 by more than rounding of the model's values explains, and the sum of squares is larger a tenth of a
    /// standard error away in both directions along each singular vector;
    /// </item>
    /// <item>
    /// both of two independent searches end in it at an optimum, by its sum of squares to 1e-6, so that optima that
    /// differ by the sign of an amplitude, whole turns of a phase or the order of terms are one; another attempt from
    /// the given start confirms nothing;
    /// </item>
    /// <item>
    /// the data determine it: no two parameters have errors of a hundred times the size of estimate and start, or act
    /// only together, no model with a term less describes the data as well, none of the <see cref="Diagnoses"/> is
    /// fatal, and a model that oscillates has at least three points for each parameter, or four where more than a tenth
    /// of the variation is left;
    /// </item>
    /// <item>
    /// no attempt ends lower, and none of 32 starts that nothing selected, and of as many next to the end; where the
    /// end is of other orders of magnitude than the start, neither do searches around the end, which finding it again
    /// does not confirm;
    /// </item>
    /// <item>
    /// the model explains the data: against the constant, and for a model with more free parameters against the
    /// straight line in the predictors as well, the adjusted share of the sum of squares that it explains is above 0.5
    /// or an F test has p below 1e-6;
    /// </item>
    /// <item>
    /// where more than 10 % of the observations' variation is left, the residuals look like noise: in the order of a
    /// single predictor, neither the number of runs of one sign nor the sum of their squared differences is more than
    /// three standard deviations below that of noise. Structure in less shows a wrong model rather than a wrong
    /// minimum; it is told beside another reason.
    /// </item>
    /// </list>
    /// Two ends need only the first: a fit that is perfect to within rounding, and the end of a model that is linear in
    /// its parameters, which has no other minimum. This is strong evidence, tested on families of hard problems, but it
    /// is not a proof. Of frequencies that describe the points equally well, it certifies the one closest to the
    /// start, and <see cref="Diagnoses"/> tells a lower one (<see cref="DiagnosisKind.AliasedFrequency"/>).
    /// <see cref="Message"/> says which part failed. Without start values and with 8000 points or more, the searches
    /// look at 4000 of them, and the end is that of all points next to theirs.
    /// </summary>
    public bool IsCertified => _outcome.IsCertified;

    /// <summary>
    /// What <see cref="FitStrategy.Search"/> tried, in order; empty for the other strategy. The estimates are those of
    /// the lowest sum of squares; among equal ones, to 1e-8 or rounding, those of an optimum closest to the start.
    /// </summary>
    public IReadOnlyList<FitAttempt> Attempts => _outcome.Attempts;

    /// <summary>
    /// Model evaluations over all points, including those for finite differences; with
    /// <see cref="FitStrategy.Search"/>, those of all attempts. Evaluations after the solve, for errors and
    /// diagnoses, are not among them; <see cref="CurveFit"/> says how many there may be. MINPACK: nfev.
    /// </summary>
    public int Evaluations => _outcome.Evaluations;

    /// <summary>Evaluations of the model's own derivatives; 0 if it has none. MINPACK: njev.</summary>
    public int JacobianEvaluations => _outcome.JacobianEvaluations;

    /// <summary>The parameters in the model's order, including fixed ones.</summary>
    public IReadOnlyList<FitParameter> Parameters { get; }

    /// <summary>The values of <see cref="Parameters"/>, n numbers. SciPy: popt.</summary>
    public RealVector Estimates { get; }

    /// <summary>The standard errors of <see cref="Parameters"/>, n numbers.</summary>
    public RealVector StandardErrors => [.. Parameters.Select(parameter => parameter.StandardError)];

    /// <summary>
    /// The covariance of the parameters, n by n. Rows of fixed parameters are zero; a parameter that the data do not
    /// determine has an infinite variance and NaN covariances; NaN in the rows of parameters that bounds hold back, and
    /// after a failure everywhere. SciPy: pcov.
    /// </summary>
    [JsonConverter(typeof(MatrixJsonConverter))]
    public double[,] Covariance => (double[,])_uncertainty.Covariance.Clone();

    /// <summary>
    /// The correlations of the parameters, n by n; NaN in the rows of parameters that are fixed or not determined by
    /// the data.
    /// </summary>
    [JsonConverter(typeof(MatrixJsonConverter))]
    public double[,] Correlation
    {
        get
        {
            double[,] correlation = Covariance;
            for (int i = 0; i < _all.Length; i++)
            {
                for (int j = 0; j < _all.Length; j++)
                {
                    correlation[i, j] = _uncertainty.Correlation(i, j);
                    if (i == j && double.IsFinite(correlation[i, i]))
                    {
                        correlation[i, i] = 1; // not a rounding error away from it
                    }
                }
            }

            return correlation;
        }
    }

    /// <summary>What to know about the fit, the cause of a failure first; empty for a healthy fit.</summary>
    public IReadOnlyList<Diagnosis> Diagnoses { get; }

    /// <summary>The parameter of a given name.</summary>
    /// <param name="name">One of the names in <see cref="Parameters"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no parameter of that name.</exception>
    public FitParameter this[string name] => Parameters.FirstOrDefault(parameter => parameter.Name == name)
        ?? throw Errors.UnknownParameter(name, _problem.Names);

    /// <summary>What was fitted.</summary>
    internal FitProblem Problem => _problem;

    /// <summary>The fit on one line, for the debugger.</summary>
    private string Summary =>
        $"{(Succeeded ? "Succeeded" : Converged ? "Converged, not to be trusted" : "Not converged")}: "
        + $"{string.Join(", ", Parameters)}, {NumberText.Count(Evaluations, "evaluation")}";

    /// <summary>
    /// The covariance of all parameters, scaled by the variance of an observation of unit weight.
    /// </summary>
    private double[,] ScaledCovariance()
    {
        double[,]? inverse = UnscaledCovariance();
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

        foreach (int j in Enumerable.Range(0, _all.Length).Where(j => _outcome.Held.ContainsKey(_problem.Names[j])))
        {
            for (int i = 0; i < _all.Length; i++)
            {
                covariance[i, j] = covariance[j, i] = double.NaN;
            }
        }

        return covariance;
    }

    /// <summary>
    /// At the estimates: the solver's, as SciPy's, is that of the point before its last step. With a loss the solver's,
    /// which is at its end and has SciPy's curvature of the loss, if the rank is full.
    /// </summary>
    private double[,]? UnscaledCovariance() =>
        !Converged || _end.Linearization is not { } end ? null
        : end.HasFullRank && _problem.Loss is not null && _outcome.UnscaledCovariance is { } solvers ? solvers
        : end.UnscaledCovariance;
}
