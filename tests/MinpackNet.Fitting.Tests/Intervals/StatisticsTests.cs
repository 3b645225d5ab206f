namespace MinpackNet.Fitting.Tests;

/// <summary>
/// Statistics equal those of R's nls. R's figures come from R version 4.2.2 Patched (2022-11-10 r83330), Debian's
/// r-base-core: for each set, with its data in <c>d</c>, its second start in <c>start</c> and
/// <c>f &lt;- deriv(~ model, c("b1", ...), c("b1", ..., "x"))</c>,
/// <code>
/// options(digits = 12)
/// fit &lt;- nls(y ~ f(b1, ..., x), d, start = start, control = nls.control(tol = 1e-8, maxiter = 500))
/// coef(fit); confint.default(fit); sqrt(diag(vcov(fit))); cov2cor(vcov(fit))[1, ]
/// c(sigma(fit), df.residual(fit), AIC(fit), BIC(fit), logLik(fit)); qt(0.975, df.residual(fit))
/// </code>
/// Thurber stalls at that tolerance: there nls ran with tol = 1e-6 and again from its result with
/// <c>tol = 1e-9, minFactor = 1e-12, warnOnly = TRUE</c>, which ended at 3.8e-8 of a standard error. The weighted
/// figures are those of Misra1a with <c>start = as.list(coef(fit)), weights = 1/(0.01*d$y)^2, tol = 1e-6</c>.
/// </summary>
public sealed class StatisticsTests
{
    // What nls leaves open, up to 1e-6 of a standard error in the weighted fit, is some 1e-8 of an estimate.
    private const double RelativeTolerance = 5e-8;

    public static TheoryData<string, double[], double[]> ConfintDefault => new()
    {
        {
            "Misra1a",
            [2.33636491939e+02, 5.35913630555e-04],
            [2.44247766447e+02, 5.64399232983e-04]
        },
        {
            "Thurber",
            [
                1.27899684716e+03, 1.41352120359e+03, 5.26989951450e+02, 6.45044709404e+01, 9.04882803155e-01,
                3.68602935468e-01, 3.68224332504e-02,
            ],
            [
                1.29728251279e+03, 1.56863729568e+03, 6.39486780633e+02, 8.63288165761e+01, 1.02770724887e+00,
                4.27342778080e-01, 6.26321598782e-02,
            ]
        },
        {
            "Rat42",
            [69.0636044886622, 2.4450213936142, 0.0606040541562],
            [75.8608706827271, 2.7911322862550, 0.0741143459371]
        },
    };

    [Theory]
    [MemberData(nameof(ConfintDefault))]
    public void Normal_intervals_are_those_of_confint_default(string set, double[] lower, double[] upper)
    {
        IReadOnlyList<Interval> intervals = Fit(set).ConfidenceIntervals(kind: IntervalKind.Normal);
        AssertClose(lower, intervals.Select(interval => interval.Lower));
        AssertClose(upper, intervals.Select(interval => interval.Upper));
    }

    [Theory]
    [InlineData("Misra1a", 0.101878763302, 12, -20.379040083769, -18.461868094924, 13.189520041885)]
    [InlineData("Thurber", 13.7146007837, 30, 307.0079069917, 319.8952502929, -145.5039534959)]
    [InlineData("Rat42", 1.15877254986, 6, 32.54421099250, 33.33310930185, -12.27210549625)]
    public void Deviation_criteria_and_likelihood_are_those_of_R(
        string set, double sigma, int degrees, double aic, double bic, double logLikelihood)
    {
        FitResult fit = Fit(set);
        Assert.Equal(degrees, fit.DegreesOfFreedom);
        AssertClose(
            [sigma, aic, bic, logLikelihood],
            [fit.ResidualStandardDeviation, fit.Aic, fit.Bic, fit.LogLikelihood]);
    }

