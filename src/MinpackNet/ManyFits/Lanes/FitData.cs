namespace MinpackNet;

/// <summary>The data of many fits, the same number of values for each, one fit after the other.</summary>
internal readonly struct FitData(ReadOnlyMemory<double> values, int fitCount)
{
    private readonly ReadOnlyMemory<double> _values = values;

    /// <summary>How many values each fit has.</summary>
    public int Length { get; } = fitCount == 0 ? 0 : values.Length / fitCount;

    public ReadOnlySpan<double> Of(int fit) => _values.Span.Slice(fit * Length, Length);
}
