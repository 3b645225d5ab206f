using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>
/// Least squares with bounds or a loss: solves, puts parameters exactly on the bounds that hold them back, solves for
/// the others once more, and frees what they no longer hold.
/// </summary>
internal sealed class BoundedLeastSquares
{
    /// <summary>How often parameters are freed again.</summary>
    private const int MostReleases = 10;

    /// <summary>How often a solve goes on from a lower point where it ended at no minimum.</summary>
    private const int MostRestarts = 3;

    // How often a start is moved inside by less, and the effect, of all residuals, that such a move may have.
    private const int MostMoves = 8;
    private const double LargestEffectOfMove = 1e-3;

    private BoundedProblem _problem;
    private readonly bool _isDogbox;
    private readonly BoundState[] _states;
    private double[] _x;
    private BoundedSolver? _solver;
    private BoundedStatus? _known;
    private (int Residuals, int Jacobians) _counts;
    private int _releases;

    private BoundedLeastSquares(
        BoundedProblem problem, ReadOnlySpan<double> start, bool isDogbox, BoundedSolver? solver)
    {
        _problem = problem;
        _isDogbox = isDogbox;
        _solver = solver;
        _x = start.ToArray();
        _states = new BoundState[_x.Length];
        for (int j = 0; j < _x.Length; j++)
        {
            _states[j] = problem.Lower[j] == problem.Upper[j] ? BoundState.Fixed : BoundState.Free;
        }
    }

    /// <param name="problem">The problem; equal bounds fix a parameter.</param>
    /// <param name="start">n values within the bounds.</param>
    /// <param name="isDogbox">Whether to solve by dogbox, and not by the reflective method.</param>
    /// <param name="solver">Memory to be used again; replaced by memory of the right size.</param>
    public static BoundedOutcome Run(
        BoundedProblem problem, ReadOnlySpan<double> start, bool isDogbox, ref BoundedSolver? solver)
    {
        NativeLibraryState.EnsureLoaded();
        BoundedOutcome outcome = Solve(problem.WithoutFarBounds(), start, isDogbox, ref solver);
        return Feasibility.IsInside(outcome.Parameters, problem.Lower, problem.Upper)
            ? outcome
            : Solve(problem, start, isDogbox, ref solver);
    }

    private static BoundedOutcome Solve(
        BoundedProblem problem, ReadOnlySpan<double> start, bool isDogbox, ref BoundedSolver? solver)
    {
        BoundedLeastSquares solves = new(problem, start, isDogbox, solver);
        BoundedOutcome outcome = solves.Run();
        solver = solves._solver;
        return outcome;
    }

    private BoundedOutcome Run()
    {
        for (int restarts = 0; ;)
        {
            FreeParameters free = new(_x, _states);
            if (free.Count == 0)
            {
                if (++_releases <= MostReleases
                    && ActiveBounds.TryRelease(_problem, _x, [.. _states], _states, ref _counts))
                {
                    continue;
                }

                return WithoutFree(isOptimal: _releases <= MostReleases);
            }

            BoundedStatus status = SolveFor(free);
            bool mayGoOn = status > BoundedStatus.TooManyEvaluations
                || (status == BoundedStatus.ZeroDifferences && _known != BoundedStatus.ZeroDifferences);
            if (!mayGoOn)
            {
                return Outcome(free, isSettled: true);
            }

            BoundState[] before = [.. _states];
            if (ActiveBounds.TryHold(_problem, _solver!.Solve, free, _x, _states, ref _counts))
            {
                continue;
            }

            bool isSettled = !ActiveBounds.TryRelease(_problem, _x, before, _states, ref _counts);
            if (!isSettled && ++_releases <= MostReleases)
            {
                continue;
            }

            BoundedOutcome outcome = Outcome(free, isSettled);
            if (outcome.LowerPoint is not { } lower || restarts++ == MostRestarts)
            {
                return outcome;
            }

            // A bound met by rounding, or a region that shrank, can have held it back; neither does where a solve
            // begins.
            _x = lower;
            _counts.Residuals = outcome.Summary.Evaluations;
        }
    }

