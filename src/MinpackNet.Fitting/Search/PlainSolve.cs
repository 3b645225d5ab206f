namespace MinpackNet.Fitting;

/// <summary>A solve as SciPy's curve_fit makes it, continued where that ends too early.</summary>
internal static class PlainSolve
{
    // Those who ask for less than this get less.
    private const double LoosestTolerance = 1e-6;

    // SciPy's limit, with derivatives by differences.
    private const int EvaluationsPerParameter = 200;

    // In lengths of the residuals, what a step may still change at the end.
    private const double VisibleStep = 1e-3;

    // Above the machine epsilon, which would end a solve as too tight.
    private const double TightStep = 1e-15;

    // How the bound on the first step grows when a step as long as it is lost in rounding, and up to where.
    private const double StepGrowth = 100;
    private const double LongestStep = 1e30;

    /// <summary>
    /// One solve, and more from where it ended as long as a gradient is left there, with longer steps where those are
    /// lost in rounding.
    /// </summary>
    public static (FitOutcome Outcome, EndPoint End) Of(
        FitProblem problem, LeastSquaresOptions solver, CancellationToken cancellationToken)
    {
        FitOutcome outcome = FitOutcome.Of(problem, solver, cancellationToken);
        EndPoint end = EndPoint.Of(problem, outcome);
        double loosest = Math.Max(
            Math.Max(solver.FunctionTolerance, solver.StepTolerance), solver.GradientTolerance);
        int limit = solver.MaxEvaluations ?? (EvaluationsPerParameter * (problem.Free.Length + 1));
        double step = solver.InitialStepFactor;
        bool isBetter = true;
        while (outcome.Converged
            && step < LongestStep
            && loosest <= LoosestTolerance
            && outcome.Evaluations < limit
            && (end.Linearization is { HasGradient: true } or { IsBlurred: true }
                || (isBetter && IsShort(end, solver.StepTolerance))))
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
                    // Of the parameters' common size: next to a large one, the others have not moved yet.
                    StepTolerance = end.Linearization!.HasGradient ? 0 : TightStep,
                    MaxEvaluations = 1 + ((limit - outcome.Evaluations - 1) / cost),
                    InitialStepFactor = step,
                },
                cancellationToken);
            int spent = problem.EvaluationCount - before;
            EndPoint there = EndPoint.Of(problem, next);
            bool isLower = there.Sum < end.Sum;
            isBetter = next.Failure is null && (isLower || next.WasInterrupted);
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

    /// <summary>
    /// Whether the step tolerance ended the solve although a step within it, a share of the parameters, changes the
    /// model visibly against the residuals: next to a large parameter, a step of the others is not a share of the
    /// whole.
    /// </summary>
    private static bool IsShort(EndPoint end, double tolerance)
    {
        if (end.Outcome.Status != LeastSquaresStatus.SmallStep
            || end.Linearization is not { HasResiduals: true } at)
        {
            return false;
        }

        double visible = VisibleStep * Math.Sqrt(at.SumOfSquares);
        return Enumerable.Range(0, at.ParameterCount)
            .Any(k => tolerance * Math.Abs(end.Outcome.Parameters[k]) * at.ColumnNorms[k] > visible);
    }
}
