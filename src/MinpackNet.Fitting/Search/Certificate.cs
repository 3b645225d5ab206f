namespace MinpackNet.Fitting;

/// <summary>The rule by which the lowest end of a search is certified, or the reasons why it is not.</summary>
internal static class Certificate
{
    // Fewer changes of sign than this many standard deviations below the expected number are structure.
    private const double LeastRuns = -3;

    /// <summary>The objections to the best of all attempts of a search that was carried out to its end.</summary>
    public static IReadOnlyList<string> Objections(
        FitProblem problem, IReadOnlyList<SearchEnd> ends, SearchEnd best, double floor)
    {
        List<string> objections = [];
        if (!best.Attempt.IsOptimum)
        {
            objections.Add($"the lowest end is {best.Attempt.Verdict}");
        }

        bool first = EndsIn(Origin.FirstSearch);
        bool second = EndsIn(Origin.SecondSearch);
        int distinct = Distinct(ends, floor);
        string found = distinct > 1 ? $" ({distinct} distinct ends were found)" : "";
        if (!first && !second)
        {
            string from = best.Origin == Origin.Unselected ? "an unselected start" : "an attempt from the given start";
            objections.Add($"{from} ended lower than both searches{found}");
        }
        else if (!first || !second)
        {
            objections.Add($"the two searches end in different minima{found}");
        }

        if (Signal.Objection(problem, best.Sum) is { } silent)
        {
            objections.Add(silent);
        }

        if (objections.Count > 0 && best.Attempt.IsOptimum && RunsOf(problem, best) is var z and < LeastRuns)
        {
            objections.Add(
                $"the residuals have structure (runs test, z = {NumberText.Short(z)}), so a lower minimum or a better "
                + "model is plausible");
        }

        return objections;

        bool EndsIn(Origin origin) => ends.Any(end => end.Origin == origin && best.IsSame(end.Sum, floor));
    }

    /// <summary>The number of ends of different sums of squares where a solve converged.</summary>
    private static int Distinct(IReadOnlyList<SearchEnd> ends, double floor)
    {
        List<SearchEnd> distinct = [];
        foreach (SearchEnd end in ends.Where(end => end.Outcome.Converged && double.IsFinite(end.Sum)))
        {
            if (!distinct.Exists(other => other.IsSame(end.Sum, floor)))
            {
                distinct.Add(end);
            }
        }

        return distinct.Count;
    }

    /// <summary>
    /// The standardized number of runs of residuals of one sign (Wald and Wolfowitz 1940), in the order of the data.
    /// </summary>
    private static double RunsOf(FitProblem problem, SearchEnd best)
    {
        bool[] above = [.. problem.ResidualsAt(best.Outcome.Parameters).Where(r => r != 0).Select(r => r > 0)];
        double m = above.Length;
        double positive = above.Count(isAbove => isAbove);
        double expected = (2 * positive * (m - positive) / m) + 1;
        double variance = (expected - 1) * (expected - 2) / (m - 1);
        int runs = 1 + Enumerable.Range(1, Math.Max(above.Length - 1, 0)).Count(i => above[i] != above[i - 1]);
        return variance > 0 ? (runs - expected) / Math.Sqrt(variance) : 0;
    }
}
