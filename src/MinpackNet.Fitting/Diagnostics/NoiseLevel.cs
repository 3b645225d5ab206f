namespace MinpackNet.Fitting;

/// <summary>The noise of a model's values, from a difference table along a short line (Moré and Wild 2011).</summary>
/// <param name="Relative">The standard deviation of the noise divided by the size of the values.</param>
/// <param name="LooksSingle">Whether all values are single-precision numbers.</param>
internal sealed record NoiseLevel(double Relative, bool LooksSingle)
{
    // The order of the differences.
    private const int Order = 6;

    // The steps along the line, as shares of the scales on which the model bends.
    private const double Spacing = 1e-5;

    // The sixth difference of noise with variance v has variance v binomial(12, 6).
    private static readonly double Amplification = Math.Sqrt(924);

    /// <summary>
    /// The noise around a point where the model's values are known; null when it cannot be estimated. Over 1e-5 of the
    /// scales of the parameters, sixth differences of smooth values are rounding; anything more is noise.
    /// </summary>
    public static NoiseLevel? Of(FitProblem problem, double[] free, double[] values, double[] scales)
    {
        double[][] table =
        [
            values,
            .. problem.Along(free, Step(problem, free, scales), Order).Select(point => problem.ValuesAt(point)),
        ];
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

    // Each parameter moves by a slightly different share, so that no product or quotient of them stays the same.
    private static double[] Step(FitProblem problem, double[] free, double[] scales) =>
        [.. free.Select((value, k) => Spacing * (1 + (0.1 * k)) * Signed(scales[problem.Free[k]], value))];

    private static double Signed(double scale, double value) => value < 0 ? -scale : scale;
}
