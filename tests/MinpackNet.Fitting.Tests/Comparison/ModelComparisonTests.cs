namespace MinpackNet.Fitting.Tests;

/// <summary>Models of the same observations are ranked as R ranks them.</summary>
public sealed class ModelComparisonTests
{
    private static readonly string[] Polynomials = ["a*x", "a + b*x", "a + b*x + c*x^2"];
    private static readonly double[] X = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    private static readonly double[] Decay = [5.1, 3.0, 1.9, 1.2, 0.7, 0.4, 0.3, 0.1, 0.15, 0.05];

    /// <summary>
    /// R 4.2: AIC, BIC and AIC + 2 k (k + 1)/(n - k - 1) with k = attr(logLik(fit), "df"), the variance among them, of
    /// fits to cars, Puromycin and DNase as in <see cref="NestedTestTests"/>.
    /// </summary>
    public static TheoryData<string, double[], double[], double[], double, double, double> OfR => new()
    {
        { "a*x", RData.Speed, RData.Distance, [1], 423.749836661686, 427.573882672542, 424.005155810622 },
        { "a + b*x", RData.Speed, RData.Distance, [0, 1], 419.156863027353, 424.892932043638, 419.678602157788 },
        {
            "a + b*x + c*x^2", RData.Speed, RData.Distance, [0, 1, 0],
            418.772068470618, 426.420160492330, 419.660957359507
        },
        { "V*x/(K + x)", RData.Treated, RData.Rate, [200, 0.1], 95.2709686489475, 96.7256885983115, 98.2709686489475 },
        {
            "top/(1 + exp((mid - log(x))/scal))", RData.Dose, RData.Density, [2.3, 1.5, 1],
            -76.4164242053702, -73.3260693164110, -72.7800605690065
        },
    };

    [Theory]
    [MemberData(nameof(OfR))]
    public void The_criteria_are_those_of_R(
        string formula, double[] x, double[] y, double[] start, double aic, double bic, double aicc)
    {
        FitResult fit = CurveFit.Fit(Formula.Parse(formula), x, y, start);
        Assert.Equal(aic, fit.Aic, 1e-7);
        Assert.Equal(bic, fit.Bic, 1e-7);
        Assert.Equal(aicc, fit.Aicc, 1e-7);
    }

    /// <summary>R 4.2: AIC and BIC of lm with weights; with absolute ones, from dnorm(..., sd = sigma).</summary>
    [Fact]
    public void Weights_count_and_a_variance_that_is_given_is_no_parameter()
    {
        FitOptions options = new() { Sigma = [.. RData.Speed.Select(speed => 2 + (0.5 * speed))] };
        FitResult relative = Cars("a + b*x", options);
        Assert.Equal(411.491706943068, relative.Aic, 1e-8);
        Assert.Equal(417.227775959353, relative.Bic, 1e-8);
        Assert.Equal(412.013446073503, relative.Aicc, 1e-8);
        FitResult absolute = Cars("a + b*x", options with { AbsoluteSigma = true });
        Assert.Equal(431.423241637661, absolute.Aic, 1e-8);
        Assert.Equal(435.247287648518, absolute.Bic, 1e-8);
        Assert.Equal(absolute.Aic, absolute.Aicc);
    }

    [Fact]
    public void Differences_weights_and_tests_are_those_of_R()
    {
        ModelComparison comparison = ModelComparison.Of([.. Polynomials.Select(text => Cars(text))], areNested: true);
        double[] weights = [0.0541234284652999, 0.4708520741360068, 0.4750244973986933];
        double[] criteria = [424.005155810622, 419.678602157788, 419.660957359507];
        Assert.Equal(Polynomials, comparison.Models.Select(model => model.Name));
        for (int k = 0; k < 3; k++)
        {
            Assert.Equal(weights[k], comparison.Models[k].Weight, 1e-8);
            Assert.Equal(criteria[k] - criteria[2], comparison.Models[k].Difference, 1e-7);
        }

        Assert.Same(comparison.Models[2], comparison.Best);
        Assert.Null(comparison.Models[0].AgainstSimplest);
        Assert.Equal(6.76550273508613, comparison.Models[1].AgainstSimplest!.Statistic, 1e-7);
        Assert.Equal(0.0147052449457857, comparison.Models[2].AgainstSimplest!.PValue, 1e-9);
        Assert.StartsWith(
            "The data do not tell a + b*x + c*x^2 and a + b*x apart", comparison.Conclusion, StringComparison.Ordinal);
    }

