namespace MinpackNet.Fitting.Tests;

/// <summary>What is told of predictors far from zero, and whether following it helps.</summary>
public sealed class DistanceTests
{
    private static readonly double[] Kelvin = [290, 300, 310, 320, 330, 340];

    private static readonly double[] Rates = Array.ConvertAll(
        Kelvin, t => 2e11 * Math.Exp(-75000 / 8.314 / t) * (1 + (0.03 * Math.Cos(7 * t))));

    public static TheoryData<string, double, double[]> OtherModels => new()
    {
        { "a*exp(-b/x)", 290, [1e11, 9000] },
        { "a/x + b", 1000, [1, 1] },
        { "a*x^b", 1950, [1e-3, 2] },
        { "a*log(x) + b", 1950, [1, 1] },
    };

    /// <summary>Models in which no parameter makes good for a difference to a reference.</summary>
    [Theory]
    [MemberData(nameof(OtherModels))]
    public void A_model_that_a_shift_would_change_is_not_told_to_be_shifted(string model, double first, double[] truth)
    {
        double[] x = [.. Enumerable.Range(0, 12).Select(i => first + (4.0 * i))];
        double[] exact = [.. x.Select(at => Formula.Parse(model).Evaluate(truth, [at]))];
        double[] y = [.. exact.Select((value, i) => value * (1 + (0.03 * Math.Cos(37 * i))))];
        FitResult fit = CurveFit.Fit(Formula.Parse(model), x, y, truth);
        Assert.DoesNotContain(fit.Diagnoses, item => item.Message.Contains("Subtract", StringComparison.Ordinal));
        Assert.Contains(fit.Diagnoses, item =>
            item.Kind == DiagnosisKind.DistantPredictor
            && item.Message.Contains("in place of 1/x", StringComparison.Ordinal));
    }

    [Fact]
    public void A_reference_inside_of_an_arrhenius_law_helps()
    {
        FitResult apart = CurveFit.Fit(Formula.Parse("A*exp(-E/8.314/x)"), Kelvin, Rates, [1e12, 70000]);
        Assert.Contains("1/x - 1/320", apart.Diagnoses[0].Message, StringComparison.Ordinal);
        FitResult together = CurveFit.Fit(
            Formula.Parse("k*exp(-E/8.314*(1/x - 1/320))"), Kelvin, Rates, [0.1, 70000]);
        Assert.Empty(together.Diagnoses);
        Assert.Equal(apart.Estimates[1], together.Estimates[1], 1e-2);
        Assert.Equal(apart["E"].StandardError, together["E"].StandardError, 1e-3);
    }

    [Theory]
    [InlineData("a + b*x", new double[] { 0, 1 })]
    [InlineData("a + b*x + c*x^2", new double[] { 0, 1, 0 })]
    [InlineData("a*exp(-b*x) + c", new double[] { 1, 0.01, 0 })]
    [InlineData("a*sin(0.3*x) + b*cos(0.3*x) + c*x + d", new double[] { 1, 1, 0, 0 })]
    public void A_model_that_its_parameters_shift_is_told_to_be_shifted_and_that_helps(string model, double[] start)
    {
        double[] near = [.. Enumerable.Range(0, 20).Select(i => (double)i)];
        double[] y = Array.ConvertAll(near, at => 3 + (2 * Math.Exp(-0.2 * at)) + (0.05 * Math.Cos(37 * at)));
        double[] far = Array.ConvertAll(near, at => at + 45000);
        FitResult fit = CurveFit.Fit(Formula.Parse(model), far, y, start);
        Diagnosis first = fit.Diagnoses[0];
        Assert.Equal(DiagnosisKind.DistantPredictor, first.Kind);
        Assert.Contains("Subtract a reference such as 45000 from x", first.Message, StringComparison.Ordinal);
        FitResult shifted = CurveFit.Fit(Formula.Parse(model), near, y, start);
        Assert.DoesNotContain(shifted.Diagnoses, item => item.Kind == DiagnosisKind.DistantPredictor);
        Assert.True(shifted.Succeeded, shifted.ToString());
    }

