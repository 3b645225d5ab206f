using MinpackNet.Fitting;
using MinpackNet.Nist;

namespace MinpackNet.Cli;

/// <summary>Runs the fits of a certification.</summary>
internal static class FitRunner
{
    /// <summary>The number of fits: each set from each of its starts, or once from none.</summary>
    public static int Count(CertificationSettings settings) =>
        NistProblems.All.Sum(problem => StartsOf(problem, settings).Count());

    /// <summary>Runs the fits one by one, as they are enumerated.</summary>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static IEnumerable<SetFit> Run(CertificationSettings settings, CancellationToken cancellationToken)
    {
        foreach (NistProblem problem in NistProblems.All)
        {
            foreach (int? startIndex in StartsOf(problem, settings))
            {
                SetFit fit = startIndex is not { } start ? SearchWithoutStart(problem, settings, cancellationToken)
                    : settings.IsSearch
                    ? Climb(problem, start, settings, cancellationToken)
                    : Run(problem, start, settings, cancellationToken);
                cancellationToken.ThrowIfCancellationRequested();
                yield return fit;
            }
        }
    }

    private static IEnumerable<int?> StartsOf(NistProblem problem, CertificationSettings settings) =>
        settings.Start == StartMode.None ? [null] : Enumerable.Range(0, problem.Starts.Length).Select(i => (int?)i);

    private static SetFit SearchWithoutStart(
        NistProblem problem, CertificationSettings settings, CancellationToken cancellationToken)
    {
        FitOptions options = new() { Solver = settings.SolverOptions };
        double[] response = [.. problem.Response];
        FitResult result = CurveFit.Fit(problem.Model, problem.Predictors, response, options, cancellationToken);
        // Of terms of the same form, either may be the first.
        int[] order = Digits.Order([.. result.Estimates], problem.Solution.Parameters);
        return Judge(
            problem,
            null,
            settings,
            result,
            [.. order.Select(k => result.Estimates[k])],
            [.. order.Select(k => result.StandardErrors[k])]);
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
        return Judge(
            problem, startIndex, settings, result, [.. result.Estimates], [.. result.StandardErrors]);
    }

    private static SetFit Judge(
        NistProblem problem,
        int? startIndex,
        CertificationSettings settings,
        FitResult result,
        double[] estimates,
        double[] standardErrors) =>
        Judge(problem, startIndex, settings, estimates, result.Evaluations) with
        {
            Status = result.Status,
            IsCertified = result.IsCertified,
            StandardErrors = standardErrors,
            StandardErrorDigits = Digits.Worst(standardErrors, problem.Solution.StandardErrors),
        };

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
        NistProblem problem, int? startIndex, CertificationSettings settings, double[] parameters, int evaluations)
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
