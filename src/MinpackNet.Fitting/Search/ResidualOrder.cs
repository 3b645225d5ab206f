namespace MinpackNet.Fitting;

/// <summary>
/// How much more alike neighboring residuals are than noise, in standard deviations of noise and negative: by their
/// signs (Wald and Wolfowitz 1940) or by their squared differences (von Neumann 1941), whichever tells more.
/// </summary>
internal static class ResidualOrder
{
    // Of fewer, the ratio of von Neumann is not nearly normal.
    private const int LeastPoints = 6;

    /// <summary>In the order of a single predictor, otherwise as given.</summary>
    public static double Of(FitProblem problem, double[] residuals)
    {
        double[] ordered = [.. residuals];
        if (problem.Columns is [var x])
        {
            Array.Sort([.. x], ordered);
        }

        return Math.Min(OfSigns(ordered), OfDifferences(ordered));
    }

    private static double OfSigns(double[] residuals)
    {
        bool[] above = [.. residuals.Where(r => r != 0).Select(r => r > 0)];
        double m = above.Length;
        double positive = above.Count(isAbove => isAbove);
        double expected = (2 * positive * (m - positive) / m) + 1;
        double variance = (expected - 1) * (expected - 2) / (m - 1);
        int runs = 1 + Enumerable.Range(1, Math.Max(above.Length - 1, 0)).Count(i => above[i] != above[i - 1]);
        return variance > 0 ? (runs - expected) / Math.Sqrt(variance) : 0;
    }

    private static double OfDifferences(double[] residuals)
    {
        double m = residuals.Length;
        double ratio = residuals.Zip(residuals.Skip(1), (a, b) => (a - b) * (a - b)).Sum() / residuals.Sum(r => r * r);
        return m >= LeastPoints && double.IsFinite(ratio)
            ? (ratio - 2) / (2 * Math.Sqrt((m - 2) / ((m * m) - 1)))
            : 0;
    }
}