    /// <summary>One solve for the parameters that may move.</summary>
    private BoundedStatus SolveFor(FreeParameters free)
    {
        Begin(free);
        for (int moves = 0; moves < MostMoves && MovedTooFar(free); moves++)
        {
            Count();
            Begin(free);
        }

        BoundedStatus status = _solver!.Run(_isDogbox);
        _x = free.Expand(_solver.Solve.X);
        Count();
        // Once a solve has met a test, neither the limit nor what has no effect at the bounds decides any longer.
        _known = status is BoundedStatus.TooManyEvaluations or BoundedStatus.ZeroDifferences
            ? _known ?? status
            : status;
        return status;
    }

    /// <summary>Evaluates the start, for the reflective method inside the bounds.</summary>
    private void Begin(FreeParameters free)
    {
        BoundedProblem restricted = free.Restrict(_problem);
        if (_known is not null)
        {
            int left = _problem.MaxEvaluations - _counts.Residuals;
            restricted = restricted with { MaxEvaluations = Math.Max(left, 2 * (_x.Length + 2)) };
        }

        double[] origin = free.Of(_x);
        double[] point = [.. origin];
        if (!_isDogbox)
        {
            Feasibility.MoveInside(
                point, restricted.Lower, restricted.Upper, Feasibility.StartMargin, restricted.Sizes);
        }

        if (_solver is null || !_solver.Fits(restricted))
        {
            _solver = new(restricted);
        }

        _solver.Begin(restricted, point, origin);
    }

    /// <summary>
    /// Whether a parameter at zero, which has no size to be moved by, was moved to where the residuals are others; its
    /// size is less then.
    /// </summary>
    private bool MovedTooFar(FreeParameters free)
    {
        BoundedSolve solve = _solver!.Solve;
        if (!solve.Origin.AsSpan(0, free.Count).Contains(0))
        {
            return false;
        }

        double[] sizes = [.. _problem.Sizes!];
        double all = Vectors.Norm(solve.Linearized);
        bool isFar = false;
        for (int k = 0; k < free.Count && !solve.LacksJacobian; k++)
        {
            double move = Math.Abs(solve.X[k] - solve.Origin[k]);
            if (solve.Origin[k] == 0 && move * solve.Jacobian.ColumnNorm(k) > LargestEffectOfMove * all)
            {
                sizes[free.Indices[k]] *= Feasibility.StartMargin;
                isFar = true;
            }
        }

        _problem = isFar ? _problem with { Sizes = sizes } : _problem;
        return isFar;
    }

    private void Count() => _counts =
        (_counts.Residuals + _solver!.Solve.CountedEvaluations, _counts.Jacobians + _solver.Solve.JacobianEvaluations);

    private BoundedOutcome Outcome(FreeParameters free, bool isSettled) =>
        BoundedOptimum.Outcome(_solver!.Solve, _known!.Value, free, _x, _states, _counts, isSettled);

    /// <summary>The outcome where no parameter may move.</summary>
    private BoundedOutcome WithoutFree(bool isOptimal)
    {
        double[] residuals = _problem.ResidualsAt(_x);
        _problem.Rules.CheckResiduals(_x, residuals, forDifference: false);
        double cost = _problem.CostOf(residuals);
        return new()
        {
            Summary = BoundedOptimum.Summary(
                _known ?? BoundedStatus.SmallGradient, (_counts.Residuals + 1, _counts.Jacobians), isOptimal, cost),
            Parameters = _x,
            Residuals = residuals,
            Cost = cost,
            ProjectedGradient = new double[_x.Length],
            States = _states,
            UnscaledCovariance = _problem.Lsmr is null ? BoundedOptimum.Unknown(_x.Length) : null,
        };
    }
}
