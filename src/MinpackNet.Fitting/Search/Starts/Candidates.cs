namespace MinpackNet.Fitting;

/// <summary>Points from which a search may go on, with their sums of squares.</summary>
internal sealed class Candidates(FitProblem problem, double floor)
{
    // The least relative difference in one parameter between two that are chosen.
    private const double Apart = 0.05;

    // Sums of squares are equal if their logarithms agree to this many digits after the point.
    private const int SumDigits = 5;

    private readonly List<(double Sum, double[] Point)> _all = [];

    /// <summary>Notes a point, unless the model is not finite there.</summary>
    public void Add(double[] point)
    {
        double sum = problem.SumOfSquares(point);
        if (double.IsFinite(sum))
        {
            _all.Add((sum, point));
        }
    }

    /// <summary>
    /// The lowest, in order, of equal ones the closest to the start, without those that are close to a better one.
    /// </summary>
    public List<double[]> BestApart(int most)
    {
        double[] start = problem.FreeOf(problem.Start);
        List<double[]> chosen = [];
        foreach (double[] point in _all
            .OrderBy(sample => Math.Round(Math.Log(sample.Sum + floor), SumDigits))
            .ThenBy(sample => Distance(start, sample.Point))
            .Select(sample => sample.Point))
        {
            if (chosen.Count == most)
            {
                break;
            }

            if (!chosen.Exists(other => AreClose(other, point)))
            {
                chosen.Add(point);
            }
        }

        return chosen;
    }

    /// <summary>Whether two points differ by little in every parameter.</summary>
    private static bool AreClose(double[] a, double[] b) => a.Zip(b, Difference).All(difference => difference < Apart);

    /// <summary>The sum over the parameters of their relative differences, each from 0 to 1.</summary>
    public static double Distance(double[] a, double[] b) => a.Zip(b, Difference).Sum();

    /// <summary>Whether distances from a third point are as good as equal.</summary>
    public static bool AreEqual(double distance, double other) => Math.Abs(distance - other) <= Apart;

    private static double Difference(double p, double q) =>
        p == q ? 0 : Math.Abs(p - q) / (Math.Abs(p) + Math.Abs(q));
}