    [Fact]
    public void Correlations_are_those_of_R()
    {
        double[,] correlation = Fit("Rat42").Correlation;
        AssertClose(
            [1, -0.455547794567, -0.838905290085], Enumerable.Range(0, 3).Select(j => correlation[0, j]));
        Assert.Equal(correlation[0, 2], correlation[2, 0]);
    }

    [Fact]
    public void Weighted_fits_are_those_of_R()
    {
        NistData data = NistData.Of("Misra1a");
        FitOptions options = new() { Sigma = [.. data.Y.Select(y => 0.01 * y)], Solver = Tight };
        FitResult fit = CurveFit.Fit<Saturation>(data.X.Columns[0], data.Y, [500, 1e-4], options);
        AssertClose([2.30018026527e+02, 5.75001258342e-04], fit.Estimates);
        AssertClose([2.47846998959e+00, 6.89306825769e-06], fit.StandardErrors);
        AssertClose(
            [0.247200458456, -23.559976034846, -21.642804046000, 14.779988017423],
            [fit.ResidualStandardDeviation, fit.Aic, fit.Bic, fit.LogLikelihood]);
    }

    [Theory]
    [InlineData(0.95, 1, 12.7062047362)]
    [InlineData(0.99, 2, 9.92484320092)]
    [InlineData(0.999999, 1, 6.36619772419e5)]
    [InlineData(0.95, 1e6, 1.95996635681)]
    [InlineData(0.95, 12, 2.17881282967)]
    [InlineData(0.95, double.PositiveInfinity, 1.95996398454)]
    public void Quantiles_are_those_of_R(double level, double degrees, double expected) =>
        Assert.Equal(1, Quantile.TwoSided(level, degrees) / expected, 2e-10); // what MathNet's beta has at 1e6 degrees

    [Fact]
    public void Intervals_by_default_take_Students_t()
    {
        FitResult fit = Fit("Rat42");
        Interval interval = fit.ConfidenceIntervals()[1];
        AssertClose([2.44691185114 * fit.StandardErrors[1]], [(interval.Upper - interval.Lower) / 2]);
        Assert.True(interval.Contains(fit.Estimates[1]));
        Assert.True(fit.ConfidenceIntervals(0.99)[1].Upper > interval.Upper);
    }

    [Fact]
    public void With_absolute_deviations_nothing_is_estimated_and_t_becomes_normal()
    {
        NistData data = NistData.Of("Misra1a");
        FitOptions options = new() { Sigma = [0.1], AbsoluteSigma = true };
        FitResult fit = CurveFit.Fit<Saturation>(data.X.Columns[0], data.Y, [500, 1e-4], options);
        Assert.Equal(fit.ConfidenceIntervals(kind: IntervalKind.Normal), fit.ConfidenceIntervals());

        // -½ Σ (ln 2π + ln σ² + r²/σ²), with two parameters: written out.
        double sum = data.Y.Length * Math.Log(2 * Math.PI * 0.01);
        Assert.Equal(-0.5 * (sum + fit.ChiSquared), fit.LogLikelihood, 1e-9);
        Assert.Equal(4 - (2 * fit.LogLikelihood), fit.Aic, 1e-9);
        Assert.Equal(fit.ChiSquared / 12, fit.ReducedChiSquared);
    }

    [Fact]
    public void A_straight_line_has_the_bands_of_the_textbook()
    {
        double[] x = [1, 2, 3, 4, 5, 6];
        double[] y = [2.1, 3.9, 6.2, 7.8, 10.1, 12.2];
        FitResult fit = CurveFit.Fit((p, at) => p[0] + (p[1] * at), x, y, [1, 1]);
        double mean = 3.5;
        double spread = x.Sum(at => (at - mean) * (at - mean));
        double t = Quantile.TwoSided(0.9, 4);
        Band curve = fit.ConfidenceBand(new double[] { 0, 3.5, 10 }, 0.9);
        Band next = fit.PredictionBand(new double[] { 0, 3.5, 10 }, 0.9);
        foreach ((int i, double at) in new[] { 0, 3.5, 10 }.Index())
        {
            double leverage = (1.0 / 6) + ((at - mean) * (at - mean) / spread);
            double line = t * fit.ResidualStandardDeviation * Math.Sqrt(leverage);
            double observation = t * fit.ResidualStandardDeviation * Math.Sqrt(1 + leverage);
            Assert.Equal(line, curve.Upper[i] - curve.Values[i], 1e-7);
            Assert.Equal(line, curve.Values[i] - curve.Lower[i], 1e-7);
            Assert.Equal(observation, next.Upper[i] - next.Values[i], 1e-7);
        }
    }

