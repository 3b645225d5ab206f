using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>
/// Least squares with bounds or a loss: solves, puts parameters exactly on the bounds that hold them back, solves for
/// the others once more, and frees what they no longer hold.
/// </summary>
internal static class BoundedLeastSquares
{
    /// <summary>How often parameters are freed again.</summary>
    private const int MostReleases = 10;

    /// <summary>How often dogbox begins again where it ended at no minimum.</summary>
    private const int MostRestarts = 3;

    /// <param name="problem">The problem; equal bounds fix a parameter.</param>
    /// <param name="start">n values within the bounds.</param>
    /// <param name="isDogbox">Whether to solve by dogbox, and not by the reflective method.</param>
    /// <param name="solver">Memory to be used again; replaced by memory of the right size.</param>
    public static BoundedOutcome Run(
        BoundedProblem problem, ReadOnlySpan<double> start, bool isDogbox, ref BoundedSolver? solver)
    {
        NativeLibraryState.EnsureLoaded();
        BoundedProblem near = problem.WithoutFarBounds(start);
        BoundedOutcome outcome = Solve(near, start, isDogbox, ref solver);
        return Feasibility.IsInside(outcome.Parameters, problem.Lower, problem.Upper)
            ? outcome
            : Solve(problem, start, isDogbox, ref solver);
    }

    private static BoundedOutcome Solve(
        BoundedProblem problem, ReadOnlySpan<double> start, bool isDogbox, ref BoundedSolver? solver)
    {
        double[] x = start.ToArray();
        BoundState[] states = new BoundState[x.Length];
        for (int j = 0; j < x.Length; j++)
        {
            states[j] = problem.Lower[j] == problem.Upper[j] ? BoundState.Fixed : BoundState.Free;
        }

        (int Residuals, int Jacobians) counts = (0, 0);
        BoundedStatus? known = null;
        int releases = 0;
        int restarts = 0;
        while (true)
        {
            FreeParameters free = new(x, states);
            if (free.Count == 0)
            {
                if (++releases <= MostReleases && ActiveBounds.TryRelease(problem, x, [.. states], states, ref counts))
                {
                    continue;
                }

                return WithoutFree(problem, x, states, known, counts, isOptimal: releases <= MostReleases);
            }

            BoundedProblem restricted = free.Restrict(problem) with
            {
                MaxEvaluations = known is null
                    ? problem.MaxEvaluations
                    : Math.Max(problem.MaxEvaluations - counts.Residuals, 2 * (x.Length + 2)),
            };
            double[] origin = free.Of(x);
            double[] point = [.. origin];
            if (!isDogbox)
            {
                Feasibility.MoveInside(point, restricted.Lower, restricted.Upper, Feasibility.StartMargin);
            }

            if (solver is null || !solver.Fits(restricted))
            {
                solver = new(restricted);
            }

            BoundedStatus status = solver.Run(restricted, point, origin, isDogbox);
            BoundedSolve solve = solver.Solve;
            x = free.Expand(solve.X);
            counts = (counts.Residuals + solve.CountedEvaluations, counts.Jacobians + solve.JacobianEvaluations);
            // Once a solve has met a test, neither the limit nor what has no effect at the bounds decides any longer.
            known = status is BoundedStatus.TooManyEvaluations or BoundedStatus.ZeroDifferences
                ? known ?? status
                : status;
            if (status <= BoundedStatus.TooManyEvaluations)
            {
                return BoundedOptimum.Outcome(solve, known.Value, free, x, states, counts, isSettled: true);
            }

            BoundState[] before = [.. states];
            if (ActiveBounds.TryHold(problem, solve, free, x, states, ref counts))
            {
                continue;
            }

            bool isSettled = !ActiveBounds.TryRelease(problem, x, before, states, ref counts);
            if (!isSettled && ++releases <= MostReleases)
            {
                continue;
            }

            BoundedOutcome outcome = BoundedOptimum.Outcome(solve, known.Value, free, x, states, counts, isSettled);
            if (!isDogbox || outcome.Summary.IsOptimal == true || restarts == MostRestarts)
            {
                return outcome;
            }

            // A bound met by rounding can have held it back; it does so no longer where a solve begins.
            restarts++;
            counts.Residuals = outcome.Summary.Evaluations;
        }
    }

    /// <summary>The outcome where no parameter may move.</summary>
    private static BoundedOutcome WithoutFree(
        BoundedProblem problem,
        double[] x,
        BoundState[] states,
        BoundedStatus? known,
        (int Residuals, int Jacobians) counts,
        bool isOptimal)
    {
        double[] residuals = problem.ResidualsAt(x);
        problem.Rules.CheckResiduals(x, residuals, forDifference: false);
        double cost = problem.CostOf(residuals);
        return new()
        {
            Summary = BoundedOptimum.Summary(
                known ?? BoundedStatus.SmallGradient, (counts.Residuals + 1, counts.Jacobians), isOptimal, cost),
            Parameters = x,
            Residuals = residuals,
            Cost = cost,
            ProjectedGradient = new double[x.Length],
            States = states,
            UnscaledCovariance = problem.Lsmr is null ? BoundedOptimum.Unknown(x.Length) : null,
        };
    }
}
