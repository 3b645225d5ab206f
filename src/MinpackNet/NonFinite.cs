using System.Numerics;
using System.Runtime.InteropServices;

namespace MinpackNet;

/// <summary>Finds NaN and infinity where <see cref="NonFinitePolicy.Throw"/> does not allow them.</summary>
internal static class NonFinite
{
    public static void RejectResiduals(
        ReadOnlySpan<double> parameters, ReadOnlySpan<double> residuals, bool forDifference)
    {
        int index = IndexIn(residuals);
        if (index >= 0)
        {
            throw Errors.NonFiniteResidual(residuals[index], index, parameters, forDifference);
        }
    }

    public static void RejectJacobian(ReadOnlySpan<double> parameters, JacobianMatrix jacobian)
    {
        for (int column = 0; column < jacobian.ColumnCount; column++)
        {
            int row = IndexIn(jacobian.Column(column));
            if (row >= 0)
            {
                throw Errors.NonFiniteDerivative(jacobian[row, column], row, column, parameters);
            }
        }
    }

    public static void RejectRow(int row, ReadOnlySpan<double> parameters, ReadOnlySpan<double> gradient)
    {
        int column = IndexIn(gradient);
        if (column >= 0)
        {
            throw Errors.NonFiniteDerivative(gradient[column], row, column, parameters);
        }
    }

    /// <summary>All bits set in the lanes whose numbers are all finite.</summary>
    public static Vector<long> FiniteLanes(ReadOnlySpan<Vector<double>> values)
    {
        Vector<long> finite = Vector<long>.AllBitsSet;
        foreach (Vector<double> value in values)
        {
            finite &= Vector.Equals(value - value, Vector<double>.Zero);
        }

        return finite;
    }

    /// <summary>The index of the first NaN or infinity, or -1.</summary>
    public static int IndexIn(ReadOnlySpan<double> values)
    {
        // x - x is zero for finite x and NaN otherwise, so one sum tells for the whole span.
        Vector<double> differences = Vector<double>.Zero;
        ReadOnlySpan<Vector<double>> blocks = MemoryMarshal.Cast<double, Vector<double>>(values);
        foreach (Vector<double> block in blocks)
        {
            differences += block - block;
        }

        int scanned = blocks.Length * Vector<double>.Count;
        int start = Vector.Sum(differences) == 0 ? scanned : 0;
        for (int i = start; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