    /// <summary>lmfit: aic = m ln(χ²/m) + 2 n, bic = m ln(χ²/m) + n ln m.</summary>
    [Fact]
    public void Differences_of_AIC_and_BIC_are_those_of_lmfit_too()
    {
        FitResult[] fits = [.. Polynomials.Select(text => Cars(text))];
        double[] criteria = Array.ConvertAll(
            fits, fit => (50 * Math.Log(fit.ChiSquared / 50)) + (2 * fit.Parameters.Count));
        Assert.Equal(criteria[0] - criteria[1], fits[0].Aic - fits[1].Aic, 1e-10);
        double[] bayesian = Array.ConvertAll(
            fits, fit => (50 * Math.Log(fit.ChiSquared / 50)) + (Math.Log(50) * fit.Parameters.Count));
        Assert.Equal(bayesian[0] - bayesian[2], fits[0].Bic - fits[2].Bic, 1e-10);
    }

    [Fact]
    public void The_report_is_a_table_with_what_it_means()
    {
        ModelComparison comparison = ModelComparison.Of(
            [Fit("a*exp(-b*x)", [4, 0.4]), Fit("a*exp(-b*x) + c", [4, 0.4, 0]), Fit("a + b*x", [4, -1])],
            ["decay", "decay with offset", "line"]);
        string[] expected =
        [
            "model               parameters   sum of squares       AICc   ΔAICc     weight        BIC",
            "decay                        2        0.0205929   -23.4752       0      0.948   -26.5674",
            "decay with offset            3        0.0201709   -17.6822    5.79     0.0523   -24.4719",
            "line                         2          6.04018    33.3373    56.8   4.37e-13     30.245",
            "the criteria count the variance as one more parameter",
            "",
            "decay describes the data best. decay with offset, with an AICc higher by 5.79, has less support, but",
            "is not ruled out.",
        ];
        Assert.Equal(expected, comparison.ToString().Split(Environment.NewLine));
    }

