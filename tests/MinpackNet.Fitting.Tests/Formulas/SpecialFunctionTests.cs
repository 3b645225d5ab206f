using System.Text.RegularExpressions;

namespace MinpackNet.Fitting.Tests;

/// <summary>Special and piecewise functions in formulas: their values and derivatives.</summary>
public sealed class SpecialFunctionTests
{
    // What is promised of values and derivatives, relative.
    private const double Accuracy = 3e-13;

    private static readonly double[] Places = [.. Enumerable.Range(0, 301).Select(i => -3.02 + (0.02 * i))];

    public static TheoryData<string> Smooth =>
        [.. SpecialFunctionValues.All.Select(row => row.Formula).Distinct()];

    /// <summary>A number, a formula of numbers, and its value.</summary>
    public static TheoryData<string, double> Values => new()
    {
        { "min(3, 1, 2)", 1 },
        { "max(3, 1, 2)", 3 },
        { "mod(-1, 3)", 2 },
        { "mod(1, -3)", -2 },
        { "mod(6, 3)", 0 },
        { "mod(1, 0)", double.NaN },
        { "step(-0.1)", 0 },
        { "step(0)", 0.5 },
        { "step(0.1)", 1 },
        { "sign(-3)", -1 },
        { "sign(0)", 0 },
        { "floor(-1.5)", -2 },
        { "ceil(-1.5)", -1 },
        { "round(2.5)", 2 },
        { "round(-3.5)", -4 },
        { "sinc(0)", 1 },
        { "gamma(0)", double.NaN },
        { "gamma(-3)", double.NaN },
        { "gamma(5)", 24 },
        { "lgamma(-2)", double.NaN },
        { "log1p(-1)", double.NegativeInfinity },
        { "expm1(1000)", double.PositiveInfinity },
        { "besselj0(0)", 1 },
        { "besselj1(0)", 0 },
        { "logistic(-1000)", 0 },
        { "logistic(1000)", 1 },
        { "voigt(0, 0, 0)", double.PositiveInfinity },
        { "voigt(1, 0, 0)", 0 },
        { "1 < 2", 1 },
        { "2 < 2", 0 },
        { "2 <= 2", 1 },
        { "3 > 2", 1 },
        { "2 >= 3", 0 },
        { "2 == 2", 1 },
        { "2 != 2", 0 },
        { "1 + 1 == 2", 1 },
        { "5*(1 < 2)*(2 < 3)", 5 },
        { "if(1 < 2, 3, 4)", 3 },
        { "if(0, 3, 4)", 4 },
        { "if(1 > 2, log(-1), 4)", 4 },
        { "if(sqrt(-1) < 0, 3, 4)", 4 },
    };

