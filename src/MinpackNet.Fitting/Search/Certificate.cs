namespace MinpackNet.Fitting;

/// <summary>The rule by which the lowest end of a search is certified, or the reasons why it is not.</summary>
internal static class Certificate
{
    // Residuals that follow each other more closely than this many standard deviations below what noise does.
    private const double LeastOrder = -3;

    // Structure in less than this share of the observations' variation tells of the model, not of another minimum.
    private const double MostLeft = 0.1;

    // Per parameter: fewer points than these are met nearly anywhere by a model that oscillates, and searches among so
    // many minima agree by accident.
    private const int FewPoints = 3;

    // Up to so many they are met by half, so that little must be left.
    private const int ScarcePoints = 4;
    private const double MostLeftOfScarce = 0.1;

    // So many ends tell that of a model whose inside is unknown.
    private const int ManyEnds = 5;

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
        // If it is not an optimum, a search that ends there confirms nothing, but does not contradict either.
        bool isReached = !best.Attempt.IsOptimum && (Reaches(Origin.FirstSearch) || Reaches(Origin.SecondSearch));
        if (!isReached && !first && !second)
        {
            string from = best.Origin switch
            {
                Origin.Unselected => "an unselected start",
                Origin.Standout => "a start at a point that stands out",
                Origin.Around => "a start next to the lowest end of the searches",
                _ => "an attempt from the first start",
            };
            objections.Add($"{from} ended lower than both searches{found}");
        }
        else if (!isReached && !(first && second))
        {
            objections.Add($"the two searches end in different minima{found}");
        }

        if (Signal.Objection(problem, best.Sum) is { } silent)
        {
            objections.Add(silent);
        }

        (int m, int n) = (problem.PointCount, problem.Free.Length);
        double share = best.Sum / problem.TotalSumOfSquares;
        bool isFew = m < FewPoints * n && (problem.Model.Oscillates ?? distinct > ManyEnds);
        bool isScarce = m < ScarcePoints * n
            && problem.Model.Oscillates == true
            && share * (m - 1) / (m - n) > MostLeftOfScarce;
        if ((isFew || isScarce) && objections.Count == 0)
        {
            objections.Add(
                $"{m} points for {n} parameters are too few to tell the minima of a model that oscillates apart"
                + (isFew ? "" : $", of which the lowest leaves {NumberText.Short(100 * share)} %"));
        }

        if (best.Attempt.IsOptimum
            && (objections.Count > 0 || share > MostLeft)
            && ResidualOrder.Of(problem, problem.ResidualsAt(best.Outcome.Parameters)) is var z and < LeastOrder)
        {
            objections.Add(
                $"the residuals have structure (z = {NumberText.Short(z)}) and {NumberText.Short(100 * share)} % of "
                + "the variation, so a lower minimum or a better model is plausible");
        }

        return objections;

        bool Reaches(Origin origin) => ends.Any(end => end.Origin == origin && best.IsSame(end.Sum, floor));
        bool EndsIn(Origin origin) =>
            ends.Any(end => end.Origin == origin && end.Confirms && best.IsSame(end.Sum, floor));
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
}
