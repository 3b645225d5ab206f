using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace MinpackNet.Fitting.Tests;

/// <summary>Intervals contain the truth as often as they say, in simulated fits with normal errors.</summary>
public sealed class CoverageTests
{
    private const int Fits = 400;
    private const double Level = 0.95;

    // Four standard deviations of the number of hits, which one seed in sixteen thousand exceeds; the seed is fixed.
    private static readonly double Margin = 4 * Math.Sqrt(Fits * Level * (1 - Level));

    /// <summary>Eight points of a saturation curve: plain percentiles contain the truth in 90 to 91 %.</summary>
    [Fact]
    public void By_profile_likelihood_and_by_bootstrap()
    {
        double[] x = [0.25, 0.5, 1, 2, 3, 4, 6, 8];
        double[] truth = [10, 1.5];
        Formula formula = Formula.Parse("V*x/(K + x)");
        int[] byProfile = [0, 0];
        int[] byBootstrap = [0, 0];
        for (int k = 0; k < Fits; k++)
        {
            double[] noise = new double[x.Length];
            Normal.Samples(new Xoshiro256StarStar(k + 1, threadSafe: false), noise, 0, 0.5);
            double[] y = [.. x.Select((at, i) => formula.Evaluate(truth, at) + noise[i])];
            FitResult fit = CurveFit.Fit(formula, x, y, truth);
            IReadOnlyList<Interval> profile = fit.ProfileIntervals(Level);
            IReadOnlyList<BootstrapEstimate> bootstrap = fit.Bootstrap(samples: 400).Estimates(Level);
            for (int j = 0; j < truth.Length; j++)
            {
                byProfile[j] += profile[j].Contains(truth[j]) ? 1 : 0;
                byBootstrap[j] += bootstrap[j].Interval.Contains(truth[j]) ? 1 : 0;
            }
        }

        Assert.All(
            byProfile.Concat(byBootstrap), hits => Assert.Equal(Fits * Level, hits, Margin));
    }
}
