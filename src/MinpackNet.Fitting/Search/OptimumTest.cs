namespace MinpackNet.Fitting;

/// <summary>Tests locally whether a point is a minimum of the sum of squares.</summary>
internal static class OptimumTest
{
    // The largest gradient cosine at a minimum; 1e-7 of a standard error is left. A solver that can no longer reduce
    // the sum of squares in double precision is below 1e-8, the square root of the machine epsilon.
    private const double MostCosine = 1e-7;

    // The length, in standard errors, of the steps that test whether the sum of squares grows.
    private const double ProbeLength = 0.1;

    // Residuals below this share of the model are what rounding leaves of a perfect fit, which no other fit can beat.
    private const double PerfectShare = 1e-11;

    // The same of the variation of observations far from zero, but of these themselves no less than what rounding does.
    private const double PerfectShareOfVariation = 1e-6;
    private const double Roundings = 4;

    /// <summary>The sum of squares that rounding alone explains.</summary>
    public static double Floor(double modelSize) => PerfectShare * modelSize * PerfectShare * modelSize;

    /// <summary>The sum of squares that rounding of a model which meets the data alone explains.</summary>
    public static double Floor(FitProblem problem)
    {
        // Of the data's size, not the model's: at a wild end that may be huge.
        double size = problem.DataSize();
        double variation = problem.TotalSumOfSquares * PerfectShareOfVariation * PerfectShareOfVariation;
        double rounding = Roundings * Precision.MachineEpsilon * size;
        return variation > 0 ? Math.Max(Math.Min(Floor(size), variation), rounding * rounding) : Floor(size);
    }

    /// <summary>Whether residuals are rounding: not only their squares, which may underflow.</summary>
    public static bool IsPerfect(FitProblem problem, double[] point, double sum, double floor) =>
        sum <= floor
        && (sum > 0 || Norms.Of(problem.ResidualsAt(point))
            <= PerfectShare * problem.DataSize());

    /// <summary>The objection to the point being a minimum; null for none.</summary>
    public static string? Objection(FitProblem problem, FitOutcome outcome, Linearization? at)
    {
        (problem, outcome) = outcome.WithoutHeld(problem);
        if (at is null)
        {
            return "the model or its derivatives are not finite there";
        }

        if (!outcome.Converged)
        {
            return "the limit on evaluations was reached";
        }

        int[] flat = [.. Enumerable.Range(0, at.ParameterCount).Where(at.IsFlat)];
        if (flat.Length > 0)
        {
            string names = string.Join(", ", flat.Select(problem.NameOfFree));
            return $"on a plateau, where {names} {(flat.Length == 1 ? "has" : "have")} no effect";
        }

        if (!at.HasFullRank)
        {
            return $"the Jacobian is singular there, rank {at.Rank} of {at.ParameterCount}";
        }

        // Of the model's values, and of the parameters.
        double size = (10 * at.ModelSize)
            + outcome.Parameters.Zip(at.ColumnNorms, (value, norm) => Math.Abs(value) * norm).Sum();
        double rounding = Precision.MachineEpsilon * size / Math.Sqrt(at.SumOfSquares);
        double cosine = at.Cosines.Max();
        if (at.SumOfSquares > 0 && cosine > MostCosine + rounding)
        {
            return $"the gradient is not zero there, cosine {NumberText.Short(cosine)}";
        }

        return at.SumOfSquares > Floor(problem) && !GrowsAllAround(problem, outcome.Parameters, at)
            ? "the sum of squares does not grow in every direction there"
            : null;
    }

    /// <summary>
    /// Whether the sum of squares is larger a short step away in both directions along every singular vector of the
    /// Jacobian: a test of the true curvature, which a saddle point fails although JᵀJ is positive definite there.
    /// </summary>
    private static bool GrowsAllAround(FitProblem problem, double[] point, Linearization at)
    {
        double deviation = Math.Sqrt(at.SumOfSquares / Math.Max(problem.PointCount - at.ParameterCount, 1));
        double[] probe = new double[point.Length];
        for (int d = 0; d < at.ParameterCount; d++)
        {
            foreach (double sign in new[] { 1.0, -1 })
            {
                double length = sign * ProbeLength * deviation / at.SingularValues[d];
                for (int k = 0; k < probe.Length; k++)
                {
                    probe[k] = point[k] + (length * at.Directions[d, k] / at.ColumnNorms[k]);
                }

                double sum = problem.IsWithin(probe) ? problem.SumOfSquares(probe) : double.PositiveInfinity;
                if (!(sum > at.SumOfSquares))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
