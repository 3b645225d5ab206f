namespace MinpackNet.Fitting.Tests;

/// <summary>Calls as people write them, with the data that they have.</summary>
public sealed class CallFormTests
{
    private static readonly Formula Line = Formula.Parse("a*x");

    [Fact]
    public void Data_and_start_may_be_collection_expressions()
    {
        FitResult fit = CurveFit.Fit(Line, [1, 2, 3], [2, 4, 6], [1]);
        Assert.Equal(2, fit.Estimates[0], 1e-12);
        Assert.Equal([0.2, 1], fit.Predict([0.1, 0.5]), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(2, fit.ConfidenceBand([0.1, 0.5]).Lower.Count);
    }

    [Fact]
    public void Data_may_be_numbers_of_any_type_in_any_list()
    {
        List<double> list = [2, 4, 6];
        float[] floats = [2, 4, 6];
        int[] integers = [1, 2, 3];
        RealVector vector = [1, 2, 3];
        IReadOnlyList<double> readOnly = vector;
        foreach (FitResult fit in (FitResult[])
        [
            CurveFit.Fit(Line, integers, list, [1]),
            CurveFit.Fit(Line, vector, floats, [1]),
            CurveFit.Fit(Line, floats, Array.ConvertAll(floats, y => (decimal)(2 * y)), [1]),
            CurveFit.Fit(Line, list, [4, 8, 12], [1]),
            CurveFit.Fit((p, x) => p[0] * x, integers, list, [1]),
            CurveFit.Fit((p, x) => p[0] * x, readOnly, floats, [1]),
            CurveFit.Fit((p, x) => p[0] * x, [1, 2, 3], [2, 4, 6], [1]),
            CurveFit.Fit((p, x) => p[0] * x[0], integers, list, [1]),
            CurveFit.Fit((p, x) => p[0] * x[0], Predictors.FromColumns(("x", [1, 2, 3])), list, [1]),
        ])
        {
            Assert.Equal(2, fit.Estimates[0], 1e-7);
        }

        Assert.Equal(4, CurveFit.Fit((p, _) => p[0], integers, list, [1]).Estimates[0], 1e-7);
        Assert.Equal(2, CurveFit.Fit<Proportion>(integers, list, 1).Estimates[0], 1e-12);
    }

    [Fact]
    public void The_start_may_be_a_number_or_any_list()
    {
        List<double> list = [1];
        int[] integers = [1];
        float[] floats = [1];
        foreach (StartValues start in (StartValues[])[1, 1.5, list, integers, floats, ("a", 3)])
        {
            Assert.Equal(2, CurveFit.Fit(Line, [1, 2, 3], [2, 4, 6], start).Estimates[0], 1e-12);
        }

        Assert.Equal(2, CurveFit.Fit(Line, [1, 2, 3], [2, 4, 6], 1).Estimates[0], 1e-12);
        Assert.Equal(2, CurveFit.Fit(Line, [1, 2, 3], [2, 4, 6], ("a", 1)).Estimates[0], 1e-12);
    }

    [Fact]
    public void A_canceled_fit_throws_if_asked()
    {
        CancellationToken set = new(canceled: true);
        FitResult canceled = CurveFit.Fit(Line, [1, 2, 3], [2, 4, 6], [1], cancellationToken: set);
        Assert.Equal(LeastSquaresStatus.Canceled, canceled.Status);
        OperationCanceledException thrown = Assert.Throws<OperationCanceledException>(canceled.ThrowIfCanceled);
        Assert.Equal((canceled.Message, set), (thrown.Message, thrown.CancellationToken));
        FitResult fit = CurveFit.Fit(Line, [1, 2, 3], [2, 4, 6], [1]);
        Assert.Same(fit, fit.ThrowIfCanceled());
    }

    [Fact]
    public void The_diagonal_of_the_correlations_is_one()
    {
        double[] x = [.. Enumerable.Range(0, 40).Select(i => i / 7.0)];
        double[] y = [.. x.Select((t, i) => (3 * Math.Exp(-0.7 * t)) + 0.3 + (0.01 * Math.Sin(i * i)))];
        double[,] correlation = CurveFit.Fit(Formula.Parse("a*exp(-b*x) + c"), x, y, [1, 1, 0]).Correlation;
        Assert.Equal(1, correlation[0, 0]);
        Assert.Equal(1, correlation[1, 1]);
        Assert.Equal(1, correlation[2, 2]);
        double[,] held = CurveFit.Fit(
            Formula.Parse("a*exp(-b*x) + c"), x, y, [1, 1, 0], new() { Fixed = ["c"] }).Correlation;
        Assert.Equal(1, held[1, 1]);
        Assert.Equal(double.NaN, held[2, 2]);
    }

    [Fact]
    public void An_infinite_deviation_says_how_to_leave_a_point_out()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>("Sigma", () => CurveFit.Fit(
            Line, [1, 2, 3], [2, 4, 6], [1], new() { Sigma = [1, double.PositiveInfinity, 1] }));
        Assert.Contains("leave it out of x, y and Sigma", refused.Message, StringComparison.Ordinal);
    }

    private readonly struct Proportion : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) => b[0] * x;
    }
}
