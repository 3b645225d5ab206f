namespace MinpackNet.Fitting.Tests;

/// <summary>Functions, comparisons and constants as other programs write them get a hint.</summary>
public sealed class FunctionMistakeTests
{
    [Theory]
    [InlineData("heaviside(x)", 1, "'heaviside' is not a function. Write step(x).")]
    [InlineData("a*where(x > 0, 1, 2)", 3, "'where' is not a function. Write if(condition, a, b).")]
    [InlineData("J0(x)", 1, "'J0' is not a function. Write besselj0(x).")]
    [InlineData("Gamma(x)", 1, "'Gamma' is not a function. Functions are written in lower case: gamma(...).")]
    [InlineData("ATAN2(x, a)", 1, "'ATAN2' is not a function. Functions are written in lower case: atan2(...).")]
    [InlineData("gammaln(x)", 1, "'gammaln' is not a function. Write lgamma(x).")]
    [InlineData("expit(x)", 1, "'expit' is not a function. Write logistic(x).")]
    [InlineData("lg(x)", 1, "'lg' is not a function. Write log10(x).")]
    [InlineData("sec(x)", 1, "'sec' is not a function. Write 1/cos(x).")]
    [InlineData("atan2(x)", 1, "'atan2' takes 2 arguments: atan2(y, x).")]
    [InlineData("a + voigt(x, a)", 5, "'voigt' takes 3 arguments: voigt(x, sigma, gamma).")]
    [InlineData("max(x)", 1, "'max' takes 2 arguments or more: max(a, b, ...).")]
    [InlineData("erf(x, a)", 6, "Expected an operator or ')' but found ','.")]
    [InlineData("erf()", 5, "Expected a number, a name or '(' but found ')'.")]
    [InlineData("a*(1 < x < 2)", 10, "A comparison has two sides: write (1 < x)*(x < 2).")]
    [InlineData("a*(b<=x + 1<2*c)", 12, "A comparison has two sides: write (b <= x + 1)*(x + 1 < 2*c).")]
    [InlineData("a*(x > 1 && x < 2)", 10, "Expected an operator or ')' but found '&'. Write a product for 'and'")]
    [InlineData("a*(x > 1 and x < 2)", 10, "Expected an operator or ')' but found 'a'. Write a product for 'and'")]
    [InlineData("a*(x > 1 || x < 2)", 10, "Expected an operator or ')' but found '|'. Write max for 'or'")]
    [InlineData("a*(x > 1 or x < 2)", 10, "Expected an operator or ')' but found 'o'. Write max for 'or'")]
    [InlineData("a if x > 1 else b", 3, "Expected an operator or the end of the formula but found 'i'. Write if(")]
    [InlineData("x > 1 ? a : b", 7, "Expected an operator or the end of the formula but found '?'. Write if(")]
    [InlineData("if(x = 1, a, b)", 6, "Expected an operator or ')' but found '='. Write == for a comparison.")]
    [InlineData("a*(x <> 1)", 7, "Expected a number, a name or '(' but found '>'. Write != for unequal.")]
    [InlineData("a*(x ≤ 1)", 6, "Expected an operator or ')' but found '≤'. Write <= for less or equal.")]
    [InlineData("a % x", 3, "Expected an operator or the end of the formula but found '%'. Write mod(a, b)")]
    [InlineData("y == a*x", 4, "A formula is a right-hand side only: leave out the left side 'y =='.")]
    [InlineData("gamma*gamma(x)", 7, "'gamma' is a parameter or predictor, and gamma(...) is a function. Write gamma*")]
    [InlineData("step(x)*step", 9, "'step' is a parameter or predictor, and step(...) is a function. Write step*")]
    public void A_mistake_is_shown_where_it_is(string formula, int column, string complaint)
    {
        FormulaException exception = Assert.Throws<FormulaException>(() => Formula.Parse(formula));
        Assert.StartsWith(complaint, exception.Message, StringComparison.Ordinal);
        Assert.Equal(column, exception.Column);
    }

    [Theory]
    [InlineData("a*e^x", "'e' is neither a parameter nor a predictor. Write exp(1) for Euler's number.")]
    [InlineData("a*π*x", "'π' is neither a parameter nor a predictor. Write pi for the number.")]
    [InlineData("a*erf*x", "'erf' is neither a parameter nor a predictor. The function needs an argument: erf(...).")]
    [InlineData("a(x)*x", "'a' is not a function.")]
    public void Where_the_parameters_are_declared_a_constant_has_a_hint(string formula, string complaint)
    {
        FormulaException exception = Assert.Throws<FormulaException>(
            () => Formula.Parse(formula, new FormulaNames { Parameters = ["a"] }));
        Assert.StartsWith(complaint, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_declared_parameter_is_no_function()
    {
        FormulaException exception = Assert.Throws<FormulaException>(
            () => Formula.Parse("gamma(x)", new FormulaNames { Parameters = ["gamma"] }));
        Assert.Contains("Write gamma*(...) for a product", exception.Message, StringComparison.Ordinal);

        // A column of a file may be called step without a use of it.
        Assert.Equal(["x"], Formula.Parse("a*step(x)", ["x", "step"]).PredictorNames);
    }

    [Fact]
    public void A_start_value_for_a_function_is_told()
    {
        double[] data = [1, 2, 3];
        ArgumentException function = Assert.Throws<ArgumentException>(
            "start", () => CurveFit.Fit(Formula.Parse("a*gamma(x)"), data, data, [("a", 1), ("gamma", 2)]));
        Assert.Contains(
            "gamma(...) is a function. Write gamma*(...) for a product with the parameter gamma.", function.Message);
        ArgumentException euler = Assert.Throws<ArgumentException>(
            "start", () => CurveFit.Fit(Formula.Parse("a*e^x"), data, data, [("a", 1)]));
        Assert.Contains("e has no start value. Pass one for each parameter, or write exp(1)", euler.Message);
    }

    /// <summary>What a hint says to write can be written.</summary>
    [Fact]
    public void Every_hint_is_a_formula()
    {
        Assert.InRange(FunctionHints.Functions.Count, 60, 90);
        foreach ((string name, string instead) in FunctionHints.Functions)
        {
            Assert.All(instead.Split(" or "), text =>
            {
                string formula = text.Split(", which")[0].Replace("condition", "x > 0", StringComparison.Ordinal);
                Assert.NotNull(Formula.Parse(formula));
            });
            FormulaException exception = Assert.Throws<FormulaException>(() => Formula.Parse($"{name}(x)"));
            Assert.Contains(instead, exception.Message, StringComparison.Ordinal);
        }
    }
}
