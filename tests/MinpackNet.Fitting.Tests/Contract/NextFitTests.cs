namespace MinpackNet.Fitting.Tests;

/// <summary>A fit starts the next one, and nobody can change what it hands out.</summary>
public sealed class NextFitTests
{
    private static readonly double[] X = [1, 2, 3, 4];
    private static readonly double[] Y = [3, 5.1, 7, 9.2];

    [Fact]
    public void Estimates_start_the_next_fit()
    {
        FitResult fit = CurveFit.Fit((p, x) => (p[0] * x) + p[1], X, Y, [1, 1]);
        Assert.Equal(2.05, fit.Estimates[0], 1e-7);
        FitResult byDelegate = CurveFit.Fit((p, x) => (p[0] * x) + p[1], X, Y, fit.Estimates);
        FitResult byFormula = CurveFit.Fit(Formula.Parse("a*x + b"), X, Y, fit.Estimates);
        CurveFitResult bySciPy = Optimize.CurveFit((x, a, b) => (a * x) + b, X, Y, p0: fit.Estimates);
        LeastSquaresResult solved = LeastSquares.Solve(
            fit.Estimates,
            X.Length,
            (p, f) =>
            {
                for (int i = 0; i < X.Length; i++)
                {
                    f[i] = (p[0] * X[i]) + p[1] - Y[i];
                }
            });
        FitResult fromSolver = CurveFit.Fit((p, x) => (p[0] * x) + p[1], X, Y, solved.Parameters);
        Assert.Equal(
            [2.05, 2.05, 2.05, 2.05, 2.05],
            [
                byDelegate.Estimates[0], byFormula.Estimates[0], bySciPy.Popt[0], solved.Parameters[0],
                fromSolver.Estimates[0],
            ],
            (a, b) => Math.Abs(a - b) < 1e-7);
        Assert.Throws<ArgumentNullException>(() => StartValues.FromRealVector(null!));
    }

    [Fact]
    public void Nothing_that_a_fit_hands_out_can_be_changed()
    {
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a*x + b*c"), X, Y, [1, 1, 1], new() { Strategy = FitStrategy.Search });
        object[] lists =
        [
            fit.Estimates, fit.StandardErrors, fit.Fitted, fit.Residuals, fit.Parameters, fit.Attempts, fit.Diagnoses,
            fit.Attempts[0].Start, fit.Attempts[0].Estimates, fit.Diagnoses[0].Parameters,
        ];
        Assert.All(lists, list => Assert.False(
            list is Array or System.Collections.IList { IsReadOnly: false } or List<FitAttempt>));
    }

    [Fact]
    public void Parts_of_a_fit_are_lines()
    {
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a*x + b"), X, Y, [1, 1], new() { Fixed = ["b"] });
        Assert.Equal("a = 2.03333 ± 0.014", fit["a"].ToString());
        Assert.Equal("b = 1 (fixed)", fit["b"].ToString());
        Assert.Equal("[1, 2.5]", new Interval(1, 2.5).ToString());
        Assert.Equal(
            "95 % confidence band (t, 3 degrees of freedom, pointwise) at 4 points", fit.ConfidenceBand(X).ToString());
        Assert.Equal("band at 1 point", new Band([1], [0], [2]).ToString());
    }
}
