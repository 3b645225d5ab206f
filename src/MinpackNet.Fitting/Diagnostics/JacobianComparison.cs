namespace MinpackNet.Fitting;

/// <summary>Derivatives written by hand, compared entry by entry with central differences.</summary>
/// <param name="Entries">The number of entries.</param>
/// <param name="Wrong">The number of entries that disagree.</param>
/// <param name="Worst">The entry that disagrees most.</param>
internal sealed record JacobianComparison(int Entries, int Wrong, JacobianEntry Worst)
{
    // Differences explained by truncation, as shares of the entry and of the largest entry in its column, and by
    // rounding, as a share of the model's value.
    private const double ByEntry = 1e-4;
    private const double ByColumn = 1e-6;
    private const double ByValue = 1e-9;

    /// <summary>Compares at the end of a fit; null without derivatives by hand.</summary>
    public static JacobianComparison? At(FitProblem problem, double[] free, EndPoint end)
    {
        if (problem.Model.Derivatives != DerivativeSource.Given)
        {
            return null;
        }

        int m = problem.PointCount;
        double[] given = new double[m * free.Length];
        double[] estimated = new double[given.Length];
        problem.Differentiate(free, given);
        problem.CentralDifferences(free, estimated);
        double[] values = problem.Weighted(end.Values);
        JacobianComparison result = new(given.Length, 0, default);
        double worst = 0;
        for (int k = 0; k < free.Length; k++)
        {
            double largest = estimated.AsSpan(k * m, m).ToArray().Max(Math.Abs);
            for (int i = 0; i < m; i++)
            {
                JacobianEntry entry = new(i, problem.Free[k], given[(k * m) + i], estimated[(k * m) + i]);
                double allowed = (ByEntry * Math.Max(Math.Abs(entry.Given), Math.Abs(entry.Estimated)))
                    + (ByColumn * largest)
                    + (ByValue * Math.Abs(values[i]) / problem.Steps.Scales[problem.Free[k]]);
                double excess = Math.Abs(entry.Given - entry.Estimated) / allowed;
                if (double.IsFinite(entry.Estimated) && !(excess <= 1))
                {
                    bool isWorst = !(excess <= worst);
                    worst = isWorst ? excess : worst;
                    result = result with { Wrong = result.Wrong + 1, Worst = isWorst ? entry : result.Worst };
                }
            }
        }

        return result;
    }
}
