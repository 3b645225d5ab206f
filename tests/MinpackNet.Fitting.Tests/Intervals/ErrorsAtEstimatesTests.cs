using MathNet.Numerics.LinearAlgebra;

namespace MinpackNet.Fitting.Tests;

/// <summary>
/// The covariance is that of the Jacobian at the estimates, also where the solver's last step still changed it: fits
/// whose data leave a parameter open.
/// </summary>
public sealed class ErrorsAtEstimatesTests
{
    // The data are steeper than any of the models can tell.
    private static readonly double[] X = [.. Enumerable.Range(1, 20).Select(i => 0.05 * i * i)];

    // Errors in units of the estimates, above which the inverse here is mostly rounding.
    private const double MostOpen = 30;

    public static TheoryData<string, double[], Func<double[], double, double>> Models => new()
    {
        {
            "d+(a-d)/(1+(c/x)^b)", [1, 1, 1, 1],
            (p, x) => p[0] + ((p[1] - p[0]) / (1 + Math.Pow(p[2] / x, p[3])))
        },
        {
            "d+(a-d)/(1+(x/c)^b)", [30, 1, 1, 1],
            (p, x) => p[0] + ((p[1] - p[0]) / (1 + Math.Pow(x / p[2], p[3])))
        },
        { "d*exp(-a*exp(-c*x))", [30, 3, 1], (p, x) => p[0] * Math.Exp(-p[1] * Math.Exp(-p[2] * x)) },
        { "d*(1-exp(-(x/a)^c))", [30, 1, 1], (p, x) => p[0] * (1 - Math.Exp(-Math.Pow(x / p[1], p[2]))) },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void They_are_those_of_the_Jacobian_there(
        string formula, double[] start, Func<double[], double, double> value)
    {
        string[] names = start.Length == 4 ? ["d", "a", "c", "b"] : ["d", "a", "c"];
        int compared = 0;
        for (int seed = 0; seed < 20; seed++)
        {
#pragma warning disable CA5394 // Cases that can be repeated.
            Random random = new(seed);
            double[] y = [.. X.Select(x => 5 + (30 / (1 + Math.Pow(0.3 / x, 4))) + (14 * (random.NextDouble() - 0.5)))];
#pragma warning restore CA5394
            FitResult fit = CurveFit.Fit(Formula.Parse(formula), X, y, [.. names.Zip(start)]);
            double[] estimates = [.. fit.Estimates];
            bool isOpen = fit.StandardErrors.Zip(estimates)
                .Any(pair => !(pair.First < MostOpen * Math.Abs(pair.Second)));
            if (!fit.Converged || isOpen)
            {
                continue;
            }

            Matrix<double> jacobian = Matrix<double>.Build.Dense(
                X.Length, start.Length, (i, j) => Derivative(p => value(p, X[i]), estimates, j));
            Matrix<double> covariance = jacobian.TransposeThisAndMultiply(jacobian).Inverse() * fit.ReducedChiSquared;
            for (int j = 0; j < start.Length; j++)
            {
                double expected = Math.Sqrt(covariance[j, j]);
                Assert.Equal(expected, fit.StandardErrors[j], 1e-4 * expected);
            }

            compared++;
        }

        Assert.InRange(compared, 10, 20);
    }

    [Theory]
    [InlineData(1e-199)]
    [InlineData(1e-157)]
    [InlineData(1e157)]
    [InlineData(1e199)]
    public void They_are_known_where_their_squares_are_out_of_range(double unit)
    {
        double[] x = [1, 2, 3, 5, 8, 12, 20];
        double[] y = [2.4, 4.1, 5.1, 6.2, 7.4, 7.9, 8.8];
        Formula saturation = Formula.Parse("v/(1 + k/x)");
        FitResult one = CurveFit.Fit(saturation, x, y, [("v", 10), ("k", 6)]);
        FitResult far = CurveFit.Fit(
            saturation, Array.ConvertAll(x, value => value * unit), y, [("v", 10), ("k", 6 * unit)]);
        Assert.True(far.Succeeded);
        Assert.Equal(one["k"].StandardError, far["k"].StandardError / unit, 1e-6);
        Assert.Equal(one.Correlation[0, 1], far.Correlation[0, 1], 1e-6);
        Assert.Equal(1, far.Correlation[1, 1]);
        Assert.True(far["k"].IsDetermined);
    }

    /// <summary>By central differences of three steps, extrapolated (Richardson).</summary>
    private static double Derivative(Func<double[], double> function, double[] at, int j)
    {
        double step = 1e-3 * Math.Abs(at[j]);
        return ((64 * Central(step / 4)) - (20 * Central(step / 2)) + Central(step)) / 45;

        double Central(double h)
        {
            double[] up = [.. at];
            double[] down = [.. at];
            (up[j], down[j]) = (at[j] + h, at[j] - h);
            return (function(up) - function(down)) / (2 * h);
        }
    }
}
