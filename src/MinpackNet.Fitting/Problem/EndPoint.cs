namespace MinpackNet.Fitting;

/// <summary>The model where a fit ended.</summary>
/// <param name="Values">The model's values.</param>
/// <param name="Residuals">The whitened residuals.</param>
/// <param name="Linearization">
/// The linearized model; null where it is not finite, and after an interruption of a single solve.
/// </param>
internal sealed record EndPoint(double[] Values, double[] Residuals, Linearization? Linearization)
{
    /// <summary>Evaluates the model once, and its derivatives unless a single solve was interrupted.</summary>
    public static EndPoint Of(FitProblem problem, FitOutcome outcome)
    {
        double[] values = problem.ValuesAt(outcome.Parameters);
        double[] residuals = problem.ResidualsFrom(values);
        return new(
            values,
            residuals,
            outcome is { WasInterrupted: true, Attempts: [] }
                ? null
                : Linearization.At(problem, outcome.Parameters, residuals));
    }
}
