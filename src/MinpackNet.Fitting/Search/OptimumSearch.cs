using System.Globalization;

namespace MinpackNet.Fitting;

/// <summary>
/// Searches for the lowest minimum: solves from the given start with several bounds on the first step, two independent
/// searches that refine the best of many samples, and solves from starts that nothing selected. The lowest end is the
/// result; <see cref="Certificate"/> decides whether it is certified.
/// </summary>
internal sealed partial class OptimumSearch
{
    // How many of the samples get a few steps, how many of those are refined, and how many starts are not selected.
    private const int Shortlist = 16;
    private const int Refined = 5;
    private const int Unselected = 32;

    // Of how many of the former the aliases are looked at, and how many of these get a few steps.
    private const int Unfolded = 3;
    private const int Aliases = 4;

    // The directions in which to look around, from the least determined on, and how far, in standard errors; and how
    // many points at random, up to the longer distances.
    private const int MostDirections = 8;
    private const int Hops = 32;

    // How many starts at points that stand out are refined, and how often those of a lower end are tried.
    private const int Standouts = 4;
    private const int StandoutPasses = 3;

    // Searches that disagree, or leave residuals more alike than this, search again, each time twice as hard.
    private const int Rounds = 3;
    private const double LeastOrder = -2;

    // How often to search again around the lowest end, where that is far from what was searched.
    private const int Restarts = 2;

    private static readonly double[] StepFactors = [100, 10, 1, 0.1];
    private static readonly double[] Lengths = [1, -1, 3, -3];
    private static readonly double[] HopLengths = [3, 10, 30];

    private readonly FitProblem _problem;
    private readonly CancellationToken _cancellationToken;
    private readonly SearchBudget _budget;
    private readonly Lazy<LinearPart> _linear;
    private readonly Lazy<FrequencyFold> _fold;
    private readonly Closeness _closeness;
    private readonly SearchEnds _ends;
    private readonly double _floor;
    private readonly bool[] _given;
    private IStartSpace _space;
    private LeastSquaresStatus _interruption;
    private SearchEnd? _left;
    private SearchEnd? _center;

    private OptimumSearch(
        FitProblem problem, FitOptions options, IStartSpace? space, CancellationToken cancellationToken)
    {
        _problem = problem;
        _cancellationToken = cancellationToken;
        _budget = new(problem, options.Solver ?? LeastSquaresOptions.Default, hasStart: space is null);
        _space = space ?? StartSpace.AroundStart(problem);
        // A search around an end has another space, in which nothing is the user's either.
        _given = [.. Enumerable.Range(0, problem.Free.Length).Select(_space.IsGiven)];
        _linear = new(() => new(problem, k => _space.Point((2 * Rounds) + 1, k)));
        _floor = OptimumTest.Floor(problem);
        // Without samples nobody has tested which parameters are linear.
        _closeness = new(
            problem.FreeOf(problem.Start),
            k => _given[k],
            () => _linear.IsValueCreated ? _linear.Value.Others : [],
            FreeExchange.Of(problem));
        _ends = new(_closeness, _floor);
        _fold = new(() => new(problem, _linear.Value, _floor, k => _given[k]));
    }

    private bool IsInterrupted => _interruption != LeastSquaresStatus.None;

