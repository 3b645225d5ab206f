namespace MinpackNet.Fitting;

/// <summary>A model written for any number type, by the steps that it takes at every point.</summary>
/// <param name="own">The model.</param>
/// <param name="program">Its steps.</param>
/// <param name="columnCount">How many predictors these are for.</param>
internal sealed class RecordedModel(GenericModel own, FormulaProgram program, int columnCount) : Model, IStepModel
{
    public override IReadOnlyList<string>? ParameterNames => own.ParameterNames;

    public override DerivativeSource Derivatives => DerivativeSource.Automatic;

    public FormulaProgram Program => program;

    internal override bool? Oscillates => program.Oscillates;

    internal override double[][] Bind(Predictors x) => own.Bind(x) is var columns && columns.Length == columnCount
        ? columns
        : throw Errors.PredictorCount(nameof(x), columns.Length, columnCount);

    internal override void Evaluate(ReadOnlySpan<double> parameters, double[][] columns, Span<double> values) =>
        program.Evaluate(new(parameters, columns), values);

    internal override void Differentiate(
        ReadOnlySpan<double> parameters, double[][] columns, ReadOnlySpan<int> by, Span<double> derivatives) =>
        program.Differentiate(new(parameters, columns), by, derivatives);
}