    [Theory]
    [InlineData("K/(1 + exp(-r*(x - m)))", new[] { 100, 0.01, 2000 })]
    [InlineData("K*exp(-exp(-r*(x - m)))", new[] { 100, 0.01, 2000 })]
    [InlineData("10^(K - r/(m + x))", new[] { 3, 100, -1800.0 })]
    public void A_place_on_the_axis_is_its_own_reference(string model, double[] start)
    {
        double[] x = [.. Enumerable.Range(0, 11).Select(i => 1900 + (10.0 * i))];
        double[] y = [.. x.Select((at, i) => (76 * Math.Exp(0.013 * (at - 1900))) + Math.Cos(37 * i))];
        FitResult fit = CurveFit.Fit(Formula.Parse(model), x, y, start);
        Assert.DoesNotContain(fit.Diagnoses, item => item.Kind == DiagnosisKind.DistantPredictor);
    }

    [Theory]
    [InlineData("a + b*(x - 59000)", new double[] { 1, 1 })]
    [InlineData("a + b*(x - 59010)", new double[] { 1, 1 })]
    [InlineData("a*exp(-b*(x - 59000))", new[] { 1, 0.1 })]
    [InlineData("a + b*(x - 59000) + c*(x - 59000)^2", new double[] { 1, 1, 1 })]
    public void A_model_with_a_reference_is_not_asked_for_one(string model, double[] start)
    {
        double[] x = [.. Enumerable.Range(0, 30).Select(i => 59000.0 + i)];
        double[] y = [.. x.Select((_, i) => 3 + (0.1 * Math.Sin(i * i * 7.3)))];
        FitResult fit = CurveFit.Fit(Formula.Parse(model), x, y, start);
        Assert.Contains(fit.Diagnoses, item => item.Kind == DiagnosisKind.ExplainsNothing);
        Assert.DoesNotContain(fit.Diagnoses, item => item.Kind == DiagnosisKind.DistantPredictor);
        FitResult without = CurveFit.Fit(Formula.Parse("a + b*x"), x, y, [1, 1]);
        Assert.Contains(without.Diagnoses, item => item.Kind == DiagnosisKind.DistantPredictor);
    }

    [Theory]
    [InlineData("a*exp(-0.5*((x - m)/s)^2) + c", new double[] { 1, 0, 1, 0 })]
    [InlineData("c + a/cosh((x - m)/s)^2", new double[] { 1, -2000, 1, 0 })]
    public void A_peak_that_starts_outside_of_the_data_is_told_where_to_start(string model, double[] start)
    {
        double[] x = [.. Enumerable.Range(0, 51).Select(i => 1000 + (2.0 * i))];
        double[] y = Array.ConvertAll(
            x, at => 5 + (20 * Math.Exp(-0.5 * Math.Pow((at - 1061) / 6, 2))) + (0.1 * Math.Cos(37 * at)));
        string[] names = [.. Formula.Parse(model).ParameterNames];
        FitResult fit = CurveFit.Fit(
            Formula.Parse(model), x, y, [.. names.Select((name, k) => (name, start["amsc".IndexOf(name[0])]))]);
        Assert.False(fit.Succeeded);
        Diagnosis flat = Assert.Single(fit.Diagnoses, item => item.Kind == DiagnosisKind.FlatParameter);
        Assert.Contains(
            "Start m within the data, where x is from 1000 to 1100", flat.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(fit.Diagnoses, item => item.Kind == DiagnosisKind.DistantPredictor);
    }

    [Fact]
    public void A_place_with_a_reference_of_its_own_is_not_sent_to_the_data_s_numbers()
    {
        double[] x = [.. Enumerable.Range(0, 51).Select(i => 1000 + (2.0 * i))];
        double[] y = Array.ConvertAll(x, at => 5 + (20 * Math.Exp(-0.5 * Math.Pow((at - 1061) / 6, 2))));
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a*exp(-0.5*((x - 1000 - m)/s)^2) + c"),
            x,
            y,
            [("a", 1), ("m", 900), ("s", 1), ("c", 0)]);
        Assert.False(fit.Succeeded);
        Assert.DoesNotContain("within the data", fit.ToReport(), StringComparison.Ordinal);
    }
}