    /// <summary>Searches, until the lowest minimum is certified or nothing is left to try.</summary>
    /// <param name="problem">The fit.</param>
    /// <param name="options">Its options.</param>
    /// <param name="space">Where to start; null for around the given start.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static FitOutcome Run(
        FitProblem problem, FitOptions options, IStartSpace? space, CancellationToken cancellationToken) =>
        new OptimumSearch(problem, options, space, cancellationToken).Run();

    private FitOutcome Run()
    {
        string? invisible = Signal.RangeObjection(_problem);
        string? proof = SolveFromStart();
        proof = invisible is null ? proof : null;
        if (invisible is null && proof is null)
        {
            SearchAll();
        }

        SearchEnd best = Unwound(Mirrored(Folded(Best())));
        _ends.Tell(best);
        IReadOnlyList<string> objections = proof is not null || IsInterrupted ? []
            : invisible is not null ? [invisible]
            :
            [
                .. Certificate.Objections(_problem, _ends.All, best, _floor),
                .. LowerAliasOf(best),
                .. SilentWaveOf(best),
            ];
        return best.Outcome with
        {
            Status = IsInterrupted ? _interruption : best.Outcome.Status,
            Evaluations = _ends.All.Sum(end => end.Attempt.Evaluations),
            JacobianEvaluations = _problem.DerivativeCount,
            Attempts = [.. _ends.All.Select(end => end.Attempt)],
            IsCertified = !IsInterrupted && objections.Count == 0,
            IsProven = proof is not null,
            Evidence = IsInterrupted
                ? $"the search was interrupted, and the lowest end so far is {best.Attempt.Verdict}"
                : proof is not null ? proof
                : objections.Count == 0 ? "two independent searches end in it and no other start ends lower"
                    + (best.IsFolded ? " by more than noise explains" : "")
                : string.Join("; ", objections),
        };
    }

    /// <summary>The solves from the given start; what proves the end of one to be the lowest of all, or null.</summary>
    private string? SolveFromStart()
    {
        double[] start = _problem.FreeOf(_problem.Start);
        foreach (double factor in StepFactors)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"step factor {factor}");
            LeastSquaresOptions options = _budget.Tight with { InitialStepFactor = factor };
            SearchEnd end = Add(Origin.Given, name, start, options, _problem.EvaluationCount);
            if (IsInterrupted)
            {
                return null;
            }

            if (end.Attempt.IsOptimum && Best() == end)
            {
                string? proof = OptimumTest.IsPerfect(_problem, end.Outcome.Parameters, end.Sum, _floor)
                    ? "it meets the data to within rounding"
                    : Linearity.Holds(_problem, end.Outcome.Parameters, _space)
                        ? "the model is linear in its parameters, so there is no other"
                        : null;
                if (proof is not null)
                {
                    return proof;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// Searches around the given start, and again around the lowest end if that is of other orders of magnitude: a
    /// start far off lets both searches look in the wrong places, and agree on a poor minimum there.
    /// </summary>
    private void SearchAll()
    {
        SearchSpace();
        for (int k = 0; k < Restarts && !IsInterrupted && _budget.MaySearch; k++)
        {
            SearchEnd end = Best();
            if (!_space.IsFar(end.Outcome.Parameters))
            {
                break;
            }

            _center = end;
            _space = StartSpace.AroundEnd(_problem, end.Outcome.Parameters);
            SearchSpace();
        }

        if (!IsInterrupted)
        {
            LookAround(Best());
        }
    }

    /// <summary>
    /// Two searches, again as long as they leave doubts, and solves from starts that nothing selects.
    /// </summary>
    private void SearchSpace()
    {
        for (int round = 0;
            round < Rounds && !IsInterrupted && _budget.MaySearch && (round == 0 || IsDoubtful());
            round++)
        {
            Search(Origin.FirstSearch, round);
            Search(Origin.SecondSearch, round);
            TryStandouts();
        }

        int known = _ends.All.Count(end => end.Origin == Origin.Unselected);
        for (int k = 0; k < Unselected && !IsInterrupted; k++)
        {
            double[] start = _space.Point(2 * Rounds, k);
            int before = _problem.EvaluationCount;
            Add(Origin.Unselected, $"unselected start {known + k + 1}", start, _budget.Loose, before);
        }
    }

    /// <summary>Whether the searches have not ended in one minimum yet, or in one that another may undercut.</summary>
    private bool IsDoubtful()
    {
        SearchEnd lowest = _ends.Lowest;
        return !_ends.SearchesAgree()
            || (lowest.Sum > _floor
                && ResidualOrder.Of(_problem, _problem.ResidualsAt(lowest.Outcome.Parameters)) < LeastOrder);
    }

    private FitOutcome Solve(double[] start, LeastSquaresOptions options)
    {
        FitOutcome solve = FitOutcome.Of(_problem, start, _problem.SolverJacobian, options, _cancellationToken);
        _interruption = solve.WasInterrupted ? solve.Status : _interruption;
        return solve;
    }

    /// <summary>Solves from a start, and refines and tests the end unless it is known or of no interest.</summary>
    private SearchEnd Add(
        Origin origin, string name, double[] start, LeastSquaresOptions options, int evaluationsBefore)
    {
        FitOutcome solve = Solve(start, options);
        FitAttempt attempt = new(
            name,
            [.. _problem.AllOf(start)],
            options.InitialStepFactor,
            [.. _problem.AllOf(solve.Parameters)],
            double.NaN,
            0,
            IsOptimum: false,
            "the solve was interrupted");
        SearchEnd end = new(origin, attempt, solve);
        if (!IsInterrupted)
        {
            double sum = solve.Failure is null ? _problem.SumOfSquares(solve.Parameters) : double.NaN;
            end = double.IsFinite(sum) && _ends.Familiar(origin, sum, out bool isKnown) is { } verdict
                ? end with { Attempt = attempt with { ChiSquared = sum, Verdict = verdict }, IsKnown = isKnown }
                : Fold(Refine(end, isPatient: origin == Origin.Given));
        }

        if (end.IsFolded && _ends.Familiar(origin, end.Sum, out bool isKnownToo) is { } again)
        {
            // As all ends that are familiar, refined only if it becomes the result.
            FitAttempt told = end.Attempt with { IsOptimum = false, Verdict = again };
            end = end with { Attempt = told, IsKnown = isKnownToo, IsRefined = false };
        }

        // That a search from around an end finds it again is no evidence for it.
        bool isCenter = _center is not null && origin != Origin.Given && _center.IsSame(end.Sum, _floor);
        end = isCenter ? end with { Origin = Origin.Around } : end;
        int evaluations = _problem.EvaluationCount - evaluationsBefore;
        end = end with { Attempt = end.Attempt with { Evaluations = evaluations } };
        _ends.Add(end);
        return end;
    }

    /// <summary>Refines the end of a solve and tests whether it is an optimum.</summary>
    private SearchEnd Refine(SearchEnd end, bool isPatient)
    {
        int before = _problem.EvaluationCount;
        LeastSquaresOptions tight = _budget.Tight with
        {
            InitialStepFactor = 1,
            MaxEvaluations = (isPatient ? _budget.Tight : _budget.Loose).MaxEvaluations,
        };
        (FitOutcome solve, Linearization? at) = Refinement.Of(_problem, end.Outcome, tight, _cancellationToken);
        _interruption = solve.WasInterrupted ? solve.Status : _interruption;
        string? objection = solve.Failure is not null ? "the model is not finite where the solver needs it"
            : solve.WasInterrupted ? "the solve was interrupted"
            : OptimumTest.Objection(_problem, solve, at);
        FitAttempt attempt = end.Attempt with
        {
            Estimates = [.. _problem.AllOf(solve.Parameters)],
            ChiSquared = at?.SumOfSquares ?? double.NaN,
            Evaluations = end.Attempt.Evaluations + _problem.EvaluationCount - before,
            IsOptimum = objection is null,
            Verdict = objection is null ? "an optimum" : $"not an optimum: {objection}",
        };
        return end with { Attempt = attempt, Outcome = solve, IsRefined = isPatient || solve.Converged };
    }
}
