using System.Numerics;

namespace MinpackNet.Fitting;

/// <summary>The steps of a formula, run over blocks of points. An instance never changes.</summary>
internal sealed class FormulaProgram(Step[] steps)
{
    private readonly FormulaPlan _plan = new(steps);

    /// <summary>Whether a step is a function that oscillates.</summary>
    public bool Oscillates => Array.Exists(
        _plan.Steps, step => step.Operation is Operation.Sin or Operation.Cos or Operation.Tan);

    /// <summary>The values at all points, of all lanes.</summary>
    public void Evaluate(FormulaInput input, Span<double> values)
    {
        FormulaMemory memory = new(_plan, values.Length, hasAdjoints: false);
        SetRows(input, memory);
        for (int first = 0; first < values.Length; first += memory.Length)
        {
            int count = Math.Min(memory.Length, values.Length - first);
            SetBlocks(input, values.Length, first, count, memory, withCompanions: false);
            Copy(memory.Value(_plan.Last, count), values.Slice(first, count));
        }

        memory.Return();
    }

    /// <summary>The derivatives at all points with respect to some parameters, one after the other.</summary>
    public void Differentiate(FormulaInput input, ReadOnlySpan<int> by, Span<double> derivatives)
    {
        int m = derivatives.Length / by.Length;
        FormulaMemory memory = new(_plan, m, hasAdjoints: true);
        SetRows(input, memory);
        for (int first = 0; first < m; first += memory.Length)
        {
            int count = Math.Min(memory.Length, m - first);
            SetBlocks(input, m, first, count, memory, withCompanions: true);
            ReverseSweep.Run(_plan, memory, count);
            for (int k = 0; k < by.Length; k++)
            {
                int step = _plan.StepOf(by[k]);
                Operand adjoint = step < 0 ? new(0) : memory.Adjoint(step, count);
                Copy(adjoint, derivatives.Slice((k * m) + first, count));
            }
        }

        memory.Return();
    }

    private static void Copy(Operand from, Span<double> to)
    {
        if (from.IsUniform)
        {
            BlockLoops.Fill(from.Row, to);
        }
        else
        {
            from.Block.CopyTo(to);
        }
    }

    /// <summary>Evaluates the steps that do not vary.</summary>
    private void SetRows(FormulaInput input, FormulaMemory memory)
    {
        Span<Vector<double>> rows = memory.Rows;
        for (int s = 0; s < _plan.Steps.Length; s++)
        {
            Step step = _plan.Steps[s];
            if (!_plan.Varies(s))
            {
                rows[s] = step.Operation switch
                {
                    Operation.Constant => new(step.Number),
                    Operation.Parameter => input.Parameter(step.Left),
                    _ => BlockOperations.OfRows(
                        step, rows[step.Left], step.HasTwoOperands ? rows[step.Right] : default),
                };
            }
        }
    }

    /// <summary>Evaluates the steps that vary, at the points of a block, whose last one fills up vectors.</summary>
    private void SetBlocks(
        FormulaInput input, int length, int first, int count, FormulaMemory memory, bool withCompanions)
    {
        int whole = BlockLoops.Whole(count);
        for (int s = 0; s < _plan.Steps.Length; s++)
        {
            if (!_plan.Varies(s))
            {
                continue;
            }

            Step step = _plan.Steps[s];
            Span<double> result = memory.Block(_plan.ValuesOf(s), whole);
            int companion = _plan.CompanionOf(s);
            if (step.Operation == Operation.Predictor)
            {
                input.Column(step.Left, length, first, count).CopyTo(result);
                result[count..].Fill(result[count - 1]);
            }
            else if (companion == FormulaPlan.None || (companion >= _plan.ValueBlocks && !withCompanions))
            {
                Operand right = step.HasTwoOperands ? memory.Value(step.Right, whole) : default;
                BlockOperations.Evaluate(step, memory.Value(step.Left, whole), right, result);
            }
            else if (!_plan.IsDoneByCompanion(s))
            {
                Span<double> other = memory.Block(companion, whole);
                bool isSine = step.Operation == Operation.Sin;
                LaneMath.SinCos(
                    memory.Value(step.Left, whole).Block, isSine ? result : other, isSine ? other : result);
            }
        }
    }
}
