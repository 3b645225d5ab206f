namespace MinpackNet.Tests;

/// <summary>
/// The platform's mathematical functions, whose last bits no standard settles. A solve that evaluates them takes the
/// recorded path to the last bit only where they are those of the recording (glibc on x86-64).
/// </summary>
internal static class Libm
{
    private const ulong RecordedChecksum = 13614811066917678051;

    /// <summary>
    /// Whether exp, log, pow, sin, cos and atan give the recorded bits for some thousands of arguments.
    /// </summary>
    public static bool IsTheRecorded { get; } = Checksum() == RecordedChecksum;

    private static ulong Checksum()
    {
        ulong checksum = 14695981039346656037;
        for (int i = 1; i <= 4000; i++)
        {
            double x = i / 7.0;
            Add(Math.Exp(x - 300));
            Add(Math.Exp(-x / 64));
            Add(Math.Log(x));
            Add(Math.Pow(x, -0.37));
            Add(Math.Pow(x - 250, 3));
            Add(Math.Sin(x));
            Add(Math.Cos(x));
            Add(Math.Atan((x - 300) / 16));
        }

        return checksum;

        void Add(double value) => checksum = (checksum ^ BitConverter.DoubleToUInt64Bits(value)) * 1099511628211;
    }
}
