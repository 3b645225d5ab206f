using System.Globalization;

namespace MinpackNet.Fitting.Tests;

/// <summary>Derivatives are finite wherever the model and the limit of the derivative are.</summary>
public sealed class DerivativeLimitTests
{
    private const int Formulas = 8000;

    /// <summary>Formulas, parameters a, b, ... in order of appearance, x, and the derivatives by hand.</summary>
    public static TheoryData<string, double[], double, double[]> Limits => new()
    {
        { "a/(1 + (c/x)^b)", [5, 1, 2], 0, [0, 0, 0] },
        { "a/(1 + (c/x)^b)", [5, -1, 2], 0, [0, 0, 0] },
        { "V/(1 + K/x)", [2, 1], 0, [0, 0] },
        { "V/(1 + (K/x)^n)", [3, 2, 1], 0, [0, 0, 0] },
        { "V*exp(-K/x)", [2, 1], 0, [0, 0] },
        { "V*exp(-K/x^2)", [2, 1], 0, [0, 0] },
        { "1/(1 + exp(-k*x))", [1], -900, [0] },
        { "a/(1 + exp(-k*(x - m))) + c", [2, 5, 1000, 3], -500, [0, 0, 0, 1] },
        { "a/cosh(x - b)", [2, 1], 2000, [0, 0] },
        { "a/cosh((x - b)/w)^2", [2, 1, 0.5], -500, [0, 0, 0] },
        { "a/sinh(b*x)", [2, 1], 800, [0, 0] },
        { "a*exp(-b*exp(-c*x))", [2, 1, 1], -800, [0, 0, 0] },
        { "a*atan(exp(b*x))", [2, 1], 800, [Math.PI / 2, 0] },
        { "a*tanh(sinh(b*x))", [2, 1], 800, [1, 0] },
        { "a*exp(-(x/b)^c)", [2, 1, 2], 1e200, [0, 0, 0] },
        { "1/(1/a + b*x)", [0, 2], 0, [1, 0] },
        { "a/(b + 1/x)", [2, 3], 0, [0, 0] },
        { "sqrt(a*x)", [2], 0, [0] },
        { "(a*x)^b", [2, 0.5], 0, [0, 0] },
        { "sqrt((x - a)^2)", [2], 2, [0] },
        { "sqrt((x - a)^2)", [2], 5, [-1] },
        { "abs(x - a)", [2], 2, [0] },
        { "sqrt(a^4)", [0], 0, [0] },
        { "(a^3)^(1/3)*x", [0], 0, [0] },
        { "b + sqrt(abs(a))^2", [1, 0], 0, [1, 0] },
        { "a*x^b", [2, 1.5], 0, [0, 0] },
        { "sqrt(abs(a))*abs(a)", [0], 0, [0] },
        { "sin((a*x)^0.9993 + cosh(a)/154)", [1e-5], 0, [1e-5 / 154] },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_derivative_that_has_a_limit_is_that_limit(
        string text, double[] parameters, double x, double[] expected)
    {
        Formula formula = Formula.Parse(text);
        double[] gradient = new double[expected.Length];
        formula.Gradient(parameters, formula.PredictorNames.Count == 0 ? [] : [x], gradient);
        Assert.All(gradient.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
    }

    [Fact]
    public void A_vertical_tangent_stays_infinite_and_a_jump_stays_NaN()
    {
        double[] gradient = new double[1];
        Formula.Parse("sqrt(a + x)").Gradient([1], [-1], gradient);
        Assert.Equal(double.PositiveInfinity, gradient[0]);

        Formula.Parse("abs(a)/a*sqrt(a)").Gradient([0], [], gradient);
        Assert.False(double.IsFinite(gradient[0]));
    }

    [Fact]
    public void Where_a_formula_is_finite_on_one_side_only_that_side_counts()
    {
        // (a - x)^1.5 has slope 0 at a = x, and sqrt(sqrt) of its fourth power nothing but the right side.
        double[] gradient = new double[1];
        Formula.Parse("a + (a - x)^1.5*log(exp(1/(a - x)^2))^0.5").Gradient([3], [1], gradient);
        Assert.Equal(1 + (0.5 / Math.Sqrt(2)), gradient[0], 1e-6);
        Formula.Parse("2*a + sqrt((a - x)^3)").Gradient([1], [1], gradient);
        Assert.Equal(2, gradient[0], 1e-5);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Random_formulas_have_finite_and_right_derivatives_wherever_differences_agree(bool hasSpecial)
    {
        Random random = new(20261128);
        int compared = 0;
        int extreme = 0;
        List<string> wrong = [];
        for (int k = 0; k < Formulas; k++)
        {
            string text = Expression(random, depth: 4, hasSpecial);
            Formula formula = Formula.Parse(text);
            double[] at = [.. formula.ParameterNames.Select(_ => Number(random))];
            double[] x = [.. formula.PredictorNames.Select(_ => Number(random))];
            if (at.Length == 0 || !double.IsFinite(formula.Evaluate(at, x)))
            {
                continue;
            }

            double[] gradient = new double[at.Length];
            formula.Gradient(at, x, gradient);
            for (int j = 0; j < at.Length; j++)
            {
                // Steps from a large number lead over many periods of what oscillates; and at the border of a choice
                // the derivative is that of the branch taken, not the mean of both sides.
                bool isUnsure = hasSpecial
                    && ((formula.Oscillates == true && Math.Abs(at[j]) > 10) || HasCorner(formula, at, x, j));
                if (isUnsure || ByRichardson(formula, at, x, j) is not var (derivative, uncertainty))
                {
                    continue;
                }

                compared++;
                extreme += Math.Abs(at[j]) is 0 or > 100 or < 0.01 ? 1 : 0;
                double allowed = (1e-5 * Math.Abs(derivative)) + (10 * uncertainty);
                // Where nothing changes, something larger may have absorbed the change.
                bool isLost = derivative == 0 && double.IsFinite(gradient[j]);
                // The derivative of a later step may have underflowed.
                isLost |= hasSpecial && gradient[j] == 0 && Math.Abs(derivative) < 1e-150;
                if (!(Math.Abs(gradient[j] - derivative) <= allowed || isLost))
                {
                    wrong.Add(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{text} by {formula.ParameterNames[j]} at {string.Join(", ", at)}; x = {string.Join("", x)}: "
                            + $"{gradient[j]:R}, but differences {derivative:R} ± {uncertainty:G2}"));
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Take(20)));
        Assert.True(compared > Formulas / 2, $"only {compared} derivatives were compared");
        Assert.True(extreme > Formulas / 5, $"only {extreme} derivatives at extreme points were compared");
    }

    [Fact]
    public void Generic_models_take_the_same_limits()
    {
        double[] x = [0, 1, 2, 3];
        FitResult fit = CurveFit.Fit<Hill>(x, [1, 2, 4, 5], [5, 1, 2]);
        Assert.True(fit.Converged);
        Assert.Equal([6.41137535, 1.52608478, 1.87137228], fit.Estimates, (a, b) => Math.Abs(a - b) < 1e-6);

        FitResult growth = CurveFit.Fit<Logistic>([-900, 0, 1, 2], [0, 0.5, 0.7, 0.9], [1]);
        Assert.Equal(0.97674037, growth.Estimates[0], 1e-7);
    }

    [Fact]
    public void Dual_numbers_meet_an_infinite_slope_with_the_limit()
    {
        AssertSlope<CubeRootOfCube>(0, 1);
        AssertSlope<CubeOfCubeRoot>(0, 1);
        AssertSlope<RootOfSquare>(0, 0);
        AssertSlope<RootOfFourthPower>(0, 0);
        AssertSlope<FourthRootOfFourthPower>(0, 0);
        AssertSlope<ThirdPowerOfThirdRoot>(0, 1);
        AssertSlope<ExponentialOfLogarithm>(0, 1);
        AssertSlope<LogarithmOfExponential>(0, 1);
        AssertSlope<LogarithmOfExponential>(-700, 1);
        AssertSlope<Distance>(0, 0);
        AssertSlope<Distance>(-3, -1);
    }

    [Fact]
    public void A_root_of_a_predictor_at_zero_costs_no_digit_of_the_other_derivatives()
    {
        double[] gradient = new double[2];
        Model.FromCurve<RootAndOffset>().ExactDerivatives([3, 0.1], [[0]], [0, 1], gradient);
        Assert.Equal([0, 1], gradient);
    }

    private static void AssertSlope<TModel>(double at, double expected)
        where TModel : struct, ICurveModel
    {
        double[] gradient = new double[1];
        Model model = Model.FromCurve<TModel>();
        foreach (Model way in (Model[])[model, Recording.Of(model, [[0]], [at])])
        {
            way.ExactDerivatives([at], [[0]], [0], gradient);
            Assert.Equal(expected, gradient[0], 1e-6);
        }
    }

    /// <summary>Fits through points where the chain rule fails, with what SciPy or arithmetic says.</summary>
    public static TheoryData<string, double[], double[], double[], double[], double, double[]> Fits => new()
    {
        { "a/(1 + (c/x)^b)", [0, 1, 2, 3], [1, 2, 4, 5], [5, 1, 2], [6.41137535, 1.52608478, 1.87137228], 1e-6, [] },
        { "1/(1 + exp(-k*x))", [-900, 0, 1, 2], [0, 0.5, 0.7, 0.9], [1], [0.97674037], 1e-7, [] },
        { "V/(1 + K/x)", [0, 1, 2], [0, 1, 1.5], [2, 1], [3, 2], 1e-6, [] },
        { "V*exp(-K/x)", [0, 1, 2], [0, 1, 1.5], [2, 1], [2.25, 0.810930], 1e-5, [] },
        {
            "V/(1 + (K/x)^n)",
            [0, 1, 2, 3, 5, 10],
            [0, 0.95, 1.9, 2.4, 2.9, 3.2],
            [3, 2, 1],
            [3.366438, 1.730074, 1.696282],
            1e-5,
            [0.020929, 0.018468, 0.030307]
        },
    };

    [Theory]
    [MemberData(nameof(Fits))]
    public void Fits_go_through_points_where_the_chain_rule_fails(
        string text,
        double[] x,
        double[] y,
        double[] start,
        double[] expected,
        double tolerance,
        double[] errors)
    {
        FitResult fit = CurveFit.Fit(Formula.Parse(text), x, y, start);
        Assert.True(fit.Converged, fit.ToString());
        Assert.All(fit.Estimates.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, tolerance));
        Assert.All(fit.StandardErrors, error => Assert.True(double.IsFinite(error)));
        Assert.All(fit.StandardErrors.Zip(errors), pair => Assert.Equal(pair.Second, pair.First, 2e-6));
        Assert.All(fit.ConfidenceBand(x).Upper, value => Assert.True(double.IsFinite(value)));
    }

    /// <summary>
    /// A derivative from extrapolated quotients, and how far they differ; null where they do not agree. The shares are
    /// irrational, so that no step leads from one whole exponent of a negative base to another.
    /// </summary>
    private static (double Derivative, double Uncertainty)? ByRichardson(
        Formula formula, double[] at, double[] x, int j)
    {
        double value = formula.Evaluate(at, x);
        // A parameter at zero says nothing of its scale: there may be a corner at 1e-10.
        double[] steps = at[j] == 0
            ? [1.17e-2, 1.13e-4, 1.09e-7, 1.19e-10]
            : [Math.PI / 300 * Math.Abs(at[j]), Math.PI / 1100 * Math.Abs(at[j]), Math.PI / 3000 * Math.Abs(at[j])];
        double[] estimates = [.. steps.Select(Extrapolated)];
        double rounding = 1e-15 * Math.Abs(value) / steps[^1];
        double spread = estimates.Max() - estimates.Min();
        bool agree = estimates.All(double.IsFinite)
            && spread <= (1e-6 * estimates.Max(Math.Abs)) + (10 * rounding);
        return agree ? (estimates[0], spread + rounding) : null;

        double Extrapolated(double h) => ((4 * Quotient(h / 2)) - Quotient(h)) / 3;

        double Quotient(double h)
        {
            double[] moved = [.. at];
            moved[j] = at[j] + h;
            double above = formula.Evaluate(moved, x);
            double right = moved[j];
            moved[j] = at[j] - h;
            return (above - formula.Evaluate(moved, x)) / (right - moved[j]);
        }
    }

    /// <summary>Whether quotients to the left and to the right differ, however short the step.</summary>
    private static bool HasCorner(Formula formula, double[] at, double[] x, int j)
    {
        double h = at[j] == 0 ? 1e-10 : 1e-7 * Math.Abs(at[j]);
        double here = formula.Evaluate(at, x);
        double right = (There(h) - here) / h;
        double left = (here - There(-h)) / h;
        return !(Math.Abs(right - left) <= (1e-2 * Math.Abs(right + left)) + (1e-14 * Math.Abs(here) / h));

        double There(double step) =>
            formula.Evaluate([.. at.Select((value, k) => k == j ? value + step : value)], x);
    }

    private static string Expression(Random random, int depth, bool hasSpecial)
    {
        if (depth == 0 || random.NextDouble() < 0.1)
        {
            return random.Next(8) switch
            {
                0 or 1 => "x",
                2 => random.Next(1, 5).ToString(CultureInfo.InvariantCulture),
                3 or 4 => "a",
                5 => "b",
                6 => "c",
                _ => "0.5",
            };
        }

        string first = Expression(random, depth - 1, hasSpecial);
        string[] functions = ["exp", "log", "sqrt", "tanh", "cosh", "sinh", "atan", "abs", "sin", "exp", "1/", "-"];
        if (hasSpecial && random.Next(3) == 0)
        {
            return Special(random, depth, first);
        }

        return random.Next(9) switch
        {
            0 => $"({first} + {Expression(random, depth - 1, hasSpecial)})",
            1 => $"({first} - {Expression(random, depth - 1, hasSpecial)})",
            2 or 3 => $"({first}*{Expression(random, depth - 1, hasSpecial)})",
            4 => $"({first}/{Expression(random, depth - 1, hasSpecial)})",
            5 => $"({first})^({Expression(random, Math.Min(depth - 1, 1), hasSpecial)})",
            _ => $"{functions[random.Next(functions.Length)]}({first})",
        };
    }

    private static string Special(Random random, int depth, string first)
    {
        string[] functions =
        [
            "erf", "erfc", "gamma", "lgamma", "besselj0", "besselj1", "asinh", "acosh", "atanh", "expm1", "log1p",
            "cbrt", "sinc", "logistic",
        ];
        string second = Expression(random, depth - 1, hasSpecial: true);
        string third = Expression(random, depth - 1, hasSpecial: true);
        // Not what jumps, which differences step over; conditions only of what has a value everywhere around.
        return random.Next(9) switch
        {
            0 => $"min({first}, {second})",
            1 => $"max({first}, {second}, {third})",
            2 => $"if({Expression(random, 0, hasSpecial: true)} < {Expression(random, 0, hasSpecial: true)}, "
                + $"{second}, {third})",
            3 => $"voigt({first}, {second}, {third})",
            4 => $"gaussian({first}, {second}, {third})",
            5 => $"atan2({first}, {second})",
            _ => $"{functions[random.Next(functions.Length)]}({first})",
        };
    }

    private static double Number(Random random) => random.Next(6) switch
    {
        0 => 0,
        1 => random.Next(-3, 4),
        2 => (random.Next(2) == 0 ? -1 : 1) * Math.Pow(10, random.Next(-12, 13)),
        3 => random.Next(-1000, 1000),
        _ => (4 * random.NextDouble()) - 2,
    };

    private readonly struct Hill : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) => b[0] / (T.One + T.Pow(b[1] / x, b[2]));
    }

