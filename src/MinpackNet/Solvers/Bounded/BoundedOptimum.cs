namespace MinpackNet;

/// <summary>What can be said about the point where a solve with bounds or a loss ended.</summary>
internal static class BoundedOptimum
{
    /// <param name="solve">Of the free parameters.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="free">Those that were free.</param>
    /// <param name="x">All parameters.</param>
    /// <param name="states">Of all; some of those that were free may be at bounds now.</param>
    /// <param name="counts">Of all evaluations.</param>
    /// <param name="isSettled">Whether the gradient pushes all others against their bounds.</param>
    public static BoundedOutcome Outcome(
        BoundedSolve solve,
        BoundedStatus status,
        FreeParameters free,
        double[] x,
        BoundState[] states,
        (int Residuals, int Jacobians) counts,
        bool isSettled)
    {
        int[] columns = free.StillFree(states);
        double[] gradient = new double[x.Length];
        foreach (int k in columns)
        {
            gradient[free.Indices[k]] = solve.Gradient[k];
        }

        (RemainingStep step, double[,]? inverse) = solve.Problem.Lsmr is { } settings
            ? (RemainingStep.Of(solve, columns, settings), null)
            : RemainingStep.Exact(solve, columns, ref counts.Residuals);
        bool isKnown = status != BoundedStatus.ZeroDifferences
            && !solve.LacksJacobian
            && double.IsFinite(solve.Cost)
            && NonFinite.AreFinite(solve.Gradient);
        // Squares too small for a number. A loss alone rounds to zero sooner, where residuals are nothing to its scale.
        bool isLost = solve.Cost == 0
            && Vectors.Dot(solve.Residuals, solve.Residuals) == 0
            && !EndOfSolve.AreZero(solve.Residuals);
        bool mayBeOptimal = isKnown && isSettled && (step.IsNegligible || status > BoundedStatus.TooManyEvaluations);
        double[]? lower =
            mayBeOptimal && !step.IsNegligible ? step.LowerPoint(solve, columns, ref counts.Residuals) : null;
        bool isContradicted = mayBeOptimal
            && !step.IsNegligible
            && lower is null
            && solve.Problem.HasJacobian
            && RemainingStep.IsContradicted(solve, columns, ref counts.Residuals);
        bool isOptimal = mayBeOptimal && lower is null && !isContradicted;
        return new()
        {
            Summary = Summary(status, counts, isOptimal && !isLost, solve.Cost, isLost) with
            {
                IsContradicted = isContradicted,
            },
            Remaining = isKnown ? step : null,
            LowerPoint = lower is null ? null : free.Expand(lower),
            Parameters = x,
            Residuals = [.. solve.Residuals],
            Cost = solve.Cost,
            ProjectedGradient = gradient,
            States = states,
            UnscaledCovariance = status > BoundedStatus.TooManyEvaluations && inverse is not null
                ? Spread(inverse, Array.ConvertAll(columns, k => free.Indices[k]), x.Length)
                : null,
        };
    }

    public static LeastSquaresSummary Summary(
        BoundedStatus status,
        (int Residuals, int Jacobians) counts,
        bool isOptimal,
        double cost,
        bool isLost = false) =>
        new(
            status switch
            {
                BoundedStatus.Stopped => LeastSquaresStatus.Stopped,
                BoundedStatus.Canceled => LeastSquaresStatus.Canceled,
                BoundedStatus.SmallGradient or BoundedStatus.ZeroDifferences => LeastSquaresStatus.SmallGradient,
                BoundedStatus.SmallReduction => LeastSquaresStatus.SmallReduction,
                BoundedStatus.SmallStep => LeastSquaresStatus.SmallStep,
                BoundedStatus.SmallReductionAndStep => LeastSquaresStatus.SmallReductionAndStep,
                _ => LeastSquaresStatus.TooManyEvaluations,
            },
            counts.Residuals,
            counts.Jacobians)
        {
            IsOptimal = isOptimal,
            IsNotFinite = !double.IsFinite(cost) || isLost,
            HasZeroDifferences = status == BoundedStatus.ZeroDifferences,
        };

    /// <summary>A matrix of NaN.</summary>
    public static double[,] Unknown(int size)
    {
        double[,] matrix = new double[size, size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                matrix[i, j] = double.NaN;
            }
        }

        return matrix;
    }

    /// <summary>A matrix of some parameters as one of all, with NaN for the others.</summary>
    private static double[,] Spread(double[,] matrix, int[] indices, int size)
    {
        if (indices.Length == size)
        {
            return matrix;
        }

        double[,] spread = Unknown(size);
        for (int i = 0; i < indices.Length; i++)
        {
            for (int j = 0; j < indices.Length; j++)
            {
                spread[indices[i], indices[j]] = matrix[i, j];
            }
        }

        return spread;
    }
}
