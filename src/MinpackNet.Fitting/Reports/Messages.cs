namespace MinpackNet.Fitting;

/// <summary>The status of a fit in words.</summary>
internal static class Messages
{
    /// <param name="outcome">The outcome.</param>
    /// <param name="problem">What was solved.</param>
    /// <param name="point">What to call a point, by its index from 0.</param>
    public static string Of(FitOutcome outcome, FitProblem problem, Func<int, string> point) =>
        outcome is { Attempts.Count: 0, Evidence: { Length: > 0 } evidence }
            ? $"{Ending(outcome, problem, point)} {evidence}"
            : Ending(outcome, problem, point);

    private static string Ending(FitOutcome outcome, FitProblem problem, Func<int, string> point) =>
        outcome.Status switch
        {
            > LeastSquaresStatus.None when outcome.IsCertified =>
                $"Certified: the lowest of {NumberText.Count(outcome.Attempts.Count, "attempt")} is a minimum to "
                + $"within rounding; {outcome.Evidence}.",
            > LeastSquaresStatus.None when outcome.Attempts.Count > 0 =>
                $"Not certified, the lowest of {NumberText.Count(outcome.Attempts.Count, "attempt")}: "
                + $"{outcome.Evidence}.",
            > LeastSquaresStatus.None when outcome.Overflows =>
                "Not converged: the solver stopped where the residuals overflow. The estimates are the best so far.",
            LeastSquaresStatus.None => Failure(outcome.Failure!, problem, point),
            LeastSquaresStatus.Stopped => "Stopped by the observer; the estimates are the best so far.",
            LeastSquaresStatus.Canceled => "Canceled; the estimates are the best so far.",
            LeastSquaresStatus.SmallReduction =>
                $"Converged: the {problem.SumName} changes by less than the function tolerance.",
            LeastSquaresStatus.SmallStep => "Converged: the parameters change by less than the step tolerance.",
            LeastSquaresStatus.SmallReductionAndStep =>
                $"Converged: the {problem.SumName} and the parameters change by less than the tolerances.",
            LeastSquaresStatus.SmallGradient when problem.SolverBounds is not null || problem.Loss is not null =>
                $"Converged: no direction that the bounds leave open lowers the {problem.SumName} by more than the "
                + "gradient tolerance.",
            LeastSquaresStatus.SmallGradient =>
                "Converged: the residuals are orthogonal to the Jacobian's columns within the gradient tolerance.",
            LeastSquaresStatus.TooManyEvaluations =>
                "Not converged: the limit on evaluations was reached. The estimates are the best so far.",
            LeastSquaresStatus.FunctionToleranceTooSmall =>
                $"At the limit of double precision: the {problem.SumName} cannot be reduced further.",
            LeastSquaresStatus.StepToleranceTooSmall =>
                "At the limit of double precision: the parameters cannot be improved further.",
            _ => "At the limit of double precision: the residuals are orthogonal to the Jacobian's columns.",
        };

    private static string Failure(NonFiniteValueException failure, FitProblem problem, Func<int, string> point)
    {
        IEnumerable<string> at = problem.Predictors.Names.Zip(
            problem.Predictors.Columns,
            (name, column) => $"{name} = {NumberText.Exact(column[failure.ResidualIndex])}");
        if (problem.HasCounts
            && failure.ParameterIndex is null
            && problem.ValuesAt([.. failure.Point])[failure.ResidualIndex] is <= 0 and var value)
        {
            return $"Failed: the model is {NumberText.Plain(value)} at {point(failure.ResidualIndex)} "
                + $"({string.Join(", ", at)}), and the expectation of a count is above zero.";
        }

        return $"Failed: {(failure.ParameterIndex is null ? "the model" : "a derivative of the model")} is "
            + $"{(double.IsNaN(failure.Value) ? "NaN" : NumberText.Plain(failure.Value))} at "
            + $"{point(failure.ResidualIndex)} ({string.Join(", ", at)}).";
    }
}
