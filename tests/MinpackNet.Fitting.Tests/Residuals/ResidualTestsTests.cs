namespace MinpackNet.Fitting.Tests;

/// <summary>The tests of residuals have R's and SciPy's numbers, and speak where they say something.</summary>
public sealed class ResidualTestsTests
{
    private const int Count = 60;

    private static readonly double[] X = [.. Enumerable.Range(0, Count).Select(i => (double)i)];

    // Quantiles of a normal distribution in no order.
    private static readonly double[] Noise = [.. X.Select((_, i) =>
        MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, ((i * 23 % Count) + 0.5) / Count))];

    private static readonly FitResult Cars =
        CurveFit.Fit(Formula.Parse("a + b*x"), RData.Speed, RData.Distance, [1, 1]);

    /// <summary>
    /// R 4.2, r the residuals of lm(dist ~ speed, cars): runs of r > 0, Wald and Wolfowitz's mean and variance,
    /// sum(diff(r)^2)/sum(r^2), and 2*pnorm(-abs(z)).
    /// </summary>
    [Fact]
    public void Runs_and_differences_of_neighbors_are_those_of_R()
    {
        RunsTest runs = Cars.ResidualTests.Runs!;
        Assert.Equal(23, runs.Runs);
        Assert.Equal(25.84, runs.Expected, 1e-12);
        Assert.Equal(-0.816934916875142, runs.Z, 1e-12);
        Assert.Equal(0.413965622365644, runs.PValue, 1e-9);
        AutocorrelationTest differences = Cars.ResidualTests.Autocorrelation!;
        Assert.Equal(0.160432210944566, differences.Coefficient, 1e-8);
        Assert.Equal(1.676225322998085, differences.DurbinWatson, 1e-8);
        Assert.Equal(-1.168087543156745, differences.Z, 1e-8);
        Assert.Equal(0.242771454494202, differences.PValue, 1e-8);
    }

    /// <summary>Rows in the order of measurement tell the same as when they are sorted by place.</summary>
    [Theory]
    [InlineData(60)]
    [InlineData(4000)]
    public void Points_at_the_same_place_stay_in_their_order(int count)
    {
        double[] x = [.. Enumerable.Range(0, count).Select(i => (double)(i % 20))];
        double[] y = [.. x.Select((place, i) => (2 * place) + 1 + Math.Sin(i / 63.0) + Noise[i % Count])];
        int[] order = [.. Enumerable.Range(0, count).OrderBy(i => x[i])]; // stable
        ResidualTests measured = CurveFit.Fit(Formula.Parse("a + b*x"), x, y, [1, 1]).ResidualTests;
        ResidualTests sorted = CurveFit.Fit(
            Formula.Parse("a + b*x"),
            Array.ConvertAll(order, i => x[i]),
            Array.ConvertAll(order, i => y[i]),
            [1, 1]).ResidualTests;
        Assert.Equal(sorted.Runs!.Runs, measured.Runs!.Runs);
        Assert.Equal(sorted.Autocorrelation!.DurbinWatson, measured.Autocorrelation!.DurbinWatson, 1e-9);
    }

    /// <summary>SciPy 1.10.1: skew, kurtosis and normaltest of the same residuals and of two sequences.</summary>
    [Fact]
    public void Normality_is_tested_as_by_SciPy()
    {
        AssertTest([.. Cars.Residuals], 0.88505194197158, 0.8929436770295256, 8.97541940561028, 0.011246371869836527);
        AssertTest(
            [.. Enumerable.Range(0, 25).Select(i => Math.Pow(i - 11, 3))],
            0.7761270527115472, 0.8827575799282443, 5.2761688575712125, 0.07149809816079876);
        AssertTest(
            [.. Enumerable.Range(0, 20).Select(i => 1e200 * Math.Exp(0.1 * i))],
            0.66831252258367, -0.722898695558964, 2.3284406506066855, 0.3121659550719362);
        Assert.Equal(NormalityTest.Of([.. Cars.Residuals])!.Statistic, Cars.ResidualTests.Normality!.Statistic);

        static void AssertTest(double[] residuals, double skewness, double kurtosis, double statistic, double p)
        {
            NormalityTest test = NormalityTest.Of(residuals)!;
            Assert.Equal(skewness, test.Skewness, 1e-8);
            Assert.Equal(kurtosis, test.ExcessKurtosis, 1e-8);
            Assert.Equal(statistic, test.Statistic, 1e-7);
            Assert.Equal(p, test.PValue, 1e-8);
        }
    }

    [Fact]
    public void Too_few_residuals_or_none_have_no_test()
    {
        ResidualTests few = CurveFit.Fit(Formula.Parse("a + b*x"), X[..5], [1, 2, 4, 4, 5], [1, 1]).ResidualTests;
        Assert.NotNull(few.Runs);
        Assert.Null(few.Autocorrelation);
        Assert.Null(few.Normality);
        ResidualTests none = CurveFit.Fit(
            Formula.Parse("a*log(b*x)"), X[..20], X[..20], [1, -1]).ResidualTests;
        Assert.Equal(new(null, null, null), none);
        Assert.Null(NormalityTest.Of(new double[30]));
        Assert.Null(AutocorrelationTest.Of(new double[30]));
        Assert.Null(RunsTest.Of(X.AsSpan(1)));
        Assert.Null(RunsTest.Of([]));
    }

    [Fact]
    public void They_are_in_the_order_of_the_predictor()
    {
        int[] order = [.. Enumerable.Range(0, Count).OrderBy(i => i * 37 % Count)];
        double[] y = [.. X.Select((x, i) => x + Noise[i])];
        FitResult sorted = CurveFit.Fit(Formula.Parse("a + b*x"), X, y, [1, 1]);
        FitResult mixed = CurveFit.Fit(
            Formula.Parse("a + b*x"),
            [.. order.Select(i => X[i])],
            Array.ConvertAll(order, i => y[i]),
            [1, 1]);
        Assert.Equal(sorted.ResidualTests.Runs, mixed.ResidualTests.Runs);
        Assert.Equal(
            sorted.ResidualTests.Autocorrelation!.DurbinWatson,
            mixed.ResidualTests.Autocorrelation!.DurbinWatson,
            1e-9);
    }

    [Fact]
    public void Normal_noise_gets_no_sentence()
    {
        FitResult fit = Line(Noise);
        Assert.Empty(fit.Diagnoses);
        Assert.True(fit.ResidualTests.Normality!.PValue > 0.5);
        Assert.DoesNotContain("lack of fit", fit.ToReport(), StringComparison.Ordinal);
    }

    [Fact]
    public void Heavy_tails_and_residuals_that_lean_to_one_side_are_told()
    {
        double[] heavy = [.. Noise];
        heavy[20] = 9;
        heavy[41] = -8;
        AssertTold(DiagnosisKind.NonNormalResiduals, "heavy", Line(heavy));
        double[] leaning = Array.ConvertAll(Noise, z => Math.Exp(0.5 * z));
        FitResult told = Line(leaning);
        Assert.True(told.ResidualTests.Normality!.Skewness > 1);
        AssertTold(DiagnosisKind.NonNormalResiduals, "are not normal", told);

        // Light tails, which are certain and harmless; a loss, which is for outliers; an end that is no minimum.
        double[] uniform = Array.ConvertAll(Noise, z => (z > 0 ? 1 : -1) + (0.1 * z));
        Assert.True(Line(uniform).ResidualTests.Normality!.PValue < 0.001);
        Assert.Empty(Line(uniform).Diagnoses);
        Assert.Empty(Line(heavy, new() { Loss = Loss.Huber(1) }).Diagnoses);
        Assert.DoesNotContain(
            Line(heavy, new() { Sigma = [0.5] }).Diagnoses,
            diagnosis => diagnosis.Message.Contains("standard deviation", StringComparison.Ordinal));
    }

    [Fact]
    public void Neighbors_that_are_alike_are_told_where_the_model_explains_nearly_all()
    {
        double[] slow = [.. X.Select((x, i) => Math.Sin(x / 4) + (0.3 * Noise[i]))];
        FitResult fit = Line(slow);
        Assert.InRange(fit.RSquared, 0.99, 1);
        AssertTold(DiagnosisKind.CorrelatedResiduals, "Standard errors are too small then", fit);
        Assert.True(fit.ResidualTests.Autocorrelation!.Coefficient > 0.5);
    }

    private static FitResult Line(double[] noise, FitOptions? options = null) => CurveFit.Fit(
        Formula.Parse("a + b*x"), X, [.. X.Zip(noise, (x, z) => 3 + x + z)], [1, 1], options);

    private static void AssertTold(DiagnosisKind kind, string words, FitResult fit)
    {
        Diagnosis told = Assert.Single(fit.Diagnoses);
        Assert.Equal(kind, told.Kind);
        Assert.Contains(words, told.Message, StringComparison.Ordinal);
        Assert.True(fit.Succeeded);
    }
}
