using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace MinpackNet.Fitting;

/// <summary>
/// Where a formula computes: blocks of numbers, and for steps that do not vary a vector of values and of adjoints.
/// </summary>
internal readonly ref struct FormulaMemory
{
    // The blocks of most formulas stay in the processor's second cache.
    public const int BlockLength = 256;

    private readonly FormulaPlan _plan;
    private readonly double[] _rented;
    private readonly int _length;
    private readonly int _numbers;

    /// <param name="plan">The formula's.</param>
    /// <param name="points">How many points there are.</param>
    /// <param name="hasAdjoints">Whether there are derivatives.</param>
    public FormulaMemory(FormulaPlan plan, int points, bool hasAdjoints)
    {
        _plan = plan;
        _length = BlockLoops.Whole(Math.Min(BlockLength, points));
        int blocks = hasAdjoints ? plan.Blocks + 1 : plan.ValueBlocks;
        _numbers = blocks * _length;
        _rented = ArrayPool<double>.Shared.Rent(_numbers + (2 * plan.Steps.Length * Vector<double>.Count));
    }

    /// <summary>How many points fit into a block.</summary>
    public int Length => _length;

    /// <summary>The values of steps that do not vary.</summary>
    public Span<Vector<double>> Rows => Vectors(_numbers);

    /// <summary>The adjoints that do not vary.</summary>
    public Span<Vector<double>> UniformAdjoints => Vectors(_numbers + (_plan.Steps.Length * Vector<double>.Count));

    public Span<double> Block(int block, int count) => _rented.AsSpan(block * _length, count);

    /// <summary>A block for slopes.</summary>
    public Span<double> Scratch(int count) => Block(_plan.Blocks, count);

    /// <summary>The values of a step.</summary>
    public Operand Value(int step, int count) =>
        _plan.Varies(step) ? new(Block(_plan.ValuesOf(step), count)) : new(Rows[step]);

    /// <summary>The adjoints of a step.</summary>
    public Operand Adjoint(int step, int count) => _plan.AdjointsOf(step) is >= 0 and var block
        ? new(Block(block, count))
        : new(UniformAdjoints[step]);

    private Span<Vector<double>> Vectors(int first) => MemoryMarshal.Cast<double, Vector<double>>(
        _rented.AsSpan(first, _plan.Steps.Length * Vector<double>.Count));

    public void Return() => ArrayPool<double>.Shared.Return(_rented);
}
