using System.Buffers;

namespace MinpackNet.Fitting.Formulas;

/// <summary>The steps of a formula, to be run over blocks of points. An instance never changes.</summary>
internal sealed class FormulaProgram
{
    // Values of all steps for one block stay in the processor's cache.
    private const int BlockLength = 128;

    private readonly Step[] _steps;

    /// <summary>Whether a step varies from point to point; the others are done once for all.</summary>
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

    /// <summary>The value at every point.</summary>
    public void Evaluate(ReadOnlySpan<double> parameters, double[][] columns, Span<double> values)
    {
        int length = Math.Min(BlockLength, values.Length);
        double[] rented = ArrayPool<double>.Shared.Rent(_steps.Length * length);
        Registers registers = new(rented, length);
        Prepare(parameters, registers);
        for (int first = 0; first < values.Length; first += length)
        {
            int count = Math.Min(length, values.Length - first);
            Run(columns, first, count, registers);
            registers[_steps.Length - 1][..count].CopyTo(values[first..]);
        }

        ArrayPool<double>.Shared.Return(rented);
    }

    /// <summary>The derivatives at every point by some of the parameters, one after the other.</summary>
    public void Differentiate(
        ReadOnlySpan<double> parameters, double[][] columns, ReadOnlySpan<int> by, Span<double> derivatives)
    {
        int m = derivatives.Length / by.Length;
        int length = Math.Min(BlockLength, m);
        double[] rented = ArrayPool<double>.Shared.Rent(2 * _steps.Length * length);
        Registers values = new(rented.AsSpan(0, _steps.Length * length), length);
        Registers adjoints = new(rented.AsSpan(_steps.Length * length), length);
        bool[] matters = DependsOn(by);
        derivatives.Clear();
        Prepare(parameters, values);
        for (int first = 0; first < m; first += length)
        {
            int count = Math.Min(length, m - first);
            Run(columns, first, count, values);
            RunBackwards(values, adjoints, matters, count);
            for (int s = 0; s < _steps.Length; s++)
            {
                int k = _steps[s].Operation == Operation.Parameter ? by.IndexOf(_steps[s].Left) : -1;
                if (k >= 0)
                {
                    adjoints[s][..count].CopyTo(derivatives[((k * m) + first)..]);
                }
            }
        }

        ArrayPool<double>.Shared.Return(rented);
    }

    /// <summary>Fills the registers of the steps that do not vary.</summary>
    private void Prepare(ReadOnlySpan<double> parameters, Registers registers)
    {
        for (int s = 0; s < _steps.Length; s++)
        {
            Step step = _steps[s];
            if (step.Operation is Operation.Constant or Operation.Parameter)
            {
                registers[s].Fill(step.Operation == Operation.Constant ? step.Number : parameters[step.Left]);
            }
            else if (!_varies[s])
            {
                Span<double> one = registers[s][..1];
                Forward(step, registers, one);
                registers[s].Fill(one[0]);
            }
        }
    }

    private void Run(double[][] columns, int first, int count, Registers registers)
    {
        for (int s = 0; s < _steps.Length; s++)
        {
            if (_steps[s].Operation == Operation.Predictor)
            {
                columns[_steps[s].Left].AsSpan(first, count).CopyTo(registers[s]);
            }
            else if (_varies[s])
            {
                Forward(_steps[s], registers, registers[s][..count]);
            }
        }
    }

    private static void Forward(Step step, Registers registers, Span<double> result) => Arithmetic.Forward(
        step, registers[step.Left], step.HasTwoOperands ? registers[step.Right] : default, result);

    /// <summary>
    /// The derivative of the result by each step: the adjoint, which a step hands on to its operands (Linnainmaa 1970).
    /// </summary>
    private void RunBackwards(Registers values, Registers adjoints, bool[] matters, int count)
    {
        for (int s = 0; s < _steps.Length; s++)
        {
            adjoints[s][..count].Clear();
        }

        adjoints[_steps.Length - 1][..count].Fill(1);
        for (int s = _steps.Length - 1; s >= 0; s--)
        {
            Step step = _steps[s];
            if (!matters[s] || !step.HasOperands)
            {
                continue;
            }

            ReadOnlySpan<double> adjoint = adjoints[s][..count];
            ReadOnlySpan<double> left = values[step.Left];
            ReadOnlySpan<double> right = step.HasTwoOperands ? values[step.Right] : default;
            if (matters[step.Left])
            {
                Arithmetic.BackwardLeft(step, left, right, values[s], adjoint, adjoints[step.Left]);
            }

            if (step.HasTwoOperands && matters[step.Right])
            {
                Arithmetic.BackwardRight(step, left, right, values[s], adjoint, adjoints[step.Right]);
            }
        }
    }

    /// <summary>Whether each step depends on one of the parameters.</summary>
    private bool[] DependsOn(ReadOnlySpan<int> parameters)
    {
        bool[] depends = new bool[_steps.Length];
        for (int s = 0; s < depends.Length; s++)
        {
            Step step = _steps[s];
            depends[s] = step.Operation == Operation.Parameter
                ? parameters.Contains(step.Left)
                : step.HasOperands && (depends[step.Left] || (step.HasTwoOperands && depends[step.Right]));
        }

        return depends;
    }
}
