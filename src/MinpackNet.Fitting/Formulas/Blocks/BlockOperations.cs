using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace MinpackNet.Fitting;

/// <summary>What instructions do with the numbers of blocks and rows.</summary>
internal static class BlockOperations
{
    /// <summary>
    /// The result of an operation on constants, by the functions of Math where those are closer to exact: exp(1) is e.
    /// </summary>
    public static double OfConstants(Step step, double a, double b, double c) => step.Operation switch
    {
        Operation.Add => a + b,
        Operation.Subtract => a - b,
        Operation.Multiply => a * b,
        Operation.Divide => a / b,
        Operation.Negate => -a,
        Operation.Square => a * a,
        Operation.PowerOfConstant when step.Number == 3 => a * a * a,
        Operation.PowerOfConstant when step.Number == -1 => 1 / a,
        Operation.Abs => Math.Abs(a),
        Operation.Sqrt => Math.Sqrt(a),
        Operation.Exp => Math.Exp(a),
        Operation.Log => Math.Log(a),
        Operation.Sin => Math.Sin(a),
        Operation.Cos => Math.Cos(a),
        Operation.Tan => Math.Tan(a),
        Operation.Tanh => Math.Tanh(a),
        Operation.Power => Math.Pow(a, b),
        Operation.PowerOfConstant => Math.Pow(a, step.Number),
        _ => Of(step, a, b, c),
    };

