namespace MinpackNet.Fitting;

/// <summary>
/// The steps of a formula, run over blocks of points, and for several fits at once. An instance never changes.
/// </summary>
internal sealed class FormulaProgram(Step[] steps, int parameterCount)
{
    private static readonly int[] Value = [0];

    private readonly Lazy<FormulaCode> _values = new(() => FormulaCompiler.Values(steps));
    private readonly Lazy<FormulaLinearity> _linearity = new(() => new(steps, parameterCount));
    private readonly Lazy<FormulaCode> _derivatives = new(() => FormulaCompiler.Derivatives(steps));

    public Step[] Steps => steps;

    /// <summary>Which parameters are linear.</summary>
    public FormulaLinearity Linearity => _linearity.Value;

    /// <summary>Whether a step is a function that oscillates, or repeats itself.</summary>
    public bool Oscillates => Array.Exists(steps, step => step.Operation
        is Operation.Sin or Operation.Cos or Operation.Tan
        or Operation.Sinc or Operation.BesselJ0 or Operation.BesselJ1 or Operation.Mod);

    /// <summary>The values at all points, of all lanes.</summary>
    public void Evaluate(FormulaInput input, Span<double> values) =>
        BlockMachine.Run(_values.Value, input, Value, values);

    /// <summary>The derivatives at all points with respect to some parameters, one after the other.</summary>
    public void Differentiate(FormulaInput input, ReadOnlySpan<int> by, Span<double> derivatives) =>
        BlockMachine.Run(_derivatives.Value, input, by, derivatives);
}
