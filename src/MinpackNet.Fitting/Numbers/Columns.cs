using System.Numerics;

namespace MinpackNet.Fitting;

/// <summary>Numbers as people have them.</summary>
internal static class Columns
{
    /// <summary>Numbers of any type as an array of our own.</summary>
    public static double[] Of<T>(IEnumerable<T> values)
        where T : INumberBase<T> => [.. values.Select(double.CreateChecked)];
}
