namespace MinpackNet;

/// <summary>Which parameters their bounds hold back.</summary>
internal static class ActiveBounds
{
    /// <summary>The share of the cost that a parameter close to its bound may still win there.</summary>
    private const double NegligibleShare = 1e-6;

    /// <summary>
    /// The gradient that pushes against a bound, at least, in that which a minimum at the bound alone would give; less,
    /// because the other parameters move too.
    /// </summary>
    private const double LeastPush = 0.1;

    /// <summary>How far a cost may rise by rounding, relative to it.</summary>
    private const double Rounding = 1e-12;

    /// <summary>Moves parameters onto the bounds that hold them back, as far as the cost allows it.</summary>
    /// <returns>Whether the others have to be solved for once more.</returns>
    public static bool TryHold(
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
        if (gradient == 0 || !double.IsFinite(gradient) || !double.IsFinite(bound))
        {
            return null;
        }

        int side = Feasibility.ActiveBound(
            solve.X[k], lower, upper, solve.Problem.StepTolerance, solve.Problem.SizeOf(k));
        double curvature = solve.Jacobian.ColumnNorm(k) * solve.Jacobian.ColumnNorm(k);
        bool isClose = side == -Math.Sign(gradient) || Math.Abs(gradient) * distance <= NegligibleShare * solve.Cost;
        return isClose && Math.Abs(gradient) >= LeastPush * curvature * distance ? bound : null;
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
    /// <returns>Whether there were any; these have to be solved for too.</returns>
    public static bool TryRelease(
        BoundedProblem problem,
        double[] x,
        BoundState[] before,
        BoundState[] states,
        ref (int Residuals, int Jacobians) counts)
    {
        if (!Array.Exists(before, IsHeld) || problem.Cancellation.IsCancellationRequested)
        {
            return false;
        }

        FreeParameters held =
            new(x, Array.ConvertAll(before, state => IsHeld(state) ? BoundState.Free : BoundState.Fixed));
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

        freed.ForEach(j => states[j] = BoundState.Free);
        return freed.Count > 0;

        static bool IsHeld(BoundState state) => state is BoundState.AtLower or BoundState.AtUpper;
    }
}
