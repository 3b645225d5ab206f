namespace MinpackNet.Fitting;

/// <summary>A block of numbers, one for each point, or one number that stands for all of them.</summary>
internal readonly ref struct Operand
{
    public Operand(double number) => Number = number;

    public Operand(ReadOnlySpan<double> block) => Block = block;

    /// <summary>The numbers; empty for one.</summary>
    public ReadOnlySpan<double> Block { get; }

    /// <summary>The number, if it is one.</summary>
    public double Number { get; }

    public bool IsUniform => Block.IsEmpty;

    public double this[int index] => IsUniform ? Number : Block[index];
}
