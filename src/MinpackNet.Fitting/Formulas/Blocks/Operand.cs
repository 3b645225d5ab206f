using System.Numerics;

namespace MinpackNet.Fitting;

/// <summary>
/// A block of numbers, one for each point, or one vector that stands for all of them: a number at all points, or a
/// number for each of the fits in lanes.
/// </summary>
internal readonly ref struct Operand
{
    public Operand(double number) => Row = new(number);

    public Operand(Vector<double> row) => Row = row;

    public Operand(ReadOnlySpan<double> block) => Block = block;

    /// <summary>The numbers; empty for one vector.</summary>
    public ReadOnlySpan<double> Block { get; }

    /// <summary>The vector, if it is one.</summary>
    public Vector<double> Row { get; }

    public bool IsUniform => Block.IsEmpty;

    public double this[int index] => IsUniform ? Row[index % Vector<double>.Count] : Block[index];
}
