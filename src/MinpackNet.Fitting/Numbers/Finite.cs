using System.Numerics;
using System.Runtime.InteropServices;

namespace MinpackNet.Fitting;

/// <summary>Finds numbers that are not finite among many that are.</summary>
internal static class Finite
{
    /// <summary>The index of the first number that is NaN or infinite; -1 for none.</summary>
    public static int FirstOther(ReadOnlySpan<double> values)
    {
        // A finite number minus itself is zero; of anything else that is NaN.
        ReadOnlySpan<Vector<double>> vectors = MemoryMarshal.Cast<double, Vector<double>>(values);
        int finite = 0;
        while (finite < vectors.Length && Vector.EqualsAll(vectors[finite] - vectors[finite], Vector<double>.Zero))
        {
            finite++;
        }

        for (int i = finite * Vector<double>.Count; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                return i;
            }
        }

        return -1;
    }

    public static bool AreAll(ReadOnlySpan<double> values) => FirstOther(values) < 0;
}
