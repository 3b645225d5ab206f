using System.Globalization;

namespace MinpackNet.Fitting;

/// <summary>
/// Solves in many ways until an optimum is certified: with several bounds on the first step and from starts scattered
/// around the given one. Each solve is refined and tested.
/// </summary>
internal sealed class SolveLadder
{
    private const double TightTolerance = 1e-15;
    private const int EvaluationsPerParameter = 2000;

    // Between the default of 100, which may jump too far, and 1, which may creep.
    private const double ScatterFactor = 10;

    // An optimum must withstand this many solves from other starts.
    private const int Challenges = 4;

    private static readonly double[] StepFactors = [100, 10, 1, 0.1];

    private readonly FitProblem _problem;
    private readonly LeastSquaresOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly List<Rung> _rungs = [];
    private int _factorsTried;
    private int _scattered;
    private double _floor;

    private SolveLadder(FitProblem problem, FitOptions options, CancellationToken cancellationToken)
    {
        _problem = problem;
        _cancellationToken = cancellationToken;
        _options = (options.Solver ?? LeastSquaresOptions.Default) with
        {
            FunctionTolerance = TightTolerance,
            StepTolerance = TightTolerance,
            GradientTolerance = TightTolerance,
            MaxEvaluations = EvaluationsPerParameter * (problem.Free.Length + 1),
        };
    }

    /// <summary>Climbs until an optimum is certified, or nothing is left to try.</summary>
    public static FitOutcome Climb(FitProblem problem, FitOptions options, CancellationToken cancellationToken) =>
        new SolveLadder(problem, options, cancellationToken).Climb();

    private FitOutcome Climb()
    {
        bool certified = false;
        LeastSquaresStatus interruption = LeastSquaresStatus.None;
        while (!certified && interruption == LeastSquaresStatus.None && Next() is { } rung)
        {
            _rungs.Add(rung);
            interruption = rung.Outcome.WasInterrupted ? rung.Outcome.Status : interruption;
            certified = IsCertified();
        }

        Rung best = Best();
        return best.Outcome with
        {
            Status = interruption == LeastSquaresStatus.None ? best.Outcome.Status : interruption,
            Evaluations = _problem.EvaluationCount,
            JacobianEvaluations = _problem.DerivativeCount,
            Attempts = [.. _rungs.Select(rung => rung.Attempt)],
            IsCertified = certified,
        };
    }

    /// <summary>
    /// The next solve: first challenges to an optimum already found, then other step bounds, then other starts; null at
    /// the end.
    /// </summary>
    private Rung? Next()
    {
        bool challenge = _scattered < Challenges && _rungs.Any(rung => rung.Attempt.IsOptimum);
        if (!challenge && _factorsTried < StepFactors.Length)
        {
            double factor = StepFactors[_factorsTried++];
            string name = string.Create(CultureInfo.InvariantCulture, $"step factor {factor}");
            return Try(name, _problem.FreeOf(_problem.Start), factor);
        }

        if (_scattered == Scatter.Count)
        {
            return null;
        }

        _scattered++;
        return Try(
            $"scattered start {_scattered}", Scatter.Point(_problem.FreeOf(_problem.Start), _scattered), ScatterFactor);
    }

    private Rung Try(string name, double[] start, double factor)
    {
        int before = _problem.EvaluationCount;
        LeastSquaresOptions options = _options with { InitialStepFactor = factor };
        FitOutcome solve = FitOutcome.Of(_problem, start, _problem.SolverJacobian, options, _cancellationToken);
        Linearization? at = null;
        if (!solve.WasInterrupted)
        {
            (solve, at) = Refinement.Of(_problem, solve, _options with { InitialStepFactor = 1 }, _cancellationToken);
        }

        _floor = Math.Max(_floor, at is null ? 0 : OptimumTest.Floor(at.ModelSize));
        string? objection = solve.Failure is not null ? "the model is not finite where the solver needs it"
            : solve.WasInterrupted ? "the solve was interrupted"
            : OptimumTest.Objection(_problem, solve, at);
        FitAttempt attempt = new(
            name,
            _problem.AllOf(start),
            factor,
            _problem.AllOf(solve.Parameters),
            at?.SumOfSquares ?? double.NaN,
            _problem.EvaluationCount - before,
            objection is null,
            objection is null ? "an optimum" : $"not an optimum: {objection}");
        return new(attempt, solve);
    }

    /// <summary>
    /// Whether the best point is an optimum, has withstood the challenges, is confirmed by another solve, and is the
    /// lowest found.
    /// </summary>
    private bool IsCertified()
    {
        Rung best = Best();
        return best.Attempt.IsOptimum
            && _scattered >= Challenges
            && _rungs.Any(rung => rung != best && rung.Confirms(best, _floor))
            && !_rungs.Any(rung => rung.IsLowerThan(best, _floor));
    }

    /// <summary>
    /// The first of the lowest, with optima before others; later ones with the same sum may be mirror images.
    /// </summary>
    private Rung Best()
    {
        Rung best = _rungs[0];
        foreach (Rung rung in _rungs.Skip(1))
        {
            bool better = rung.Attempt.IsOptimum == best.Attempt.IsOptimum
                ? rung.IsLowerThan(best, _floor) || double.IsNaN(best.Attempt.ChiSquared)
                : rung.Attempt.IsOptimum;
            best = better ? rung : best;
        }

        return best;
    }
}
