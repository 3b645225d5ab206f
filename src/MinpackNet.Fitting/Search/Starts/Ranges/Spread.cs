namespace MinpackNet.Fitting;

/// <summary>Where numbers lie, and how close neighbors are.</summary>
/// <param name="Low">The lowest.</param>
/// <param name="High">The highest.</param>
/// <param name="Step">The median distance of neighbors that differ; the size of the only one.</param>
/// <param name="Fine">
/// That of the closest tenth of them, but no less than a quarter of what it is on an even grid.
/// </param>
internal readonly record struct Spread(double Low, double High, double Step, double Fine)
{
    private const int ClosestPart = 10;
    private const double LeastFine = 0.25;

    public double Width => High > Low ? High - Low : Step;

    public bool Varies => High > Low;

    public static Spread Of(double[] values)
    {
        double[] sorted = [.. values.Where(double.IsFinite).Distinct().Order()];
        if (sorted.Length < 2)
        {
            double only = sorted.Length == 1 ? sorted[0] : 0;
            double size = only == 0 ? 1 : Math.Abs(only);
            return new(only, only, size, size);
        }

        double[] steps = [.. sorted.Skip(1).Zip(sorted, (next, value) => next - value).Order()];
        double median = steps[steps.Length / 2];
        double even = (sorted[^1] - sorted[0]) / steps.Length;
        double fine = Math.Min(median, Math.Max(steps[steps.Length / ClosestPart], LeastFine * even));
        return new(sorted[0], sorted[^1], median, fine);
    }
}
