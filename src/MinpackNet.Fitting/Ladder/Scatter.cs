namespace MinpackNet.Fitting;

/// <summary>Start points around a given one, evenly spread and the same each time.</summary>
internal static class Scatter
{
    /// <summary>The number of points.</summary>
    public const int Count = 24;

    // Up to which point parameters are multiplied or divided by up to which factor.
    private static readonly (int Until, double Factor)[] Radii = [(4, 2), (8, 4), (16, 10), (Count, 100)];

    /// <summary>
    /// Point k: every parameter is multiplied by its own factor, which keeps signs and sensible orders of magnitude;
    /// one that starts at zero moves to either side. The factors follow the additive recurrence of the generalized
    /// golden ratio, which fills a cube of any dimension evenly.
    /// </summary>
    /// <param name="start">The given start.</param>
    /// <param name="k">From 1 to <see cref="Count"/>.</param>
    public static double[] Point(double[] start, int k)
    {
        double ratio = GoldenRatio(start.Length);
        double reach = Math.Log(Radii.First(radius => k <= radius.Until).Factor);
        double[] point = new double[start.Length];
        for (int j = 0; j < start.Length; j++)
        {
            double fraction = 0.5 + (k * Math.Pow(ratio, -(j + 1)));
            double factor = Math.Exp(reach * ((2 * (fraction - Math.Floor(fraction))) - 1));
            point[j] = start[j] == 0 ? Math.Log(factor) : start[j] * factor;
        }

        return point;
    }

    /// <summary>The positive root of g^(n+1) = g + 1, by fixed-point iteration, which contracts.</summary>
    private static double GoldenRatio(int dimension)
    {
        double ratio = 1.5;
        for (int k = 0; k < 60; k++)
        {
            ratio = Math.Pow(1 + ratio, 1.0 / (dimension + 1));
        }

        return ratio;
    }
}
