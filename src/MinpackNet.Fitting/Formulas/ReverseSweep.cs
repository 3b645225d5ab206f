using System.Numerics;

namespace MinpackNet.Fitting;

/// <summary>
/// The derivatives of a formula with respect to all its parameters by reverse accumulation (Linnainmaa 1970): each step
/// hands its adjoint, the derivative of the result with respect to it, on to its operands, so that the cost does not
/// grow with the number of parameters.
/// </summary>
internal static class ReverseSweep
{
    /// <summary>Fills the adjoints of all steps at the points of a block whose values are known.</summary>
    public static void Run(FormulaPlan plan, FormulaMemory memory, int count)
    {
        memory.UniformAdjoints[plan.Last] = Vector<double>.One;
        for (int s = plan.Last; s >= 0; s--)
        {
            if (plan.Depends(s) && plan.Steps[s].HasOperands)
            {
                HandOn(new(plan, memory, s, BlockLoops.Whole(count)));
            }
        }
    }

    private static void HandOn(Giver from)
    {
        Step step = from.Step;
        switch (step.Operation)
        {
            case Operation.Add:
                from.ToLeft(new(1));
                from.ToRight(new(1));
                break;
            case Operation.Subtract:
                from.ToLeft(new(1));
                from.ToRight(new(-1));
                break;
            case Operation.Negate:
                from.ToLeft(new(-1));
                break;
            case Operation.Multiply:
                from.ToLeft(from.Right);
                from.ToRight(from.Left);
                break;
            case Operation.Divide:
                Divide(from);
                break;
            case Operation.Exp:
                from.ToLeft(from.Value);
                break;
            default:
                if (from.Value.IsUniform)
                {
                    Rows(from);
                }
                else
                {
                    Blocks(from);
                }

                break;
        }
    }

    /// <summary>
    /// Products before quotients: a slope by itself may leave the range where what is handed on does not.
    /// </summary>
    private static void Divide(Giver from)
    {
        if (from.LeftDepends)
        {
            from.GiveLeft(Of<BlockLoops.Quotient>(from.Adjoint, from.Right, from.Scratch));
        }

        if (from.RightDepends)
        {
            Operand product = Of<BlockLoops.Product>(from.Adjoint, from.Value, from.Scratch);
            from.GiveRight(Of<BlockLoops.NegativeQuotient>(product, from.Right, from.Scratch));
        }
    }

    /// <summary>The results for two operands: one vector for two of them, else a block.</summary>
    private static Operand Of<TBinary>(Operand x, Operand y, Span<double> results)
        where TBinary : struct, BlockLoops.IBinary
    {
        if (x.IsUniform && y.IsUniform)
        {
            return new(TBinary.Of(x.Row, y.Row));
        }

        BlockLoops.Pairs<TBinary>(x, y, results);
        return new(results);
    }

    private static void Rows(Giver from)
    {
        Span<double> slopes = from.Scratch[..Vector<double>.Count];
        BlockSlopes.OneByOne(from.Step, from.Left, from.Right, from.Value, slopes);
        from.ToLeft(new(new Vector<double>(slopes)));
        if (from.RightDepends)
        {
            BlockSlopes.ByExponent(from.Left, from.Right, from.Value, slopes);
            from.ToRight(new(new Vector<double>(slopes)));
        }
    }

    private static void Blocks(Giver from)
    {
        if (from.LeftDepends)
        {
            Operand companion = from.Companion;
            if (from.Step.Operation == Operation.Sin)
            {
                from.ToLeft(companion);
            }
            else if (from.Step.Operation == Operation.Cos)
            {
                BlockLoops.Each<BlockLoops.Negative>(companion.Block, from.Scratch);
                from.ToLeft(new(from.Scratch));
            }
            else
            {
                BlockSlopes.ByLeft(from.Step, from.Left, from.Right, from.Value, from.Scratch);
                from.ToLeft(new(from.Scratch));
            }
        }

        if (from.RightDepends)
        {
            BlockSlopes.ByExponent(from.Left, from.Right, from.Value, from.Scratch);
            from.ToRight(new(from.Scratch));
        }
    }

    /// <summary>A step with an adjoint to hand on.</summary>
    private readonly ref struct Giver(FormulaPlan plan, FormulaMemory memory, int index, int count)
    {
        private readonly FormulaMemory _memory = memory;

        public Step Step { get; } = plan.Steps[index];

        public bool LeftDepends => plan.Depends(Step.Left);

        public bool RightDepends => Step.HasTwoOperands && plan.Depends(Step.Right);

        public Operand Adjoint => _memory.Adjoint(index, count);

        public Operand Left => _memory.Value(Step.Left, count);

        public Operand Right => Step.HasTwoOperands ? _memory.Value(Step.Right, count) : default;

        public Operand Value => _memory.Value(index, count);

        /// <summary>The cosines of a sine, and the other way round.</summary>
        public Operand Companion => plan.CompanionOf(index) is >= 0 and var block
            ? new(_memory.Block(block, count))
            : default;

        public Span<double> Scratch => _memory.Scratch(count);

        /// <summary>Hands on the adjoint times a slope.</summary>
        public void ToLeft(Operand slope) => Give(Step.Left, Adjoint, slope, plan.IsFirstOfLeft(index));

        public void ToRight(Operand slope) => Give(Step.Right, Adjoint, slope, plan.IsFirstOfRight(index));

        /// <summary>Hands on what is given.</summary>
        public void GiveLeft(Operand part) => Give(Step.Left, part, new(1), plan.IsFirstOfLeft(index));

        public void GiveRight(Operand part) => Give(Step.Right, part, new(1), plan.IsFirstOfRight(index));

        private void Give(int to, Operand factor, Operand slope, bool isFirst)
        {
            if (!plan.Depends(to))
            {
                return;
            }

            Vector<double> product = factor.Row * slope.Row;
            if (plan.AdjointsOf(to) == FormulaPlan.None)
            {
                ref Vector<double> sum = ref _memory.UniformAdjoints[to];
                sum = isFirst ? product : sum + product;
                return;
            }

            Span<double> sums = _memory.Block(plan.AdjointsOf(to), count);
            bool isUniform = factor.IsUniform && slope.IsUniform;
            if (isUniform && isFirst)
            {
                BlockLoops.Fill(product, sums);
            }
            else if (isUniform)
            {
                BlockLoops.Add(product, sums);
            }
            else if (isFirst)
            {
                BlockLoops.Pairs<BlockLoops.Product>(factor, slope, sums);
            }
            else
            {
                BlockLoops.AddProducts(factor, slope, sums);
            }
        }
    }
}
