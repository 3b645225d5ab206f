namespace MinpackNet.Fitting.Tests;

/// <summary>The tests of nested fits are R's anova, and refuse what has no meaning.</summary>
public sealed class NestedTestTests
{
    private static readonly FitOptions Tight = new()
    {
        Solver = new() { FunctionTolerance = 1e-14, StepTolerance = 1e-14 },
    };

    /// <summary>
    /// F and p are those that R 4.2 prints for anova(nls(...), nls(...)), with nlsLM at ftol = ptol = 1e-15 in place of
    /// nls where that does not converge.
    /// </summary>
    public static TheoryData<double[], double[], string, double[], string, double[], double, double> OfR => new()
    {
        {
            RData.Treated, RData.Rate, "a", [100], "V*x/(K + x)", [200, 0.1], 248.136662096561, 2.18264456585432e-08
        },
        {
            RData.Treated, RData.Rate, "V*x/(K + x)", [200, 0.1], "V*x/(K + x) + b", [200, 0.1, 1],
            4.47357861260772, 0.0635430267571819
        },
        {
            RData.Dose, RData.Density, "top/(1 + exp((mid - log(x))/scal))", [2.3, 1.5, 1],
            "b + (top - b)/(1 + exp((mid - log(x))/scal))", [0, 2.3, 1.5, 1], 0.209839524363535, 0.655077597132294
        },
        { RData.Speed, RData.Distance, "a*x", [1], "a + b*x", [0, 1], 6.76550273508613, 0.0123188161538088 },
        { RData.Speed, RData.Distance, "a*x", [1], "a + b*x + c*x^2", [0, 1, 0], 4.62210114947173, 0.0147052449457857 },
    };

    [Theory]
    [MemberData(nameof(OfR))]
    public void The_extra_sum_of_squares_is_that_of_R(
        double[] x, double[] y, string simpler, double[] start, string larger, double[] largerStart, double f, double p)
    {
        FitResult small = CurveFit.Fit(Formula.Parse(simpler), x, y, start, Tight);
        FitResult large = CurveFit.Fit(Formula.Parse(larger), x, y, largerStart, Tight);
        NestedTest test = NestedTest.Of(small, large);
        Assert.Equal(f, test.Statistic, 1e-9 * f);
        Assert.Equal(p, test.PValue, 1e-9 * p);
        Assert.Equal(large.Parameters.Count - small.Parameters.Count, test.DegreesOfFreedom);
        Assert.Equal(y.Length - large.Parameters.Count, test.ResidualDegreesOfFreedom);
        Assert.StartsWith($"F({test.DegreesOfFreedom}, {test.ResidualDegreesOfFreedom}) = ", test.ToString());
    }

    /// <summary>R 4.2: anova(lm(..., weights = w)), and pchisq of the difference of the deviances.</summary>
    [Fact]
    public void Weights_count_and_absolute_ones_turn_it_into_a_likelihood_ratio()
    {
        double[] sigma = [.. RData.Speed.Select(speed => 2 + (0.5 * speed))];
        NestedTest relative = Weighted(isAbsolute: false);
        Assert.Equal(2.30763066579064, relative.Statistic, 1e-8);
        Assert.Equal(0.13543906943174, relative.PValue, 1e-9);
        NestedTest absolute = Weighted(isAbsolute: true);
        Assert.Equal(5.26322681540874, absolute.Statistic, 1e-8);
        Assert.Equal(0.021780600314663, absolute.PValue, 1e-9);
        Assert.Null(absolute.ResidualDegreesOfFreedom);
        Assert.Equal("chi-squared(1) = 5.26, p = 0.0218", absolute.ToString());

        NestedTest Weighted(bool isAbsolute)
        {
            FitOptions options = Tight with { Sigma = sigma, AbsoluteSigma = isAbsolute };
            return NestedTest.Of(
                CurveFit.Fit(Formula.Parse("a + b*x"), RData.Speed, RData.Distance, [0, 1], options),
                CurveFit.Fit(Formula.Parse("a + b*x + c*x^2"), RData.Speed, RData.Distance, [0, 1, 0], options));
        }
    }

