namespace MinpackNet.Fitting.Tests;

/// <summary>Phases of millions of turns and periods of a thousandth of the spacing describe nothing better.</summary>
public sealed class WholeTurnTests
{
    private const string Season = "c + a*cos(2*pi*(day - p)/T)";
    private const string Wave = "a*sin(w*x + p) + c";

    private static readonly FitOptions Search = new() { Strategy = FitStrategy.Search };

    [Theory]
    [InlineData(365.25, 0.001, 366)]
    [InlineData(365.25, 0.012, 365)]
    [InlineData(365.25, 0.2, 300)]
    [InlineData(300.5, 0.01, 310)]
    [InlineData(91.3, 0.05, 90)]
    public void A_period_is_the_one_close_to_the_start(double period, double noise, double start)
    {
        double[] day = [.. Enumerable.Range(0, 50).Select(i => 30.0 * i)];
        double[] y = [.. day.Select((t, i) =>
            Math.Round(15.9 + (1.1 * Math.Cos(2 * Math.PI * (t - 152) / period)) + (noise * Math.Sin(i * i)), 3))];
        FitResult fit = CurveFit.Fit(
            Formula.Parse(Season, ["day"]), day, y, [("c", 16), ("a", 1), ("p", 150), ("T", start)], Search);
        Assert.True(fit.IsCertified, fit.Message);
        Assert.Equal(period, fit["T"].Value, Math.Max(5 * fit["T"].StandardError, 0.01));
        Assert.InRange(fit["p"].Value, 150 - (period / 2), 150 + (period / 2));
        Assert.True(fit.ChiSquared <= fit.Attempts.Min(attempt => attempt.ChiSquared) * (1 + 1e-6));
    }

    [Theory]
    [InlineData(0.46)]
    [InlineData(-1)]
    [InlineData(1e3)]
    public void A_phase_is_within_half_a_turn_of_its_start(double start)
    {
        double[] x = [.. Enumerable.Range(0, 60).Select(i => 0.21 * i)];
        for (int seed = 1; seed <= 6; seed++)
        {
            double[] y = [.. x.Select((at, i) =>
                (3 * Math.Sin((1.3 * at) + seed)) + 0.4 + (0.1 * Math.Sin(i * i * seed)))];
            FitResult fit = CurveFit.Fit(
                Formula.Parse(Wave), x, y, [("a", 1), ("w", 1), ("p", start), ("c", 0)], Search);
            Assert.True(fit.IsCertified, fit.Message);
            Assert.InRange(fit["p"].Value, start - Math.PI - 1e-6, start + Math.PI + 1e-6);
        }
    }
}
