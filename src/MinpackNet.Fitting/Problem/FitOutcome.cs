namespace MinpackNet.Fitting;

/// <summary>How a solve, or a search with many of them, ended.</summary>
/// <param name="Parameters">The point reached, in the parameters that are not fixed.</param>
/// <param name="Status">Why the solver stopped; None after a value that was not finite.</param>
/// <param name="Evaluations">Model evaluations over all points, as MINPACK counts them.</param>
/// <param name="JacobianEvaluations">Evaluations of the derivatives.</param>
internal sealed record FitOutcome(
    double[] Parameters, LeastSquaresStatus Status, int Evaluations, int JacobianEvaluations)
{
    private static readonly Dictionary<string, BoundState> NoneHeld = [];

    /// <summary>The inverse of JᵀJ from the solver; null when it has none.</summary>
    public double[,]? UnscaledCovariance { get; init; }

    /// <summary>Where the solver ended, and the residuals of all points there; null where it has none.</summary>
    public (double[] Parameters, RealVector Residuals)? Solved { get; init; }

    /// <summary>The residuals of all points at <see cref="Parameters"/>, if the solver has them.</summary>
    public RealVector? KnownResiduals =>
        Solved is { } solved && solved.Parameters == Parameters ? solved.Residuals : null;

    /// <summary>The names of the parameters that bounds hold back, each with the bound; empty for none.</summary>
    public IReadOnlyDictionary<string, BoundState> Held { get; init; } = NoneHeld;

    /// <summary>The value that was not finite and ended the solve; null for none.</summary>
    public NonFiniteValueException? Failure { get; init; }

    /// <summary>The solves of a search; empty for a single solve.</summary>
    public IReadOnlyList<FitAttempt> Attempts { get; init; } = [];

    /// <summary>Whether the search certified the point.</summary>
    public bool IsCertified { get; init; }

    /// <summary>Whether nothing can be lower: the model is linear, or meets the data to within rounding.</summary>
    public bool IsProven { get; init; }

    /// <summary>
    /// Why the search certified the point or did not, as part of a sentence; of a single solve instead of a search, why
    /// there was none; empty for any other single solve.
    /// </summary>
    public string Evidence { get; init; } = "";

    /// <summary>Whether the user ended the solve.</summary>
    public bool WasInterrupted => Status is LeastSquaresStatus.Canceled or LeastSquaresStatus.Stopped;

    /// <summary>
    /// Whether the solver stopped where the residuals overflow, whatever test it thought to have met.
    /// </summary>
    public bool Overflows { get; init; }

    /// <summary>Whether a bounded solve met its tests where a step still lowers the sum.</summary>
    public bool IsNoMinimum { get; init; }

    /// <summary>Whether a convergence test was met or the limit of double precision reached.</summary>
    public bool Converged =>
        Status is > LeastSquaresStatus.None and not LeastSquaresStatus.TooManyEvaluations && !Overflows;

    /// <summary>One solve from the start.</summary>
    public static FitOutcome Of(FitProblem problem, LeastSquaresOptions options, CancellationToken cancellationToken) =>
        Of(problem, problem.FreeOf(problem.Start), problem.SolverJacobian, options, cancellationToken);

    /// <summary>One solve.</summary>
    public static FitOutcome Of(
        FitProblem problem,
        double[] start,
        JacobianFunction? jacobian,
        LeastSquaresOptions options,
        CancellationToken cancellationToken)
    {
        double[] from = problem.Within(start);
        double[] parameters = [.. from];
        try
        {
            LeastSquaresResult solve = LeastSquares.Solve(
                from,
                problem.RowCount,
                problem.SolverResiduals,
                jacobian,
                options with { Observer = Remember, Bounds = problem.SolverBounds, Loss = problem.Loss },
                cancellationToken);
            double[] end = [.. solve.Parameters];
            bool isPlain = problem is { Rows: null, Loss: null, SolverBounds: null };
            return new(end, solve.Status, solve.Evaluations, solve.JacobianEvaluations)
            {
                Solved = isPlain ? (end, solve.Residuals) : null,
                UnscaledCovariance = solve.UnscaledCovariance,
                Overflows = !double.IsFinite(solve.ResidualNorm),
                Held = HeldBy(problem, solve.BoundStates),
                IsNoMinimum = solve.IsOptimal == false,
            };
        }
        catch (NonFiniteValueException exception) when (problem.Rows is not null)
        {
            // Only the rows of points tell at which one it is.
            FitProblem all = problem.WithAllRows();
            return Of(all, [.. exception.Point], all.SolverJacobian, options, cancellationToken);
        }
        catch (NonFiniteValueException exception)
        {
            // The result says how a fit ended, so the exception becomes its evidence. Derivatives are taken at the best
            // point so far; for other values, the best known point is where the last iteration started.
            double[] best = exception.ParameterIndex is null ? parameters : [.. exception.Point];
            return new(best, LeastSquaresStatus.None, problem.EvaluationCount, problem.DerivativeCount)
            {
                Failure = exception,
            };
        }

        bool Remember(IterationInfo iteration)
        {
            iteration.Parameters.CopyTo(parameters);
            return options.Observer?.Invoke(iteration) ?? true;
        }
    }

    /// <summary>
    /// The problem with the parameters fixed that bounds hold back, and the outcome in the others: what can be said of
    /// errors and minima is about these.
    /// </summary>
    public (FitProblem Problem, FitOutcome Outcome) WithoutHeld(FitProblem problem)
    {
        if (Held.Count == 0 || Held.Count == problem.Free.Length)
        {
            return (problem, this);
        }

        FitProblem others = problem.Holding(Parameters, Held.Keys);
        return (others, In(others, problem));
    }

    /// <summary>The outcome in the parameters that another problem leaves free.</summary>
    /// <param name="others">The other problem.</param>
    /// <param name="problem">That of the outcome.</param>
    public FitOutcome In(FitProblem others, FitProblem problem)
    {
        if (others == problem)
        {
            return this;
        }

        int[] kept = [.. others.Free.Select(j => Array.IndexOf(problem.Free, j))];
        double[,]? inverse = UnscaledCovariance is null ? null : new double[kept.Length, kept.Length];
        for (int i = 0; i < kept.Length && inverse is not null; i++)
        {
            for (int j = 0; j < kept.Length; j++)
            {
                inverse[i, j] = UnscaledCovariance![kept[i], kept[j]];
            }
        }

        return this with { Parameters = [.. kept.Select(k => Parameters[k])], UnscaledCovariance = inverse };
    }

    private static Dictionary<string, BoundState> HeldBy(
        FitProblem problem, IReadOnlyList<BoundState>? states) =>
        states?.All(state => state == BoundState.Free) ?? true
            ? NoneHeld
            : Enumerable.Range(0, states.Count)
                .Where(k => states[k] != BoundState.Free)
                .ToDictionary(problem.NameOfFree, k => states[k]);
}
