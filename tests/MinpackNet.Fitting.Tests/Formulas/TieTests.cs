namespace MinpackNet.Fitting.Tests;

/// <summary>
/// Parameters may follow from others; they are no parameters of the fit, and have errors all the same.
/// </summary>
public sealed class TieTests
{
    private static readonly double[] X = [.. Enumerable.Range(0, 40).Select(i => 0.25 * i)];
    private static readonly double[] Y =
        [.. X.Select((x, i) => (3 * Math.Exp(-0.4 * x)) + (2 * Math.Exp(-0.8 * x)) + (0.01 * Math.Sin(i * i)))];

    [Theory]
    [InlineData("a*exp(-b1*x) + c*exp(-b3*x)", "b3", "2*b1", "a*exp(-b1*x) + c*exp(-(2*b1)*x)")]
    [InlineData("a*exp(-b1*x) + c*exp(-b3*x)", "c", "a/1.5", "a*exp(-b1*x) + (a/1.5)*exp(-b3*x)")]
    [InlineData("a*exp(-b1*x) + c*exp(-b3*x)", "b3", "b1 + abs(d)", "a*exp(-b1*x) + c*exp(-(b1 + abs(d))*x)")]
    public void A_tied_formula_is_the_one_with_the_tie_written_out(
        string text, string name, string tie, string written)
    {
        Formula tied = Formula.Parse(text).Tie((name, tie));
        Formula direct = Formula.Parse(written);
        Assert.Equal(direct.ParameterNames, tied.ParameterNames);
        FitResult fit = CurveFit.Fit(tied, X, Y);
        FitResult expected = CurveFit.Fit(direct, X, Y);
        Assert.Equal(expected.Estimates, fit.Estimates);
        Assert.Equal(expected.StandardErrors, fit.StandardErrors);
        DerivedQuantity quantity = Assert.Single(fit.TiedParameters());
        Assert.Equal(expected.Derive(tie, name), quantity);
        Assert.Contains($"{text}, {name} = {tie}", fit.ToReport(), StringComparison.Ordinal);
        Assert.Matches($@"\n{name} +\d", fit.ToReport());
    }

    [Fact]
    public void Ties_may_be_chained_and_derived_quantities_know_them()
    {
        Formula formula = Formula.Parse("a*exp(-p*x) + b*exp(-q*x)").Tie(("q", "2*p"), ("b", "a*q/p/3"));
        Assert.Equal(["a", "p"], formula.ParameterNames);
        FitResult fit = CurveFit.Fit(formula, X, Y, [("a", 1), ("p", 1)]);
        Assert.Equal(["q", "b"], fit.TiedParameters().Select(tied => tied.Name));
        Assert.Equal(2 * fit["p"].StandardError, fit.TiedParameters()[0].StandardError, 1e-12);
        Assert.Equal(fit["a"].StandardError / 1.5, fit.TiedParameters()[1].StandardError, 1e-10);
        Assert.Equal(fit.Derive("1/(2*p)").StandardError, fit.Derive("1/q").StandardError, 1e-12);
    }

    [Fact]
    public void Shares_may_sum_up_to_one()
    {
        Formula formula = Formula.Parse("s*(u*exp(-0.4*x) + v*exp(-0.8*x))").Tie(("v", "1 - u"));
        FitResult fit = CurveFit.Fit(formula, X, Y);
        Assert.Equal(0.6, fit["u"].Value, 0.01);
        Assert.Equal(1, fit["u"].Value + fit.TiedParameters()[0].Value, 1e-15);
        Assert.Equal(fit["u"].StandardError, fit.TiedParameters()[0].StandardError, 1e-12);
    }

    [Fact]
    public void A_tie_to_a_predictor_is_part_of_the_model_alone()
    {
        Formula formula = Formula.Parse("a*exp(-b*x)").Tie(("b", "c + d*x"));
        Assert.Equal(["a", "c", "d"], formula.ParameterNames);
        Assert.Empty(CurveFit.Fit(formula, X, Y, [1, 1, 0]).TiedParameters());
    }

    [Fact]
    public void Mistakes_are_named()
    {
        Formula formula = Formula.Parse("a*exp(-b*x) + c");
        Assert.StartsWith(
            "q cannot be tied: the parameters are a, b, c.", Error(("q", "a")), StringComparison.Ordinal);
        Assert.StartsWith("b is tied twice.", Error(("b", "a"), ("b", "c")), StringComparison.Ordinal);
        Assert.StartsWith("b is tied to itself.", Error(("b", "2*b")), StringComparison.Ordinal);
        Assert.StartsWith("b, c are tied in a circle.", Error(("b", "c"), ("c", "b")), StringComparison.Ordinal);
        Assert.StartsWith("ties has an entry that is null", Error((NamedQuantity)null!), StringComparison.Ordinal);
        Assert.Throws<FormulaException>(() => formula.Tie(("b", "2*")));
        Formula declared = Formula.Parse("a*exp(-b*x)", new FormulaNames { Parameters = ["a", "b"] });
        Assert.Equal(["a"], declared.Tie(("b", "a/2")).ParameterNames);
        Assert.Throws<FormulaException>(() => declared.Tie(("b", "d/2")));

        string Error(params NamedQuantity[] ties) =>
            Assert.Throws<ArgumentException>(nameof(ties), () => formula.Tie(ties)).Message;
    }
}
