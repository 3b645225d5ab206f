namespace MinpackNet.Tests.SciPy;

/// <summary>
/// How far two computations of (P Rᵀ R Pᵀ)⁻¹ through R⁻¹ may differ, element by element: both have |ΔR⁻¹| at most c n u
/// |R⁻¹| |R| |R⁻¹| (Higham, Accuracy and Stability of Numerical Algorithms, section 14.2), whatever the order of sums.
/// </summary>
internal static class CovarianceBound
{
    /// <summary>Twice the unit roundoff u = 2^-53, for there are two computations; c is taken as 1.</summary>
    private const double Epsilon = 1.0 / (1L << 52);

    /// <param name="triangle">The rows of R from the diagonal on.</param>
    /// <param name="pivots">Column j of R belongs to parameter <c>pivots[j]</c>.</param>
    public static double[,] Of(double[][] triangle, int[] pivots)
    {
        int n = triangle.Length;
        double[,] inverse = Inverse(triangle);
        double[,] error = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = i; j < n; j++)
            {
                // (|R⁻¹| |R| |R⁻¹|)(i, j)
                for (int k = i; k <= j; k++)
                {
                    for (int l = k; l <= j; l++)
                    {
                        error[i, j] += Math.Abs(inverse[i, k] * triangle[k][l - k] * inverse[l, j]);
                    }
                }
            }
        }

        double[,] bound = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                double sum = 0;
                for (int k = 0; k < n; k++)
                {
                    sum += (error[i, k] * Math.Abs(inverse[j, k])) + (Math.Abs(inverse[i, k]) * error[j, k]);
                }

                bound[pivots[i], pivots[j]] = n * Epsilon * sum;
            }
        }

        return bound;
    }

    private static double[,] Inverse(double[][] triangle)
    {
        int n = triangle.Length;
        double[,] inverse = new double[n, n];
        for (int j = 0; j < n; j++)
        {
            inverse[j, j] = 1 / triangle[j][0];
            for (int i = j - 1; i >= 0; i--)
            {
                double sum = 0;
                for (int k = i + 1; k <= j; k++)
                {
                    sum += triangle[i][k - i] * inverse[k, j];
                }

                inverse[i, j] = -sum / triangle[i][0];
            }
        }

        return inverse;
    }
}