    /// <summary>Runs an instruction with the numbers of its operands and its target.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run(
        in Instruction instruction,
        ReadOnlySpan<double> a,
        ReadOnlySpan<double> b,
        ReadOnlySpan<double> c,
        Span<double> target)
    {
        switch (instruction.Kernel)
        {
            case Kernel.Copy:
                BlockLoops.Each<BlockLoops.Same>(a, target);
                break;
            case Kernel.Add:
                BlockLoops.Pairs<BlockLoops.Sum>(a, b, target);
                break;
            case Kernel.Subtract:
                BlockLoops.Pairs<BlockLoops.Difference>(a, b, target);
                break;
            case Kernel.Multiply:
                BlockLoops.Pairs<BlockLoops.Product>(a, b, target);
                break;
            case Kernel.Divide:
                BlockLoops.Pairs<BlockLoops.Quotient>(a, b, target);
                break;
            case Kernel.Negate:
                BlockLoops.Each<BlockLoops.Negative>(a, target);
                break;
            case Kernel.AddProduct:
                BlockLoops.Triples<BlockLoops.AddedProduct>(a, b, c, target);
                break;
            case Kernel.SubtractProduct:
                BlockLoops.Triples<BlockLoops.SubtractedProduct>(a, b, c, target);
                break;
            case Kernel.Exp:
                LaneMath.Exp(a, target);
                break;
            case Kernel.Log:
                LaneMath.Log(a, target);
                break;
            case Kernel.Sin:
                LaneMath.Sin(a, target);
                break;
            case Kernel.Cos:
                LaneMath.Cos(a, target);
                break;
            case Kernel.Tan:
                LaneMath.Tan(a, target);
                break;
            case Kernel.Tanh:
                LaneMath.Tanh(a, target);
                break;
            default:
                RunOther(instruction, a, b, c, target);
                break;
        }
    }

    private static void RunOther(
        in Instruction instruction,
        ReadOnlySpan<double> a,
        ReadOnlySpan<double> b,
        ReadOnlySpan<double> c,
        Span<double> target)
    {
        Step step = instruction.Step;
        switch (instruction.Kernel)
        {
            case Kernel.Square:
                BlockLoops.Each<BlockLoops.Square>(a, target);
                break;
            case Kernel.Cube:
                BlockLoops.Each<BlockLoops.Cube>(a, target);
                break;
            case Kernel.Reciprocal:
                BlockLoops.Each<BlockLoops.Reciprocal>(a, target);
                break;
            case Kernel.Abs:
                BlockLoops.Each<BlockLoops.Size>(a, target);
                break;
            case Kernel.Sqrt:
                BlockLoops.Each<BlockLoops.Root>(a, target);
                break;
            case Kernel.Twice:
                BlockLoops.Each<BlockLoops.Twice>(a, target);
                break;
            case Kernel.ThreeSquares:
                BlockLoops.Each<BlockLoops.ThreeSquares>(a, target);
                break;
            case Kernel.HalfReciprocal:
                BlockLoops.Each<BlockLoops.HalfReciprocal>(a, target);
                break;
            case Kernel.OneAndSquare:
                BlockLoops.Each<BlockLoops.OneAndSquare>(a, target);
                break;
            case Kernel.OneLessSquare:
                BlockLoops.Each<BlockLoops.OneLessSquare>(a, target);
                break;
            case Kernel.Function:
                for (int i = 0; i < target.Length; i++)
                {
                    target[i] = Of(
                        step, At(a, i, target.Length), At(b, i, target.Length), At(c, i, target.Length));
                }

                break;
            case Kernel.Slope:
                for (int i = 0; i < target.Length; i++)
                {
                    target[i] = StepSlope.Of(
                        step, At(a, i, target.Length), At(b, i, target.Length), At(c, i, target.Length));
                }

                break;
            case Kernel.Power:
                PowerBlocks.Values(step, a, b, target);
                break;
            case Kernel.SlopeByBase:
                PowerBlocks.ByBase(step, a, b, c, target);
                break;
            case Kernel.SlopeByExponent:
                PowerBlocks.ByExponent(a, b, c, target);
                break;
            default:
                RunChoice(instruction, a, b, c, target);
                break;
        }
    }

    private static void RunChoice(
        in Instruction instruction,
        ReadOnlySpan<double> a,
        ReadOnlySpan<double> b,
        ReadOnlySpan<double> c,
        Span<double> target)
    {
        switch (instruction.Kernel)
        {
            case Kernel.Less:
                BlockLoops.Pairs<ChoiceLoops.Less>(a, b, target);
                break;
            case Kernel.LessOrEqual:
                BlockLoops.Pairs<ChoiceLoops.LessOrEqual>(a, b, target);
                break;
            case Kernel.Equal:
                BlockLoops.Pairs<ChoiceLoops.Equal>(a, b, target);
                break;
            case Kernel.NotEqual:
                BlockLoops.Pairs<ChoiceLoops.NotEqual>(a, b, target);
                break;
            case Kernel.Choose:
                BlockLoops.Triples<ChoiceLoops.Choose>(a, b, c, target);
                break;
            case Kernel.Mask:
                BlockLoops.Pairs<ChoiceLoops.Mask>(a, b, target);
                break;
            case Kernel.SlopeByRight:
                for (int i = 0; i < target.Length; i++)
                {
                    target[i] = SpecialSlope.ByRight(
                        instruction.Step.Operation,
                        At(a, i, target.Length),
                        At(b, i, target.Length),
                        At(c, i, target.Length));
                }

                break;
            case Kernel.SlopeByThird:
                for (int i = 0; i < target.Length; i++)
                {
                    target[i] = SpecialSlope.ByThird(
                        At(a, i, target.Length), At(b, i, target.Length), At(c, i, target.Length));
                }

                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Number i of an operand, which may be one vector for all, or none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double At(ReadOnlySpan<double> operand, int i, int length) =>
        operand.Length == length ? operand[i] : operand.IsEmpty ? 0 : operand[i % Vector<double>.Count];

    /// <summary>The rarer functions, one number at a time.</summary>
    private static double Of(Step step, double x, double exponent, double third) => step.Operation switch
    {
        Operation.Acos => Math.Acos(x),
        Operation.Asin => Math.Asin(x),
        Operation.Atan => Math.Atan(x),
        Operation.Cosh => Math.Cosh(x),
        Operation.Log10 => Math.Log10(x),
        Operation.Log2 => Math.Log2(x),
        Operation.Sinh => Math.Sinh(x),
        _ => SpecialStep.Of(step.Operation, x, exponent, third),
    };
}
