namespace MinpackNet.Fitting.Tests;

/// <summary>
/// A start that is orders of magnitude too small bounds the first step, which then changes the sum of squares by less
/// than the tolerance: a solve ends there as converged, and a fit goes on.
/// </summary>
public sealed class SmallStartTests
{
    private static readonly double[] X = [1, 2, 3, 4, 5];
    private static readonly double[] Y = [1.02e12, 0.97e12, 1.01e12, 1e12, 0.99e12];

    public static TheoryData<string, double[], double, double[]> Cases => new()
    {
        { "a", [1], 1, [9.98e11] },
        { "a", [-1], 1, [9.98e11] },
        { "a", [1], -1, [-9.98e11] },
        { "a", [1e-3], 1e18, [9.98e29] },
        { "a*x + b", [1, 1], 1, [-3e9, 1.007e12] },
        { "exp(a) + 0*x", [10], 1, [27.629019] }, // the logarithm of 9.98e11
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_fit_reaches_the_minimum(string formula, double[] start, double unit, double[] expected)
    {
        double[] y = Array.ConvertAll(Y, value => value * unit);
        Formula model = Formula.Parse(formula);
        AssertReached(expected, CurveFit.Fit(model, X, y, start));
        AssertReached(expected, CurveFit.Fit((p, x) => model.Evaluate(p, [.. X[..model.PredictorNames.Count]
            .Select(_ => x)]), X, y, start));
    }

    [Fact]
    public void The_solver_alone_stops_on_its_way()
    {
        LeastSquaresResult solve = LeastSquares.Solve(
            [1],
            Y.Length,
            (p, r) =>
            {
                for (int i = 0; i < r.Length; i++)
                {
                    r[i] = p[0] - Y[i];
                }
            });
        Assert.Equal(LeastSquaresStatus.SmallGradient, solve.Status);
        Assert.StartsWith("Not converged. No residual changed", solve.Message, StringComparison.Ordinal);
        Assert.InRange(solve.Parameters[0], 1, 1e3);
    }

    [Fact]
    public void The_limit_on_evaluations_is_that_of_the_whole_fit()
    {
        FitOptions options = new() { Solver = new() { MaxEvaluations = 5 } };
        FitResult fit = CurveFit.Fit(Formula.Parse("a"), X, Y, [1], options);
        Assert.Equal(5, fit.Evaluations);
        Assert.False(fit.Succeeded);
    }

    [Fact]
    public void An_observer_ends_it_on_its_way()
    {
        int calls = 0;
        FitOptions options = new() { Solver = new() { Observer = _ => ++calls < 5 } };
        FitResult fit = CurveFit.Fit(Formula.Parse("a"), X, Y, [1], options);
        Assert.Equal(5, calls);
        Assert.Equal(LeastSquaresStatus.Stopped, fit.Status);
        Assert.False(fit.Succeeded);
    }

    [Fact]
    public void Whoever_asks_for_little_gets_little()
    {
        FitOptions loose = new() { Solver = new() { FunctionTolerance = 0.1 } };
        FitResult fit = CurveFit.Fit(Formula.Parse("a"), X, Y, [1], loose);
        Assert.InRange(fit.Estimates[0], 1, 1e3);
        Assert.Contains(fit.Diagnoses, diagnosis => diagnosis.Kind == DiagnosisKind.NotAtMinimum);
        Assert.False(fit.Succeeded);
    }

    private static void AssertReached(double[] expected, FitResult fit)
    {
        Assert.True(fit.Succeeded);
        Assert.All(fit.Estimates.Zip(expected), pair => Assert.Equal(1, pair.First / pair.Second, 1e-6));
    }
}
