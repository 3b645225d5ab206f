namespace MinpackNet.Fitting;

/// <summary>A block of numbers for each step of a formula.</summary>
internal readonly ref struct Registers(Span<double> memory, int length)
{
    private readonly Span<double> _memory = memory;

    public Span<double> this[int step] => _memory.Slice(step * length, length);
}
