using MathNet.Numerics.Distributions;

namespace MinpackNet.Fitting.Tests;

/// <summary>The order of few residuals has its exact probability.</summary>
public sealed class SmallSampleTests
{
    private static readonly double[] X = [.. Enumerable.Range(0, 14).Select(i => (double)i)];

    /// <summary>
    /// SciPy 1.10.1: Imhof's integral by quad, with the eigenvalues of differences in the null space of the columns 1
    /// and x.
    /// </summary>
    [Theory]
    [InlineData(6, 0.0094077617503412)]
    [InlineData(8, 0.0012191109386512)]
    [InlineData(10, 1.6766540659e-4)]
    [InlineData(12, 2.4110231119e-5)]
    public void The_ratio_of_neighbors_has_the_probability_of_its_integral(int count, double below)
    {
        double[] x = X[..count];
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a + b*x"), x, Array.ConvertAll(x, v => Math.Exp(-0.5 * v)), [1, -1]);
        Assert.Equal(2 * below, fit.ResidualTests.Autocorrelation!.PValue, 1e-8);
    }

    /// <summary>Counted by hand: 2 + 8 of the 252 orders of five signs of each kind have up to three runs.</summary>
    [Fact]
    public void Runs_are_counted()
    {
        Assert.Equal(2 * 10 / 252.0, RunsTest.Of([1, 1, 1, -1, -1, -1, -1, -1, 1, 1])!.PValue, 1e-14);
        Assert.Equal(2 * 2 / 252.0, RunsTest.Of([1, 1, 1, 1, 1, -1, -1, -1, -1, -1])!.PValue, 1e-14);
        Assert.Equal(2 * 2 / 252.0, RunsTest.Of([1, -1, 1, -1, 1, -1, 1, -1, 1, -1])!.PValue, 1e-14);
        Assert.Equal(1, RunsTest.Of([1, -1, -1])!.PValue, 1e-14);

        // With one of a sign, two of n orders have two runs and the others three.
        Assert.Equal(2 * 2 / 2000.0, RunsTest.Of([-1, .. Enumerable.Repeat(1.0, 1999)])!.PValue, 1e-9);
    }

    [Theory]
    [InlineData(8, 0.1, DiagnosisKind.CorrelatedResiduals)]
    [InlineData(10, 0.5, DiagnosisKind.OrderedResiduals)]
    [InlineData(12, 0.5, DiagnosisKind.OrderedResiduals)]
    [InlineData(14, 0.2, DiagnosisKind.OrderedResiduals)]
    public void A_line_through_an_exponential_is_told(int count, double rate, DiagnosisKind kind)
    {
        double[] x = X[..count];
        double[] y = Array.ConvertAll(x, v => Math.Exp(-rate * v));
        Diagnosis told = Assert.Single(CurveFit.Fit(Formula.Parse("a + b*x"), x, y, [1, -1]).Diagnoses);
        Assert.Equal(kind, told.Kind);
        Assert.Matches(@"^Residuals of neighboring points are alike \(p = \d", told.Message);

        // In any order of the rows.
        int[] mixed = [.. Enumerable.Range(0, count).OrderBy(i => i * 5 % count)];
        Assert.Equal(told.Message, Assert.Single(CurveFit.Fit(
            Formula.Parse("a + b*x"),
            Array.ConvertAll(mixed, i => x[i]),
            Array.ConvertAll(mixed, i => y[i]),
            [1, -1]).Diagnoses).Message);
    }

    /// <summary>Small probabilities are as frequent as they say, so that noise is hardly ever told.</summary>
    [Theory]
    [InlineData(8, "a + b*x")]
    [InlineData(10, "a + b*x")]
    [InlineData(14, "a + b*x")]
    [InlineData(10, "a*exp(b*x/10)")]
    public void Noise_has_small_probabilities_as_often_as_they_say(int count, string formula)
    {
        Formula model = Formula.Parse(formula);
        const int Fits = 2000;
        Random random = new(count);
        double[] x = X[..count];
        int small = 0;
        int told = 0;
        for (int k = 0; k < Fits; k++)
        {
            double[] y = Array.ConvertAll(x, v => model.Evaluate([2, 1], v) + Normal.Sample(random, 0, 1));
            FitResult fit = CurveFit.Fit(model, x, y, [2, 1]);
            small += fit.ResidualTests.Autocorrelation is { Z: < 0, PValue: < 0.1 } ? 1 : 0;
            told += fit.Diagnoses.Any(item =>
                item.Kind is DiagnosisKind.OrderedResiduals or DiagnosisKind.CorrelatedResiduals) ? 1 : 0;
        }

        // Binomial: 0.05 within four standard deviations, and 2.3e-4 of 2000, which is 0.5.
        Assert.InRange(small / (double)Fits, 0.05 - 0.02, 0.05 + 0.02);
        Assert.InRange(told, 0, 3);
        TestContext.Current.TestOutputHelper!.WriteLine($"{small} below 0.05 and {told} told of {Fits}");
    }
}
