namespace MinpackNet;

/// <summary>Sums over vectors, from the first element to the last, so that every platform rounds alike.</summary>
internal static class Vectors
{
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    public static double Norm(ReadOnlySpan<double> a) => Math.Sqrt(Dot(a, a));

    public static double LargestMagnitude(ReadOnlySpan<double> a)
    {
        double most = 0;
        foreach (double value in a)
        {
            most = Math.Max(most, Math.Abs(value));
        }

        return most;
    }
}
