using System.Diagnostics;
using System.Numerics;

namespace MinpackNet.Fitting;

/// <summary>The results of operations on blocks of numbers.</summary>
internal static class BlockOperations
{
    /// <summary>
    /// The result of an operation on constants, by the functions of Math where those are closer to exact: exp(1) is e.
    /// </summary>
    public static double OfConstants(Step step, double a, double b) => step.Operation switch
    {
        Operation.Exp => Math.Exp(a),
        Operation.Log => Math.Log(a),
        Operation.Sin => Math.Sin(a),
        Operation.Cos => Math.Cos(a),
        Operation.Tan => Math.Tan(a),
        Operation.Tanh => Math.Tanh(a),
        _ => OfRows(step, new(a), new(b))[0],
    };

    /// <summary>The results of an operation on vectors that stand for blocks, with the bits that blocks get.</summary>
    public static Vector<double> OfRows(Step step, Vector<double> a, Vector<double> b)
    {
        Span<double> left = stackalloc double[Vector<double>.Count];
        Span<double> result = stackalloc double[Vector<double>.Count];
        a.CopyTo(left);
        Evaluate(step, new(left), new(b), result);
        return new(result);
    }

    /// <summary>
    /// The results of an operation on two operands, at most one of them uniform; an operation with one operand ignores
    /// the right one.
    /// </summary>
    public static void Evaluate(Step step, Operand a, Operand b, Span<double> result)
    {
        switch (step.Operation)
        {
            case Operation.Add:
                BlockLoops.Pairs<BlockLoops.Sum>(a, b, result);
                break;
            case Operation.Subtract:
                BlockLoops.Pairs<BlockLoops.Difference>(a, b, result);
                break;
            case Operation.Multiply:
                BlockLoops.Pairs<BlockLoops.Product>(a, b, result);
                break;
            case Operation.Divide:
                BlockLoops.Pairs<BlockLoops.Quotient>(a, b, result);
                break;
            case Operation.Power:
                for (int i = 0; i < result.Length; i++)
                {
                    result[i] = Math.Pow(a[i], b[i]);
                }

                break;
            default:
                OfOne(step, a.Block, result);
                break;
        }
    }

    private static void OfOne(Step step, ReadOnlySpan<double> a, Span<double> result)
    {
        switch (step.Operation)
        {
            case Operation.Negate:
                BlockLoops.Each<BlockLoops.Negative>(a, result);
                break;
            case Operation.Square:
                BlockLoops.Each<BlockLoops.Square>(a, result);
                break;
            case Operation.PowerOfConstant when step.Number == 3:
                BlockLoops.Each<BlockLoops.Cube>(a, result);
                break;
            case Operation.PowerOfConstant when step.Number == -1:
                BlockLoops.Each<BlockLoops.Reciprocal>(a, result);
                break;
            case Operation.Abs:
                BlockLoops.Each<BlockLoops.Size>(a, result);
                break;
            case Operation.Sqrt:
                BlockLoops.Each<BlockLoops.Root>(a, result);
                break;
            case Operation.Exp:
                LaneMath.Exp(a[..result.Length], result);
                break;
            case Operation.Log:
                LaneMath.Log(a[..result.Length], result);
                break;
            case Operation.Sin:
                LaneMath.Sin(a[..result.Length], result);
                break;
            case Operation.Cos:
                LaneMath.Cos(a[..result.Length], result);
                break;
            case Operation.Tan:
                LaneMath.Tan(a[..result.Length], result);
                break;
            case Operation.Tanh:
                LaneMath.Tanh(a[..result.Length], result);
                break;
            default:
                for (int i = 0; i < result.Length; i++)
                {
                    result[i] = OfOne(step, a[i]);
                }

                break;
        }
    }

    /// <summary>The rarer functions, one number at a time.</summary>
    private static double OfOne(Step step, double x) => step.Operation switch
    {
        Operation.PowerOfConstant => Math.Pow(x, step.Number),
        Operation.Acos => Math.Acos(x),
        Operation.Asin => Math.Asin(x),
        Operation.Atan => Math.Atan(x),
        Operation.Cosh => Math.Cosh(x),
        Operation.Log10 => Math.Log10(x),
        Operation.Log2 => Math.Log2(x),
        Operation.Sinh => Math.Sinh(x),
        _ => throw new UnreachableException(),
    };
}
