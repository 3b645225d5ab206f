namespace MinpackNet.Fitting;

/// <summary>The limits of double precision.</summary>
internal static class Precision
{
    /// <summary>The distance from 1 to the next number, 2^-52.</summary>
    public const double MachineEpsilon = 1.0 / (1L << 52);

    /// <summary>The smallest number with all its digits, 2^-1022.</summary>
    public const double SmallestNormal = 2.2250738585072014e-308;
}
