namespace MinpackNet.Fitting;

/// <summary>Brings a solve to the limit of double precision.</summary>
internal static class Refinement
{
    private const int MostSolves = 3;
    private const int MostSteps = 30;

    // Near a minimum a step hardly changes the sum of squares.
    private const double MostGrowth = 1.0001;

    /// <summary>
    /// Solves again from where a solve ended, with tight tolerances, the best derivatives available (the model's own or
    /// central differences) and fresh scales, until nothing changes. Then takes Gauss-Newton steps as long as the
    /// gradient falls; these do not need the sum of squares to fall.
    /// </summary>
    public static (FitOutcome Outcome, Linearization? At) Of(
        FitProblem problem, FitOutcome outcome, LeastSquaresOptions tight, CancellationToken cancellationToken)
    {
        FitOutcome best = outcome;
        for (int k = 0; k < MostSolves && best.Failure is null; k++)
        {
            FitOutcome again = FitOutcome.Of(problem, best.Parameters, problem.FillJacobian, tight, cancellationToken);
            if (again.WasInterrupted)
            {
                return (again, null);
            }

            bool settled = again.Failure is not null || again.Parameters.SequenceEqual(best.Parameters);
            best = again.Failure is null ? again : best;
            if (settled)
            {
                break;
            }
        }

        (FitProblem others, FitOutcome inOthers) = best.WithoutHeld(problem);
        (double[] point, Linearization? at) = Polish(others, inOthers.Parameters);
        return (best with { Parameters = problem.FreeOf(others.AllOf(point)), UnscaledCovariance = null }, at);
    }

    private static (double[] Point, Linearization? At) Polish(FitProblem problem, double[] point)
    {
        Linearization? at = Linearization.At(problem, point);
        for (int step = 0; step < MostSteps && at is { HasFullRank: true, SumOfSquares: > 0 }; step++)
        {
            double[] next = [.. point.Zip(at.GaussNewtonStep(), (value, change) => value + change)];
            Linearization? there = Linearization.At(problem, next);
            // A step that leaves the bounds or the neighborhood or does not reduce the gradient is not taken.
            if (there is null
                || !problem.IsWithin(next)
                || !(there.Cosines.Max() < at.Cosines.Max())
                || there.SumOfSquares > MostGrowth * at.SumOfSquares)
            {
                break;
            }

            (point, at) = (next, there);
        }

        return (point, at);
    }
}
