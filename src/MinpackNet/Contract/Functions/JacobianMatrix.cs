using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MinpackNet;

/// <summary>The dense matrix that a <see cref="JacobianFunction"/> fills. Valid only during the call.</summary>
/// <remarks>
/// The elements are stored column by column, as MINPACK expects them, so column by column is the fastest order to fill
/// them.
/// </remarks>
public readonly ref struct JacobianMatrix
{
    private readonly ref double _first;

    internal JacobianMatrix(ref double first, int rowCount, int columnCount)
    {
        _first = ref first;
        RowCount = rowCount;
        ColumnCount = columnCount;
    }

    /// <summary>The number of residuals, m.</summary>
    public int RowCount { get; }

    /// <summary>The number of parameters, n.</summary>
    public int ColumnCount { get; }

    /// <summary>
    /// The derivative of residual <paramref name="row"/> with respect to parameter <paramref name="column"/>.
    /// </summary>
    /// <param name="row">From 0 to <see cref="RowCount"/> - 1.</param>
    /// <param name="column">From 0 to <see cref="ColumnCount"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the matrix.</exception>
    public ref double this[int row, int column]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)row >= (uint)RowCount || (uint)column >= (uint)ColumnCount)
            {
                throw Errors.JacobianIndex(row, column, RowCount, ColumnCount);
            }

            return ref Unsafe.Add(ref _first, ((nint)column * RowCount) + row);
        }
    }

    /// <summary>The derivatives of all m residuals with respect to parameter <paramref name="column"/>.</summary>
    /// <param name="column">From 0 to <see cref="ColumnCount"/> - 1.</param>
    /// <returns>m values, to be read and written.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the matrix.</exception>
    public Span<double> Column(int column)
    {
        if ((uint)column >= (uint)ColumnCount)
        {
            throw Errors.JacobianIndex(0, column, RowCount, ColumnCount);
        }

        return MemoryMarshal.CreateSpan(ref Unsafe.Add(ref _first, (nint)column * RowCount), RowCount);
    }
}
