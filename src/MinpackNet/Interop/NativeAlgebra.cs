using System.Runtime.InteropServices;

namespace MinpackNet.Interop;

/// <summary>The core's small operations outside a solve, on spans, for the rooms that see no pointers.</summary>
internal static unsafe class NativeAlgebra
{
    private const int ChooseNeighbor = 1;
    private const int CompareWithNeighbor = 2;

    /// <summary>MINPACK's Euclidean norm, which neither overflows nor underflows on the way.</summary>
    public static double Norm(ReadOnlySpan<double> values)
    {
        fixed (double* first = values)
        {
            return NativeMethods.mn_enorm(values.Length, first);
        }
    }

    /// <summary>
    /// The inverse of JᵀJ, n by n, from the factorized Jacobian that a least-squares solve leaves behind; null when an
    /// element of R's diagonal is exactly zero, which is SciPy's test.
    /// </summary>
    public static double[,]? UnscaledCovariance(SolverMemory solved)
    {
        int n = solved.ParameterCount;
        double[,] covariance = new double[n, n];
        JacobianMatrix factor = new(ref covariance[0, 0], n, n);
        for (int j = 0; j < n; j++)
        {
            solved.FactorColumn(j)[..(j + 1)].CopyTo(factor.Column(j));
        }

        return TryInvert(factor, solved.Pivots, new double[n]) ? covariance : null;
    }

    /// <summary>Turns R, in the upper triangle, into the inverse of JᵀJ.</summary>
    /// <param name="factor">n columns; the inverse comes out in the upper n by n part.</param>
    /// <param name="pivots">n values, 1-based.</param>
    /// <param name="work">n values.</param>
    /// <returns>False, and nothing changed, when an element of R's diagonal is exactly zero.</returns>
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

    /// <summary>A P = Q R, as the solvers factorize.</summary>
    /// <param name="matrix">A, at least as many rows as columns; R comes out in its upper triangle.</param>
    /// <param name="pivots">Receives n values, 1-based.</param>
    /// <param name="rightSide">b, a value for each row; Qᵀb comes out in its first n elements.</param>
    /// <param name="work">4 n values.</param>
    /// <param name="tasks">Where large matrices are worked on by several threads; null for one.</param>
    public static void Factorize(
        JacobianMatrix matrix, Span<int> pivots, Span<double> rightSide, Span<double> work, NativeTasks? tasks)
    {
        int n = matrix.ColumnCount;
        GCHandle handle = tasks is null ? default : GCHandle.Alloc(tasks);
        MnTuning tuning = new()
        {
            ParallelFor = tasks is null ? null : &Trampolines.ParallelForAlone,
            Host = (void*)(handle.IsAllocated ? GCHandle.ToIntPtr(handle) : 0),
            Threads = tasks?.Degree ?? 1,
        };
        fixed (double* a = &matrix[0, 0], rhs = rightSide, wa = work)
        fixed (int* ipvt = pivots)
        {
            NativeMethods.mn_qr(
                matrix.RowCount, n, a, matrix.RowCount, ipvt, rhs, wa, wa + n, wa + (2 * n), wa + (3 * n), &tuning);
        }

        if (handle.IsAllocated)
        {
            handle.Free();
        }
    }

    /// <summary>The point near <paramref name="x"/> at which a derivative check evaluates once more.</summary>
    public static double[] Neighbor(ReadOnlySpan<double> x)
    {
        double[] neighbor = new double[x.Length];
        fixed (double* here = x, there = neighbor)
        {
            NativeMethods.mn_chkder(0, x.Length, here, null, null, 0, there, null, ChooseNeighbor, null);
        }

        return neighbor;
    }

    /// <summary>How far each residual's gradient is from its change over the step to the neighbor.</summary>
    /// <param name="x">The point, n values.</param>
    /// <param name="residuals">There, m values.</param>
    /// <param name="jacobian">There, column by column.</param>
    /// <param name="neighbor">From <see cref="Neighbor"/>.</param>
    /// <param name="residualsThere">At the neighbor.</param>
    /// <returns>m relative discrepancies.</returns>
    public static double[] GradientDiscrepancies(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> residuals,
        ReadOnlySpan<double> jacobian,
        ReadOnlySpan<double> neighbor,
        ReadOnlySpan<double> residualsThere)
    {
        int m = residuals.Length;
        double[] discrepancies = new double[m];
        fixed (double* px = x, pf = residuals, pj = jacobian, pxp = neighbor, pfp = residualsThere, pe = discrepancies)
        {
            NativeMethods.mn_chkder(m, x.Length, px, pf, pj, m, pxp, pfp, CompareWithNeighbor, pe);
        }

        return discrepancies;
    }
}
