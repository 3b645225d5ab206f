namespace MinpackNet.Fitting;

/// <summary>The model where a fit ended.</summary>
/// <param name="Problem">The fit, with the parameters fixed that bounds hold back.</param>
/// <param name="Outcome">The outcome in the others.</param>
/// <param name="Residuals">The whitened residuals.</param>
/// <param name="Linearization">
/// The linearized model; null where it is not finite, and after an interruption of a single solve.
/// </param>
internal sealed record EndPoint(
    FitProblem Problem, FitOutcome Outcome, RealVector Residuals, Linearization? Linearization)
{
    private readonly Lazy<double[]> _values = new(() => Problem.UncountedValuesAt(Outcome.Parameters));

    /// <summary>The model's values, computed when first needed.</summary>
    public double[] Values => _values.Value;

    /// <summary>The sum of the squares of the residuals, or of their losses.</summary>
    public double Sum => Problem.Sum(Residuals);

    /// <summary>
    /// Evaluates the derivatives unless a single solve was interrupted, and the model where the solver has not.
    /// </summary>
    public static EndPoint Of(FitProblem problem, FitOutcome outcome)
    {
        (problem, outcome) = outcome.WithoutHeld(problem);
        RealVector residuals = outcome.KnownResiduals ?? RealVector.Create(problem.ResidualsAt(outcome.Parameters));
        return new(
            problem,
            outcome,
            residuals,
            outcome is { WasInterrupted: true, Attempts: [] }
                ? null
                : Linearization.At(problem, outcome.Parameters, residuals));
    }
}
