namespace MinpackNet.Fitting;

/// <summary>Powers and their slopes, for a block: an operand is as long, or one vector for all of it.</summary>
internal static class PowerBlocks
{
    /// <summary>The powers of a with the exponents b, or with that of the step.</summary>
    public static void Values(Step step, ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> target)
    {
        Span<double> bases = stackalloc double[BlockLoops.Most];
        Span<double> exponents = stackalloc double[BlockLoops.Most];
        LaneMath.Pow(Whole(a, bases, target), ExponentsOf(step, b, exponents, target), target);
    }

    /// <summary>The slopes of the powers by a.</summary>
    public static void ByBase(
        Step step, ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> powers, Span<double> target)
    {
        Span<double> bases = stackalloc double[BlockLoops.Most];
        Span<double> exponents = stackalloc double[BlockLoops.Most];
        ReadOnlySpan<double> x = Whole(a, bases, target);
        ReadOnlySpan<double> y = ExponentsOf(step, b, exponents, target);
        for (int i = 0; i < target.Length; i++)
        {
            // From the power itself, where that has not left the range: a division in place of a second power.
            target[i] = x[i] != 0 && y[i] != 0 && double.IsNormal(powers[i])
                ? y[i] * (powers[i] / x[i])
                : Slope.PowByBase(x[i], y[i]);
        }
    }

    /// <summary>The slopes of the powers by b.</summary>
    public static void ByExponent(
        ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> powers, Span<double> target)
    {
        Span<double> logarithms = stackalloc double[BlockLoops.Most];
        Span<double> bases = stackalloc double[BlockLoops.Most];
        Span<double> exponents = stackalloc double[BlockLoops.Most];
        ReadOnlySpan<double> x = Whole(a, bases, target);
        ReadOnlySpan<double> y = Whole(b, exponents, target);
        LaneMath.Log(x, logarithms);
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = Slope.PowByExponent(x[i], y[i], powers[i], logarithms[i]);
        }
    }

    private static ReadOnlySpan<double> ExponentsOf(
        Step step, ReadOnlySpan<double> b, Span<double> memory, Span<double> target)
    {
        if (!b.IsEmpty)
        {
            return Whole(b, memory, target);
        }

        memory = memory[..target.Length];
        memory.Fill(step.Number);
        return memory;
    }

    /// <summary>An operand as long as the target.</summary>
    private static ReadOnlySpan<double> Whole(ReadOnlySpan<double> operand, Span<double> memory, Span<double> target)
    {
        if (operand.Length == target.Length)
        {
            return operand;
        }

        memory = memory[..target.Length];
        BlockLoops.Each<BlockLoops.Same>(operand, memory);
        return memory;
    }
}
