namespace MinpackNet.Fitting;

/// <summary>The derivatives of a block of results with respect to their operands.</summary>
internal readonly ref struct Slopes(Span<double> byLeft, Span<double> byRight)
{
    public Span<double> ByLeft { get; } = byLeft;

    public Span<double> ByRight { get; } = byRight;
}
