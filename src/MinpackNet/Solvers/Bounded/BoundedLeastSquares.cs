using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>
/// Least squares with bounds or a loss: solves, puts parameters exactly on the bounds that hold them back, and solves
/// for the others once more.
/// </summary>
internal static class BoundedLeastSquares
{
    /// <summary>The share of the cost that a parameter close to its bound may still win there.</summary>
    private const double NegligibleShare = 1e-6;

    /// <summary>How often parameters are freed again.</summary>
    private const int MostReleases = 10;

    /// <summary>How often dogbox begins again where it ended at no minimum.</summary>
    private const int MostRestarts = 3;

    /// <summary>
    /// The gradient that pushes against a bound, at least, in that which a minimum at the bound alone would give; less,
    /// because the other parameters move too.
    /// </summary>
    private const double LeastPush = 0.1;

    /// <summary>How far a cost may rise by rounding, relative to it.</summary>
    private const double Rounding = 1e-12;

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
                if (TryRelease(problem, x, states, states, ref counts, ref releases))
                {
                    continue;
                }

                return WithoutFree(problem, x, states, known, counts);
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
            if (!TryHold(problem, solve, free, x, states, ref counts)
                && !TryRelease(problem, x, before, states, ref counts, ref releases))
            {
                bool isSettled = releases <= MostReleases;
                BoundedOutcome outcome =
                    BoundedOptimum.Outcome(solve, known.Value, free, x, states, counts, isSettled);
                if (!isDogbox || outcome.Summary.IsOptimal == true || restarts == MostRestarts)
                {
                    return outcome;
                }

                // A bound met by rounding can have held it back; it does so no longer where a solve begins.
                restarts++;
                counts.Residuals = outcome.Summary.Evaluations;
            }
        }
    }

    /// <summary>
    /// Frees parameters that were put on a bound, but that the gradient no longer pushes against it, now that the
    /// others have moved.
    /// </summary>
    /// <param name="problem">The problem.</param>
    /// <param name="x">Where the others ended.</param>
    /// <param name="before">The states with which they were solved for.</param>
    /// <param name="states">Those now.</param>
    /// <param name="counts">Is raised by the evaluations that this takes.</param>
    /// <param name="releases">How often it has happened; beyond the most, nothing is freed.</param>
    private static bool TryRelease(
        BoundedProblem problem,
        double[] x,
        BoundState[] before,
        BoundState[] states,
        ref (int Residuals, int Jacobians) counts,
        ref int releases)
    {
        BoundState[] heldOnly = Array.ConvertAll(before, state =>
            state is BoundState.AtLower or BoundState.AtUpper ? BoundState.Free : BoundState.Fixed);
        FreeParameters held = new(x, heldOnly);
        if (held.Count == 0 || problem.Cancellation.IsCancellationRequested)
        {
            return false;
        }

        BoundedProblem restricted = held.Restrict(problem);
        BoundedSolve there = new(restricted);
        there.Begin(restricted, held.Of(x));
        counts = (counts.Residuals + there.CountedEvaluations, counts.Jacobians + there.JacobianEvaluations);
        List<int> freed = [];
        for (int k = 0; k < held.Count; k++)
        {
            double inward = before[held.Indices[k]] == BoundState.AtLower ? -there.Gradient[k] : there.Gradient[k];
            double promised = 0.5 * Math.Pow(inward / there.Jacobian.ColumnNorm(k), 2);
            if (inward > 0 && promised > NegligibleShare * there.Cost)
            {
                freed.Add(held.Indices[k]);
            }
        }

        releases += freed.Count > 0 ? 1 : 0;
        if (freed.Count == 0 || releases > MostReleases)
        {
            return false;
        }

        freed.ForEach(j => states[j] = BoundState.Free);
        return true;
    }

    /// <summary>The outcome where no parameter may move.</summary>
    private static BoundedOutcome WithoutFree(
        BoundedProblem problem,
        double[] x,
        BoundState[] states,
        BoundedStatus? known,
        (int Residuals, int Jacobians) counts)
    {
        double[] residuals = problem.ResidualsAt(x);
        problem.Rules.CheckResiduals(x, residuals, forDifference: false);
        double cost = problem.CostOf(residuals);
        return new()
        {
            Summary = BoundedOptimum.Summary(
                known ?? BoundedStatus.SmallGradient, (counts.Residuals + 1, counts.Jacobians), isOptimal: true, cost),
            Parameters = x,
            Residuals = residuals,
            Cost = cost,
            ProjectedGradient = new double[x.Length],
            States = states,
            UnscaledCovariance = problem.Lsmr is null ? BoundedOptimum.Unknown(x.Length) : null,
        };
    }

    /// <summary>Moves parameters onto the bounds that hold them back, as far as the cost allows it.</summary>
    /// <returns>Whether the others have to be solved for once more.</returns>
    private static bool TryHold(
        BoundedProblem problem,
        BoundedSolve solve,
        FreeParameters free,
        double[] x,
        BoundState[] states,
        ref (int Residuals, int Jacobians) counts)
    {
        double[] held = [.. x];
        List<int> found = [];
        bool moves = false;
        for (int k = 0; k < free.Count; k++)
        {
            if (HoldingBound(solve, k) is { } bound)
            {
                int j = free.Indices[k];
                found.Add(j);
                moves |= x[j] != bound;
                held[j] = bound;
            }
        }

        if (moves)
        {
            double[] residuals = problem.ResidualsAt(held);
            counts.Residuals++;
            if (!NonFinite.AreFinite(residuals) || !(problem.CostOf(residuals) <= solve.Cost * (1 + Rounding)))
            {
                moves = false;
                found.RemoveAll(j => x[j] != held[j]);
            }
        }

        foreach (int j in found)
        {
            x[j] = held[j];
            states[j] = held[j] == problem.Lower[j] ? BoundState.AtLower : BoundState.AtUpper;
        }

        return moves;
    }

    /// <summary>
    /// The bound that the gradient pushes a parameter against, if that is as good as there; null for none.
    /// </summary>
    private static double? HoldingBound(BoundedSolve solve, int k)
    {
        double gradient = solve.Gradient[k];
        (double lower, double upper) = (solve.Problem.Lower[k], solve.Problem.Upper[k]);
        double bound = gradient > 0 ? lower : upper;
        double distance = Math.Abs(solve.X[k] - bound);
        if (!double.IsFinite(gradient))
        {
            return null;
        }

        int side = Feasibility.ActiveBound(solve.X[k], lower, upper, solve.Problem.StepTolerance);
        double curvature = Math.Pow(solve.Jacobian.ColumnNorm(k), 2);
        bool isClose = side == -Math.Sign(gradient) || Math.Abs(gradient) * distance <= NegligibleShare * solve.Cost;
        bool isPushed = gradient != 0 && Math.Abs(gradient) >= LeastPush * curvature * distance;
        return isPushed && isClose && double.IsFinite(bound) ? bound : null;
    }
}
