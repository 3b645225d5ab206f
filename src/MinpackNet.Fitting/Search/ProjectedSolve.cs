namespace MinpackNet.Fitting;

/// <summary>
/// A solve in the nonlinear parameters alone: the others follow from a linear fit at each point (Golub and Pereyra
/// 1973), with Kaufman's approximation of the derivatives (1975), those of the model less what the linear part can
/// make up for. It takes a fraction of the evaluations where a start of the linear parameters is poor; the digits and
/// the covariance are those of a solve in all parameters, from where it ends.
/// </summary>
internal sealed class ProjectedSolve
{
    private readonly FitProblem _problem;
    private readonly LinearPart _linear;

    /// <param name="problem">The fit, of a model with known steps, without bounds, losses and counts.</param>
    /// <param name="linear">Its linear parameters: at least one, and not all.</param>
    public ProjectedSolve(FitProblem problem, LinearPart linear)
    {
        _problem = problem;
        _linear = linear;
    }

    /// <summary>Whether a fit can be solved so.</summary>
    public static bool Suits(FitProblem problem, LinearPart linear) =>
        problem.Program is not null
        && problem.SolverBounds is null
        && problem.Loss is null
        && !problem.HasCounts
        && linear.Others.Length > 0
        && linear.Others.Length < problem.Free.Length;

    /// <summary>A projected solve from the start, and a plain one in all parameters from where it ends.</summary>
    /// <param name="problem">The fit; receives the start with the linear parameters that fit best there.</param>
    /// <param name="linear">Its linear parameters.</param>
    /// <param name="options">Those of the solver.</param>
    /// <param name="cancellationToken">Ends the solves.</param>
    public static (FitOutcome Outcome, EndPoint End) ThenPlain(
        ref FitProblem problem, LinearPart linear, LeastSquaresOptions options, CancellationToken cancellationToken)
    {
        double[] start = linear.Adjusted(problem.FreeOf(problem.Start));
        problem = problem.With(problem.Predictors, problem.AllOf(start), problem.Options);
        FitOutcome projected = new ProjectedSolve(problem, linear).Of(start, options, cancellationToken);
        if (projected.WasInterrupted)
        {
            return (projected, EndPoint.Of(problem, projected));
        }

        (FitOutcome solve, EndPoint end) = PlainSolve.Of(
            problem.With(problem.Predictors, problem.AllOf(projected.Parameters), problem.Options),
            options,
            cancellationToken);
        return (
            solve with
            {
                Evaluations = solve.Evaluations + projected.Evaluations,
                JacobianEvaluations = solve.JacobianEvaluations + projected.JacobianEvaluations,
            },
            end);
    }

    /// <summary>One solve.</summary>
    /// <param name="start">A point, of which the linear parameters do not matter.</param>
    /// <param name="options">Those of the solver.</param>
    /// <param name="cancellationToken">Ends the solve.</param>
    /// <returns>
    /// The end in all parameters that are not fixed; without a convergence where values are not finite.
    /// </returns>
    public FitOutcome Of(double[] start, LeastSquaresOptions options, CancellationToken cancellationToken)
    {
        double[] best = start;
        double lowest = double.PositiveInfinity;
        double[] known = [];
        double[] completed = start;
        try
        {
            LeastSquaresResult solve = LeastSquares.Solve(
                [.. _linear.Others.Select(k => start[k])],
                _problem.PointCount,
                Residuals,
                Jacobian,
                options,
                cancellationToken);
            return new(Completed([.. solve.Parameters]), solve.Status, solve.Evaluations, solve.JacobianEvaluations);
        }
        catch (NonFiniteValueException exception)
        {
            return new(best, LeastSquaresStatus.None, _problem.EvaluationCount, _problem.DerivativeCount)
            {
                Failure = exception,
            };
        }

        void Residuals(ReadOnlySpan<double> others, Span<double> residuals)
        {
            double[] point = Completed(others);
            _problem.Residuals(point, residuals);
            double sum = Norms.SumOfSquares(residuals);
            (best, lowest) = sum < lowest ? (point, sum) : (best, lowest);
        }

        void Jacobian(ReadOnlySpan<double> others, JacobianMatrix jacobian)
        {
            double[] point = Completed(others);
            ColumnSpan span = new();
            double[][] all = _problem.DerivativesBy(point, [.. _linear.Parameters, .. _linear.Others]);
            foreach (double[] column in all[.._linear.Parameters.Length])
            {
                span.Add(column);
            }

            for (int k = 0; k < _linear.Others.Length; k++)
            {
                span.Outside(all[_linear.Parameters.Length + k]).CopyTo(jacobian.Column(k));
            }
        }

        // The solver asks for the Jacobian where it has asked for the residuals.
        double[] Completed(ReadOnlySpan<double> others)
        {
            if (!others.SequenceEqual(known))
            {
                double[] point = [.. start];
                for (int k = 0; k < others.Length; k++)
                {
                    point[_linear.Others[k]] = others[k];
                }

                (known, completed) = ([.. others], _linear.Adjusted(point));
            }

            return completed;
        }
    }
}
