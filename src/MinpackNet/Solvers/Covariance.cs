using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>Covariances from the factorized Jacobian that a solve leaves behind.</summary>
internal static unsafe class Covariance
{
    /// <summary>
    /// The inverse of JᵀJ, n by n; null when an element of R's diagonal is exactly zero, which is SciPy's test.
    /// </summary>
    public static double[,]? Unscaled(LeastSquaresWorkspace workspace)
    {
        int n = workspace.ParameterCount;
        double[,] covariance = new double[n, n];
        double[] work = new double[n];
        fixed (double* r = covariance, wa = work)
        {
            for (int j = 0; j < n; j++)
            {
                double* column = workspace.Fjac + ((nint)j * workspace.FactorRows);
                new ReadOnlySpan<double>(column, j + 1).CopyTo(new(r + ((nint)j * n), j + 1));
            }

            return Invert(r, n, n, workspace.Ipvt, wa) ? covariance : null;
        }
    }

    /// <summary>Turns R, in the upper triangle, into the inverse of JᵀJ.</summary>
    /// <returns>False, and nothing changed, when an element of R's diagonal is exactly zero.</returns>
    public static bool Invert(double* r, int rows, int n, int* pivots, double* work)
    {
        for (int j = 0; j < n; j++)
        {
            if (r[((nint)j * rows) + j] == 0)
            {
                return false;
            }
        }

        NativeMethods.mn_covar(n, r, rows, pivots, tol: 0, work);
        return true;
    }
}