    [Theory]
    [MemberData(nameof(Smooth))]
    public void Values_and_derivatives_are_those_of_100_digits(string text)
    {
        Formula formula = Formula.Parse(text);
        foreach ((_, double[] at, double value, double[] slopes) in
            SpecialFunctionValues.All.Where(row => row.Formula == text))
        {
            AssertClose(value, formula.Evaluate(at), at);
            double[] gradient = new double[at.Length];
            formula.Gradient(at, [], gradient);
            for (int k = 0; k < at.Length; k++)
            {
                AssertClose(slopes[k], gradient[k], at);
            }
        }

        static void AssertClose(double expected, double actual, double[] at) => Assert.True(
            Math.Abs(actual - expected) <= (expected == 0 ? 1e-16 : Accuracy * Math.Abs(expected)),
            FormattableString.Invariant($"{actual:R}, but {expected:R} at {string.Join(", ", at)}"));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void A_formula_of_numbers_has_its_value(string text, double expected)
    {
        Assert.Equal(expected, Formula.Parse(text).Evaluate([]), 1e-14);
        // The same from parameters, in the loops over blocks.
        Formula formula = Formula.Parse(Regex.Replace(text, @"(?<![\w.])\d+(\.\d+)?", "($& + zero)"));
        Assert.Equal(expected, formula.Evaluate([0]), 1e-14);
    }

    [Theory]
    [InlineData("besselj0(a)")]
    [InlineData("besselj1(a)")]
    [InlineData("erf(a)")]
    [InlineData("erfc(a)")]
    [InlineData("gamma(a)")]
    [InlineData("lgamma(a)")]
    [InlineData("expm1(a)")]
    [InlineData("log1p(a)")]
    [InlineData("sinc(a)")]
    [InlineData("logistic(a)")]
    [InlineData("step(a)")]
    [InlineData("sign(a)")]
    [InlineData("mod(a, 3)")]
    [InlineData("min(a, 3)")]
    [InlineData("max(3, a)")]
    [InlineData("voigt(a, 1, 1)")]
    [InlineData("voigt(0, a, 1)")]
    [InlineData("voigt(0, 1, a)")]
    public void What_is_not_a_number_stays_that(string text) =>
        Assert.Equal(double.NaN, Formula.Parse(text).Evaluate([double.NaN]));

    [Theory]
    [InlineData("if(x < 0, a*sqrt(-b*x), a*b)", new[] { 2.0, 3 })]
    [InlineData("if(x > 0, a*log(b*x), -a)", new[] { 2.0, 3 })]
    [InlineData("if(x > 0, if(x > 1, a*sqrt(x - 1)/b, a/b), b*a)", new[] { 2.0, 3 })]
    [InlineData("min(a*x, b, c)", new[] { 2.0, 1, 1.5 })]
    [InlineData("max(a*x, b)*min(b, x) + b", new[] { 2.0, 1.1 })]
    [InlineData("mod(a*x, b) + a*b", new[] { 1.013, 0.7 })]
    [InlineData("a*(x > b)*(x < 2) + c*step(x) + sign(x)*c + floor(x)*a", new[] { 2.0, 0.513, 3 })]
    [InlineData("a*voigt(x - b, c, d)", new[] { 2.0, 0.11, 0.3, 0.2 })]
    [InlineData("a*gaussian(x, b, c) + d*logistic(x/c)", new[] { 2.0, 0.11, 0.3, 0.2 })]
    [InlineData("a*erfc((x - b)/c) + d*erf(x*b)", new[] { 2.0, 0.11, 0.3, 0.2 })]
    [InlineData("a*atan2(x*b, c) + besselj1(b*x)*sinc(c*x)", new[] { 2.0, 1.1, 0.3 })]
    public void Derivatives_agree_with_differences_in_every_branch(string text, double[] at)
    {
        Formula formula = Formula.Parse(text);
        int n = at.Length;
        double[] values = new double[Places.Length];
        double[] derivatives = new double[Places.Length * n];
        formula.Evaluate(at, [Places], values);
        formula.Differentiate(at, [Places], [.. Enumerable.Range(0, n)], derivatives);
        Assert.All(derivatives, value => Assert.True(double.IsFinite(value)));
        double[] gradient = new double[n];
        for (int i = 0; i < Places.Length; i++)
        {
            Assert.Equal(values[i], formula.Evaluate(at, Places[i]));
            formula.Gradient(at, [Places[i]], gradient);
            for (int k = 0; k < n; k++)
            {
                const double Step = 1e-6;
                double above = formula.Evaluate([.. at.Select((p, j) => j == k ? p + Step : p)], Places[i]);
                double below = formula.Evaluate([.. at.Select((p, j) => j == k ? p - Step : p)], Places[i]);
                double expected = (above - below) / (2 * Step);
                Assert.Equal(gradient[k], derivatives[(k * Places.Length) + i]);
                Assert.Equal(expected, gradient[k], 1e-7 * (1 + Math.Abs(expected)));
            }
        }
    }

    /// <summary>Of differences a limit would do as well; that it is exact shows that none was needed.</summary>
    [Fact]
    public void The_branch_that_is_not_taken_leaves_no_trace()
    {
        const string Text = "if(x > 0, a*b, a*sqrt(b*x) + log(a*x)/b) + a*max(b*x, sqrt(b*x))";
        double[] derivatives = new double[2];
        Formula.Parse(Text).Differentiate([2, 3], [[4]], [0, 1], derivatives);
        Assert.Equal([3 + 12, 2 + 8], derivatives);
        Formula.Parse("if(x < 0, a, a*sqrt(b*x)*b) + a*b").Differentiate([2, 3], [[-1]], [0, 1], derivatives);
        Assert.Equal([4, 2], derivatives);
        Formula.Parse("min(a, 1/(b - x)^2)").Differentiate([2, 3], [[3]], [0, 1], derivatives);
        Assert.Equal([1, 0], derivatives);
    }

    [Fact]
    public void A_zero_of_the_branch_that_is_taken_hides_no_infinite_slope()
    {
        double[] gradient = new double[1];
        Formula.Parse("if(x >= 0, sqrt(a*x)^2, 0)").Gradient([0], [3], gradient);
        Assert.Equal(3, gradient[0], 1e-9);
    }

    [Fact]
    public void A_tie_has_the_mean_of_both_slopes()
    {
        double[] gradient = new double[2];
        Formula.Parse("min(a, b)").Gradient([2, 2], [], gradient);
        Assert.Equal([0.5, 0.5], gradient);
        Formula.Parse("max(3*a, b)").Gradient([2, 6], [], gradient);
        Assert.Equal([1.5, 0.5], gradient);
    }

    [Theory]
    [InlineData("gamma*x", "gamma")]
    [InlineData("gamma*(x)", "gamma")]
    [InlineData("step + x*sign*min*max", "step", "sign", "min", "max")]
    [InlineData("voigt(x - mod, sigma, gamma)", "mod", "sigma", "gamma")]
    [InlineData("(erf)*x", "erf")]
    [InlineData("if*x", "if")]
    public void A_name_is_a_function_only_where_a_parenthesis_follows(string text, params string[] names)
    {
        Assert.Equal(names, Formula.Parse(text).ParameterNames);
        Assert.All(names, name => Assert.True(Formula.IsValidName(name)));
    }

    [Fact]
    public void A_fit_of_a_Voigt_profile_finds_its_parameters()
    {
        Formula formula = Formula.Parse("area*voigt(x - center, sigma, gamma)");
        double[] y = [.. Places.Select(x => formula.Evaluate([5, 0.3, 0.4, 0.2], x))];
        FitResult fit = CurveFit.Fit(
            formula, Places, y, [("area", 4), ("center", 0), ("sigma", 0.6), ("gamma", 0.5)]);
        Assert.True(fit.Converged);
        Assert.All(fit.Estimates.Zip([5, 0.3, 0.4, 0.2]), pair => Assert.Equal(pair.Second, pair.First, 1e-8));
    }

    [Theory]
    [InlineData("a + b*step(x - c)")]
    [InlineData("if(x > c, a, b)")]
    [InlineData("a + b*(x > c)")]
    public void The_place_of_a_jump_cannot_be_fitted_and_the_diagnosis_says_so(string text)
    {
        double[] y = [.. Places.Select(x => (x > 0.5 ? 3 : 1) + (0.01 * Math.Sin(50 * x)))];
        FitResult fit = CurveFit.Fit(Formula.Parse(text), Places, y, [("a", 1), ("b", 2), ("c", 0.3)]);
        Assert.Contains(fit.Diagnoses, diagnosis => diagnosis.Kind
            is DiagnosisKind.FlatParameter
                or DiagnosisKind.StartOnPlateau
            && diagnosis.Message.Contains('c', StringComparison.Ordinal));
        Assert.False(fit.Succeeded);
    }
}
