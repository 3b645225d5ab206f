namespace MinpackNet.Fitting;

/// <summary>The model where a fit ended.</summary>
/// <param name="Problem">The fit, with the parameters fixed that bounds hold back.</param>
/// <param name="Outcome">The outcome in the others.</param>
/// <param name="Values">The model's values.</param>
/// <param name="Residuals">The whitened residuals.</param>
/// <param name="Linearization">
/// The linearized model; null where it is not finite, and after an interruption of a single solve.
/// </param>
internal sealed record EndPoint(
    FitProblem Problem, FitOutcome Outcome, double[] Values, double[] Residuals, Linearization? Linearization)
{
    /// <summary>The sum of the squares of the residuals, or of their losses.</summary>
    public double Sum => Problem.Sum(Residuals);

    /// <summary>Evaluates the model once, and its derivatives unless a single solve was interrupted.</summary>
    public static EndPoint Of(FitProblem problem, FitOutcome outcome)
    {
        (problem, outcome) = outcome.WithoutHeld(problem);
        double[] values = problem.ValuesAt(outcome.Parameters);
        double[] residuals = problem.ResidualsFrom(values);
        return new(
            problem,
            outcome,
            values,
            residuals,
            outcome is { WasInterrupted: true, Attempts: [] }
                ? null
                : Linearization.At(problem, outcome.Parameters, residuals));
    }
}
