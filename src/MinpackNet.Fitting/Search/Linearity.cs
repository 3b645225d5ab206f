namespace MinpackNet.Fitting;

/// <summary>Tests whether a model is linear in its parameters, so that it has a single minimum.</summary>
internal static class Linearity
{
    // The rounding of three values of the model and of the point between two others.
    public const double Rounding = 1e-12;
    private const int Pairs = 24;

    /// <summary>
    /// Whether the model's value halfway from a point to another is the mean of both values, for points near and far
    /// in the directions of all parameters together.
    /// </summary>
    /// <param name="problem">The fit.</param>
    /// <param name="point">A point where every parameter has an effect.</param>
    /// <param name="space">Where the others are taken from.</param>
    public static bool Holds(FitProblem problem, double[] point, IStartSpace space)
    {
        double[] here = problem.ValuesAt(point);
        int compared = 0;
        for (int k = 0; k < Pairs; k++)
        {
            double[] sample = space.Point(0, k);
            // Half of the others are at most as far away as the parameters are large.
            double share = k % 2 == 0 ? 1 : 0.5 / (1 + Ratio(point, sample));
            double[] there = [.. point.Zip(sample, (p, q) => p + (share * (q - p)))];
            (double bend, double size) = Bend(problem, point, here, there);
            if (!double.IsFinite(bend) || bend > Rounding * size)
            {
                return false;
            }

            compared += double.IsFinite(size) ? 1 : 0;
        }

        return compared == Pairs;
    }

    /// <summary>
    /// How far the model's values halfway between two points are from the mean of both, and the size of these.
    /// </summary>
    /// <param name="problem">The fit.</param>
    /// <param name="point">A point.</param>
    /// <param name="here">The values there.</param>
    /// <param name="other">Another point.</param>
    public static (double Bend, double Size) Bend(FitProblem problem, double[] point, double[] here, double[] other)
    {
        double[] there = problem.ValuesAt(other);
        double[] between = problem.ValuesAt([.. point.Zip(other, (p, q) => p + (0.5 * (q - p)))]);
        double[] bend = [.. between.Select((value, i) => value - (0.5 * (here[i] + there[i])))];
        return (Norms.Of(bend), Norms.Of(here) + Norms.Of(there));
    }

    private static double Ratio(double[] point, double[] sample) =>
        point.Zip(sample, (p, q) => p == 0 ? 1 : Math.Abs(q / p)).Max();
}