    private readonly struct Logistic : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) => T.One / (T.One + T.Exp(-b[0] * x));
    }

    private readonly struct CubeRootOfCube : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) => T.Cbrt(b[0] * b[0] * b[0]);
    }

    private readonly struct CubeOfCubeRoot : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) => T.Cbrt(b[0]) * T.Cbrt(b[0]) * T.Cbrt(b[0]);
    }

    private readonly struct RootOfSquare : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) => T.Sqrt(b[0] * b[0]);
    }

    private readonly struct RootOfFourthPower : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) => T.Sqrt(b[0] * b[0] * b[0] * b[0]);
    }

    private readonly struct FourthRootOfFourthPower : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) => T.RootN(b[0] * b[0] * b[0] * b[0], 4);
    }

    private readonly struct ThirdPowerOfThirdRoot : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) =>
            T.Pow(T.Pow(b[0], T.CreateChecked(1.0 / 3)), T.CreateChecked(3));
    }

    private readonly struct ExponentialOfLogarithm : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) => T.Exp(T.Log(b[0]));
    }

    private readonly struct LogarithmOfExponential : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) => T.Log(T.Exp(b[0]));
    }

    private readonly struct Distance : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) => T.Hypot(b[0], x);
    }

    private readonly struct RootAndOffset : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) => (b[0] * T.Sqrt(x)) + b[1];
    }
}
