namespace MinpackNet.Fitting;

/// <summary>
/// A search without start values over so many points that some of them tell as much: it looks for the lowest minimum
/// of these, and ends at that of all next to it.
/// </summary>
internal static class ThinnedSearch
{
    // From twice as many points on, so many take part.
    private const int Points = 4000;

    // A point of each stretch takes part, at any place in it, so that no frequency has an alias.
    private const int Sequence = 7;

    // The minimum of all points is that of some if their sum of squares is no larger there than noise makes it: by so
    // much for each parameter, in variances of an observation.
    private const double MostIncrease = 30;

    /// <summary>Whether a problem has points to spare.</summary>
    public static bool Suits(FitProblem problem) => problem.PointCount >= 2 * Points;

    /// <summary>Searches.</summary>
    /// <param name="problem">The fit, with any start values for parameters that are not given.</param>
    /// <param name="given">The names of the parameters whose start values mean something.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The fit from the start that was found, and how it ended.</returns>
    public static (FitProblem Problem, FitOutcome Outcome) Of(
        FitProblem problem,
        IReadOnlyCollection<string> given,
        CancellationToken cancellationToken)
    {
        FitProblem some = problem.Of(Chosen(problem.PointCount));
        DataStart start = DataStart.Of(some, given);
        FitOutcome found = OptimumSearch.Run(start.Problem, some.Options, start.Space, cancellationToken);
        FitProblem all = problem.With(problem.Predictors, start.Problem.Start, problem.Options);
        FitAttempt[] attempts = [.. found.Attempts.Select(attempt => attempt with
        {
            Name = FormattableString.Invariant($"{attempt.Name}, {some.PointCount} points"),
        })];
        if (found.WasInterrupted || found.Failure is not null)
        {
            return (all, found with { Attempts = attempts });
        }

        SearchBudget budget = new(all, problem.Options.Solver ?? LeastSquaresOptions.Default, hasStart: false);
        (FitOutcome end, Linearization? at) = Refinement.Of(all, found, budget.Tight, cancellationToken);
        string? objection = OptimumTest.Objection(all, end, at);
        double increase = some.SumOfSquares(end.Parameters) - some.SumOfSquares(found.Parameters);
        double variance = some.SumOfSquares(found.Parameters) / (some.PointCount - all.Free.Length);
        bool isSame = increase <= MostIncrease * all.Free.Length * variance || found.IsProven;
        attempts =
        [
            .. attempts,
            new(
                "all points",
                [.. all.AllOf(found.Parameters)],
                budget.Tight.InitialStepFactor,
                [.. all.AllOf(end.Parameters)],
                at?.SumOfSquares ?? double.NaN,
                all.EvaluationCount,
                objection is null,
                objection is null ? "an optimum" : $"not an optimum: {objection}"),
        ];
        string basis = FormattableString.Invariant($"among {some.PointCount} of the {all.PointCount} points");
        return (all, end with
        {
            Evaluations = found.Evaluations + all.EvaluationCount,
            JacobianEvaluations = found.JacobianEvaluations + all.DerivativeCount,
            Attempts = attempts,
            IsCertified = !end.WasInterrupted && found.IsCertified && objection is null && isSame,
            IsProven = found.IsProven,
            Evidence = objection is not null ? $"the end is not an optimum: {objection}"
                : !isSame ? $"the minimum of all points is not that in which the searches end {basis}"
                : $"{basis}, {found.Evidence}",
        });
    }

    private static int[] Chosen(int count)
    {
        int[] chosen = new int[Points];
        for (int k = 0; k < Points; k++)
        {
            long first = (long)k * count / Points;
            long next = (long)(k + 1) * count / Points;
            chosen[k] = (int)(first + (long)((next - first) * GoldenSequence.Term(Sequence + k)));
        }

        return chosen;
    }
}
