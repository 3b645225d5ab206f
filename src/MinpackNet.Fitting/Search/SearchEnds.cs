namespace MinpackNet.Fitting;

/// <summary>Where the solves of a search ended.</summary>
/// <param name="closeness">Which of two ends is closer to the given start.</param>
/// <param name="floor">The sum of squares that rounding of the model's values alone explains.</param>
internal sealed class SearchEnds(Closeness closeness, double floor)
{
    // An end this much above the lowest may creep along a valley towards it.
    private const double NearLowest = 1.5;

    // What rounding does to the length of the residuals at a mirror image, in lengths of those that it explains.
    private const double Rounding = 0.1;

    private readonly List<SearchEnd> _all = [];

    public IReadOnlyList<SearchEnd> All => _all;

    public SearchEnd Lowest => _all.MinBy(end => end.Sum)!;

    public void Add(SearchEnd end) => _all.Add(end);

    public void Replace(SearchEnd end, SearchEnd refined) => _all[_all.IndexOf(end)] = refined;

    /// <summary>Whether both searches have found the lowest end.</summary>
    public bool SearchesAgree()
    {
        double lowest = Lowest.Sum;
        bool Found(Origin origin) => _all.Exists(end => end.Origin == origin && end.IsSame(lowest, floor));
        return Found(Origin.FirstSearch) && Found(Origin.SecondSearch);
    }

    /// <summary>
    /// What an end is that needs no refinement: at an optimum that is known, or, from a start that was not given, far
    /// above the lowest; null for any other.
    /// </summary>
    public string? Familiar(Origin origin, double sum, out bool isKnown)
    {
        SearchEnd? known = _all.Find(end =>
            end.Attempt.IsOptimum && end.IsSame(sum, floor) && !end.IsAbove(sum, floor));
        isKnown = known is not null;
        return known is not null ? $"the optimum of {known.Attempt.Name} again"
            : origin != Origin.Given && _all.Count > 0 && sum > NearLowest * Lowest.Sum ? "a higher end"
            : null;
    }

    /// <summary>Tells other ends at the optimum that is the result as that optimum again.</summary>
    public void Tell(SearchEnd best)
    {
        foreach (SearchEnd end in _all.Where(end => end != best && end.Attempt.IsOptimum
            && best.Attempt.IsOptimum && end.IsSame(best.Sum, floor)).ToArray())
        {
            string verdict = $"the optimum of {best.Attempt.Name} again";
            Replace(end, end with
            {
                Attempt = end.Attempt with { IsOptimum = false, Verdict = verdict },
                IsKnown = true,
            });
        }
    }

    /// <summary>
    /// The lowest. Of ends whose sums are the same to within rounding, as those of mirror images are, the closest to
    /// the given start, because its signs and orders of magnitude mean something; of equally close ones an optimum.
    /// </summary>
    public SearchEnd Best()
    {
        SearchEnd best = Lowest;
        foreach (SearchEnd end in _all.Where(end => end.Outcome.Failure is null && IsAsLow(end.Sum)))
        {
            int order = end == best ? 0 : closeness.Compare(end.Outcome.Parameters, best.Outcome.Parameters);
            bool isBetter = order < 0 || (order == 0 && end.Attempt.IsOptimum && !best.Attempt.IsOptimum);
            best = isBetter ? end : best;
        }

        return best;
    }

    /// <summary>Whether a sum of squares is the lowest to within rounding.</summary>
    public bool IsAsLow(double sum) =>
        double.IsFinite(sum)
        && (sum <= floor || Math.Sqrt(sum) <= Math.Sqrt(Lowest.Sum) + (Rounding * Math.Sqrt(floor)));
}
