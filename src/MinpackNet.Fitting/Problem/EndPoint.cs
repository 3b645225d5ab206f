namespace MinpackNet.Fitting;

/// <summary>The model where a fit ended.</summary>
/// <param name="Values">The model's values.</param>
/// <param name="Residuals">The whitened residuals.</param>
/// <param name="Linearization">
/// The linearized model; null where it is not finite, and after an interruption.
/// </param>
internal sealed record EndPoint(double[] Values, double[] Residuals, Linearization? Linearization)
{
    /// <summary>Evaluates the model once, and its derivatives unless the fit was interrupted.</summary>
    public static EndPoint Of(FitProblem problem, FitOutcome outcome)
    {
        double[] values = problem.ValuesAt(outcome.Parameters);
        double[] residuals = problem.ResidualsFrom(values);
        return new(
            values,
            residuals,
            outcome.WasInterrupted ? null : Linearization.At(problem, outcome.Parameters, residuals));
    }
}
