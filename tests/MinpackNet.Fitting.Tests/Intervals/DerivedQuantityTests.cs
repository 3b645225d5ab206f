namespace MinpackNet.Fitting.Tests;

/// <summary>Quantities that follow from parameters have errors that know of their correlations.</summary>
public sealed class DerivedQuantityTests
{
    private static readonly double[] X = [0, 1, 2, 3, 4, 5, 6, 7];
    private static readonly double[] Y = [5.1, 3.0, 1.9, 1.2, 0.7, 0.4, 0.3, 0.15];

    /// <summary>The same model with the quantity as a parameter of its own tells value and error.</summary>
    [Theory]
    [InlineData("log(2)/k", "a*2^(-x/h)")]
    [InlineData("1/k", "a*exp(-x/h)")]
    [InlineData("a/k", "h*k*exp(-k*x)")]
    [InlineData("a*exp(-k)", "h*exp(-k*(x - 1))")]
    [InlineData("3", null)]
    public void A_quantity_is_what_it_would_be_as_a_parameter(string quantity, string? model)
    {
        FitResult fit = CurveFit.Fit(Formula.Parse("a*exp(-k*x)"), X, Y, [("a", 5), ("k", 0.5)], Tight);
        DerivedQuantity derived = fit.Derive(quantity, "h", 0.9);
        Assert.Equal(("h", quantity), (derived.Name, derived.Formula));
        if (model is null)
        {
            Assert.Equal((3, 0), (derived.Value, derived.StandardError));
            return;
        }

        Formula formula = Formula.Parse(model);
        FitResult direct = CurveFit.Fit(
            formula,
            X,
            Y,
            [.. formula.ParameterNames.Select(name =>
                new StartValue(name, name == "h" ? derived.Value : fit[name].Value))],
            Tight);
        Assert.Equal(1, derived.Value / direct["h"].Value, 1e-7);
        Assert.Equal(1, derived.StandardError / direct["h"].StandardError, 1e-6);
        Interval interval = direct.ConfidenceIntervals(0.9)[Array.IndexOf([.. formula.ParameterNames], "h")];
        Assert.Equal(interval.Lower, derived.Interval.Lower, 1e-6);
        Assert.Equal(interval.Upper, derived.Interval.Upper, 1e-6);
    }

    [Fact]
    public void A_ratio_that_the_data_determine_has_an_error_although_its_parts_have_none()
    {
        FitResult fit = CurveFit.Fit(Formula.Parse("a/b*x + c"), X, Y, [("a", 1), ("b", 2), ("c", 3)], Tight);
        FitResult line = CurveFit.Fit(Formula.Parse("s*x + c"), X, Y, [("s", 1), ("c", 3)], Tight);
        Assert.Equal(double.PositiveInfinity, fit.Derive("a").StandardError);
        Assert.Equal(1, fit.Derive("a/b").Value / line["s"].Value, 1e-6);
        Assert.Equal(1, fit.Derive("a/b").StandardError / line["s"].StandardError, 1e-4);
    }

    [Fact]
    public void Fixed_parameters_add_no_error()
    {
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a*exp(-k*x)"), X, Y, [("a", 5), ("k", 0.5)], new() { Fixed = ["k"] });
        Assert.Equal(0, fit.Derive("1/k").StandardError);
        Assert.Equal(1, fit.Derive("a/k").StandardError / fit["a"].StandardError / 2, 1e-12);
    }

    [Fact]
    public void A_report_shows_them_with_the_digits_that_count()
    {
        FitResult fit = CurveFit.Fit(Formula.Parse("a*exp(-k*x)"), X, Y, [("a", 5), ("k", 0.5)]);
        string report = fit.ToReport(derived: [fit.Derive("log(2)/k", "half-life")]);
        Assert.Matches(@"\nderived +value +std\. error +95 % from +to\r?\n", report);
        Assert.Matches(@"\nhalf-life +1\.3\d+ +0\.0\d+ +1\.\d+ +1\.\d+\r?\n", report);
    }

    [Fact]
    public void Mistakes_are_named()
    {
        FitResult fit = CurveFit.Fit(Formula.Parse("a*exp(-k*x)"), X, Y, [("a", 5), ("k", 0.5)]);
        Assert.StartsWith(
            "q in log(2)/q is not a parameter of the fit: those are a, k. Write one of them.",
            Assert.Throws<ArgumentException>("formula", () => fit.Derive("log(2)/q")).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("formula", () => fit.Derive("a*x"));
        Assert.Throws<FormulaException>(() => fit.Derive("a*"));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => fit.Derive("a", level: 1));
    }

    private static FitOptions Tight { get; } =
        new() { Solver = new() { FunctionTolerance = 1e-15, StepTolerance = 1e-15 } };
}
