using MinpackNet.Fitting;
using MinpackNet.Nist;

namespace MinpackNet.Cli;

/// <summary>Runs the fits of a certification.</summary>
internal static class FitRunner
{
    /// <summary>The number of fits: each set from each of its starts.</summary>
    public static int Count => NistProblems.All.Sum(problem => problem.Starts.Length);

    /// <summary>Runs the fits one by one, as they are enumerated.</summary>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static IEnumerable<SetFit> Run(CertificationSettings settings, CancellationToken cancellationToken)
    {
        foreach (NistProblem problem in NistProblems.All)
        {
            for (int startIndex = 0; startIndex < problem.Starts.Length; startIndex++)
            {
                SetFit fit = settings.IsSearch
                    ? Climb(problem, startIndex, settings, cancellationToken)
                    : Run(problem, startIndex, settings, cancellationToken);
                cancellationToken.ThrowIfCancellationRequested();
                yield return fit;
            }
        }
    }

    private static SetFit Climb(
        NistProblem problem, int startIndex, CertificationSettings settings, CancellationToken cancellationToken)
    {
        FitOptions options = new() { Strategy = FitStrategy.Search, Solver = settings.SolverOptions };
        FitResult result = CurveFit.Fit(
            settings.Jacobian switch
            {
                JacobianMode.Analytic => Model.FromSurface(problem.Evaluate, problem.Gradient),
                JacobianMode.Automatic => problem.Model,
                _ => Model.FromSurface(problem.Evaluate),
            },
            problem.Predictors,
            [.. problem.Response],
            problem.Starts[startIndex].ToArray(),
            options,
            cancellationToken);
        return Judge(problem, startIndex, settings, [.. result.Estimates], result.Evaluations) with
        {
            Status = result.Status,
            IsCertified = result.IsCertified,
            StandardErrors = result.StandardErrors,
            StandardErrorDigits = Digits.Worst(result.StandardErrors, problem.Solution.StandardErrors),
        };
    }

    private static SetFit Run(
        NistProblem problem, int startIndex, CertificationSettings settings, CancellationToken cancellationToken)
    {
        double[] reached = [.. problem.Starts[startIndex]];
        int evaluations = 0;
        try
        {
            LeastSquaresResult result = LeastSquares.Solve(
                problem.Starts[startIndex].AsSpan(),
                problem.ObservationCount,
                problem.Residuals,
                settings.Jacobian switch
                {
                    JacobianMode.Analytic => problem.Jacobian,
                    JacobianMode.Automatic => problem.FormulaJacobian,
                    _ => null,
                },
                settings.SolverOptions with { Observer = Remember },
                cancellationToken);
            return Judge(problem, startIndex, settings, result);
        }
        catch (Exception exception) when (exception is not NativeLibraryException)
        {
            return Judge(problem, startIndex, settings, reached, evaluations) with { Error = exception.Message };
        }

        bool Remember(IterationInfo iteration)
        {
            iteration.Parameters.CopyTo(reached);
            evaluations = iteration.Evaluations;
            return true;
        }
    }

    private static SetFit Judge(
        NistProblem problem, int startIndex, CertificationSettings settings, LeastSquaresResult result)
    {
        IReadOnlyList<double>? standardErrors = result.StandardErrors;
        return Judge(problem, startIndex, settings, [.. result.Parameters], result.Evaluations) with
        {
            Status = result.Status,
            StandardErrors = standardErrors,
            StandardErrorDigits =
                standardErrors is null ? 0 : Digits.Worst(standardErrors, problem.Solution.StandardErrors),
        };
    }

    private static SetFit Judge(
        NistProblem problem, int startIndex, CertificationSettings settings, double[] parameters, int evaluations)
    {
        double digits = Digits.Worst(parameters, problem.Solution.Parameters);
        double[] residuals = new double[problem.ObservationCount];
        problem.Residuals(parameters, residuals);
        return new()
        {
            Set = problem.Name,
            Start = startIndex + 1,
            Level = problem.Level,
            Evaluations = evaluations,
            ParameterDigits = digits,
            Reached = digits >= settings.RequiredDigits,
            SumOfSquares = residuals.Sum(residual => residual * residual),
            Parameters = parameters,
        };
    }
}
