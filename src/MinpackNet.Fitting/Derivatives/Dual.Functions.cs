using System.Runtime.Intrinsics;

namespace MinpackNet.Fitting;

/// <content>The elementary functions.</content>
internal readonly partial struct Dual
{
    public static Dual Abs(Dual x) => Chain(Math.Abs(x.Value), Slope.AbsAt(x.Value), x);

    public static Dual Sqrt(Dual x)
    {
        double value = Math.Sqrt(x.Value);
        return Chain(value, Slope.SqrtFrom(value), x);
    }

    public static Dual Cbrt(Dual x)
    {
        double value = Math.Cbrt(x.Value);
        return Chain(value, Slope.CbrtFrom(value), x);
    }

    public static Dual RootN(Dual x, int n)
    {
        double value = double.RootN(x.Value, n);
        return Chain(value, Math.Pow(value, 1 - n) / n, x);
    }

    public static Dual Hypot(Dual x, Dual y)
    {
        double value = double.Hypot(x.Value, y.Value);
        return new(value, Scale(x.Value / value, x) + Scale(y.Value / value, y), x.Variables | y.Variables);
    }

    public static Dual Pow(Dual x, Dual y)
    {
        double value = Math.Pow(x.Value, y.Value);
        Dual byBase = Chain(value, Slope.PowByBase(x.Value, y.Value), x);
        // A constant exponent needs no logarithm of the base.
        return y.Variables == 0
            ? byBase
            : new(
                value,
                byBase.Partials + Scale(Slope.PowByExponent(x.Value, y.Value, value), y),
                x.Variables | y.Variables);
    }

    public static Dual Exp(Dual x)
    {
        double value = Math.Exp(x.Value);
        return Chain(value, value, x);
    }

    public static Dual ExpM1(Dual x) => Chain(Elementary.ExpM1(x.Value), Math.Exp(x.Value), x);

    public static Dual Exp2(Dual x)
    {
        double value = double.Exp2(x.Value);
        return Chain(value, value * Math.Log(2), x);
    }

    public static Dual Exp10(Dual x)
    {
        double value = double.Exp10(x.Value);
        return Chain(value, value * Math.Log(10), x);
    }

    public static Dual Log(Dual x) => Chain(Math.Log(x.Value), Slope.LogAt(x.Value), x);

    public static Dual Log(Dual x, Dual newBase) => Log(x) / Log(newBase);

    public static Dual LogP1(Dual x) => Chain(Elementary.LogP1(x.Value), Slope.LogP1At(x.Value), x);

    public static Dual Log2(Dual x) => Chain(Math.Log2(x.Value), Slope.Log2At(x.Value), x);

    public static Dual Log10(Dual x) => Chain(Math.Log10(x.Value), Slope.Log10At(x.Value), x);

    public static Dual Sin(Dual x) => Chain(Math.Sin(x.Value), Math.Cos(x.Value), x);

    public static Dual Cos(Dual x) => Chain(Math.Cos(x.Value), -Math.Sin(x.Value), x);

    public static (Dual Sin, Dual Cos) SinCos(Dual x)
    {
        (double sin, double cos) = Math.SinCos(x.Value);
        return (Chain(sin, cos, x), Chain(cos, -sin, x));
    }

    public static Dual Tan(Dual x)
    {
        double value = Math.Tan(x.Value);
        return Chain(value, Slope.TanFrom(value), x);
    }

    public static Dual SinPi(Dual x) => Chain(double.SinPi(x.Value), Math.PI * double.CosPi(x.Value), x);

    public static Dual CosPi(Dual x) => Chain(double.CosPi(x.Value), -Math.PI * double.SinPi(x.Value), x);

    public static (Dual SinPi, Dual CosPi) SinCosPi(Dual x) => (SinPi(x), CosPi(x));

    public static Dual TanPi(Dual x)
    {
        double value = double.TanPi(x.Value);
        return Chain(value, Math.PI * Slope.TanFrom(value), x);
    }

    public static Dual Asin(Dual x) => Chain(Math.Asin(x.Value), Slope.AsinAt(x.Value), x);

    public static Dual Acos(Dual x) => Chain(Math.Acos(x.Value), -Slope.AsinAt(x.Value), x);

    public static Dual Atan(Dual x) => Chain(Math.Atan(x.Value), Slope.AtanAt(x.Value), x);

    public static Dual AsinPi(Dual x) => Chain(double.AsinPi(x.Value), Slope.AsinAt(x.Value) / Math.PI, x);

    public static Dual AcosPi(Dual x) => Chain(double.AcosPi(x.Value), -Slope.AsinAt(x.Value) / Math.PI, x);

    public static Dual AtanPi(Dual x) => Chain(double.AtanPi(x.Value), Slope.AtanAt(x.Value) / Math.PI, x);

    public static Dual Atan2(Dual y, Dual x) => Atan2(Math.Atan2(y.Value, x.Value), 1, y, x);

    public static Dual Atan2Pi(Dual y, Dual x) => Atan2(double.Atan2Pi(y.Value, x.Value), 1 / Math.PI, y, x);

    public static Dual Sinh(Dual x) => Chain(Math.Sinh(x.Value), Math.Cosh(x.Value), x);

    public static Dual Cosh(Dual x) => Chain(Math.Cosh(x.Value), Math.Sinh(x.Value), x);

    public static Dual Tanh(Dual x)
    {
        double value = Math.Tanh(x.Value);
        return Chain(value, Slope.TanhFrom(value), x);
    }

    public static Dual Asinh(Dual x) => Chain(Math.Asinh(x.Value), Slope.AsinhAt(x.Value), x);

    public static Dual Acosh(Dual x) => Chain(Math.Acosh(x.Value), Slope.AcoshAt(x.Value), x);

    public static Dual Atanh(Dual x) => Chain(Math.Atanh(x.Value), Slope.AtanhAt(x.Value), x);

    public static Dual FusedMultiplyAdd(Dual left, Dual right, Dual addend) => new(
        Math.FusedMultiplyAdd(left.Value, right.Value, addend.Value),
        ((left * right) + addend).Partials,
        left.Variables | right.Variables | addend.Variables);

    public static Dual Ieee754Remainder(Dual left, Dual right) => new(
        Math.IEEERemainder(left.Value, right.Value),
        left.Partials + Scale(-Math.Round(left.Value / right.Value), right),
        left.Variables | right.Variables);

    public static Dual ScaleB(Dual x, int n) => Chain(Math.ScaleB(x.Value, n), Math.ScaleB(1, n), x);

    public static Dual Round(Dual x, int digits, MidpointRounding mode) => new(Math.Round(x.Value, digits, mode));

    public static Dual BitDecrement(Dual x) => new(Math.BitDecrement(x.Value), x.Partials, x.Variables);

    public static Dual BitIncrement(Dual x) => new(Math.BitIncrement(x.Value), x.Partials, x.Variables);

    private static Dual Atan2(double value, double unit, Dual y, Dual x)
    {
        double byY = unit * Slope.Atan2ByY(y.Value, x.Value);
        double byX = -unit * Slope.Atan2ByY(x.Value, y.Value);
        return new(value, Scale(byY, y) + Scale(byX, x), x.Variables | y.Variables);
    }
}
