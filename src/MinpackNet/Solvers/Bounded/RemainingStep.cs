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
    /// <param name="svd">Of their columns.</param>
    public static RemainingStep Of(BoundedSolve solve, int[] columns, SingularValues svd)
    {
        double[] gradient = [.. columns.Select(k => solve.Gradient[k])];
        double[] coefficients = new double[columns.Length];
        double promised = 0;
        for (int k = 0; k < coefficients.Length; k++)
        {
            if (svd.Values[k] > svd.RankLimit)
            {
                // The gradient has more digits than the rotated residuals where a loss makes these large.
                double product = Vectors.Dot(svd.RightVector(k), gradient) / svd.Values[k];
                promised += 0.5 * product * product;
                coefficients[k] = product / svd.Values[k];
            }
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

        return new(
            solve.Cost > 0 ? promised / solve.Cost : 0, length == 0 ? 0 : Math.Sqrt(length / size));
    }
}
