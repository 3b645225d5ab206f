namespace MinpackNet.Fitting;

/// <summary>How a solve, or a search with many of them, ended.</summary>
/// <param name="Parameters">The point reached, in the parameters that are not fixed.</param>
/// <param name="Status">Why the solver stopped; None after a value that was not finite.</param>
/// <param name="Evaluations">Model evaluations over all points, as MINPACK counts them.</param>
/// <param name="JacobianEvaluations">Evaluations of the derivatives.</param>
internal sealed record FitOutcome(
    double[] Parameters, LeastSquaresStatus Status, int Evaluations, int JacobianEvaluations)
{
    /// <summary>The inverse of JᵀJ from the solver; null when it has none.</summary>
    public double[,]? UnscaledCovariance { get; init; }

    /// <summary>The value that was not finite and ended the solve; null for none.</summary>
    public NonFiniteValueException? Failure { get; init; }

    /// <summary>The solves of a search; empty for a single solve.</summary>
    public IReadOnlyList<FitAttempt> Attempts { get; init; } = [];

    /// <summary>Whether the search certified the point.</summary>
    public bool IsCertified { get; init; }

    /// <summary>Whether nothing can be lower: the model is linear, or meets the data to within rounding.</summary>
    public bool IsProven { get; init; }

    /// <summary>
    /// Why the search certified the point or did not, as part of a sentence; empty for a single solve.
    /// </summary>
    public string Evidence { get; init; } = "";

    /// <summary>Whether the user ended the solve.</summary>
    public bool WasInterrupted => Status is LeastSquaresStatus.Cancelled or LeastSquaresStatus.Stopped;

    /// <summary>
    /// Whether the solver stopped where the residuals overflow, whatever test it thought to have met.
    /// </summary>
    public bool Overflows { get; init; }

    /// <summary>Whether a convergence test was met or the limit of double precision reached.</summary>
    public bool Converged =>
        Status is > LeastSquaresStatus.None and not LeastSquaresStatus.TooManyEvaluations && !Overflows;

    /// <summary>One solve from the start.</summary>
    public static FitOutcome Of(FitProblem problem, LeastSquaresOptions options, CancellationToken cancellationToken) =>
        Of(problem, problem.FreeOf(problem.Start), problem.SolverJacobian, options, cancellationToken);

    /// <summary>One solve.</summary>
    public static FitOutcome Of(
        FitProblem problem,
        double[] from,
        JacobianFunction? jacobian,
        LeastSquaresOptions options,
        CancellationToken cancellationToken)
    {
        double[] parameters = [.. from];
        try
        {
            LeastSquaresResult solve = LeastSquares.Solve(
                from,
                problem.PointCount,
                problem.Residuals,
                jacobian,
                options with { Observer = Remember },
                cancellationToken);
            return new([.. solve.Parameters], solve.Status, solve.Evaluations, solve.JacobianEvaluations)
            {
                UnscaledCovariance = solve.UnscaledCovariance,
                Overflows = !double.IsFinite(solve.ResidualNorm),
            };
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
}