    [Fact]
    public void R_squared_of_a_straight_line_is_the_square_of_the_correlation()
    {
        double[] x = [1, 2, 3, 4, 5, 6];
        double[] y = [2.1, 3.9, 6.2, 7.8, 10.1, 12.9];
        FitResult fit = CurveFit.Fit((p, at) => p[0] + (p[1] * at), x, y, [1, 1]);
        double xy = x.Zip(y, (a, b) => (a - x.Average()) * (b - y.Average())).Sum();
        double xx = x.Sum(a => (a - x.Average()) * (a - x.Average()));
        double yy = y.Sum(b => (b - y.Average()) * (b - y.Average()));
        Assert.Equal(xy * xy / (xx * yy), fit.RSquared, 1e-12);
    }

    [Fact]
    public void Residuals_are_observation_minus_model_in_the_units_of_the_data()
    {
        NistData data = NistData.Of("Misra1a");
        double[] x = data.X.Columns[0];
        FitResult fit = CurveFit.Fit<Saturation>(x, data.Y, [500, 1e-4], new() { Sigma = [0.1] });
        Assert.Equal(fit.Predict(x), fit.Fitted);
        Assert.Equal(data.Y[3] - Saturation.Value([.. fit.Estimates], x[3]), fit.Residuals[3]);
        Assert.Equal(1, fit.ChiSquared / fit.Residuals.Sum(r => r * r / 0.01), 1e-12);
    }

    [Fact]
    public void A_new_observation_needs_a_deviation_when_the_others_have_their_own()
    {
        double[] x = [1, 2, 3, 4];
        FitOptions options = new() { Sigma = [0.1, 0.2, 0.1, 0.2], AbsoluteSigma = true };
        FitResult fit = CurveFit.Fit((p, at) => p[0] * at, x, [1.1, 1.9, 3.2, 3.9], [1], options);
        Assert.Throws<ArgumentNullException>("observationSigma", () => fit.PredictionBand(x));
        Band curve = fit.ConfidenceBand(x);
        Band next = fit.PredictionBand(x, observationSigma: 0.5);
        double z = Quantile.TwoSided(0.95, double.PositiveInfinity);
        double line = (curve.Upper[2] - curve.Values[2]) / z;
        Assert.Equal(z * Math.Sqrt((line * line) + 0.25), next.Upper[2] - next.Values[2], 1e-12);
    }

    private static LeastSquaresOptions Tight => new() { FunctionTolerance = 1e-15, StepTolerance = 1e-15 };

    private static FitResult Fit(string set)
    {
        NistData data = NistData.Of(set);
        CurveFunction model = set switch
        {
            "Misra1a" => Saturation.Value,
            "Rat42" => (b, x) => b[0] / (1 + Math.Exp(b[1] - (b[2] * x))),
            _ => (b, x) => (b[0] + (x * (b[1] + (x * (b[2] + (x * b[3]))))))
                / (1 + (x * (b[4] + (x * (b[5] + (x * b[6])))))),
        };
        return CurveFit.Fit(model, data.X.Columns[0], data.Y, data.Starts[1], new() { Solver = Tight });
    }

    private static void AssertClose(IEnumerable<double> expected, IEnumerable<double> actual) => Assert.All(
        expected.Zip(actual), pair => Assert.Equal(1, pair.Second / pair.First, RelativeTolerance));
}
