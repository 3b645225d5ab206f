namespace MinpackNet.Fitting;

/// <summary>
/// A start from the formula and the data alone: the best of some points of the ranges that these suggest.
/// </summary>
/// <param name="Problem">The fit from there.</param>
/// <param name="Space">The ranges.</param>
internal sealed record DataStart(FitProblem Problem, IStartSpace Space)
{
    private const int Samples = 512;

    // A sequence that no search draws from.
    private const int Sequence = -1;

    /// <summary>The start for a fit whose own start values mean something for some parameters only.</summary>
    /// <param name="problem">The fit, the steps of whose model are known.</param>
    /// <param name="given">The names of these parameters.</param>
    public static DataStart Of(FitProblem problem, IReadOnlyCollection<string> given)
    {
        RangeSpace space = new(problem, given);
        LinearPart linear = new(problem, k => space.Point(Sequence, k));
        double[] start = problem.FreeOf(problem.Start);
        double[] best = Given(space.Point(Sequence, 0));
        double least = double.PositiveInfinity;
        for (int k = 0; k < Samples; k++)
        {
            double[] point = Given(linear.Adjusted(Given(space.Point(Sequence, k))));
            double sum = problem.SumOfSquares(point);
            (best, least) = sum < least ? (point, sum) : (best, least);
        }

        return new(problem.With(problem.Predictors, problem.AllOf(best), problem.Options), space);

        // Which alias or mirror image is meant, the values that are given tell.
        double[] Given(double[] point) => [.. point.Select((value, k) => space.IsGiven(k) ? start[k] : value)];
    }
}
