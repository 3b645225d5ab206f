namespace MinpackNet.Fitting;

/// <summary>Which of the ends that the data cannot tell apart is the result.</summary>
internal sealed partial class OptimumSearch
{
    // By how much an alias must lower the sum of squares to matter, in residual variances.
    private const double Told = 0.25;

    private const int MostFolds = 2;

    // How much of a sum of squares the rounding of a large phase may account for.
    private const double Windings = 1e-6;

    /// <summary>
    /// The end with frequencies as close to the start as the places of the data allow, if noise explains the difference
    /// of the sums of squares; the end itself otherwise.
    /// </summary>
    private SearchEnd Fold(SearchEnd end)
    {
        SearchEnd folded = end;
        // At a wild alias rounding may hide an optimum, which matters if it is the lowest so far.
        bool mayMatter = end.Attempt.IsOptimum
            || (double.IsFinite(end.Sum) && !_ends.All.Any(other => other.Sum < end.Sum));
        for (int k = 0; mayMatter && k < end.Outcome.Parameters.Length; k++)
        {
            // What decimals hide leads to a frequency that the grid still confuses with a lower one.
            SearchEnd? closer = folded;
            for (int fold = 0; fold <= MostFolds && closer is not null; fold++)
            {
                folded = closer;
                closer = CloserTo(folded, k, end);
            }
        }

        return IsInterrupted ? end : folded;
    }

    /// <summary>The first end with one parameter closer to the start that is an alias of a folded one.</summary>
    private SearchEnd? CloserTo(SearchEnd folded, int k, SearchEnd end)
    {
        double[] from = folded.Outcome.Parameters;
        foreach (double[] point in _fold.Value.CloserTo(from, k, folded.Sum))
        {
            SearchEnd there = Refine(end with { Outcome = Solve(point, _budget.Near) }, isPatient: false);
            if (IsInterrupted)
            {
                break;
            }

            if (there.Attempt.IsOptimum
                && _fold.Value.IsAlias(from, there.Outcome.Parameters, point, k, end.Sum)
                && _fold.Value.IsAsGood(there.Sum, end.Sum))
            {
                string moved = $"{_problem.NameOfFree(k)} = {NumberText.Short(from[k])}";
                return there with
                {
                    IsFolded = true,
                    Faster = _given[k] || _fold.Value.IsRounded ? null : new(end.Sum, moved),
                    Attempt = there.Attempt with { Verdict = $"an optimum, which looks like that with {moved}" },
                };
            }
        }

        return null;
    }

    /// <summary>
    /// What speaks against an end with a frequency, if one that is higher than neighbors on a grid can follow describes
    /// the data better: nobody means it, and nobody has looked for the best of those.
    /// </summary>
    private IEnumerable<string> LowerAliasOf(SearchEnd best)
    {
        if (_ends.All.Select(end => end.Faster).OfType<Faster>().MinBy(faster => faster.Sum) is { } lower
            && IsLower(lower.Sum))
        {
            yield return $"with {lower.Frequency} the sum of squares is lower, if not by more than noise may explain";
            yield break;
        }

        Candidates aliases = new(_problem, _floor);
        foreach (double[] point in best.Attempt.IsOptimum && !IsInterrupted
            ? _fold.Value.AliasesOnGrid(best.Outcome.Parameters)
            : [])
        {
            aliases.Add(point);
        }

        foreach (double[] point in aliases.BestApart(Aliases))
        {
            FitOutcome there = Solve(point, _budget.Near);
            double sum = there.Failure is null ? _problem.SumOfSquares(there.Parameters) : double.NaN;
            if (IsLower(sum))
            {
                int k = _linear.Value.Others.MaxBy(j =>
                    Math.Abs(there.Parameters[j] - best.Outcome.Parameters[j])
                        / (Math.Abs(best.Outcome.Parameters[j]) + Math.Abs(there.Parameters[j])));
                yield return $"with {_problem.NameOfFree(k)} = {NumberText.Short(there.Parameters[k])}, faster than "
                    + "the spacing of the points can follow, the sum of squares is lower";
                yield break;
            }
        }

        bool IsLower(double sum) =>
            best.Sum - sum > Told * best.Sum / Math.Max(_problem.PointCount - best.Outcome.Parameters.Length, 1);
    }

