using System.Globalization;

namespace MinpackNet.Fitting;

/// <summary>
/// Searches for the lowest minimum: solves from the given start with several bounds on the first step, two independent
/// searches that refine the best of many samples, and solves from starts that nothing selected. The lowest end is the
/// result; <see cref="Certificate"/> decides whether it is certified.
/// </summary>
internal sealed class OptimumSearch
{
    private const double TightTolerance = 1e-15;
    private const int EvaluationsPerParameter = 2000;

    // A solve that is only to tell where it leads is refined if that is of interest.
    private const double LooseTolerance = 1e-10;
    private const int LeastSteps = 20;
    private const int MostSteps = 300;

    // What the steps of such a solve may cost: for each point and parameter, the factorization takes as many operations
    // as there are parameters, and a value of the model or of a derivative the second number.
    private const double MostWork = 1e8;
    private const double ModelWork = 60;

    // The values of the model at a point from where on searches that disagree do not search again.
    private const double MostPointEvaluationsOfRounds = 2e8;

    // Between the default of 100, which may jump too far, and 1, which may creep.
    private const double SearchFactor = 10;

    // The samples of a search: enough to tell frequencies apart, but no more evaluations of the model at a point than
    // the last number, except for the least number of samples.
    private const int LeastSamples = 64;
    private const int FewSamples = 256;
    private const int MostSamples = 2048;
    private const int SamplesPerPoint = 4;
    private const double MostPointEvaluations = 2e6;

    // How many of the samples get a few steps, how many of those are refined, and how many starts are not selected.
    private const int Shortlist = 16;
    private const int Refined = 5;
    private const int Unselected = 32;
    private const int ShortSteps = 12;

    // Searches that disagree search again, this much harder.
    private const int Rounds = 3;

    // The least relative difference in one parameter between starts of a search.
    private const double Apart = 0.05;

    // Sums of squares are equal if their logarithms agree to this many digits after the point.
    private const int SumDigits = 5;

    // An end this much above the lowest may creep along a valley towards it.
    private const double NearLowest = 1.5;

    private static readonly double[] StepFactors = [100, 10, 1, 0.1];

    private readonly FitProblem _problem;
    private readonly LeastSquaresOptions _options;
    private readonly LeastSquaresOptions _loose;
    private readonly CancellationToken _cancellationToken;
    private readonly StartSpace _space;
    private readonly double[] _residuals;
    private readonly List<SearchEnd> _ends = [];
    private LeastSquaresStatus _interruption;
    private readonly double _floor;

    private OptimumSearch(FitProblem problem, FitOptions options, CancellationToken cancellationToken)
    {
        _problem = problem;
        _cancellationToken = cancellationToken;
        _space = new(problem);
        _residuals = new double[problem.PointCount];
        // Of the data's size, not the model's: at a wild end that may be huge.
        _floor = OptimumTest.Floor(Norms.Of(problem.Weighted(problem.Observations)));
        _options = (options.Solver ?? LeastSquaresOptions.Default) with
        {
            FunctionTolerance = TightTolerance,
            StepTolerance = TightTolerance,
            GradientTolerance = TightTolerance,
            MaxEvaluations = EvaluationsPerParameter * (problem.Free.Length + 1),
        };
        _loose = _options with
        {
            FunctionTolerance = LooseTolerance,
            StepTolerance = LooseTolerance,
            GradientTolerance = LooseTolerance,
            InitialStepFactor = SearchFactor,
            MaxEvaluations = EvaluationsOf(StepCount()),
        };
    }

    private bool IsInterrupted => _interruption != LeastSquaresStatus.None;

    /// <summary>Searches, until the lowest minimum is certified or nothing is left to try.</summary>
    public static FitOutcome Run(FitProblem problem, FitOptions options, CancellationToken cancellationToken) =>
        new OptimumSearch(problem, options, cancellationToken).Run();

