namespace MinpackNet.Fitting.Tests;

/// <summary>The points of profiles.</summary>
public sealed class ProfileCurveTests
{
    private static readonly double[] X = [0, 1, 2, 3, 4, 5, 6, 7];
    private static readonly double[] Y = [5.1, 3.0, 1.9, 1.2, 0.7, 0.4, 0.3, 0.15];

    private static readonly FitResult Decay =
        CurveFit.Fit(Formula.Parse("a*exp(-k*x)"), X, Y, [("a", 5), ("k", 0.5)]);

    [Fact]
    public void Of_a_linear_model_they_are_on_a_line()
    {
        FitResult fit = CurveFit.Fit(Formula.Parse("a + b*x"), RData.Speed, RData.Distance, [1, 1]);
        Assert.All(fit.ProfileCurves(), curve => Assert.All(curve.Points, point => Assert.Equal(
            (point.Value - curve.Estimate) / curve.StandardError, point.Root, 1e-6)));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("k")]
    public void They_are_the_roots_of_refits(string name)
    {
        ProfileCurve curve = Decay.ProfileCurves(0.99).Single(one => one.Name == name);
        Assert.InRange(curve.Points.Count, 5, 30);
        Assert.All(curve.Points, point =>
        {
            FitResult refit = CurveFit.Fit(
                Formula.Parse("a*exp(-k*x)"),
                X,
                Y,
                [("a", name == "a" ? point.Value : 5), ("k", name == "k" ? point.Value : 0.5)],
                new() { Fixed = [name] });
            double increase = (refit.ChiSquared - Decay.ChiSquared) / Decay.ReducedChiSquared;
            Assert.Equal(Math.Max(increase, 0), point.Root * point.Root, 1e-6);
            Assert.Equal(Math.Sign(point.Value - curve.Estimate), Math.Sign(point.Root));
        });
    }

    [Fact]
    public void They_go_from_one_end_of_the_interval_to_the_other()
    {
        IReadOnlyList<ProfileCurve> curves = Decay.ProfileCurves(0.9);
        Assert.Equal(Decay.ProfileIntervals(0.9), curves.Select(curve => curve.Interval));
        ProfileCurve[] all =
        [
            .. curves,
            Decay.ProfileCurveOf(Decay.Derive("log(2)/k", "half", 0.9), 0.9),
            Decay.ProfileCurveOf(Decay.Derive("a/k", "area", 0.9), 0.9),
        ];
        Assert.Equal(["a", "k", "half", "area"], all.Select(curve => curve.Name));
        Assert.Equal(Decay.ProfileInterval("a/k", 0.9), all[3].Interval);
        Assert.All(all, curve =>
        {
            Assert.Equal(curve.Points.OrderBy(point => point.Value), curve.Points);
            Assert.Equal(curve.Points.OrderBy(point => point.Root), curve.Points);
            Assert.Contains(new(curve.Estimate, 0), curve.Points);
            Assert.Equal(curve.Interval.Lower, curve.Points[0].Value);
            Assert.Equal(curve.Interval.Upper, curve.Points[^1].Value);
            Assert.Equal(-curve.Quantile, curve.Points[0].Root, 1e-6);
            Assert.Equal(curve.Quantile, curve.Points[^1].Root, 1e-6);
        });
    }

    [Fact]
    public void On_an_open_side_they_stay_below_the_quantile()
    {
        FitResult fit = CurveFit.Fit(
            Formula.Parse("V*x/(K + x)"), [1, 2, 3, 4], [1.02, 1.95, 3.1, 3.9], [("V", 50), ("K", 50)]);
        ProfileCurve curve = fit.ProfileCurves()[0];
        Assert.Equal(double.PositiveInfinity, curve.Interval.Upper);
        ProfilePoint[] above = [.. curve.Points.Where(point => point.Value > curve.Estimate)];
        Assert.NotEmpty(above);
        Assert.All(above, point => Assert.InRange(point.Root, 0, curve.Quantile * (1 - 1e-6)));
    }

    [Fact]
    public void There_are_none_without_a_profile()
    {
        FitResult held = CurveFit.Fit(
            Formula.Parse("a*exp(-k*x)"), X, Y, [("a", 5), ("k", 0.5)], new() { Fixed = ["a"] });
        Assert.Empty(held.ProfileCurves()[0].Points);
        Assert.NotEmpty(held.ProfileCurves()[1].Points);
        Assert.Empty(held.ProfileCurveOf(held.Derive("2*a")).Points);
        Assert.Empty(Decay.ProfileCurveOf(Decay.Derive("(k - 0.5)^2")).Points);
        Assert.Equal("a: [5, 5], 0 points", held.ProfileCurves()[0].ToString());
        Assert.Throws<ArgumentOutOfRangeException>("level", () => Decay.ProfileCurves(1));
        Assert.Throws<ArgumentNullException>("quantity", () => Decay.ProfileCurveOf(null!));
    }
}
