using System.Diagnostics;

namespace MinpackNet.Fitting;

/// <summary>
/// The derivatives of blocks of results with respect to their operands, for operations whose slopes are neither a
/// number nor one of the operands.
/// </summary>
internal static class BlockSlopes
{
    /// <summary>The slopes of a function of one operand, or of a power with respect to its base.</summary>
    public static void ByLeft(Step step, Operand a, Operand b, Operand value, Span<double> slopes)
    {
        switch (step.Operation)
        {
            case Operation.Square:
                BlockLoops.Each<BlockLoops.Twice>(a.Block, slopes);
                break;
            case Operation.PowerOfConstant when step.Number == 3:
                BlockLoops.Each<BlockLoops.ThreeSquares>(a.Block, slopes);
                break;
            case Operation.Log:
                BlockLoops.Each<BlockLoops.Reciprocal>(a.Block, slopes);
                break;
            case Operation.Sqrt:
                BlockLoops.Each<BlockLoops.HalfReciprocal>(value.Block, slopes);
                break;
            case Operation.Tan:
                BlockLoops.Each<BlockLoops.OneAndSquare>(value.Block, slopes);
                break;
            case Operation.Tanh:
                BlockLoops.Each<BlockLoops.OneLessSquare>(value.Block, slopes);
                break;
            default:
                OneByOne(step, a, b, value, slopes);
                break;
        }
    }

    /// <summary>The same without vectors.</summary>
    public static void OneByOne(Step step, Operand a, Operand b, Operand value, Span<double> slopes)
    {
        for (int i = 0; i < slopes.Length; i++)
        {
            slopes[i] = OfNumbers(step, a[i], b[i], value[i]);
        }
    }

    /// <summary>The slopes of a power with respect to its exponent.</summary>
    public static void ByExponent(Operand a, Operand b, Operand value, Span<double> slopes)
    {
        for (int i = 0; i < slopes.Length; i++)
        {
            slopes[i] = Slope.PowByExponent(a[i], b[i], value[i]);
        }
    }

    private static double OfNumbers(Step step, double x, double exponent, double value) => step.Operation switch
    {
        Operation.Square => 2 * x,
        Operation.PowerOfConstant => PowerByBase(x, step.Number, value),
        Operation.Power => PowerByBase(x, exponent, value),
        Operation.Abs => Slope.AbsAt(x),
        Operation.Acos => -Slope.AsinAt(x),
        Operation.Asin => Slope.AsinAt(x),
        Operation.Atan => Slope.AtanAt(x),
        Operation.Cos => -Math.Sin(x),
        Operation.Cosh => Math.Sinh(x),
        Operation.Log => Slope.LogAt(x),
        Operation.Log10 => Slope.Log10At(x),
        Operation.Log2 => Slope.Log2At(x),
        Operation.Sin => Math.Cos(x),
        Operation.Sinh => Math.Cosh(x),
        Operation.Sqrt => Slope.SqrtFrom(value),
        Operation.Tan => Slope.TanFrom(value),
        Operation.Tanh => Slope.TanhFrom(value),
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// From the power itself, where that has not left the range: a division in place of a second power.
    /// </summary>
    private static double PowerByBase(double x, double exponent, double value) =>
        x != 0 && exponent != 0 && double.IsNormal(value)
            ? exponent * (value / x)
            : Slope.PowByBase(x, exponent);
}
