namespace MinpackNet.Fitting.Diagnostics;

/// <summary>The noise of a model's values, from a difference table along a short line (Moré and Wild 2011).</summary>
/// <param name="Relative">The standard deviation of the noise over the size of the values.</param>
/// <param name="LooksSingle">Whether all values are single-precision numbers.</param>
internal sealed record NoiseLevel(double Relative, bool LooksSingle)
{
    private const int Order = 6;
    private const double Spacing = 1e-5;

    // The sixth difference of noise of variance v has the variance v binomial(12, 6).
    private static readonly double Amplification = Math.Sqrt(924);

    /// <summary>
    /// The sixth differences of values that vary smoothly over 1e-5 of the parameters are rounding, and what is more is
    /// noise.
    /// </summary>
    public static NoiseLevel? Of(FitProblem problem, double[] free)
    {
        if (problem.HasDerivatives)
        {
            return null;
        }

        double[][] table = [.. Enumerable.Range(0, Order + 1).Select(t => problem.ValuesAt(Shifted(free, t)))];
        bool finite = table.All(row => Array.TrueForAll(row, double.IsFinite));
        double size = Math.Sqrt(table[0].Sum(value => value * value));
        if (!finite || size == 0)
        {
            return null;
        }

        bool single = table.All(row => Array.TrueForAll(row, value => value == (float)value));
        for (int order = 0; order < Order; order++)
        {
            table = [.. table.Zip(table.Skip(1), (a, b) => b.Zip(a, (later, earlier) => later - earlier).ToArray())];
        }

        return new(Math.Sqrt(table[0].Sum(difference => difference * difference)) / size / Amplification, single);
    }

    // Each parameter goes its own way a little differently, so that no product of them stays the same.
    private static double[] Shifted(double[] free, int t) =>
        [.. free.Select((value, k) => value + (t * Spacing * (1 + (0.1 * k)) * (value == 0 ? 1 : value)))];
}
