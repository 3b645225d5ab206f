using MinpackNet.Nist;

namespace MinpackNet.Fitting.Tests;

/// <summary>Derivatives that the model itself gives, by formulas and by dual numbers, are exact.</summary>
public sealed class DerivativeTests
{
    /// <summary>Every function of the notation, with arguments where it is smooth.</summary>
    public static TheoryData<string, double, double> Functions => new()
    {
        { "a + x", 1.5, 0.7 },
        { "x - a", 1.5, 0.7 },
        { "-a", 1.5, 0.7 },
        { "a*x*a", 1.5, 0.7 },
        { "x/a", 1.5, 0.7 },
        { "a/(x + a)", 1.5, 0.7 },
        { "a^2", -1.5, 0.7 },
        { "a^3", -1.5, 0.7 },
        { "a^-2", -1.5, 0.7 },
        { "a^0.3", 1.5, 0.7 },
        { "x^a", 1.5, 0.7 },
        { "a^a", 1.5, 0.7 },
        { "abs(a)", -1.5, 0.7 },
        { "acos(a*x)", 0.5, 0.7 },
        { "asin(a*x)", 0.5, 0.7 },
        { "atan(a*x)", 1.5, 0.7 },
        { "cos(a*x)", 1.5, 0.7 },
        { "cosh(a*x)", 1.5, 0.7 },
        { "exp(a*x)", 1.5, 0.7 },
        { "log(a*x)", 1.5, 0.7 },
        { "log10(a*x)", 1.5, 0.7 },
        { "log2(a*x)", 1.5, 0.7 },
        { "sin(a*x)", 1.5, 0.7 },
        { "sinh(a*x)", 1.5, 0.7 },
        { "sqrt(a*x)", 1.5, 0.7 },
        { "tan(a*x)", 1.5, 0.7 },
        { "tanh(a*x)", 1.5, 0.7 },
    };

    /// <summary>Functions of dual numbers that formulas have none for, and the derivative of each at 0.6.</summary>
    public static TheoryData<string, double> DualFunctions => new()
    {
        { nameof(Dual.Acosh), 1 / Math.Sqrt((1.6 * 1.6) - 1) },
        { nameof(Dual.Asinh), 1 / Math.Sqrt((0.6 * 0.6) + 1) },
        { nameof(Dual.Atan2), 2 / ((0.6 * 0.6) + 4) },
        { nameof(Dual.Atanh), 1 / (1 - (0.6 * 0.6)) },
        { nameof(Dual.Cbrt), Math.Pow(0.6, -2.0 / 3) / 3 },
        { nameof(Dual.Exp10), Math.Log(10) * Math.Pow(10, 0.6) },
        { nameof(Dual.Exp2), Math.Log(2) * Math.Pow(2, 0.6) },
        { nameof(Dual.ExpM1), Math.Exp(0.6) },
        { nameof(Dual.FusedMultiplyAdd), 2 + 0.6 + 0.6 },
        { nameof(Dual.Hypot), 0.6 / Math.Sqrt((0.6 * 0.6) + 4) },
        { nameof(Dual.Log), 1 / (0.6 * Math.Log(3)) },
        { nameof(Dual.LogP1), 1 / 1.6 },
        { nameof(Dual.RootN), Math.Pow(0.6, -0.75) / 4 },
        { nameof(Dual.SinCos), Math.Cos(1.2) },
        { nameof(Dual.SinPi), Math.PI * Math.Cos(Math.PI * 0.6) },
        { nameof(Dual.TanPi), Math.PI / Math.Pow(Math.Cos(Math.PI * 0.6), 2) },
        { nameof(Dual.AtanPi), 1 / (Math.PI * (1 + (0.6 * 0.6))) },
        { nameof(Dual.ScaleB), 8 },
        { nameof(Dual.Round), 0 },
        { "Remainder", 1 },
        { "Max", 1 },
        { "Clamp", 0 },
    };

