using System.Globalization;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>What the comparison prints: lines that begin with "ratio", and remarks that begin with "#".</summary>
internal static class Report
{
    public static void Note(string text) => Console.WriteLine($"# {text}");

    public static void Ratio(string group, string name, double value, int digits = 2) =>
        Console.WriteLine($"ratio {group} {name} {value.ToString($"F{digits}", CultureInfo.InvariantCulture)}");

    /// <summary>How much faster ours is than theirs, and both times.</summary>
    public static void Speed(string group, string name, Contender ours, string theirName, Contender theirs)
    {
        Ratio(group, name, theirs.Seconds / ours.Seconds);
        Times(group, name, ours, theirName, theirs);
    }

    public static void Times(string group, string name, Contender ours, string theirName, Contender theirs) =>
        Note(string.Create(
            CultureInfo.InvariantCulture,
            $"{group} {name}: C# {ours.Seconds:G4} s, {theirName} {theirs.Seconds:G4} s"));

    /// <summary>Says on standard error that a result is not what it must be.</summary>
    /// <returns>False.</returns>
    public static bool Wrong(string group, string name, string what)
    {
        Console.Error.WriteLine($"error: {group} {name}: {what}");
        return false;
    }

    /// <summary>
    /// Whether two solutions are equally good: their sums of squares agree to the solvers' tolerances.
    /// </summary>
    public static bool AreEquallyGood(Workload of, ReadOnlySpan<double> ours, ReadOnlySpan<double> theirs)
    {
        double expected = SumOfSquares(of, theirs);
        return Math.Abs(SumOfSquares(of, ours) - expected) <= 1e-6 * (expected + 1e-6);
    }

    private static double SumOfSquares(Workload of, ReadOnlySpan<double> x)
    {
        double[] residuals = new double[of.ResidualCount];
        of.Model.Residuals(x, residuals);
        return residuals.Sum(r => r * r);
    }
}
