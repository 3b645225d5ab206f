namespace MinpackNet.Fitting.Tests;

/// <summary>Repeated points tell whether a model misses their means.</summary>
public sealed class LackOfFitTests
{
    private static readonly double[] Twice = [1, 1, 2, 2, 3, 3, 4, 4];

    /// <summary>
    /// R 4.2: the deviances and degrees of freedom of the fit and of lm(y ~ factor(x)), with the same weights, and pf.
    /// </summary>
    [Fact]
    public void The_test_is_that_of_R()
    {
        AssertTest(
            CurveFit.Fit(Formula.Parse("V*x/(K + x)"), RData.Treated, RData.Rate, [200, 0.1]),
            497.948814439356, 4, 697.5, 6, 1.070857665460977, 0.446834995647934);
        AssertTest(
            CurveFit.Fit(
                Formula.Parse("top/(1 + exp((mid - log(x))/scal))"), RData.Dose, RData.Density, [2.3, 1.5, 1]),
            0.00391506896994858, 5, 0.0008744999999999997, 8, 7.16307644587507, 0.0079169565139396);
        AssertTest(
            CurveFit.Fit(Formula.Parse("a + b*x"), RData.Speed, RData.Distance, [1, 1]),
            4588.73771776155, 17, 6764.78333333334, 31, 1.23694991825985, 0.294837396797046);
        FitOptions weighted = new() { Sigma = [.. RData.Speed.Select(speed => 2 + (0.5 * speed))] };
        AssertTest(
            CurveFit.Fit(Formula.Parse("a + b*x"), RData.Speed, RData.Distance, [1, 1], weighted),
            42.5714619355798, 17, 69.889014418657, 31, 1.11076559867223, 0.387276707750763);

        static void AssertTest(
            FitResult fit, double missed, int freedom, double pure, int pureFreedom, double f, double p)
        {
            LackOfFitTest test = fit.LackOfFit!;
            Assert.Equal(missed, test.SumOfSquares, 1e-8 * missed);
            Assert.Equal(freedom, test.DegreesOfFreedom);
            Assert.Equal(pure, test.PureError, 1e-10 * pure);
            Assert.Equal(pureFreedom, test.PureErrorDegreesOfFreedom);
            Assert.Equal(f, test.Statistic, 1e-8 * f);
            Assert.Equal(p, test.PValue, 1e-8 * p);
        }
    }

    [Fact]
    public void The_report_has_a_line_of_it_and_a_sentence_where_the_model_misses_the_means()
    {
        FitResult fit = CurveFit.Fit(Formula.Parse("V*x/(K + x)"), RData.Treated, RData.Rate, [200, 0.1]);
        Assert.Empty(fit.Diagnoses);
        Assert.Single(
            fit.ToReport().Split(Environment.NewLine),
            line => line.StartsWith("lack of fit, p of F(4, 6) = 1.07", StringComparison.Ordinal)
                && line.EndsWith("   0.447", StringComparison.Ordinal));
        FitResult bent = CurveFit.Fit(
            Formula.Parse("a + b*x"), Twice, [1, 1.1, 4, 4.1, 9, 9.1, 16, 16.1], [1, 1]);
        Diagnosis told = Assert.Single(bent.Diagnoses);
        Assert.Equal(DiagnosisKind.LackOfFit, told.Kind);
        Assert.Equal(bent.LackOfFit!.PValue, told.Evidence["p of lack of fit"]);
        Assert.True(bent.Succeeded);
    }

    [Fact]
    public void Places_are_those_of_all_predictors_in_any_order()
    {
        double[] u = [1, 2, 1, 2, 1, 2, 1, 2];
        double[] v = [0, 0, 5, 5, 0, 0, 5, 5];
        double[] y = [1, 2, 6.1, 7.2, 1.2, 2.1, 6, 7.1];
        LackOfFitTest test = CurveFit.Fit(
            Formula.Parse("a + b*u + c*v", ["u", "v"]),
            Predictors.FromColumns(("u", u), ("v", v)),
            y,
            [1, 1, 1]).LackOfFit!;
        Assert.Equal((1, 4), (test.DegreesOfFreedom, test.PureErrorDegreesOfFreedom));

        // Half the squared differences of the pairs.
        Assert.Equal(0.5 * (0.04 + 0.01 + 0.01 + 0.01), test.PureError, 1e-12);
    }

    [Fact]
    public void Without_repeats_places_or_scatter_there_is_no_test()
    {
        double[] y = [1, 1.1, 2, 2.1, 3, 3.1, 4, 4.1];
        double[] distinct = [1, 2, 3, 4, 5, 6, 7, 8];
        Assert.Null(CurveFit.Fit(Formula.Parse("a + b*x"), distinct, y, [1, 1]).LackOfFit);
        Assert.Null(CurveFit.Fit(Formula.Parse("a + b*x + c*x^2 + d*x^3"), Twice, y, [1, 1, 1, 1]).LackOfFit);
        Assert.Null(CurveFit.Fit(Formula.Parse("a + b*x"), Twice, [1, 1, 3, 3, 4, 4, 4.1, 4.1], [1, 1]).LackOfFit);
        Assert.Null(CurveFit.Fit(
            Formula.Parse("a + b*x"), Twice, y, [1, 1], new() { Loss = Loss.Huber(1) }).LackOfFit);
        Assert.Null(CurveFit.Fit(Formula.Parse("a*log(b*x)"), Twice, y, [1, -1]).LackOfFit);
    }
}
