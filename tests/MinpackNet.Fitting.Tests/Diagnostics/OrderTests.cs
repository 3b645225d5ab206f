namespace MinpackNet.Fitting.Tests;

/// <summary>Residuals whose neighbors are alike tell of a poor minimum or of a model that misses something.</summary>
public sealed class OrderTests
{
    private static readonly double[] X = [.. Enumerable.Range(0, 30).Select(i => (double)i)];
    private static readonly double[] Fine = [.. Enumerable.Range(0, 49).Select(i => 0.25 * i)];

    private static readonly double[] Peaks = [.. Fine.Select((x, i) =>
        (2 * Math.Exp(-(x - 3) * (x - 3) / 0.5)) + (3 * Math.Exp(-(x - 8) * (x - 8) / 0.8))
        + (0.05 * Math.Sin(91.7 * i * i)))];

    [Fact]
    public void A_line_on_a_parabola_misses_something_at_its_only_minimum()
    {
        FitResult fit = CurveFit.Fit(Formula.Parse("a + b*x"), X, Parabola(slope: 1), [1, 1]);
        Diagnosis told = Assert.Single(fit.Diagnoses);
        Assert.Equal(DiagnosisKind.OrderedResiduals, told.Kind);

        // numpy: von Neumann's ratio of the residuals of the least-squares line, and R².
        Assert.Equal(-5.494956137290711, told.Evidence["order of the residuals"], 1e-6);
        Assert.Equal(0.6694946514201403, told.Evidence["R-squared"], 1e-9);
        Assert.Contains("the model misses something", told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("lowest minimum", told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Search", told.Message, StringComparison.Ordinal);
        Assert.True(fit.Succeeded);
    }

    [Fact]
    public void A_fit_that_explains_most_or_nothing_is_told_otherwise_or_not()
    {
        // numpy: R² is 0.9415 and 0.0165, the order the same.
        FitResult most = CurveFit.Fit(Formula.Parse("a + b*x"), X, Parabola(slope: 3), [1, 1]);
        Diagnosis refinement = Assert.Single(most.Diagnoses);
        Assert.Equal(DiagnosisKind.CorrelatedResiduals, refinement.Kind);
        Assert.Equal(-5.494956137290711, refinement.Evidence["order of the residuals"], 1e-6);
        FitResult few = CurveFit.Fit(Formula.Parse("a + b*x"), X[..19], Parabola(slope: 6)[..19], [1, 1]);
        Assert.Equal(DiagnosisKind.CorrelatedResiduals, Assert.Single(few.Diagnoses).Kind);
        FitResult none = CurveFit.Fit(Formula.Parse("a + b*x"), X, Parabola(slope: 0), [1, 1]);
        Assert.Equal(DiagnosisKind.ExplainsNothing, Assert.Single(none.Diagnoses).Kind);
    }

    [Fact]
    public void A_poor_minimum_is_told_with_the_search_that_helps()
    {
        // One of two peaks is left out; with both, almost nothing is left.
        Formula two = Formula.Parse("a*exp(-(x-b)^2/c) + d*exp(-(x-e)^2/f)");
        FitResult poor = CurveFit.Fit(two, Fine, Peaks, [1, 9, 1, 1, 10, 1]);
        Diagnosis told = Assert.Single(poor.Diagnoses, item => item.Kind == DiagnosisKind.OrderedResiduals);
        Assert.Contains("or this is not the lowest minimum", told.Message, StringComparison.Ordinal);
        Assert.Contains("FitStrategy.Search", told.Message, StringComparison.Ordinal);
        FitResult good = CurveFit.Fit(two, Fine, Peaks, [2, 3, 0.5, 3, 8, 0.8]);
        Assert.Empty(good.Diagnoses);
        Assert.True(good.ChiSquared < poor.ChiSquared / 100);
    }

    [Fact]
    public void Noise_of_the_right_model_and_too_few_points_are_no_order()
    {
        double[] noisy = [.. X.Select((x, i) => x + (12 * Math.Sin(1 + (91.7 * i * i))))];
        FitResult fit = CurveFit.Fit(Formula.Parse("a + b*x"), X, noisy, [1, 1]);
        Assert.InRange(fit.RSquared, 0.3, 0.8);
        Assert.Empty(fit.Diagnoses);
        Assert.Empty(CurveFit.Fit(Formula.Parse("a + b*x"), X[..7], [0, 1, 4, 6, 5, 4, 5], [1, 1]).Diagnoses);
    }

    private static double[] Parabola(double slope) => [.. X.Select(x => (slope * x) + ((x - 14) * (x - 14) / 10))];
}
