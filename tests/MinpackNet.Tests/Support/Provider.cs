using System.Globalization;

namespace MinpackNet.Tests;

/// <summary>What solves underneath: the bundled core, or an installed CMinpack.</summary>
internal static class Provider
{
    /// <summary>
    /// Where components below 2^-64.5 occur. The norm of CMinpack's set of constants adds their squares to the others',
    /// that of the set we ship sums them apart, and the last bits differ.
    /// </summary>
    private static readonly int[] DriverCasesWithTinyComponents = [4, 13, 14, 15, 49];

    /// <summary>Whether the bundled core is underneath, with the machine constants of the recordings.</summary>
    public static bool IsBundled { get; } =
        MinpackLibrary.Description.StartsWith("bundled", StringComparison.Ordinal);

    /// <summary>Whether the recorded bits of a driver's case are to be expected.</summary>
    public static bool KeepsTheBitsOf(int driverCase) =>
        IsBundled || !DriverCasesWithTinyComponents.Contains(driverCase);

    /// <summary>Whether the recorded bits of a run of SciPy's are to be expected.</summary>
    public static bool KeepsTheBitsOf(string label)
    {
        string[] words = label.Split(' ');
        return words[0] == "case"
            ? KeepsTheBitsOf(int.Parse(words[1], CultureInfo.InvariantCulture))
            : IsBundled || !(label.StartsWith("BoxBOD from 1", StringComparison.Ordinal) && words[^1] == "Jacobian");
    }

    /// <summary>
    /// A value that the bundled core tells an observer; CMinpack does not tell it, and NaN stands in its place.
    /// </summary>
    public static void AssertTold(Action<double> assertion, double value)
    {
        if (IsBundled)
        {
            assertion(value);
        }
        else
        {
            Assert.True(double.IsNaN(value));
        }
    }
}