    /// <summary>Burnham and Anderson 2002, section 2.6: what differences of the criterion mean.</summary>
    [Theory]
    [InlineData(0.5, "The data do not tell line and other apart: their AICc differ by 0.5")]
    [InlineData(3, "line describes the data best. other, with an AICc higher by 3, has less support, but is not ruled")]
    [InlineData(6.9, "higher by 6.9, has less support")]
    [InlineData(7.5, "line describes the data best: with an AICc higher by 7.5, the other has hardly any support.")]
    [InlineData(9.95, "with an AICc higher by 9.95, the other has hardly any support.")]
    [InlineData(10.5, "with an AICc higher by 10.5, the other has practically no support.")]
    public void A_difference_is_put_into_words_that_suit_it(double difference, string words)
    {
        // With the variance given, AICc is the sum of squares, but for constants: with a slope too large by s, that is
        // larger by 82.5 s^2 + 10 s.
        double[] y = [.. X.Select((x, i) => (10 * x) + (i % 2 == 0 ? 1 : -1))];
        FitOptions options = new() { Sigma = [1], AbsoluteSigma = true };
        double slope = 10 + ((Math.Sqrt(100 + (330 * difference)) - 10) / 165);
        FitResult best = CurveFit.Fit(Formula.Parse("a + 10*x"), X, y, [1], options);
        FitResult other = CurveFit.Fit(
            Formula.Parse(FormattableString.Invariant($"a + {slope:R}*x")), X, y, [1], options);
        string conclusion = ModelComparison.Of([best, other], ["line", "other"]).Conclusion;
        Assert.Contains(words, conclusion, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clear_winner_is_called_one()
    {
        ModelComparison two = ModelComparison.Of([Fit("a*exp(-b*x)", [4, 0.4]), Fit("a + b*x", [4, -1])]);
        Assert.Contains("the other has practically no support.", two.Conclusion, StringComparison.Ordinal);
        ModelComparison three = ModelComparison.Of(
            [Fit("a + b*x", [4, -1]), Fit("a*exp(-b*x)", [4, 0.4]), Fit("a", [4])]);
        Assert.Contains(
            " or more, the others have practically no support.", three.Conclusion, StringComparison.Ordinal);
        Assert.Equal("a*exp(-b*x)", three.Best!.Name);
    }

    [Fact]
    public void Why_a_model_has_no_test_against_the_simplest_is_said()
    {
        FitResult decay = Fit("a*exp(-b*x)", [4, 0.4]);
        string alike = ModelComparison.Of([decay, Fit("a + b*x", [4, -1])], areNested: true).Conclusion;
        Assert.EndsWith(
            "a*exp(-b*x) has as many fitted parameters as a + b*x, so that neither contains the other, and there is no "
            + "test.",
            ModelComparison.Of([Fit("a + b*x", [4, -1]), decay], areNested: true).Conclusion,
            StringComparison.Ordinal);
        Assert.Contains("a + b*x has as many fitted parameters as a*exp(-b*x)", alike, StringComparison.Ordinal);
        Assert.Contains(
            " That holds only if it contains a*exp(-b*x), although it has no a and no b.",
            ModelComparison.Of([decay, Fit("h*exp(-k*x) + c", [4, 0.4, 0])], areNested: true).Conclusion,
            StringComparison.Ordinal);
        string tested = ModelComparison.Of([decay, Fit("a*exp(-b*x) + c", [4, 0.4, 0])], areNested: true).Conclusion;
        Assert.EndsWith(").", tested, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "no test", ModelComparison.Of([decay, Fit("a + b*x", [4, -1])]).Conclusion, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fit_that_did_not_succeed_is_listed_and_takes_no_part()
    {
        FitResult stopped = CurveFit.Fit(
            Formula.Parse("a*exp(-b*x) + c"), X, Decay, [1, 5, 1], new() { Solver = new() { MaxEvaluations = 2 } });
        ModelComparison comparison = ModelComparison.Of(
            [stopped, Fit("a*exp(-b*x)", [4, 0.4]), Fit("a + b*x", [4, -1])], areNested: true);
        Assert.True(double.IsNaN(comparison.Models[0].Weight));
        Assert.Null(comparison.Models[0].AgainstSimplest);
        Assert.Equal(1, comparison.Models[1].Weight + comparison.Models[2].Weight, 1e-12);
        Assert.Contains(
            "a*exp(-b*x) + c takes no part, because its fit did not succeed: Not converged",
            comparison.ToString(),
            StringComparison.Ordinal);
        ModelComparison none = ModelComparison.Of([stopped, stopped]);
        Assert.Null(none.Best);
        Assert.Equal("None of the fits succeeded, so there is nothing to compare.", none.Conclusion);
        Assert.Equal(
            "Only a + b*x takes part.", ModelComparison.Of([stopped, Fit("a + b*x", [4, -1])]).Conclusion);
    }

    [Fact]
    public void Too_few_points_have_no_criterion()
    {
        FitResult line = CurveFit.Fit(Formula.Parse("a + b*x"), X[..4], [1, 2, 2, 4], [1, 1]);
        Assert.Equal(double.PositiveInfinity, line.Aicc);
        ModelComparison comparison = ModelComparison.Of([line, line]);
        Assert.Null(comparison.Best);
        Assert.StartsWith("There are too few points for AICc", comparison.Conclusion, StringComparison.Ordinal);
        FitResult constant = CurveFit.Fit(Formula.Parse("a"), X[..4], [1, 2, 2, 4], [1]);
        comparison = ModelComparison.Of([line, constant]);
        Assert.Equal([0, 1], comparison.Models.Select(model => model.Weight));
        Assert.Equal(double.NaN, CurveFit.Fit(
            Formula.Parse("a + b*x"), X[..4], [1, 2, 2, 4], [1, 1], new() { Loss = Loss.Huber(1) }).Aicc);
    }

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        FitResult decay = Fit("a*exp(-b*x)", [4, 0.4]);
        AssertRefused("There is 1 fit to compare. Pass at least two.", () => ModelComparison.Of([decay]));
        AssertRefused("There are 0 fits to compare", () => ModelComparison.Of([]));
        AssertRefused("fits[1]", () => ModelComparison.Of([decay, null!]));
        AssertRefused("There is 1 name for 2 fits", () => ModelComparison.Of([decay, decay], ["a"]));
        AssertRefused("There are 2 names for 2 fits", () => ModelComparison.Of([decay, decay], ["a", " "]));
        AssertRefused("A fit has 50 observations and another 10", () => ModelComparison.Of([decay, Cars("a + b*x")]));
        AssertRefused("The fit of exact meets the observations", () => ModelComparison.Of(
            [
                CurveFit.Fit(Formula.Parse("a + b*x"), X, X, [1, 2]),
                CurveFit.Fit(Formula.Parse("a*x^2"), X, X, [1]),
            ],
            ["exact", "parabola"]));
        AssertRefused("The sum of squares of a + b*sin(x) + c*cos(x) is", () => ModelComparison.Of(
            [decay, Fit("a + b*sin(x) + c*cos(x)", [1, 1, 1])], areNested: true));
    }

    private static FitResult Cars(string formula, FitOptions? options = null)
    {
        Formula model = Formula.Parse(formula);
        return CurveFit.Fit(
            model, RData.Speed, RData.Distance, [.. model.ParameterNames.Select(_ => 1.0)], options);
    }

    private static FitResult Fit(string formula, double[] start) =>
        CurveFit.Fit(Formula.Parse(formula), X, Decay, start);

    private static void AssertRefused(string words, Action compare) =>
        Assert.Contains(words, Assert.ThrowsAny<ArgumentException>(compare).Message, StringComparison.Ordinal);
}
