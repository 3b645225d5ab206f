namespace MinpackNet.Fitting;

/// <summary>The noise of a model's values, from a difference table along a short line (Moré and Wild 2011).</summary>
/// <param name="Relative">The standard deviation of the noise divided by the size of the values.</param>
/// <param name="LooksSingle">Whether all values are single-precision numbers.</param>
internal sealed record NoiseLevel(double Relative, bool LooksSingle)
{
    /// <summary>The order of the differences.</summary>
    public const int Order = 6;

    /// <summary>The steps along the line, as shares of the parameters.</summary>
    public const double Spacing = 1e-5;

    // The sixth difference of noise with variance v has variance v binomial(12, 6).
    private static readonly double Amplification = Math.Sqrt(924);

    /// <summary>
    /// The noise around a point where the model's values are known; null when it cannot be estimated. Over 1e-5 of the
    /// parameters, sixth differences of smooth values are rounding; anything more is noise.
    /// </summary>
    public static NoiseLevel? Of(FitProblem problem, double[] free, double[] values)
    {
        if (problem.HasDerivatives)
        {
            return null;
        }

        double[][] table = Table(problem, free, values, Spacing);
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

    /// <summary>The model's values at a point and at six more along a line from there.</summary>
    public static double[][] Table(FitProblem problem, double[] free, double[] values, double spacing) =>
        [values, .. Enumerable.Range(1, Order).Select(t => problem.ValuesAt(Shifted(free, t * spacing)))];

    // Each parameter moves by a slightly different share, so that no product or quotient of them stays the same.
    private static double[] Shifted(double[] free, double share) =>
        [.. free.Select((value, k) => value + (share * (1 + (0.1 * k)) * (value == 0 ? 1 : value)))];
}
