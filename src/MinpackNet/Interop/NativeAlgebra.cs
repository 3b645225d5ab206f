namespace MinpackNet.Interop;

/// <summary>Small kernels of the core, over spans.</summary>
internal static unsafe class NativeAlgebra
{
    /// <summary>The Euclidean norm, safe from overflow and harmful underflow.</summary>
    public static double Norm(ReadOnlySpan<double> values)
    {
        fixed (double* first = values)
        {
            return NativeMethods.mn_enorm(values.Length, first);
        }
    }

    /// <summary>Turns R of J P = Q R into the inverse of JᵀJ.</summary>
    /// <param name="factor">R in the upper triangle; the inverse comes out in the upper n by n part.</param>
    /// <param name="pivots">P, n values, 1-based.</param>
    /// <param name="work">n values.</param>
    /// <returns>False, and nothing changed, when an element of R's diagonal is exactly zero: SciPy's test.</returns>
    public static bool TryInvert(JacobianMatrix factor, ReadOnlySpan<int> pivots, Span<double> work)
    {
        int n = factor.ColumnCount;
        for (int j = 0; j < n; j++)
        {
            if (factor[j, j] == 0)
            {
                return false;
            }
        }

        fixed (double* r = &factor[0, 0], wa = work)
        fixed (int* ipvt = pivots)
        {
            NativeMethods.mn_covar(n, r, factor.RowCount, ipvt, tol: 0, wa);
        }

        return true;
    }
}
