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
    public static BoundedOutcome Outcome(
        BoundedSolve solve,
        BoundedStatus status,
        FreeParameters free,
        double[] x,
        BoundState[] states,
        (int Residuals, int Jacobians) counts)
    {
        int n = x.Length;
        int[] columns = [.. Enumerable.Range(0, free.Count).Where(k => states[free.Indices[k]] == BoundState.Free)];
        double[] gradient = new double[n];
        double[] freeGradient = new double[columns.Length];
        for (int k = 0; k < columns.Length; k++)
        {
            freeGradient[k] = gradient[free.Indices[columns[k]]] = solve.Gradient[columns[k]];
        }

        QrFactor factor = Factorize(solve, columns);
        bool isOverdetermined = columns.Length <= solve.Residuals.Length;
        SingularValues? svd = null;
        if (!isOverdetermined || !factor.IsFullRank(Defaults.MachineEpsilon * solve.Residuals.Length))
        {
            svd = solve.SingularValues;
            svd.Decompose(factor);
        }

        double[] freeStep = new double[columns.Length];
        double promised = svd?.NormalStep(freeGradient, freeStep) ?? factor.NormalStep(freeGradient, freeStep);
        RemainingStep step = RemainingStep.Of(solve, columns, freeStep, promised);

        double[,]? covariance = null;
        if (status > BoundedStatus.TooManyEvaluations
            && isOverdetermined && (svd is null || svd.Smallest > svd.RankLimit))
        {
            covariance = Unknown(n);
            double[,] inverse = svd?.InverseOfGram() ?? factor.InverseOfGram();
            for (int i = 0; i < columns.Length; i++)
            {
                for (int j = 0; j < columns.Length; j++)
                {
                    covariance[free.Indices[columns[i]], free.Indices[columns[j]]] = inverse[i, j];
                }
            }
        }

        bool isKnown = status != BoundedStatus.ZeroDifferences && !solve.LacksJacobian;
        return new()
        {
            Summary = Summary(status, counts, isKnown && step.IsNegligible, solve.Cost),
            Remaining = isKnown ? step : null,
            Parameters = x,
            Residuals = [.. solve.Residuals],
            Cost = solve.Cost,
            ProjectedGradient = gradient,
            States = states,
            UnscaledCovariance = covariance,
        };
    }

    public static LeastSquaresSummary Summary(
        BoundedStatus status, (int Residuals, int Jacobians) counts, bool isOptimal, double cost) =>
        new(
            status switch
            {
                BoundedStatus.Stopped => LeastSquaresStatus.Stopped,
                BoundedStatus.Cancelled => LeastSquaresStatus.Cancelled,
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
            IsNotFinite = !double.IsFinite(cost),
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

    private static QrFactor Factorize(BoundedSolve solve, ReadOnlySpan<int> columns)
    {
        QrFactor factor = solve.Factor;
        factor.Reshape(solve.Residuals.Length, columns.Length);
        for (int k = 0; k < columns.Length; k++)
        {
            factor.SetColumn(k, solve.Column(columns[k]));
        }

        factor.SetRightSide(solve.Linearized);
        factor.Factorize();
        return factor;
    }
}
