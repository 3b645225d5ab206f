namespace MinpackNet.Fitting;

/// <summary>Where a search starts, besides the given start and those that nothing selects.</summary>
internal sealed partial class OptimumSearch
{
    /// <summary>
    /// Samples the sum of squares, takes the best that are apart from each other, and then the best aliases of those, a
    /// few steps further, and refines the best of all.
    /// </summary>
    private void Search(Origin origin, int round)
    {
        int before = _problem.EvaluationCount;
        bool first = origin == Origin.FirstSearch;
        Candidates samples = Samples((2 * round) + (first ? 0 : 1), _budget.SamplesFor(_linear.Value) << round);
        Candidates advanced = new(_problem, _floor);
        foreach (double[] point in samples.BestApart(Shortlist << round))
        {
            if (IsInterrupted)
            {
                return;
            }

            advanced.Add(Solve(point, _budget.Short).Parameters);
        }

        Candidates aliases = new(_problem, _floor);
        foreach (double[] point in advanced.BestApart(Unfolded).SelectMany(_fold.Value.AliasesOf))
        {
            aliases.Add(point);
        }

        foreach (double[] point in aliases.BestApart(Aliases))
        {
            if (IsInterrupted)
            {
                return;
            }

            advanced.Add(Solve(point, _budget.Short).Parameters);
        }

        int number = _ends.All.Count(end => end.Origin == origin);
        foreach (double[] point in advanced.BestApart(Refined << round))
        {
            if (IsInterrupted)
            {
                return;
            }

            Add(origin, $"{(first ? "first" : "second")} search {++number}", point, _budget.Loose, before);
            before = _problem.EvaluationCount;
        }
    }

    private Candidates Samples(int sequence, int count)
    {
        Candidates samples = new(_problem, _floor);
        bool isAdjusted = _budget.MayAdjust(_linear.Value);
        for (int k = 0; k < count && !IsInterrupted; k++)
        {
            double[] point = _space.Point(sequence, k);
            samples.Add(_problem.Within(isAdjusted ? _linear.Value.Adjusted(point) : point));
            if (_cancellationToken.IsCancellationRequested)
            {
                _interruption = LeastSquaresStatus.Canceled;
            }
        }

        return samples;
    }

    /// <summary>Solves from the points that the lowest end leaves farthest away, as long as that ends lower.</summary>
    private void TryStandouts()
    {
        for (int pass = 0; pass < StandoutPasses && _ends.Lowest != _left; pass++)
        {
            _left = _ends.Lowest;
            Candidates samples = new(_problem, _floor);
            int count = _problem.EvaluationCount;
            foreach (double[] start in StandoutStarts.Of(_problem, _linear.Value, _left.Outcome.Parameters))
            {
                samples.Add(_problem.Within(_linear.Value.Adjusted(start)));
            }

            foreach (double[] start in samples.BestApart(Standouts))
            {
                if (IsInterrupted)
                {
                    return;
                }

                int number = 1 + _ends.All.Count(end => end.Origin == Origin.Standout);
                Add(Origin.Standout, $"at a residual {number}", start, _budget.Loose, count);
                count = _problem.EvaluationCount;
            }
        }
    }

    /// <summary>
    /// Solves from a few standard errors away, in the directions that the data determine least, because kinks of a
    /// model make minima so close to each other that samples of wide regions miss one of them; and from points at
    /// random further away, from where a solve is likely to leave a poor minimum, whose errors are large.
    /// </summary>
    private void LookAround(SearchEnd end)
    {
        double[] center = end.Outcome.Parameters;
        int freedom = _problem.PointCount - center.Length;
        if (!end.Attempt.IsOptimum || freedom < 1 || Linearization.At(_problem, center) is not { HasFullRank: true } at)
        {
            return;
        }

        double error = Math.Sqrt(at.SumOfSquares / freedom);
        int number = 0;
        foreach (int d in Enumerable.Range(0, center.Length).Reverse().Take(MostDirections))
        {
            foreach (double length in Lengths)
            {
                if (IsInterrupted)
                {
                    return;
                }

                double step = length * error / at.SingularValues[d];
                double[] start = _problem.Within(
                    [.. center.Select((value, k) => value + (step * at.Directions[d, k] / at.ColumnNorms[k]))]);
                Add(Origin.Around, $"around the lowest {++number}", start, _budget.Loose, _problem.EvaluationCount);
            }
        }

        for (int k = 0; k < Hops && !IsInterrupted; k++)
        {
            double length = error * HopLengths[k % HopLengths.Length];
            double[] start = _problem.Within([.. center.Select((value, j) => value
                + (length * Math.Sqrt(at.UnscaledCovariance[j, j]) * _space.Offset((2 * Rounds) + 2, k, j)))]);
            // Where the squares of tiny residuals underflow, no error is known.
            if (start.All(double.IsFinite))
            {
                Add(Origin.Around, $"around the lowest {++number}", start, _budget.Loose, _problem.EvaluationCount);
            }
        }
    }
}
