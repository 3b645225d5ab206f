using System.Globalization;
using System.Numerics;

namespace MinpackNet.Fitting.Tests;

/// <summary>Numbers that record steps: the steps do what numbers and dual numbers do, or are not recorded.</summary>
public sealed class TracedTests
{
    private const double A = 0.6;
    private const double X = 0.7;

    public static TheoryData<string> Recorded =>
    [
        "Plus", "Minus", "Times", "Over", "Negative", "Increment", "Decrement", "Sum", "Square", "Horner",
        "Abs", "Sqrt", "Cbrt", "Root2", "Root3", "Pow", "Pow2", "Pow3", "PowMinus1", "PowX",
        "Exp", "ExpM1", "Exp2", "Exp10", "Exp2M1", "Log", "LogOf3", "LogP1", "Log2", "Log10", "Log2P1", "Lerp",
        "Sin", "Cos", "SinCos", "Tan", "Asin", "Acos", "Atan", "AtanPi", "Atan2", "Sinh", "Cosh", "Tanh",
        "Asinh", "Acosh", "Atanh", "Min", "Max", "Clamp", "Floor", "Ceiling", "Round", "Constants", "Degrees",
    ];

    public static TheoryData<string> Others =>
    [
        "Less", "Equal", "IsNaN", "IsFinite", "IsNegative", "Sign", "CompareTo", "Equals", "Hash", "Text", "Double",
        "Int", "Convert", "Truncate", "Digits", "Remainder", "Hypot", "Root4", "SinPi", "Fused", "Increment bits",
        "CopySign", "MaxMagnitude", "MaxNumber", "ClampWithin", "Exponent", "Swallowed", "Loop",
    ];

