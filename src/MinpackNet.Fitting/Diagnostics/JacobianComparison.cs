namespace MinpackNet.Fitting.Diagnostics;

/// <summary>Derivatives written by hand, compared with central differences entry by entry.</summary>
/// <param name="Entries">How many there are.</param>
/// <param name="Wrong">How many disagree.</param>
/// <param name="Worst">The entry that disagrees most.</param>
internal sealed record JacobianComparison(int Entries, int Wrong, JacobianEntry Worst)
{
    // What truncation explains of an entry, of the largest in its column, and what rounding of the model's values.
    private const double ByEntry = 1e-4;
    private const double ByColumn = 1e-6;
    private const double ByValue = 1e-9;

    public static JacobianComparison? At(FitProblem problem, double[] free)
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
        double[] values = problem.Weighted(problem.ValuesAt(free));
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
                    + (ByValue * Math.Abs(values[i]) / (free[k] == 0 ? 1 : Math.Abs(free[k])));
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
