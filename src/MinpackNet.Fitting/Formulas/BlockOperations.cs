using System.Diagnostics;

namespace MinpackNet.Fitting;

/// <summary>Applies an operation to blocks of numbers, for values and for derivatives.</summary>
internal static class BlockOperations
{
    /// <summary>
    /// The results of an operation on two blocks; an operation with one operand ignores the right one.
    /// </summary>
    public static void Evaluate(Step step, ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> result)
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
                EvaluateOne(step, a, result);
                break;
        }
    }

    /// <summary>
    /// The derivatives of the results with respect to one parameter, from those of the operands: the chain rule in the
    /// order in which one would write it by hand.
    /// </summary>
    /// <param name="step">The operation.</param>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand, if any.</param>
    /// <param name="value">The results.</param>
    /// <param name="slopes">The slopes from <see cref="FillSlopes"/>; for functions of one operand and powers.</param>
    /// <param name="left">The derivatives of the left operand; empty if it does not depend on the parameter.</param>
    /// <param name="right">The derivatives of the right operand; empty likewise.</param>
    /// <param name="result">Receives the derivatives.</param>
    public static void Differentiate(
        Step step,
        ReadOnlySpan<double> a,
        ReadOnlySpan<double> b,
        ReadOnlySpan<double> value,
        Slopes slopes,
        ReadOnlySpan<double> left,
        ReadOnlySpan<double> right,
        Span<double> result)
    {
        switch (step.Operation)
        {
            case Operation.Add or Operation.Subtract:
                Add(left, right, step.Operation == Operation.Add ? 1 : -1, result);
                break;
            case Operation.Multiply:
                Combine(b, left, a, right, result);
                break;
            case Operation.Divide:
                Divide(left, value, right, b, result);
                break;
            default:
                Combine(slopes.ByLeft, left, slopes.ByRight, right, result);
                break;
        }
    }

    /// <summary>
    /// Fills in the derivatives of the results with respect to the operands, for functions of one operand and powers.
    /// </summary>
    public static void FillSlopes(
        Step step, ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> value, Slopes slopes)
    {
        if (step.Operation is Operation.Add or Operation.Subtract or Operation.Multiply or Operation.Divide)
        {
            return;
        }

        for (int i = 0; i < value.Length; i++)
        {
            if (step.Operation == Operation.Power)
            {
                slopes.ByLeft[i] = Slope.PowByBase(a[i], b[i]);
                slopes.ByRight[i] = Slope.PowByExponent(a[i], b[i], value[i]);
            }
            else
            {
                slopes.ByLeft[i] = SlopeOfOne(step, a[i], value[i]);
            }
        }
    }

    /// <summary>result = left + sign right.</summary>
    private static void Add(
        ReadOnlySpan<double> left, ReadOnlySpan<double> right, double sign, Span<double> result)
    {
        if (right.IsEmpty)
        {
            left[..result.Length].CopyTo(result);
            return;
        }

        for (int i = 0; i < result.Length; i++)
        {
            result[i] = left.IsEmpty ? sign * right[i] : left[i] + (sign * right[i]);
        }
    }

    /// <summary>
    /// result = (left - value right) / divisor, the derivative of a quotient as one would write it by hand.
    /// </summary>
    private static void Divide(
        ReadOnlySpan<double> left,
        ReadOnlySpan<double> value,
        ReadOnlySpan<double> right,
        ReadOnlySpan<double> divisor,
        Span<double> result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            double numerator = left.IsEmpty ? 0 : left[i];
            result[i] = (right.IsEmpty ? numerator : numerator - (value[i] * right[i])) / divisor[i];
        }
    }

    /// <summary>result = byLeft left + byRight right.</summary>
    private static void Combine(
        ReadOnlySpan<double> byLeft,
        ReadOnlySpan<double> left,
        ReadOnlySpan<double> byRight,
        ReadOnlySpan<double> right,
        Span<double> result)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            ReadOnlySpan<double> slopes = (left.IsEmpty ? byRight : byLeft)[..result.Length];
            ReadOnlySpan<double> changes = (left.IsEmpty ? right : left)[..result.Length];
            for (int i = 0; i < result.Length; i++)
            {
                result[i] = slopes[i] * changes[i];
            }

            return;
        }

        for (int i = 0; i < result.Length; i++)
        {
            result[i] = (byLeft[i] * left[i]) + (byRight[i] * right[i]);
        }
    }

    private static void EvaluateOne(Step step, ReadOnlySpan<double> a, Span<double> result)
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
                Operation.Tanh => Math.Tanh(a[i]),
                _ => throw new UnreachableException(),
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
        Operation.Tanh => Slope.TanhFrom(value),
        _ => throw new UnreachableException(),
    };
}
