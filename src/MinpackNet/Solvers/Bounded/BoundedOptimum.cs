namespace MinpackNet;

/// <summary>What can be said about the point where a solve with bounds or a loss ended.</summary>
internal static class BoundedOptimum
{
    /// <summary>How much a linear step may still promise at a minimum, and how long it may be.</summary>
    private const double NegligibleShare = 1e-6;

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
        SingularValues svd = Decompose(solve, columns);
        double limit = Defaults.MachineEpsilon * Math.Max(solve.Residuals.Length, columns.Length) * svd.Largest;
        bool isFullRank = columns.Length <= solve.Residuals.Length && svd.Smallest > limit;
        double[] gradient = new double[n];
        foreach (int k in columns)
        {
            gradient[free.Indices[k]] = solve.Gradient[k];
        }

        double[,]? covariance = null;
        if (status > BoundedStatus.TooManyEvaluations && isFullRank)
        {
            covariance = Unknown(n);
            double[,] inverse = svd.InverseOfGram(limit);
            for (int i = 0; i < columns.Length; i++)
            {
                for (int j = 0; j < columns.Length; j++)
                {
                    covariance[free.Indices[columns[i]], free.Indices[columns[j]]] = inverse[i, j];
                }
            }
        }

        return new()
        {
            Summary = Summary(
                status,
                counts,
                status != BoundedStatus.ZeroDifferences
                    && !solve.LacksJacobian
                    && IsOptimal(solve, columns, svd, limit),
                solve.Cost),
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

    private static SingularValues Decompose(BoundedSolve solve, int[] columns)
    {
        SingularValues svd = new(solve.Residuals.Length, columns.Length, formsLeft: false);
        svd.Reshape(solve.Residuals.Length, columns.Length);
        for (int k = 0; k < columns.Length; k++)
        {
            solve.Column(columns[k]).CopyTo(svd.Column(k));
        }

        solve.Linearized.CopyTo(svd.RightSide);
        svd.Decompose();
        return svd;
    }

    private static bool IsOptimal(BoundedSolve solve, int[] columns, SingularValues svd, double limit)
    {
        double[] gradient = [.. columns.Select(k => solve.Gradient[k])];
        double[] coefficients = new double[columns.Length];
        double promised = 0;
        for (int k = 0; k < coefficients.Length; k++)
        {
            if (svd.Values[k] > limit)
            {
                // The gradient has more digits than the rotated residuals where a loss makes these large.
                double product = Vectors.Dot(svd.RightVector(k), gradient) / svd.Values[k];
                promised += 0.5 * product * product;
                coefficients[k] = product / svd.Values[k];
            }
        }

        if (promised <= NegligibleShare * solve.Cost)
        {
            return true;
        }

        double[] step = new double[columns.Length];
        svd.NegativeCombination(coefficients, step);
        double length = 0;
        double size = 0;
        for (int k = 0; k < columns.Length; k++)
        {
            double unit = Vectors.Norm(solve.Column(columns[k]));
            length += unit * step[k] * (unit * step[k]);
            size += unit * solve.X[columns[k]] * (unit * solve.X[columns[k]]);
        }

        return length <= NegligibleShare * NegligibleShare * size;
    }
}