    public static TheoryData<string> Sets => [.. NistProblems.All.Select(problem => problem.Name)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Formulas_have_the_derivatives_that_differences_approach(string text, double a, double x)
    {
        Formula formula = Formula.Parse(text);
        double[] gradient = new double[1];
        double[] at = formula.PredictorNames.Count == 0 ? [] : [x];
        formula.Gradient([a], at, gradient);

        // The fourth-order difference of step h leaves about h⁴ and 1e-16 / h.
        const double H = 1e-3;
        double F(double shift) => formula.Evaluate([a + shift], at);
        double difference = ((8 * (F(H) - F(-H))) - (F(2 * H) - F(-2 * H))) / (12 * H);
        Assert.Equal(difference, gradient[0], 1e-10);
    }

    [Theory]
    [MemberData(nameof(DualFunctions))]
    public void Dual_numbers_have_the_derivatives_of_the_textbook(string function, double expected)
    {
        Dual a = Variable(0.6);
        Dual two = new(2);
        Dual result = function switch
        {
            nameof(Dual.Acosh) => Dual.Acosh(a + new Dual(1)),
            nameof(Dual.Asinh) => Dual.Asinh(a),
            nameof(Dual.Atan2) => Dual.Atan2(a, two),
            nameof(Dual.Atanh) => Dual.Atanh(a),
            nameof(Dual.Cbrt) => Dual.Cbrt(a),
            nameof(Dual.Exp10) => Dual.Exp10(a),
            nameof(Dual.Exp2) => Dual.Exp2(a),
            nameof(Dual.ExpM1) => Dual.ExpM1(a),
            nameof(Dual.FusedMultiplyAdd) => Dual.FusedMultiplyAdd(a, two, a * a),
            nameof(Dual.Hypot) => Dual.Hypot(a, two),
            nameof(Dual.Log) => Dual.Log(a, new(3)),
            nameof(Dual.LogP1) => Dual.LogP1(a),
            nameof(Dual.RootN) => Dual.RootN(a, 4),
            nameof(Dual.SinCos) => Dual.SinCos(a).Sin * Dual.SinCos(a).Cos,
            nameof(Dual.SinPi) => Dual.SinPi(a),
            nameof(Dual.TanPi) => Dual.TanPi(a),
            nameof(Dual.AtanPi) => Dual.AtanPi(a),
            nameof(Dual.ScaleB) => Dual.ScaleB(a, 3),
            nameof(Dual.Round) => Dual.Round(a, 0, MidpointRounding.ToEven),
            "Remainder" => a % new Dual(0.25),
            "Max" => Larger(a, new(0.5)),
            _ => Limited(a, new(0.7), two),
        };
        Assert.Equal(expected, result.Partials[0], 1e-14);
        Assert.Equal(0, result.Partials[1]);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Derivatives_of_NISTs_formulas_are_those_written_by_hand(string set)
    {
        NistProblem problem = NistProblems.All.Single(p => p.Name == set);
        NistData data = NistData.Of(set);
        Formula formula = Formula.Parse(
            data.Formula, new FormulaNames { Predictors = data.X.Names, Parameters = data.ParameterNames });
        foreach (double[] point in data.Starts.Append([.. problem.Solution.Parameters]))
        {
            double[] residuals = new double[problem.ObservationCount];
            problem.Residuals(point, residuals);
            double[] values = new double[residuals.Length];
            formula.Evaluate(point, data.X.Columns, values);
            // The formula has vector functions, the model those of Math: the last bits of exp, sin and cos differ.
            double size = data.Y.Max(Math.Abs);
            Assert.Equal(
                residuals,
                values.Zip(data.Y, (value, y) => value - y),
                (expected, actual) => Math.Abs(expected - actual) <= 1e-14 * Math.Max(size, Math.Abs(expected)));

            double[] derivatives = new double[residuals.Length * point.Length];
            formula.Differentiate(
                point, data.X.Columns, [.. Enumerable.Range(0, point.Length)], derivatives);
            double[] row = new double[point.Length];
            for (int i = 0; i < residuals.Length; i++)
            {
                problem.JacobianRow(i, point, row);
                for (int j = 0; j < row.Length; j++)
                {
                    double actual = derivatives[(j * residuals.Length) + i];
                    // Both round; near a zero of the derivative that shows, so it is measured against the row.
                    Assert.Equal(row[j], actual, 1e-11 * Math.Max(Math.Abs(row[j]), 1e-3 * row.Max(Math.Abs)));
                }
            }
        }
    }

    [Fact]
    public void Dual_numbers_and_formulas_agree_over_more_than_four_parameters()
    {
        NistData data = NistData.Of("Gauss1");
        Formula formula = Formula.Parse(data.Formula, new FormulaNames { Parameters = data.ParameterNames });
        Model generic = Model.FromCurve<TwoPeaks>();
        int[] by = [7, 0, 1, 3, 2, 5];
        double[] byFormula = new double[by.Length * data.Y.Length];
        double[] byDual = new double[by.Length * data.Y.Length];
        formula.Differentiate(data.Starts[0], data.X.Columns, by, byFormula);
        generic.Differentiate(data.Starts[0], data.X.Columns, by, byDual);
        Assert.All(
            byFormula.Zip(byDual),
            pair => Assert.Equal(pair.First, pair.Second, 1e-14 * Math.Max(100, Math.Abs(pair.Second))));
    }

    [Theory]
    [InlineData("x^2", 0, 0)]
    [InlineData("x^1", 0, 1)]
    [InlineData("x^0", 0, 0)]
    [InlineData("x^3", -2, 12)]
    [InlineData("x^-1", -2, -0.25)]
    [InlineData("abs(x)", 0, 0)]
    public void Integer_powers_have_a_slope_for_any_base(string text, double at, double slope)
    {
        Formula formula = Formula.Parse(text, new FormulaNames { Predictors = [], Parameters = ["x"] });
        double[] gradient = new double[1];
        formula.Gradient([at], [], gradient);
        Assert.Equal(slope, gradient[0]);
    }

    [Fact]
    public void At_zero_a_power_does_not_depend_on_its_exponent()
    {
        double[] gradient = new double[2];
        Formula.Parse("a*x^b").Gradient([3, 1.5], [0], gradient);
        Assert.Equal([0, 0], gradient);
        Dual power = Dual.Pow(new(0), Variable(1.5));
        Assert.Equal((0, 0), (power.Value, power.Partials[0]));
    }

    [Fact]
    public void A_vertical_tangent_has_no_effect_on_what_does_not_depend_on_it()
    {
        double[] gradient = new double[2];
        Formula.Parse("a*sqrt(b*x)").Gradient([3, 2], [0], gradient);
        Assert.Equal([0, 0], gradient);
        Dual root = Variable(1) * Dual.Sqrt(new(0));
        Assert.Equal(0, root.Partials[0]);
    }

    [Fact]
    public void A_variable_without_effect_just_here_is_no_constant_to_an_infinite_slope()
    {
        Dual zero = Variable(0);
        Assert.Equal(double.NaN, Dual.Cbrt(zero * zero * zero).Partials[0]);
        Assert.Equal(double.NaN, Dual.Sqrt(zero * zero).Partials[0]);
        Assert.Equal(double.NaN, Dual.Pow(zero * zero, new(0.5)).Partials[0]);
        Assert.Equal(0, Dual.Cbrt(zero * zero * zero).Partials[1]);
        Assert.Equal(0, Dual.Cbrt(new(0)).Partials[0]);
    }

    [Fact]
    public void A_negative_base_with_a_fitted_exponent_is_NaN_and_so_is_its_slope()
    {
        double[] gradient = new double[1];
        Formula formula = Formula.Parse("x^b");
        Assert.Equal(double.NaN, formula.Evaluate([1.5], -2));
        Assert.Equal(4, formula.Evaluate([2], -2));
        formula.Gradient([2], [-2], gradient);
        Assert.Equal(double.NaN, gradient[0]);
    }

    [Fact]
    public void Dual_numbers_convert_and_compare_by_their_values()
    {
        Dual a = Variable(0.6);
        Assert.Equal(new Dual(2.5), Converted<Dual, double>(2.5));
        Assert.Equal(new Dual(3), Converted<Dual, int>(3));
        Assert.Equal(0.6, double.CreateChecked(a));
        Assert.Equal(0, int.CreateTruncating(a));
        Assert.True(IsBetween(a, new(0.5), new(0.6)) && !IsBetween(a, new(0.6), new(1)));
        Assert.Equal("0.6", a.ToString());
        Assert.Equal(a, Parsed<Dual>("0.6"));
    }

    /// <summary>The first of the variables.</summary>
    private static Dual Variable(double value)
    {
        Dual[] seeded = new Dual[1];
        Dual.Seed([value], [0], seeded);
        return seeded[0];
    }

    private static bool IsBetween<T>(T a, T low, T high)
        where T : System.Numerics.INumber<T> => a > low && a <= high && a != T.Zero;

    private static T Parsed<T>(string text)
        where T : System.Numerics.INumber<T> => T.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static T Converted<T, TOther>(TOther value)
        where T : System.Numerics.INumber<T>
        where TOther : System.Numerics.INumber<TOther> => T.CreateChecked(value);

    private static T Larger<T>(T a, T b)
        where T : System.Numerics.INumber<T> => T.Max(a, b);

    private static T Limited<T>(T a, T least, T most)
        where T : System.Numerics.INumber<T> => T.Clamp(a, least, most);

    private readonly struct TwoPeaks : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x)
        {
            T first = (x - b[3]) / b[4];
            T second = (x - b[6]) / b[7];
            return (b[0] * T.Exp(-b[1] * x)) + (b[2] * T.Exp(-(first * first))) + (b[5] * T.Exp(-(second * second)));
        }
    }
}
