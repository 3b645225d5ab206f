namespace MinpackNet.Fitting;

/// <summary>Fits models to data by least squares, with results that explain themselves.</summary>
/// <remarks>
/// <para>
/// Estimates, counts and covariances are those of <see cref="Optimize"/>'s CurveFit for the same problem, with one
/// exception. From a start that is orders of magnitude too small, MINPACK's bound on the first step lets it change a
/// large sum of squares by less than the tolerance, and the solver stops there. If the gradient is not zero where the
/// solver stops, and its tolerances are 1e-6 or less, a fit solves again from there as long as that reduces the sum of
/// squares, with a longer first step if need be, within the limit on evaluations of a single solve.
/// </para>
/// <para>
/// After the solve a fit spends up to 4 n + 7 further evaluations, and up to 6 for each parameter without effect, on
/// the evidence for <see cref="FitResult.Diagnoses"/>; they are not counted. The result says how a fit ended;
/// exceptions are for bad arguments and for whatever the user's functions throw.
/// </para>
/// </remarks>
public static class CurveFit
{
    // Those who ask for less than this get less.
    private const double LoosestTolerance = 1e-6;

    // SciPy's limit, with derivatives by differences.
    private const int EvaluationsPerParameter = 200;

    // How the bound on the first step grows when a step as long as it is lost in rounding, and up to where.
    private const double StepGrowth = 100;
    private const double LongestStep = 1e30;

    /// <summary>Fits a curve, with derivatives by differences.</summary>
    /// <param name="model">The model's value at one point.</param>
    /// <param name="x">The predictor at m points; finite.</param>
    /// <param name="y">The m observations; finite, and at least as many as there are parameters to fit.</param>
    /// <param name="start">The start values of the parameters, with or without names; finite.</param>
    /// <param name="options">Weights, fixed parameters, strategy and solver; null for the defaults.</param>
    /// <param name="cancellationToken">
    /// Ends the fit: the result has the status <see cref="LeastSquaresStatus.Cancelled"/> and the best point so far.
    /// </param>
    /// <returns>The fit.</returns>
    /// <exception cref="ArgumentException">An argument or option is not as described.</exception>
    public static FitResult Fit(
        CurveFunction model,
        double[] x,
        double[] y,
        StartValues start,
        FitOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Fit(Model.FromCurve(model), x, y, start, options, cancellationToken);

    /// <summary>Fits a model of several predictors, with derivatives by differences.</summary>
    /// <param name="model">The model's value at one point.</param>
    /// <param name="x">The predictors at m points.</param>
    /// <param name="y">As in the first overload.</param>
    /// <param name="start">As in the first overload.</param>
    /// <param name="options">As in the first overload.</param>
    /// <param name="cancellationToken">As in the first overload.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="ArgumentException">An argument or option is not as described.</exception>
    public static FitResult Fit(
        SurfaceFunction model,
        Predictors x,
        double[] y,
        StartValues start,
        FitOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Fit(Model.FromSurface(model), x, y, start, options, cancellationToken);

    /// <summary>Fits a curve written for any number type, with exact derivatives.</summary>
    /// <typeparam name="TModel">The type that implements the curve.</typeparam>
    /// <param name="x">The predictor at m points; finite.</param>
    /// <param name="y">As in the first overload.</param>
    /// <param name="start">As in the first overload.</param>
    /// <param name="options">As in the first overload.</param>
    /// <param name="cancellationToken">As in the first overload.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="ArgumentException">An argument or option is not as described.</exception>
    public static FitResult Fit<TModel>(
        double[] x,
        double[] y,
        StartValues start,
        FitOptions? options = null,
        CancellationToken cancellationToken = default)
        where TModel : struct, ICurveModel => Fit(Model.FromCurve<TModel>(), x, y, start, options, cancellationToken);

    /// <summary>Fits a model of any kind, such as a <see cref="Formula"/>.</summary>
    /// <param name="model">The model.</param>
    /// <param name="x">The predictors at m points; an array for a single predictor.</param>
    /// <param name="y">As in the first overload.</param>
    /// <param name="start">As in the first overload.</param>
    /// <param name="options">As in the first overload.</param>
    /// <param name="cancellationToken">As in the first overload.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="ArgumentException">An argument or option is not as described.</exception>
    public static FitResult Fit(
        Model model,
        Predictors x,
        double[] y,
        StartValues start,
        FitOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(start);
        options ??= FitOptions.Default;
        Validate.Observations(y, x.PointCount, nameof(y));
        Validate.Options(options, y.Length);

        FitProblem problem = new(model, x, y, start, options);
        LeastSquaresOptions solver = options.Solver ?? LeastSquaresOptions.Default;
        if (options.Strategy == FitStrategy.Plain)
        {
            (FitOutcome solve, EndPoint reached) = Solve(problem, solver, cancellationToken);
            return new(problem, solve, reached, options);
        }

        FitOutcome outcome = SolveLadder.Climb(problem, options, cancellationToken);
        return new(problem, outcome, EndPoint.Of(problem, outcome), options);
    }

    /// <summary>
    /// One solve, and more from where it ended as long as a gradient is left there, with longer steps where those are
    /// lost in rounding.
    /// </summary>
    private static (FitOutcome Outcome, EndPoint End) Solve(
        FitProblem problem, LeastSquaresOptions solver, CancellationToken cancellationToken)
    {
        FitOutcome outcome = FitOutcome.Of(problem, solver, cancellationToken);
        EndPoint end = EndPoint.Of(problem, outcome);
        double loosest = Math.Max(
            Math.Max(solver.FunctionTolerance, solver.StepTolerance), solver.GradientTolerance);
        int limit = solver.MaxEvaluations ?? (EvaluationsPerParameter * (problem.Free.Length + 1));
        double step = solver.InitialStepFactor;
        while (outcome.Converged
            && step < LongestStep
            && loosest <= LoosestTolerance
            && outcome.Evaluations < limit
            && end.Linearization is { } here
            && Evidence.HasGradient(here))
        {
            // The solver's own differences of residuals this large may be nothing but rounding.
            int before = problem.EvaluationCount;
            int cost = problem.HasDerivatives ? 1 : 1 + (2 * problem.Free.Length);
            FitOutcome next = FitOutcome.Of(
                problem,
                outcome.Parameters,
                problem.FillJacobian,
                solver with
                {
                    MaxEvaluations = 1 + ((limit - outcome.Evaluations - 1) / cost),
                    InitialStepFactor = step,
                },
                cancellationToken);
            int spent = problem.EvaluationCount - before;
            EndPoint there = EndPoint.Of(problem, next);
            bool isLower = Norms.Of(there.Residuals) < Norms.Of(end.Residuals);
            bool isBetter = next.Failure is null && (isLower || next.WasInterrupted);
            step = isBetter ? solver.InitialStepFactor : step * StepGrowth;
            (FitOutcome reached, end) = isBetter ? (next, there) : (outcome, end);
            outcome = reached with
            {
                Evaluations = outcome.Evaluations + spent,
                JacobianEvaluations =
                    outcome.JacobianEvaluations + (problem.HasDerivatives ? next.JacobianEvaluations : 0),
            };
        }

        return (outcome, end);
    }
}
