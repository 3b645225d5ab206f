namespace MinpackNet.Tests.Problems;

/// <summary>
/// Cases of the equation driver in which components below 2^-64.5 or above 2^63.5 / n occur: Powell's singular system
/// near its root, and Chebyquad, Brown's and the variably dimensioned system from afar.
/// </summary>
internal static class ExtremeEquations
{
    /// <summary>
    /// Chebyquad with n = 7 from 100 times its start, where the values are 1e16: their last bits decide whether a path
    /// finds a root or nothing.
    /// </summary>
    public const int Chaotic = 27;

    private static readonly int[] Cases = [4, 5, 6, 21, 24, 26, 27, 32, 49];

    /// <summary>
    /// Whether the recorded bits of a case are to be expected. CMinpack's norm adds the squares of such components to
    /// the others', that of the recordings and of the bundled core sums them apart, and the last bits differ.
    /// </summary>
    public static bool KeepTheBitsOf(int number) => Provider.IsBundled || !Cases.Contains(number);
}
