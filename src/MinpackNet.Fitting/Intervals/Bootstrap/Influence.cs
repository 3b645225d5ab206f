namespace MinpackNet.Fitting;

/// <summary>
/// What a change of each observation does to the estimates, to first order: (JᵀJ)⁻¹ Jᵀ with the whitened Jacobian J,
/// n by m.
/// </summary>
internal sealed class Influence
{
    private readonly double[][] _rows;

    /// <param name="problem">The fit, without parameters that bounds hold back.</param>
    /// <param name="free">Where it ended, at full rank.</param>
    /// <param name="inverse">The inverse of JᵀJ.</param>
    public Influence(FitProblem problem, double[] free, double[,] inverse)
    {
        (int m, int n) = (problem.PointCount, free.Length);
        double[] jacobian = new double[checked(m * n)];
        problem.Differentiate(free, jacobian);
        _rows = [.. Enumerable.Range(0, n).Select(_ => new double[m])];
        Leverages = new double[m];
        for (int k = 0; k < n; k++)
        {
            for (int l = 0; l < n; l++)
            {
                for (int i = 0; i < m; i++)
                {
                    _rows[k][i] += inverse[k, l] * jacobian[(l * m) + i];
                }
            }

            for (int i = 0; i < m; i++)
            {
                Leverages[i] += _rows[k][i] * jacobian[(k * m) + i];
            }
        }
    }

    /// <summary>
    /// By how much each fitted value follows its own observation, from 0 to 1: the diagonal of J (JᵀJ)⁻¹ Jᵀ.
    /// </summary>
    public double[] Leverages { get; }

    /// <summary>What a change of each observation does to a quantity.</summary>
    /// <param name="gradient">The derivatives of the quantity by the free parameters.</param>
    public double[] On(double[] gradient)
    {
        double[] sum = new double[Leverages.Length];
        for (int k = 0; k < gradient.Length; k++)
        {
            for (int i = 0; i < sum.Length && gradient[k] != 0; i++)
            {
                sum[i] += gradient[k] * _rows[k][i];
            }
        }

        return sum;
    }
}
