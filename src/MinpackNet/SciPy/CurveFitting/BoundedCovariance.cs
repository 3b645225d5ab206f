using System.Runtime.InteropServices;

namespace MinpackNet;

/// <summary>The covariance of parameters as SciPy's curve_fit takes it from a result of least_squares.</summary>
/// <remarks>
/// (JᵀJ)⁻¹ of the Jacobian that the loss has scaled, without the directions whose singular values are zero within
/// rounding. Bounds play no part.
/// </remarks>
internal static class BoundedCovariance
{
    /// <returns>The covariance, all infinite where nothing tells the variance, and whether it has a meaning.</returns>
    public static (double[,] Covariance, bool IsEstimated) Of(OptimizeResult solve, bool absoluteSigma)
    {
        int m = solve.Fun.Length;
        int n = solve.X.Length;
        if (!absoluteSigma && m <= n)
        {
            double[,] unknown = new double[n, n];
            MemoryMarshal.CreateSpan(ref unknown[0, 0], n * n).Fill(double.PositiveInfinity);
            return (unknown, false);
        }

        QrFactor factor = new(m, n);
        factor.Reshape(m, n);
        for (int j = 0; j < n; j++)
        {
            Span<double> column = factor.Column(j);
            for (int i = 0; i < m; i++)
            {
                column[i] = solve.Jac[i, j];
            }

            column[m..].Clear();
        }

        factor.SetRightSide([]);
        factor.Factorize(threads: 1);
        SingularValues svd = new(n);
        svd.Decompose(factor);
        double[,] covariance = svd.InverseOfGram();
        double variance = absoluteSigma ? 1 : 2 * solve.Cost / (m - n);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                covariance[i, j] *= variance;
            }
        }

        return (covariance, svd.Smallest > svd.RankLimit);
    }
}
