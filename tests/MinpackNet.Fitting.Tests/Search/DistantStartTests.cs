namespace MinpackNet.Fitting.Tests;

/// <summary>
/// Starts that are wrong by orders of magnitude, where searches around the start alone agree on poor minima.
/// </summary>
public sealed class DistantStartTests
{
    private static readonly FitOptions Search = new() { Strategy = FitStrategy.Search };

    private static readonly double[] TwoPeaks =
    [
        0.05, 0, -0.03, 0, 0, -0.03, 0.03, -0.02, 0, 0.03, 0.03, 0.03, 1.02, 5.82, 8.36, 3.67, 4.03, 7.50, 5.29, 1.36,
        0.17, -0.05, -0.01, 0, -0.04, 0.01, 0.02, 0.03, -0.04, 0.01, 0.03, 0.02, -0.01,
    ];

    /// <summary>Minima of 23.6, with one logistic upside down, were certified here.</summary>
    [Theory]
    [InlineData(new double[] { 8242, 61.62, 597.6, 2003, 6322, 0.2406 })]
    [InlineData(new double[] { 0.02, 3000, 0.01, 500, 0.5, 900 })]
    [InlineData(new double[] { 2000, -90, 40, 0.3, 700, 0.02 })]
    public void Two_logistics_are_found_or_nothing_is_certified(double[] start)
    {
        double[] x = [.. Enumerable.Range(0, 25).Select(i => 2.5 * i)];
        double[] y = Array.ConvertAll(x, at => Math.Round(
            (17.4495 / (1 + Math.Exp(-(at - 14.1551) / 3.11882)))
            + (14.7293 / (1 + Math.Exp(-(at - 39.1203) / 2.31283))), 4));
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a/(1+exp(-(x-m)/s))+b/(1+exp(-(x-n)/t))"), x, y, start, Search);
        Assert.True(!fit.IsCertified || fit.ChiSquared < 1e-6, fit.Message);
    }

    /// <summary>The lowest minimum is 0.0179 (scipy.optimize.least_squares from 200 random starts).</summary>
    [Theory]
    [InlineData(new double[] { 180, 1800, 0.25, 12, -0.5, 0.003 })]
    [InlineData(new double[] { 0.01, 0.02, 300, 900, 150, 0.001 })]
    [InlineData(new double[] { 5, 5, 1, 5, 15, 1 })]
    public void Two_peaks_are_found_or_nothing_is_certified(double[] start)
    {
        double[] x = [.. Enumerable.Range(0, TwoPeaks.Length).Select(i => 0.625 * i)];
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a1*exp(-((x-m1)/w1)^2)+a2*exp(-((x-m2)/w2)^2)"), x, TwoPeaks, start, Search);
        Assert.True(!fit.IsCertified || fit.ChiSquared < 0.02, fit.Message);
        Assert.True(fit.IsCertified || start[0] != 5, fit.Message);
    }

    [Fact]
    public void A_frequency_met_twice_is_tested_where_it_is_closest_to_the_start()
    {
        double[] x = [.. Enumerable.Range(0, 29).Select(i => Math.Round(i / 2.8, 5))];
        double[] y = [.. x.Select((at, i) => Math.Round(
            (4 * Math.Exp(-0.2 * at) * Math.Cos((3.66 * at) - 2.8)) + 0.5 + (0.05 * Math.Sin(37 * i * i)), 3))];
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a*exp(-g*x)*cos(w*x+p)+c"),
            x,
            y,
            [("a", 1), ("g", 1), ("w", 1), ("p", 1), ("c", 1)],
            Search);
        Assert.True(fit.IsCertified, fit.Message);
        Assert.Equal(3.66, fit["w"].Value, 0.01);
    }

    /// <summary>A share of the observations would be more than all of their variation here.</summary>
    [Theory]
    [InlineData(1e9)]
    [InlineData(1e12)]
    public void Observations_far_from_zero_are_not_met_to_within_rounding_by_a_poor_fit(double offset)
    {
        double[] x = [.. Enumerable.Range(0, 40).Select(i => i / 5.0)];
        double[] y = [.. x.Select((at, i) => offset + (5 * Math.Exp(-0.7 * at)) + (0.05 * Math.Sin(37 * i * i)))];
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a*exp(-k*x)+c"), x, y, [("a", 4), ("k", 0.5), ("c", 0)], Search);
        Assert.InRange(fit["a"].Value, 4.8, 5.2);
        Assert.InRange(fit["k"].Value, 0.6, 0.8);
        Assert.DoesNotContain("it meets the data", fit.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Squares_that_underflow_are_no_perfect_fit()
    {
        double[] x = [.. Enumerable.Range(0, 40).Select(i => i / 5.0)];
        double[] y = [.. x.Select((at, i) => 1e-300 * ((5 * Math.Exp(-0.7 * at)) + (0.05 * Math.Sin(37 * i * i))))];
        FitResult fit = CurveFit.Fit(Formula.Parse("a*exp(-k*x)"), x, y, [("a", 1), ("k", 1)], Search);
        Assert.False(fit.IsCertified, fit.Message);
    }
}