    private FitOutcome Run()
    {
        string? proof = SolveFromStart();
        for (int round = 0; round < Rounds && proof is null && !IsInterrupted && !Agree() && MaySearch(); round++)
        {
            Search(Origin.FirstSearch, round);
            Search(Origin.SecondSearch, round);
        }

        for (int k = 0; k < Unselected && proof is null && !IsInterrupted; k++)
        {
            double[] start = _space.Point(2 * Rounds, k);
            int before = _problem.EvaluationCount;
            Add(Origin.Unselected, $"unselected start {k + 1}", start, _loose, before);
        }

        SearchEnd best = Best();
        IReadOnlyList<string> objections = proof is null && !IsInterrupted
            ? Certificate.Objections(_problem, _ends, best, _floor)
            : [];
        return best.Outcome with
        {
            Status = IsInterrupted ? _interruption : best.Outcome.Status,
            Evaluations = _ends.Sum(end => end.Attempt.Evaluations),
            JacobianEvaluations = _problem.DerivativeCount,
            Attempts = [.. _ends.Select(end => end.Attempt)],
            IsCertified = !IsInterrupted && objections.Count == 0,
            IsProven = proof is not null,
            Evidence = IsInterrupted
                ? $"the search was interrupted, and the lowest end so far is {best.Attempt.Verdict}"
                : proof is not null ? proof
                : objections.Count == 0 ? "two independent searches end in it and no other start ends lower"
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
            LeastSquaresOptions options = _options with { InitialStepFactor = factor };
            SearchEnd end = Add(Origin.Given, name, start, options, _problem.EvaluationCount);
            if (IsInterrupted)
            {
                return null;
            }

            if (end.Attempt.IsOptimum && Best() == end)
            {
                string? proof = end.Sum <= _floor ? "it meets the data to within rounding"
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

    private bool MaySearch() =>
        (double)_problem.EvaluationCount * _problem.PointCount < MostPointEvaluationsOfRounds;

    /// <summary>Whether both searches have found the lowest end.</summary>
    private bool Agree()
    {
        double lowest = _ends.Min(end => end.Sum);
        bool Found(Origin origin) => _ends.Exists(end => end.Origin == origin && end.IsSame(lowest, _floor));
        return Found(Origin.FirstSearch) && Found(Origin.SecondSearch);
    }

    /// <summary>
    /// Samples the sum of squares, takes the best that are apart from each other a few steps further, and refines the
    /// best of those.
    /// </summary>
    private void Search(Origin origin, int round)
    {
        int before = _problem.EvaluationCount;
        bool first = origin == Origin.FirstSearch;
        int sequence = (2 * round) + (first ? 0 : 1);
        List<(double Sum, double[] Point)> samples = [];
        for (int k = 0; k < SampleCount() << round && !IsInterrupted; k++)
        {
            double[] point = _space.Point(sequence, k);
            _problem.Residuals(point, _residuals);
            double sum = _residuals.Sum(r => r * r);
            if (double.IsFinite(sum))
            {
                samples.Add((sum, point));
            }

            NoteCancellation();
        }

        List<(double Sum, double[] Point)> advanced = [];
        foreach ((_, double[] point) in BestApart(samples, Shortlist << round))
        {
            if (IsInterrupted)
            {
                return;
            }

            double[] end = Advance(point);
            _problem.Residuals(end, _residuals);
            double sum = _residuals.Sum(r => r * r);
            if (double.IsFinite(sum))
            {
                advanced.Add((sum, end));
            }
        }

        int number = _ends.Count(end => end.Origin == origin);
        foreach ((_, double[] point) in BestApart(advanced, Refined << round))
        {
            if (IsInterrupted)
            {
                return;
            }

            Add(origin, $"{(first ? "first" : "second")} search {++number}", point, _loose, before);
            before = _problem.EvaluationCount;
        }
    }

    private int SampleCount()
    {
        int wanted = Math.Clamp(SamplesPerPoint * _problem.PointCount, FewSamples, MostSamples);
        return (int)Math.Clamp(MostPointEvaluations / _problem.PointCount, LeastSamples, wanted);
    }

    private int StepCount()
    {
        double n = _problem.Free.Length;
        return (int)Math.Clamp(MostWork / (_problem.PointCount * n * (n + ModelWork)), LeastSteps, MostSteps);
    }

    private double[] Advance(double[] point)
    {
        int steps = Math.Min(ShortSteps, StepCount() / 3);
        LeastSquaresOptions options = _loose with { MaxEvaluations = EvaluationsOf(steps) };
        FitOutcome end = FitOutcome.Of(_problem, point, _problem.SolverJacobian, options, _cancellationToken);
        _interruption = end.WasInterrupted ? end.Status : _interruption;
        return end.Parameters;
    }

    private int EvaluationsOf(int steps) => steps * (_problem.HasDerivatives ? 1 : _problem.Free.Length + 1);

    private void NoteCancellation() => _interruption =
        _cancellationToken.IsCancellationRequested ? LeastSquaresStatus.Cancelled : _interruption;

    /// <summary>
    /// The lowest, in order, of equal ones the closest to the start, without those that are close to a better one.
    /// </summary>
    private List<(double Sum, double[] Point)> BestApart(List<(double Sum, double[] Point)> all, int most)
    {
        double[] start = _problem.FreeOf(_problem.Start);
        List<(double Sum, double[] Point)> chosen = [];
        foreach ((double Sum, double[] Point) candidate in all
            .OrderBy(sample => Math.Round(Math.Log(sample.Sum + _floor), SumDigits))
            .ThenBy(sample => DistanceBetween(start, sample.Point)))
        {
            if (chosen.Count == most)
            {
                break;
            }

            if (!chosen.Exists(other => Difference(other.Point, candidate.Point) < Apart))
            {
                chosen.Add(candidate);
            }
        }

        return chosen;
    }

    /// <summary>The largest relative difference of two points in one parameter, from 0 to 1.</summary>
    private static double Difference(double[] a, double[] b) =>
        a.Zip(b, (p, q) => p == q ? 0 : Math.Abs(p - q) / (Math.Abs(p) + Math.Abs(q))).Max();

    private static double DistanceBetween(double[] a, double[] b) =>
        a.Zip(b, (p, q) => Difference([p], [q])).Sum();

    /// <summary>Solves from a start, and refines and tests the end unless it is known or of no interest.</summary>
    private SearchEnd Add(
        Origin origin, string name, double[] start, LeastSquaresOptions options, int evaluationsBefore)
    {
        FitOutcome solve = FitOutcome.Of(_problem, start, _problem.SolverJacobian, options, _cancellationToken);
        _interruption = solve.WasInterrupted ? solve.Status : _interruption;
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
            end = Familiar(origin, solve) is { } known
                ? end with
                {
                    Attempt = attempt with { ChiSquared = known.Sum, Verdict = known.Verdict },
                    IsKnown = known.IsOptimum,
                }
                : Refine(end, isPatient: origin == Origin.Given);
        }

        int evaluations = _problem.EvaluationCount - evaluationsBefore;
        end = end with { Attempt = end.Attempt with { Evaluations = evaluations } };
        _ends.Add(end);
        return end;
    }

    /// <summary>Refines the end of a solve and tests whether it is an optimum.</summary>
    private SearchEnd Refine(SearchEnd end, bool isPatient)
    {
        int before = _problem.EvaluationCount;
        LeastSquaresOptions tight = _options with
        {
            InitialStepFactor = 1,
            MaxEvaluations = isPatient ? _options.MaxEvaluations : _loose.MaxEvaluations,
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

    /// <summary>
    /// The sum of squares and the verdict of an end that needs no refinement: it lies at an optimum that is known, or
    /// a start that was not given led far above the lowest; null for any other.
    /// </summary>
    private (double Sum, string Verdict, bool IsOptimum)? Familiar(Origin origin, FitOutcome solve)
    {
        if (solve.Failure is not null || _ends.Count == 0)
        {
            return null;
        }

        _problem.Residuals(solve.Parameters, _residuals);
        double sum = _residuals.Sum(r => r * r);
        if (!double.IsFinite(sum))
        {
            return null;
        }

        SearchEnd? known = _ends.Find(end =>
            end.Attempt.IsOptimum && end.IsSame(sum, _floor) && !end.IsAbove(sum, _floor));
        return known is not null ? (sum, $"the optimum of {known.Attempt.Name} again", true)
            : origin != Origin.Given && sum > NearLowest * _ends.Min(end => end.Sum) ? (sum, "a higher end", false)
            : null;
    }

    /// <summary>
    /// The lowest. Of several with the same sum, which may be mirror images, an optimum reached from the given start,
    /// otherwise the closest to it, because its signs and orders of magnitude mean something; of equally close ones an
    /// optimum. It is refined if it was not.
    /// </summary>
    private SearchEnd Best()
    {
        SearchEnd lowest = _ends.MinBy(end => end.Sum)!;
        SearchEnd best = Closest(lowest);
        if (!best.IsRefined && !IsInterrupted && double.IsFinite(best.Sum))
        {
            SearchEnd refined = Refine(best, isPatient: true);
            _ends[_ends.IndexOf(best)] = refined;
            best = refined.IsAbove(lowest.Sum, _floor) || refined.Outcome.Failure is not null ? lowest : refined;
        }

        return best;
    }

    private SearchEnd Closest(SearchEnd lowest)
    {
        double[] start = _problem.FreeOf(_problem.Start);
        SearchEnd best = _ends.Find(end => end is { Origin: Origin.Given, Attempt.IsOptimum: true } && IsAsLow(end))
            ?? lowest;
        foreach (SearchEnd end in _ends.Where(end => best.Origin != Origin.Given && IsAsLow(end)))
        {
            double nearer = Distance(best) - Distance(end);
            bool equal = Math.Abs(nearer) <= Apart;
            best = equal ? (end.Attempt.IsOptimum && !best.Attempt.IsOptimum ? end : best) : nearer > 0 ? end : best;
        }

        return best;

        bool IsAsLow(SearchEnd end) =>
            double.IsFinite(end.Sum) && end.Outcome.Failure is null && !end.IsAbove(lowest.Sum, _floor);
        double Distance(SearchEnd end) => DistanceBetween(start, end.Outcome.Parameters);
    }
}
