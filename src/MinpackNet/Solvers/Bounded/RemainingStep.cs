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

    /// <param name="solve">Where it ended.</param>
    /// <param name="columns">The free parameters.</param>
    /// <param name="step">The step of these.</param>
    /// <param name="promised">The reduction of the cost that the linear model promises.</param>
    public static RemainingStep Of(
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
