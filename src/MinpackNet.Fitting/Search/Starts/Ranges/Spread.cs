namespace MinpackNet.Fitting;

/// <summary>Where numbers lie, and how close neighbors are.</summary>
/// <param name="Low">The lowest.</param>
/// <param name="High">The highest.</param>
/// <param name="Step">The median distance of neighbors that differ; the size of the only one.</param>
internal readonly record struct Spread(double Low, double High, double Step)
{
    public double Width => High > Low ? High - Low : Step;

    public bool Varies => High > Low;

    public static Spread Of(double[] values)
    {
        double[] sorted = [.. values.Where(double.IsFinite).Distinct().Order()];
        if (sorted.Length < 2)
        {
            double only = sorted.Length == 1 ? sorted[0] : 0;
            return new(only, only, only == 0 ? 1 : Math.Abs(only));
        }

        double[] steps = [.. sorted.Skip(1).Zip(sorted, (next, value) => next - value).Order()];
        return new(sorted[0], sorted[^1], steps[steps.Length / 2]);
    }
}
