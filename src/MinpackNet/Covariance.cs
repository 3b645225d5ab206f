using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>Covariances from the factorised Jacobian that a solve leaves behind.</summary>
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
                if (column[j] == 0)
                {
                    return null;
                }

                new ReadOnlySpan<double>(column, j + 1).CopyTo(new(r + ((nint)j * n), j + 1));
            }

            NativeMethods.mn_covar(n, r, n, workspace.Ipvt, tol: 0, wa);
        }

        return covariance;
    }
}
