namespace MinpackNet;

/// <summary>
/// How exactly differences tell the columns of a Jacobian: parameters that depend on each other exactly have columns
/// that still differ by rounding and truncation, and what follows from that difference is noise.
/// </summary>
internal static class DifferenceNoise
{
    // Differences leave even the columns of good models with this part of doubt; above it nothing is measured.
    private const double Suspect = 1e-3;

    // The truncation of two points is twice what half the step changes; the rest is for rounding, which is random.
    private const double Margin = 4;

    /// <summary>Whether the smallest singular value of columns of length 1 is within the noise.</summary>
    /// <param name="solve">Where it ended.</param>
    /// <param name="columns">Those that count.</param>
    /// <param name="inverse">The inverse of JᵀJ for these, scaled to length 1.</param>
    /// <param name="evaluations">Is raised by the evaluations that this takes.</param>
    public static bool HidesRank(BoundedSolve solve, int[] columns, double[,] inverse, ref int evaluations)
    {
        BoundedProblem problem = solve.Problem;
        if (problem.Jacobian is not null || problem.DifferenceStep is not { } steps || solve.IsCanceled)
        {
            return false;
        }

        double trace = 0;
        for (int k = 0; k < columns.Length; k++)
        {
            trace += inverse[k, k];
        }

        // At most the smallest singular value, and at least that over the root of n.
        double least = 1 / Math.Sqrt(trace);
        return least < Suspect && least <= Margin * ChangeByHalfSteps(solve, columns, steps, ref evaluations);
    }

    /// <summary>The Frobenius norm of what half the steps change in the columns of length 1.</summary>
    private static double ChangeByHalfSteps(
        BoundedSolve solve, int[] columns, double[] steps, ref int evaluations)
    {
        BoundedProblem problem = solve.Problem with { DifferenceStep = Array.ConvertAll(steps, step => 0.5 * step) };
        DenseJacobian other = new(problem);
        evaluations += other.Evaluate(problem, solve.X, solve.Residuals);
        double[] linearized = [.. solve.Residuals];
        ReadOnlySpan<double> weights = problem.NewLoss()
            .Linearize(linearized, problem.LeastCurvature);
        if (!weights.IsEmpty)
        {
            other.MultiplyRows(weights);
        }

        double squares = 0;
        double[] change = new double[problem.ResidualCount];
        foreach (int j in columns)
        {
            other.Column(j).CopyTo(change);
            Vectors.Add(change, -1, solve.Column(j));
            double relative = Vectors.Norm(change) * solve.ColumnUnit(j);
            squares += relative * relative;
        }

        return Math.Sqrt(squares);
    }
}
