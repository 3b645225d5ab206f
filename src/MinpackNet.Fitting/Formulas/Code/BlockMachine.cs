using System.Numerics;
using System.Runtime.CompilerServices;

namespace MinpackNet.Fitting;

/// <summary>Runs the instructions of a formula over blocks of points.</summary>
internal readonly ref struct BlockMachine
{
    // For the next run: a formula runs a million times a second, and to rent and to return an array takes part of that.
    [ThreadStatic]
    private static double[]? _kept;

    private readonly FormulaCode _code;
    private readonly FormulaInput _input;
    private readonly Span<double> _outputs;
    private readonly ReadOnlySpan<int> _by;
    private readonly double[] _memory;
    private readonly int _points;
    private readonly int _length;
    private readonly int _firstBlock;
    private readonly int _firstColumn;
    private readonly int _firstOutput;

    private BlockMachine(
        FormulaCode code, FormulaInput input, ReadOnlySpan<int> by, Span<double> outputs, int points)
    {
        _code = code;
        _input = input;
        _by = by;
        _outputs = outputs;
        _points = points;
        _length = BlockLoops.Whole(Math.Min(BlockLoops.Most, points));
        _firstBlock = code.Rows * Vector<double>.Count;
        _firstColumn = _firstBlock + (code.Blocks * _length);
        _firstOutput = _firstColumn + (code.Columns * _length);
        int needed = _firstOutput + (code.Outputs * _length);
        _memory = _kept is { } kept && kept.Length >= needed ? kept : _kept = new double[needed];
    }

    /// <param name="code">The instructions.</param>
    /// <param name="input">Parameters and predictors.</param>
    /// <param name="by">Which outputs are wanted.</param>
    /// <param name="outputs">Receives them at all points, one output after the other.</param>
    public static void Run(FormulaCode code, FormulaInput input, ReadOnlySpan<int> by, Span<double> outputs)
    {
        int points = outputs.Length / by.Length;
        BlockMachine machine = new(code, input, by, outputs, points);
        foreach ((int row, double number) in code.Constants)
        {
            new Vector<double>(number).CopyTo(machine.Row(row));
        }

        foreach ((int row, int parameter) in code.Parameters)
        {
            input.Parameter(parameter).CopyTo(machine.Row(row));
        }

        foreach (ref readonly Instruction instruction in code.Prologue.AsSpan())
        {
            machine.Execute(instruction, first: 0, Vector<double>.Count, isWhole: true);
        }

        for (int first = 0; first < points; first += machine._length)
        {
            int count = Math.Min(machine._length, points - first);
            int whole = BlockLoops.Whole(count);
            if (whole > count && points >= whole)
            {
                // The last block goes back over some points, so that it is made of whole vectors.
                (first, count) = (points - whole, whole);
            }

            machine.RunBlock(first, count);
        }
    }

    private void RunBlock(int first, int count)
    {
        int whole = BlockLoops.Whole(count);
        bool isWhole = whole == count;
        for (int c = 0; c < _code.Columns && !isWhole; c++)
        {
            Span<double> column = Memory(_firstColumn, c, whole);
            _input.Column(c, _points, first, count).CopyTo(column);
            column[count..].Fill(column[count - 1]);
        }

        foreach (ref readonly Instruction instruction in _code.Body.AsSpan())
        {
            Execute(instruction, first, whole, isWhole);
        }

        for (int k = 0; k < _by.Length && !isWhole; k++)
        {
            Memory(_firstOutput, _by[k], count).CopyTo(_outputs.Slice((k * _points) + first, count));
        }
    }

    private void Execute(in Instruction instruction, int first, int count, bool isWhole)
    {
        Span<double> target = At(instruction.Target, first, count, isWhole);
        ReadOnlySpan<double> a = Read(instruction.A, first, count, isWhole);
        if (instruction.Kernel == Kernel.SinCos)
        {
            LaneMath.SinCos(a, target, At(instruction.C, first, count, isWhole));
        }
        else
        {
            BlockOperations.Run(
                instruction,
                a,
                Read(instruction.B, first, count, isWhole),
                Read(instruction.C, first, count, isWhole),
                target);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<double> Read(Place place, int first, int count, bool isWhole) => place.Kind switch
    {
        PlaceKind.None => [],
        PlaceKind.Column when isWhole => _input.Column(place.Index, _points, first, count),
        _ => At(place, first, count, isWhole),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<double> At(Place place, int first, int count, bool isWhole) => place.Kind switch
    {
        PlaceKind.Block => Memory(_firstBlock, place.Index, count),
        PlaceKind.Row => Row(place.Index),
        PlaceKind.Column => Memory(_firstColumn, place.Index, count),
        _ => Output(place.Index, first, count, isWhole),
    };

    private Span<double> Output(int index, int first, int count, bool isWhole) =>
        isWhole && _by.IndexOf(index) is >= 0 and var k
            ? _outputs.Slice((k * _points) + first, count)
            : Memory(_firstOutput, index, count);

    private Span<double> Row(int index) => _memory.AsSpan(index * Vector<double>.Count, Vector<double>.Count);

    private Span<double> Memory(int first, int index, int count) =>
        _memory.AsSpan(first + (index * _length), count);
}
