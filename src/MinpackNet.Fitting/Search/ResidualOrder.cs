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
        double[] ordered = residuals;
        if (problem.Columns is [var x] && !IsSorted(x))
        {
            ordered = [.. residuals];
            Array.Sort([.. x], ordered);
        }

        return Math.Min(OfSigns(ordered), OfDifferences(ordered));
    }

    private static bool IsSorted(double[] x)
    {
        for (int i = 1; i < x.Length; i++)
        {
            if (x[i] < x[i - 1])
            {
                return false;
            }
        }

        return true;
    }

    private static double OfSigns(double[] residuals)
    {
        double m = 0;
        double positive = 0;
        int runs = 0;
        double before = 0;
        foreach (double residual in residuals)
        {
            if (residual is > 0 or < 0)
            {
                m++;
                positive += residual > 0 ? 1 : 0;
                runs += before == 0 || residual > 0 != before > 0 ? 1 : 0;
                before = residual;
            }
        }

        double expected = (2 * positive * (m - positive) / m) + 1;
        double variance = (expected - 1) * (expected - 2) / (m - 1);
        return variance > 0 ? (runs - expected) / Math.Sqrt(variance) : 0;
    }

    private static double OfDifferences(double[] residuals)
    {
        double m = residuals.Length;
        double squares = 0;
        for (int i = 1; i < residuals.Length; i++)
        {
            double difference = residuals[i - 1] - residuals[i];
            squares += difference * difference;
        }

        double ratio = squares / Norms.SumOfSquares(residuals);
        return m >= LeastPoints && double.IsFinite(ratio)
            ? (ratio - 2) / (2 * Math.Sqrt((m - 2) / ((m * m) - 1)))
            : 0;
    }
}
