using System.Buffers;

namespace MinpackNet.Fitting;

/// <summary>The steps of a formula, run over blocks of points. An instance never changes.</summary>
internal sealed class FormulaProgram
{
    // The values of all steps for one block stay in the processor's cache.
    private const int BlockLength = 128;

    private readonly Step[] _steps;

    /// <summary>Whether a step varies from point to point; the others are evaluated once.</summary>
    private readonly bool[] _varies;

    public FormulaProgram(Step[] steps)
    {
        _steps = steps;
        _varies = new bool[steps.Length];
        for (int s = 0; s < steps.Length; s++)
        {
            Step step = steps[s];
            _varies[s] = step.Operation == Operation.Predictor
                || (step.HasOperands && (_varies[step.Left] || (step.HasTwoOperands && _varies[step.Right])));
        }
    }

    /// <summary>Whether a step is a function that oscillates.</summary>
    public bool Oscillates =>
        Array.Exists(_steps, step => step.Operation is Operation.Sin or Operation.Cos or Operation.Tan);

    /// <summary>The values at all points.</summary>
    public void Evaluate(ReadOnlySpan<double> parameters, double[][] columns, Span<double> values)
    {
        int length = Math.Min(BlockLength, values.Length);
        double[] rented = ArrayPool<double>.Shared.Rent(_steps.Length * length);
        Registers registers = new(rented, length);
        for (int first = 0; first < values.Length; first += length)
        {
            int count = Math.Min(length, values.Length - first);
            Run(parameters, columns, first, count, registers);
            registers[_steps.Length - 1][..count].CopyTo(values[first..]);
        }

        ArrayPool<double>.Shared.Return(rented);
    }

    /// <summary>The derivatives at all points with respect to some parameters, one after the other.</summary>
    public void Differentiate(
        ReadOnlySpan<double> parameters, double[][] columns, ReadOnlySpan<int> by, Span<double> derivatives)
    {
        int m = derivatives.Length / by.Length;
        int length = Math.Min(BlockLength, m);
        Tangents tangents = new(_steps, by);
        int blocks = _steps.Length + tangents.Count + 2;
        double[] rented = ArrayPool<double>.Shared.Rent(blocks * length);
        Registers registers = new(rented, length);
        Slopes slopes = new(registers[blocks - 2], registers[blocks - 1]);
        for (int first = 0; first < m; first += length)
        {
            int count = Math.Min(length, m - first);
            Run(parameters, columns, first, count, registers);
            RunTangents(tangents, by.Length, first == 0, count, registers, slopes);
            for (int k = 0; k < by.Length; k++)
            {
                Span<double> target = derivatives.Slice((k * m) + first, count);
                int block = tangents[_steps.Length - 1, k];
                if (block < 0)
                {
                    target.Clear();
                }
                else
                {
                    registers[block][..count].CopyTo(target);
                }
            }
        }

        ArrayPool<double>.Shared.Return(rented);
    }

    /// <summary>Fills the registers of all steps; only for the first block those that do not vary.</summary>
    private void Run(
        ReadOnlySpan<double> parameters, double[][] columns, int first, int count, Registers registers)
    {
        for (int s = 0; s < _steps.Length; s++)
        {
            Step step = _steps[s];
            if (step.Operation == Operation.Predictor)
            {
                columns[step.Left].AsSpan(first, count).CopyTo(registers[s]);
            }
            else if (_varies[s])
            {
                Evaluate(step, registers, registers[s][..count]);
            }
            else if (first == 0)
            {
                registers[s].Fill(Single(step, parameters, registers));
            }
        }
    }

    private static double Single(Step step, ReadOnlySpan<double> parameters, Registers registers)
    {
        if (!step.HasOperands)
        {
            return step.Operation == Operation.Constant ? step.Number : parameters[step.Left];
        }

        double value = 0;
        Evaluate(step, registers, new Span<double>(ref value));
        return value;
    }

    private static void Evaluate(Step step, Registers registers, Span<double> result) => BlockOperations.Evaluate(
        step, registers[step.Left], step.HasTwoOperands ? registers[step.Right] : default, result);

    /// <summary>
    /// The derivatives of each step with respect to each parameter it depends on, in the order of the steps (forward
    /// accumulation, Wengert 1964).
    /// </summary>
    private void RunTangents(
        Tangents tangents, int parameterCount, bool isFirst, int count, Registers registers, Slopes slopes)
    {
        for (int s = 0; s < _steps.Length; s++)
        {
            Step step = _steps[s];
            if (!tangents.Any(s) || !(_varies[s] || isFirst))
            {
                continue;
            }

            // A step that does not vary is filled once, to the end of its block.
            int length = _varies[s] ? count : registers[s].Length;
            ReadOnlySpan<double> value = registers[s][..length];
            ReadOnlySpan<double> left = step.HasOperands ? registers[step.Left] : default;
            ReadOnlySpan<double> right = step.HasTwoOperands ? registers[step.Right] : default;
            if (step.HasOperands)
            {
                BlockOperations.FillSlopes(step, left, right, value, slopes);
            }

            for (int k = 0; k < parameterCount; k++)
            {
                int block = tangents[s, k];
                if (block < 0)
                {
                    continue;
                }

                Span<double> result = registers[block][..length];
                if (!step.HasOperands)
                {
                    result.Fill(1);
                    continue;
                }

                int byLeft = tangents[step.Left, k];
                int byRight = step.HasTwoOperands ? tangents[step.Right, k] : -1;
                BlockOperations.Differentiate(
                    step,
                    left,
                    right,
                    value,
                    slopes,
                    byLeft < 0 ? default : registers[byLeft],
                    byRight < 0 ? default : registers[byRight],
                    result);
            }
        }
    }
}