    /// <summary>What speaks against an end of which a wave explains next to nothing.</summary>
    private IEnumerable<string> SilentWaveOf(SearchEnd best) => best.Attempt.IsOptimum && !IsInterrupted
        && Signal.ObjectionToWave(_problem, _linear.Value, best.Outcome.Parameters, best.Sum) is { } objection
        ? [objection]
        : [];

    /// <summary>The best of all ends, refined; to refine one may show that another is better.</summary>
    private SearchEnd Best()
    {
        while (true)
        {
            SearchEnd best = _ends.Best();
            if (best.IsRefined || IsInterrupted || !double.IsFinite(best.Sum))
            {
                return best;
            }

            SearchEnd refined = Refine(best, isPatient: true);
            if (IsInterrupted)
            {
                return best;
            }

            _ends.Replace(best, refined);
        }
    }

    /// <summary>The alias of an end that <see cref="Fold"/> prefers, as a known optimum is not folded.</summary>
    private SearchEnd Folded(SearchEnd end)
    {
        SearchEnd folded = end.Attempt.IsOptimum && !IsInterrupted ? Fold(end) : end;
        if (IsInterrupted || !folded.IsFolded)
        {
            return end;
        }

        _ends.Replace(end, folded);
        return folded;
    }

    /// <summary>The mirror image of an end that is closest to the start; the end itself if none is closer.</summary>
    private SearchEnd Mirrored(SearchEnd end)
    {
        while (end.Attempt.IsOptimum && !IsInterrupted)
        {
            int before = _problem.EvaluationCount;
            double[]? image = MirrorImages.CloserTo(_problem, end.Outcome, _closeness)
                .FirstOrDefault(point => _ends.IsAsLow(_problem.SumOfSquares(point)));
            if (image is null)
            {
                break;
            }

            SearchEnd mirrored = Refine(
                end with { Outcome = end.Outcome with { Parameters = image } }, isPatient: true);
            if (!mirrored.Attempt.IsOptimum || !_ends.IsAsLow(mirrored.Sum))
            {
                break;
            }

            FitAttempt attempt = mirrored.Attempt with
            {
                Evaluations = end.Attempt.Evaluations + _problem.EvaluationCount - before,
                Verdict = "an optimum, the mirror image of one",
            };
            mirrored = mirrored with { Attempt = attempt };
            _ends.Replace(end, mirrored);
            end = mirrored;
        }

        return end;
    }

    /// <summary>
    /// The end with phases and places of periodic functions within half a cycle of their starts. The rounding of a
    /// phase of a million turns may lower the sum of squares a little, and says nothing.
    /// </summary>
    private SearchEnd Unwound(SearchEnd end)
    {
        int before = _problem.EvaluationCount;
        if (IsInterrupted || WholeTurns.Without(_problem, end.Outcome, IsSame) is not { } point)
        {
            return end;
        }

        SearchEnd unwound = Refine(end with { Outcome = end.Outcome with { Parameters = point } }, isPatient: true);
        if (IsInterrupted || !unwound.Attempt.IsOptimum || !IsAsGood(unwound.Sum))
        {
            return end;
        }

        FitAttempt attempt = unwound.Attempt with
        {
            Evaluations = end.Attempt.Evaluations + _problem.EvaluationCount - before,
        };
        unwound = unwound with { Attempt = attempt };
        _ends.Replace(end, unwound);
        return unwound;

        // A frequency may have turns that only the places do not notice.
        bool IsSame(double[] other) =>
            IsAsGood(_problem.SumOfSquares(other)) && !_fold.Value.DiffersBetween(end.Outcome.Parameters, other);

        bool IsAsGood(double sum) => sum <= (end.Sum * (1 + Windings)) + _floor;
    }
}
