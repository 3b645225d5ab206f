namespace MinpackNet.Fitting;

/// <content>The functions; those that formulas do not have are for constants only.</content>
internal readonly partial struct Traced
{
    public static Traced Abs(Traced x) => Record(Operation.Abs, x);

    public static Traced Sqrt(Traced x) => Record(Operation.Sqrt, x);

    public static Traced Cbrt(Traced x) => Record(Operation.Cbrt, x);

    public static Traced RootN(Traced x, int n) => n switch
    {
        2 => Sqrt(x),
        3 => Cbrt(x),
        _ => new(double.RootN(x.Value, n)),
    };

    public static Traced Hypot(Traced x, Traced y) => new(double.Hypot(x.Value, y.Value));

    public static Traced Pow(Traced x, Traced y) => Record(Operation.Power, x, y);

    public static Traced Exp(Traced x) => Record(Operation.Exp, x);

    public static Traced ExpM1(Traced x) => Record(Operation.ExpM1, x);

    public static Traced Exp2(Traced x) => Pow(new(2), x);

    public static Traced Exp10(Traced x) => Pow(new(10), x);

    public static Traced Log(Traced x) => Record(Operation.Log, x);

    public static Traced Log(Traced x, Traced newBase) => Log(x) / Log(newBase);

    public static Traced LogP1(Traced x) => Record(Operation.LogP1, x);

    public static Traced Log2(Traced x) => Record(Operation.Log2, x);

    public static Traced Log10(Traced x) => Record(Operation.Log10, x);

    public static Traced Sin(Traced x) => Record(Operation.Sin, x);

    public static Traced Cos(Traced x) => Record(Operation.Cos, x);

    public static (Traced Sin, Traced Cos) SinCos(Traced x) => (Sin(x), Cos(x));

    public static Traced Tan(Traced x) => Record(Operation.Tan, x);

    public static Traced SinPi(Traced x) => new(double.SinPi(x.Value));

    public static Traced CosPi(Traced x) => new(double.CosPi(x.Value));

    public static (Traced SinPi, Traced CosPi) SinCosPi(Traced x) => (SinPi(x), CosPi(x));

    public static Traced TanPi(Traced x) => new(double.TanPi(x.Value));

    public static Traced Asin(Traced x) => Record(Operation.Asin, x);

    public static Traced Acos(Traced x) => Record(Operation.Acos, x);

    public static Traced Atan(Traced x) => Record(Operation.Atan, x);

    public static Traced AsinPi(Traced x) => Asin(x) / new Traced(Math.PI);

    public static Traced AcosPi(Traced x) => Acos(x) / new Traced(Math.PI);

    public static Traced AtanPi(Traced x) => Atan(x) / new Traced(Math.PI);

    public static Traced Atan2(Traced y, Traced x) => Record(Operation.Atan2, y, x);

    public static Traced Atan2Pi(Traced y, Traced x) => Atan2(y, x) / new Traced(Math.PI);

    public static Traced Sinh(Traced x) => Record(Operation.Sinh, x);

    public static Traced Cosh(Traced x) => Record(Operation.Cosh, x);

    public static Traced Tanh(Traced x) => Record(Operation.Tanh, x);

    public static Traced Asinh(Traced x) => Record(Operation.Asinh, x);

    public static Traced Acosh(Traced x) => Record(Operation.Acosh, x);

    public static Traced Atanh(Traced x) => Record(Operation.Atanh, x);

    public static Traced Min(Traced x, Traced y) => Record(Operation.Min, x, y);

    public static Traced Max(Traced x, Traced y) => Record(Operation.Max, x, y);

    /// <summary>Within constants; of others nobody knows whether they are in order.</summary>
    public static Traced Clamp(Traced value, Traced min, Traced max) => min.Value <= max.Value
        ? Min(Max(value, min), max)
        : new(Math.Clamp(value.Value, min.Value, max.Value));

    public static Traced FusedMultiplyAdd(Traced left, Traced right, Traced addend) =>
        new(Math.FusedMultiplyAdd(left.Value, right.Value, addend.Value));

    public static Traced Ieee754Remainder(Traced left, Traced right) =>
        new(Math.IEEERemainder(left.Value, right.Value));

    public static Traced ScaleB(Traced x, int n) => new(Math.ScaleB(x.Value, n));

    public static Traced BitDecrement(Traced x) => new(Math.BitDecrement(x.Value));

    public static Traced BitIncrement(Traced x) => new(Math.BitIncrement(x.Value));

    public static Traced Round(Traced x, int digits, MidpointRounding mode) => (digits, mode) switch
    {
        (0, MidpointRounding.ToEven) => Record(Operation.Round, x),
        (0, MidpointRounding.ToNegativeInfinity) => Record(Operation.Floor, x),
        (0, MidpointRounding.ToPositiveInfinity) => Record(Operation.Ceiling, x),
        _ => new(Math.Round(x.Value, digits, mode)),
    };
}
