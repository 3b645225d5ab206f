namespace MinpackNet.Fitting.Formulas;

/// <summary>What each operation does to a block of numbers, forwards for values and backwards for derivatives.</summary>
internal static class Arithmetic
{
    /// <summary>The results of an operation on two blocks; the right one is not looked at by operations on one.</summary>
    public static void Forward(Step step, ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> result)
    {
        switch (step.Operation)
        {
            case Operation.Add:
                for (int i = 0; i < result.Length; i++)
                {
                    result[i] = a[i] + b[i];
                }

                break;
            case Operation.Subtract:
                for (int i = 0; i < result.Length; i++)
                {
                    result[i] = a[i] - b[i];
                }

                break;
            case Operation.Multiply:
                for (int i = 0; i < result.Length; i++)
                {
                    result[i] = a[i] * b[i];
                }

                break;
            case Operation.Divide:
                for (int i = 0; i < result.Length; i++)
                {
                    result[i] = a[i] / b[i];
                }

                break;
            case Operation.Power:
                for (int i = 0; i < result.Length; i++)
                {
                    result[i] = Math.Pow(a[i], b[i]);
                }

                break;
            default:
                ForwardOne(step, a, result);
                break;
        }
    }

    /// <summary>Adds to the left operand's adjoint: the result's, times the derivative of the result by it.</summary>
    public static void BackwardLeft(
        Step step,
        ReadOnlySpan<double> a,
        ReadOnlySpan<double> b,
        ReadOnlySpan<double> result,
        ReadOnlySpan<double> adjoint,
        Span<double> target)
    {
        for (int i = 0; i < adjoint.Length; i++)
        {
            double slope = step.Operation switch
            {
                Operation.Add or Operation.Subtract => 1,
                Operation.Multiply => b[i],
                Operation.Divide => 1 / b[i],
                Operation.Power => Slope.PowByBase(a[i], b[i]),
                _ => SlopeOfOne(step, a[i], result[i]),
            };
            target[i] += Product(adjoint[i], slope);
        }
    }

    /// <summary>The same for the right operand.</summary>
    public static void BackwardRight(
        Step step,
        ReadOnlySpan<double> a,
        ReadOnlySpan<double> b,
        ReadOnlySpan<double> result,
        ReadOnlySpan<double> adjoint,
        Span<double> target)
    {
        for (int i = 0; i < adjoint.Length; i++)
        {
            double slope = step.Operation switch
            {
                Operation.Add => 1,
                Operation.Subtract => -1,
                Operation.Multiply => a[i],
                Operation.Divide => -result[i] / b[i],
                _ => Slope.PowByExponent(a[i], b[i], result[i]),
            };
            target[i] += Product(adjoint[i], slope);
        }
    }

    private static void ForwardOne(Step step, ReadOnlySpan<double> a, Span<double> result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = step.Operation switch
            {
                Operation.Negate => -a[i],
                Operation.Square => a[i] * a[i],
                Operation.PowerOfConstant => Math.Pow(a[i], step.Number),
                Operation.Abs => Math.Abs(a[i]),
                Operation.Acos => Math.Acos(a[i]),
                Operation.Asin => Math.Asin(a[i]),
                Operation.Atan => Math.Atan(a[i]),
                Operation.Cos => Math.Cos(a[i]),
                Operation.Cosh => Math.Cosh(a[i]),
                Operation.Exp => Math.Exp(a[i]),
                Operation.Log => Math.Log(a[i]),
                Operation.Log10 => Math.Log10(a[i]),
                Operation.Log2 => Math.Log2(a[i]),
                Operation.Sin => Math.Sin(a[i]),
                Operation.Sinh => Math.Sinh(a[i]),
                Operation.Sqrt => Math.Sqrt(a[i]),
                Operation.Tan => Math.Tan(a[i]),
                _ => Math.Tanh(a[i]),
            };
        }
    }

    private static double SlopeOfOne(Step step, double x, double value) => step.Operation switch
    {
        Operation.Negate => -1,
        Operation.Square => 2 * x,
        Operation.PowerOfConstant => Slope.PowByBase(x, step.Number),
        Operation.Abs => Slope.AbsAt(x),
        Operation.Acos => -Slope.AsinAt(x),
        Operation.Asin => Slope.AsinAt(x),
        Operation.Atan => Slope.AtanAt(x),
        Operation.Cos => -Math.Sin(x),
        Operation.Cosh => Math.Sinh(x),
        Operation.Exp => value,
        Operation.Log => Slope.LogAt(x),
        Operation.Log10 => Slope.Log10At(x),
        Operation.Log2 => Slope.Log2At(x),
        Operation.Sin => Math.Cos(x),
        Operation.Sinh => Math.Cosh(x),
        Operation.Sqrt => Slope.SqrtFrom(value),
        Operation.Tan => Slope.TanFrom(value),
        _ => Slope.TanhFrom(value),
    };

    /// <summary>A product where zero wins over infinity: what has no effect has none through a vertical tangent either.</summary>
    private static double Product(double adjoint, double slope)
    {
        double product = adjoint * slope;
        return double.IsNaN(product) && (adjoint == 0 || slope == 0) ? 0 : product;
    }
}
