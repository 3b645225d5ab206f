namespace MinpackNet;

/// <summary>The step to where the linear model of the free parameters is best, from where a solve has ended.</summary>
/// <param name="Share">The share of the cost that it promises to remove, from 0 to 1.</param>
/// <param name="Length">Its length over that of the parameters, in units of their effects.</param>
internal readonly record struct RemainingStep(double Share, double Length)
{
    private const double Negligible = 1e-6;

    // A root leaves nothing; what rounding leaves of large equations is more than of small ones.
    private const double Whole = 1 - 1e-6;

    /// <summary>Whether the end is a minimum.</summary>
    public bool IsNegligible => Share <= Negligible || Length <= Negligible;

    /// <summary>Whether all residuals vanish within such a step.</summary>
    public bool LeadsToRoot(double longest) => Share >= Whole && Length <= longest;

    /// <summary>The step for a dense Jacobian, and the inverse of its JᵀJ if it has full rank.</summary>
    /// <param name="solve">Where it ended.</param>
    /// <param name="columns">The free parameters.</param>
    public static (RemainingStep Step, double[,]? InverseOfGram) Exact(BoundedSolve solve, int[] columns)
    {
        int m = solve.Residuals.Length;
        QrFactor factor = solve.Factor;
        factor.Reshape(m, columns.Length);
        for (int k = 0; k < columns.Length; k++)
        {
            factor.SetColumn(k, solve.Column(columns[k]));
        }

        factor.SetRightSide(solve.Linearized);
        factor.Factorize(solve.Problem.FactorThreads);

        // The gradient has more digits than the rotated residuals where a loss makes these large.
        double[] gradient = [.. columns.Select(k => solve.Gradient[k])];
        double[] step = new double[columns.Length];
        if (columns.Length <= m && factor.IsFullRank(Defaults.MachineEpsilon * m))
        {
            double promised = factor.NormalStep(gradient, step);
            return (Of(solve, columns, step, promised), factor.InverseOfGram());
        }

        SingularValues svd = solve.SingularValues;
        svd.Decompose(factor);
        RemainingStep remaining = Of(solve, columns, step, svd.NormalStep(gradient, step));
        return (remaining, columns.Length <= m && svd.Smallest > svd.RankLimit ? svd.InverseOfGram() : null);
    }

    /// <summary>The step by LSMR, for a Jacobian that only multiplies.</summary>
    /// <param name="solve">Where it ended.</param>
    /// <param name="columns">The free parameters.</param>
    /// <param name="settings">When LSMR stops.</param>
    public static RemainingStep Of(BoundedSolve solve, int[] columns, LsmrSettings settings)
    {
        int n = solve.X.Length;
        double[] units = new double[n];
        foreach (int k in columns)
        {
            double norm = solve.Jacobian.ColumnNorm(k);
            units[k] = norm == 0 ? 0 : 1 / norm;
        }

        ScaledMap map = new(solve.Jacobian, units);
        double[] step = new double[n];
        new Lsmr(map.RowCount, n).Solve(map, solve.Linearized, settings, step, CancellationToken.None);
        Vectors.Multiply(units, step, step);
        double promised = 0.5 * Vectors.Dot(solve.Gradient, step);
        return Of(solve, columns, [.. columns.Select(k => step[k])], promised);
    }

    /// <param name="solve">Where it ended.</param>
    /// <param name="columns">The free parameters.</param>
    /// <param name="step">The step of these, of either sign.</param>
    /// <param name="promised">The reduction of the cost that the linear model promises.</param>
    private static RemainingStep Of(
        BoundedSolve solve, ReadOnlySpan<int> columns, ReadOnlySpan<double> step, double promised)
    {
        double length = 0;
        double size = 0;
        for (int k = 0; k < columns.Length; k++)
        {
            double unit = solve.Jacobian.ColumnNorm(columns[k]);
            length += unit * step[k] * (unit * step[k]);
            size += unit * solve.X[columns[k]] * (unit * solve.X[columns[k]]);
        }

        return new(solve.Cost > 0 ? promised / solve.Cost : 0, length == 0 ? 0 : Math.Sqrt(length / size));
    }
}