    /// <summary>R 4.2: pf and pchisq with lower.tail = FALSE, 2*pnorm(-z).</summary>
    [Fact]
    public void Tails_keep_their_digits()
    {
        AssertClose(2.65243449779819e-06, Tail.OfF(30, 2, 17));
        AssertClose(1.0765517966157e-40, Tail.OfF(500, 1, 100));
        AssertClose(0.985111474276208, Tail.OfF(0.1, 5, 3));
        AssertClose(1.42874595629333e-217, Tail.OfF(1e4, 3, 200));
        Assert.Equal(1, Tail.OfF(0, 3, 4));
        AssertClose(3.06927748617242e-17, Tail.OfChiSquared(80, 3));
        AssertClose(0.860707976425058, Tail.OfChiSquared(0.3, 2));
        AssertClose(6.0100776879208e-214, Tail.OfChiSquared(1000, 5));
        Assert.Equal(1, Tail.OfChiSquared(0, 3));
        AssertClose(0.00046525815807105, Tail.OfNormal(-3.5));
        AssertClose(9.81342785429637e-198, Tail.OfNormal(30));

        static void AssertClose(double expected, double actual) => Assert.Equal(expected, actual, 1e-10 * expected);
    }

    [Fact]
    public void An_extra_parameter_that_does_nothing_is_chance()
    {
        double[] x = [1, 2, 3, 4, 5, 6];
        double[] y = [1, 2, 2, 3, 3, 4];
        double[] even = Array.ConvertAll(x, at => at - 3.5);
        FitResult line = CurveFit.Fit(Formula.Parse("a + b*x"), even, y, [1, 1], Tight);
        double[] symmetric = [.. even.Select((at, i) => line.Fitted[i] + (i is 0 or 2 or 3 or 5 ? 0.1 : -0.2))];
        FitResult small = CurveFit.Fit(Formula.Parse("a + b*x"), even, symmetric, [1, 1], Tight);
        FitResult large = CurveFit.Fit(Formula.Parse("a + b*x + c*x^3"), even, symmetric, [1, 1, 1], Tight);
        NestedTest test = NestedTest.Of(small, large);
        Assert.InRange(test.Statistic, 0, 1e-10);
        Assert.InRange(test.PValue, 0.999, 1);
    }

    [Fact]
    public void What_has_no_meaning_is_refused()
    {
        double[] x = RData.Speed;
        FitResult line = Line(x, RData.Distance);
        FitResult curve = CurveFit.Fit(Formula.Parse("a + b*x + c*x^2"), x, RData.Distance, [0, 1, 0]);
        AssertRefused("Pass the simpler fit first", () => NestedTest.Of(curve, line));
        AssertRefused("Pass the simpler fit first", () => NestedTest.Of(line, line));
        FitResult wave = CurveFit.Fit(Formula.Parse("a + b*sin(7*x) + c*cos(7*x)"), x, RData.Distance, [1, 1, 1]);
        AssertRefused("larger than that of the simpler model", () => NestedTest.Of(line, wave));
        AssertRefused("A fit has 49 observations and another 50", () =>
            NestedTest.Of(line, Line(x[..49], RData.Distance[..49])));
        double[] changed = [.. RData.Distance];
        changed[3] = 23;
        AssertRefused("The observation at index 3 is 23 in a fit and 22 in another", () =>
            NestedTest.Of(line, Line(x, changed)));
        AssertRefused("different weights", () =>
            NestedTest.Of(line, Line(x, RData.Distance, new() { Sigma = [2] })));
        AssertRefused("A fit has a loss", () =>
            NestedTest.Of(line, Line(x, RData.Distance, new() { Loss = Loss.Huber(1) })));
        FitResult stopped = CurveFit.Fit(
            Formula.Parse("a*exp(b*x) + c"),
            x,
            RData.Distance,
            [1, 1, 1],
            new() { Solver = new() { MaxEvaluations = 2 } });
        AssertRefused("The fit of the larger model did not succeed", () => NestedTest.Of(line, stopped));
        FitResult exact = CurveFit.Fit(Formula.Parse("a + b*x"), x, Array.ConvertAll(x, at => 2 * at), [1, 1]);
        AssertRefused("meets the observations to within rounding", () => NestedTest.Of(exact, exact));
        double[] three = [1, 2, 4];
        double[] decay = [5, 3, 2];
        AssertRefused("has no degrees of freedom left", () => NestedTest.Of(
            Line(three, decay),
            CurveFit.Fit(
                Formula.Parse("a*exp(-b*x) + c"),
                three,
                decay,
                [4, 1, 1],
                new() { Solver = new() { StepTolerance = 1e-4 } })));
    }

    private static FitResult Line(double[] x, double[] y, FitOptions? options = null) =>
        CurveFit.Fit(Formula.Parse("a + b*x"), x, y, [1, 1], options);

    private static void AssertRefused(string words, Action test) =>
        Assert.Contains(words, Assert.ThrowsAny<ArgumentException>(test).Message, StringComparison.Ordinal);
}