    [Theory]
    [MemberData(nameof(Recorded))]
    public void Steps_have_the_values_of_numbers_and_the_derivatives_of_dual_numbers(string function)
    {
        StepRecorder recorder = new(2, 1);
        FormulaProgram program = recorder.Build(
            Apply(function, recorder.Parameters[0], recorder.Columns[0]));
        Assert.False(recorder.HasGivenUp);
        double[] values = new double[1];
        double[] derivatives = new double[2];
        program.Evaluate(new([A, 5], [[X]]), values);
        program.Differentiate(new([A, 5], [[X]]), [1, 0], derivatives);
        Dual[] seeded = new Dual[1];
        Dual.Seed([A], [0], seeded);
        Assert.Equal(Apply(function, A, X), values[0], 4e-16 * Math.Max(1, Math.Abs(values[0])));
        Assert.Equal(0, derivatives[0]);
        double expected = Apply(function, seeded[0], new Dual(X)).Partials[0];
        Assert.Equal(expected, derivatives[1], 1e-15 * Math.Max(1, Math.Abs(expected)));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void What_may_differ_from_point_to_point_is_not_recorded(string function)
    {
        StepRecorder recorder = new(1, 1);
        try
        {
            Branch(function, recorder.Parameters[0], recorder.Columns[0]);
        }
        catch (NotSupportedException)
        {
            Assert.True(recorder.HasGivenUp);
        }

        Assert.True(recorder.HasGivenUp);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Constants_answer_everything(string function)
    {
        double number = Branch(function, A, X);
        Assert.Equal(number, Branch(function, Traced.Constant(A), Traced.Constant(X)).Value, 1e-15);
    }

    [Fact]
    public void Sums_from_zero_and_products_from_one_have_no_step_for_it()
    {
        StepRecorder recorder = new(1, 1);
        (Traced a, Traced x) = (recorder.Parameters[0], recorder.Columns[0]);
        FormulaProgram program = recorder.Build(Apply("Sum", a, x));
        Assert.Equal(
            [Operation.Parameter, Operation.Predictor, Operation.Multiply, Operation.Add],
            program.Steps.Select(step => step.Operation));
    }

    private static T Apply<T>(string function, T a, T x)
        where T : struct, IFloatingPointIeee754<T>
    {
        T two = T.CreateChecked(2);
        return function switch
        {
            "Plus" => a + x,
            "Minus" => x - a,
            "Times" => a * x,
            "Over" => x / a,
            "Negative" => -a,
            "Increment" => ++a,
            "Decrement" => --a,
            "Sum" => Total(a * x, x),
            "Square" => (a + x) * (a + x),
            "Horner" => (((T.Zero * x) + a) * x) + two,
            "Abs" => T.Abs(a - x),
            "Sqrt" => T.Sqrt(a),
            "Cbrt" => T.Cbrt(a),
            "Root2" => T.RootN(a, 2),
            "Root3" => T.RootN(a, 3),
            "Pow" => T.Pow(a, x),
            "Pow2" => T.Pow(a, two),
            "Pow3" => T.Pow(a, T.CreateChecked(3)),
            "PowMinus1" => T.Pow(a, T.NegativeOne),
            "PowX" => T.Pow(x, a),
            "Exp" => T.Exp(a),
            "ExpM1" => T.ExpM1(a),
            "Exp2" => T.Exp2(a),
            "Exp10" => T.Exp10(a),
            "Exp2M1" => T.Exp2M1(a),
            "Log" => T.Log(a),
            "LogOf3" => T.Log(a, T.CreateChecked(3)),
            "LogP1" => T.LogP1(a),
            "Log2" => T.Log2(a),
            "Log10" => T.Log10(a),
            "Log2P1" => T.Log2P1(a),
            "Lerp" => T.Lerp(a, two, x),
            "Sin" => T.Sin(a),
            "Cos" => T.Cos(a),
            "SinCos" => T.SinCos(a).Sin * T.SinCos(a).Cos,
            "Tan" => T.Tan(a),
            "Asin" => T.Asin(a),
            "Acos" => T.Acos(a),
            "Atan" => T.Atan(a),
            "AtanPi" => T.AtanPi(a),
            "Atan2" => T.Atan2(a, x),
            "Sinh" => T.Sinh(a),
            "Cosh" => T.Cosh(a),
            "Tanh" => T.Tanh(a),
            "Asinh" => T.Asinh(a),
            "Acosh" => T.Acosh(a + T.One),
            "Atanh" => T.Atanh(a),
            "Min" => T.Min(a, x),
            "Max" => T.Max(a, x),
            "Clamp" => T.Clamp(a, T.Zero, T.One),
            "Floor" => a * T.Floor(a + x),
            "Ceiling" => a * T.Ceiling(a + x),
            "Round" => a * T.Round(a + x),
            "Constants" => a * (T.Pi < T.E ? x : T.Sqrt(two)),
            "Degrees" => T.DegreesToRadians(a),
            _ => throw new ArgumentException(function),
        };
    }

    private static T Total<T>(params ReadOnlySpan<T> terms)
        where T : INumber<T>
    {
        T sum = T.Zero;
        T product = T.One;
        foreach (T term in terms)
        {
            sum += term;
            product *= term;
        }

        return sum + (T.Zero * T.One);
    }

    private static T Branch<T>(string function, T a, T x)
        where T : struct, IFloatingPointIeee754<T>
    {
        return function switch
        {
            "Less" => a < x ? a : x,
            "Equal" => a == x ? a : x,
            "IsNaN" => T.IsNaN(a) ? a : x,
            "IsFinite" => T.IsFinite(a) ? a : x,
            "IsNegative" => T.IsNegative(a) ? a : x,
            "Sign" => T.CreateChecked(T.Sign(a)),
            "CompareTo" => a.CompareTo(x) > 0 ? a : x,
            "Equals" => a.Equals((object)x) ? a : x,
            "Hash" => a.GetHashCode() == x.GetHashCode() ? a : x,
            "Text" => T.Parse(a.ToString(null, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            "Double" => T.CreateChecked(double.CreateChecked(a)),
            "Int" => T.CreateChecked(int.CreateTruncating(a)),
            "Convert" => T.CreateChecked(float.CreateSaturating(a)),
            "Truncate" => T.Truncate(a),
            "Digits" => T.Round(a, 1),
            "Remainder" => a % x,
            "Hypot" => T.Hypot(a, x),
            "Root4" => T.RootN(a, 4),
            "SinPi" => T.SinPi(a),
            "Fused" => T.FusedMultiplyAdd(a, x, a),
            "Increment bits" => T.BitIncrement(a),
            "CopySign" => T.CopySign(a, x),
            "MaxMagnitude" => T.MaxMagnitude(a, x),
            "MaxNumber" => T.MaxNumber(a, x),
            "ClampWithin" => T.Clamp(T.Zero, a, x),
            "Exponent" => T.CreateChecked(T.ILogB(a)),
            "Swallowed" => Swallowed(a),
            "Loop" => Iterated(a),
            _ => throw new ArgumentException(function),
        };
    }

    private static T Swallowed<T>(T a)
        where T : INumber<T>
    {
        try
        {
            return a > T.Zero ? a : -a;
        }
        catch (NotSupportedException)
        {
            return a;
        }
    }

    private static T Iterated<T>(T a)
        where T : IFloatingPointIeee754<T>
    {
        for (int k = 0; k < 10_000; k++)
        {
            a = T.Sin(a) + T.One;
        }

        return a;
    }
}
