using MathNet.Numerics.Distributions;

namespace MinpackNet.Fitting.Tests;

/// <summary>Joint regions of two parameters: exact ellipses, a dense grid, open ones and those at bounds.</summary>
public sealed class ContourTests
{
    private static readonly double[] X = [0, 1, 2, 3, 4, 5];
    private static readonly double[] Y = [1.1, 2.9, 5.2, 6.8, 9.1, 11.2];

    /// <summary>For a linear model the border is δᵀ C⁻¹ δ = 2 F with the covariance C of the two.</summary>
    [Theory]
    [InlineData("a + b*x", "a", "b", false)]
    [InlineData("a + b*x + c*x^2", "c", "a", false)]
    [InlineData("a + b*x + c*x^2", "b", "c", true)]
    public void Of_a_linear_model_it_is_the_ellipse(string formula, string first, string second, bool isAbsolute)
    {
        FitOptions options = new() { Sigma = [0.2], AbsoluteSigma = isAbsolute };
        Formula model = Formula.Parse(formula);
        FitResult fit = CurveFit.Fit(model, X, Y, new double[model.ParameterNames.Count], options);
        Contour contour = fit.ProfileContour(first, second, 0.9);
        int i = model.ParameterNames.ToList().IndexOf(first);
        int j = model.ParameterNames.ToList().IndexOf(second);
        double[,] c = fit.Covariance;
        double determinant = (c[i, i] * c[j, j]) - (c[i, j] * c[i, j]);
        double expected = isAbsolute
            ? ChiSquared.InvCDF(2, 0.9)
            : 2 * FisherSnedecor.InvCDF(2, fit.DegreesOfFreedom, 0.9);
        Assert.True(contour.IsClosed);
        Assert.Equal(96, contour.Points.Count);
        Assert.All(contour.Points, point =>
        {
            (double u, double v) = (point.First - fit[first].Value, point.Second - fit[second].Value);
            double form = ((c[j, j] * u * u) - (2 * c[i, j] * u * v) + (c[i, i] * v * v)) / determinant;
            Assert.Equal(expected, form, 1e-6 * expected);
        });
    }

    /// <summary>NIST's Misra1a, with noise: on a dense grid, the sum is below the limit inside alone.</summary>
    [Fact]
    public void Of_a_bent_model_it_is_the_border_on_a_dense_grid()
    {
        const int Steps = 300;
        double[] x = [77.6, 114.9, 141.1, 190.8, 239.9, 289, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760];
        double[] y =
        [
            10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.4, 75.47, 81.78,
        ];
        double[] noisy = [.. y.Select((value, i) => value + (1.5 * Math.Sin(7 * i)))];
        Formula formula = Formula.Parse("b1*(1 - exp(-b2*x))");
        FitResult fit = CurveFit.Fit(formula, x, noisy, [250, 5e-4]);
        Contour contour = fit.ProfileContour("b1", "b2");
        double limit = fit.ChiSquared
            + (2 * fit.ReducedChiSquared * FisherSnedecor.InvCDF(2, fit.DegreesOfFreedom, 0.95));
        (double left, double right) = (contour.Points.Min(p => p.First), contour.Points.Max(p => p.First));
        (double low, double high) = (contour.Points.Min(p => p.Second), contour.Points.Max(p => p.Second));
        Assert.True(contour.IsClosed);
        Assert.True(right - fit["b1"].Value > 1.3 * (fit["b1"].Value - left), "the region is bent");
        Assert.All(contour.Points, point => Assert.Equal(limit, SumAt(point), 1e-6 * limit));
        int wrong = 0;
        int inside = 0;
        for (int i = 0; i <= Steps; i++)
        {
            for (int k = 0; k <= Steps; k++)
            {
                (double across, double up) = ((1.2 * i / Steps) - 0.1, (1.2 * k / Steps) - 0.1);
                ContourPoint point = new(left + (across * (right - left)), low + (up * (high - low)));
                bool isBelow = SumAt(point) < limit;
                wrong += IsInside(contour.Points, point) != isBelow ? 1 : 0;
                inside += isBelow ? 1 : 0;
            }
        }

        // The polygon of the points cuts off what bulges between them: of an ellipse, less than a thousandth.
        Assert.True(inside > 1000, $"{inside}");
        Assert.InRange(wrong, 0, inside / 50);

        double SumAt(ContourPoint point)
        {
            double sum = 0;
            for (int i = 0; i < x.Length; i++)
            {
                double residual = noisy[i] - (point.First * (1 - Math.Exp(-point.Second * x[i])));
                sum += residual * residual;
            }

            return sum;
        }
    }

    [Fact]
    public void It_ends_nowhere_where_the_data_leave_a_parameter_open()
    {
        double[] x = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6];
        double[] y = [1.02, 1.93, 3.08, 3.87, 5.06, 5.82];
        FitResult fit = CurveFit.Fit(Formula.Parse("V*x/(K + x)"), x, y, [50, 5]);
        Contour contour = fit.ProfileContour("V", "K");
        Assert.False(contour.IsClosed);
        Assert.Contains(contour.Points, point => double.IsPositiveInfinity(point.First));
        ContourPoint[] border = [.. contour.Points.Where(point => double.IsFinite(point.First + point.Second))];
        Assert.True(border.Length > 20);
        double limit = fit.ChiSquared
            + (2 * fit.ReducedChiSquared * FisherSnedecor.InvCDF(2, fit.DegreesOfFreedom, 0.95));
        Assert.All(border, point => Assert.Equal(
            limit,
            x.Zip(y).Sum(pair => Math.Pow(pair.Second - (point.First * pair.First / (point.Second + pair.First)), 2)),
            1e-6 * limit));
    }

    [Fact]
    public void It_runs_along_a_bound()
    {
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a + b*x"), X, Y, [1, 1], new() { Bounds = [("a", 0.99, double.PositiveInfinity)] });
        Contour contour = fit.ProfileContour("a", "b");
        Assert.Equal(0.99, contour.Points.Min(point => point.First));
        Assert.True(contour.IsClosed && contour.Points.Count(point => point.First == 0.99) == 2);
        Contour turned = fit.ProfileContour("b", "a");
        Assert.Equal(0.99, turned.Points.Min(point => point.Second));
        Assert.True(turned.IsClosed && turned.Points.Count(point => point.Second == 0.99) > 3);
    }

    /// <summary>Beside the bound, the border is where the sum of squares of a line has the limit.</summary>
    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public void It_begins_at_a_bound_that_holds_a_parameter(string first, string second)
    {
        FitResult held = CurveFit.Fit(
            Formula.Parse("a + b*x"), X, Y, [3, 1], new() { Bounds = [("a", 1.25, double.PositiveInfinity)] });
        Assert.Equal(BoundState.AtLower, held["a"].Bound);
        Contour contour = held.ProfileContour(first, second);
        double limit = held.ChiSquared
            + (2 * held.ReducedChiSquared * FisherSnedecor.InvCDF(2, held.DegreesOfFreedom, 0.95));
        Assert.True(contour.IsClosed && contour.Points.Count > 40);
        Assert.Equal(1.25, contour.Points.Min(Intercept));
        Assert.All(
            contour.Points.Where(point => Intercept(point) > 1.25),
            point => Assert.Equal(limit, X.Zip(Y).Sum(at => Math.Pow(at.Second - Line(point, at.First), 2)), 1e-6));

        double Intercept(ContourPoint point) => first == "a" ? point.First : point.Second;

        double Line(ContourPoint point, double x) =>
            Intercept(point) + (x * (first == "a" ? point.Second : point.First));
    }

    [Fact]
    public void Where_there_is_none_it_is_empty_and_bad_arguments_are_named()
    {
        Formula line = Formula.Parse("a + b*x");
        FitResult failed = CurveFit.Fit(line, X, Y, [0, 0], new() { Solver = new() { MaxEvaluations = 1 } });
        Assert.Equal("a, b: 95 %, 0 points, unknown", failed.ProfileContour("a", "b").ToString());
        FitResult fit = CurveFit.Fit(Formula.Parse("a + b*x + c*x^2"), X, Y, [0, 0, 0], new() { Fixed = ["c"] });
        Assert.Throws<ArgumentException>("second", () => fit.ProfileContour("a", "a"));
        Assert.Throws<ArgumentException>("first", () => fit.ProfileContour("c", "a"));
        Assert.Throws<ArgumentException>("second", () => fit.ProfileContour("a", "c"));
        Assert.Throws<KeyNotFoundException>(() => fit.ProfileContour("a", "q"));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => fit.ProfileContour("a", "b", 1));
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => CurveFit.Fit(
            Formula.Parse("a + b*x + c*x^2"), X, Y, [0, 0, 0]).ProfileContour("a", "b", 0.9, source.Token));
    }

    /// <summary>By the parity of crossings.</summary>
    private static bool IsInside(IReadOnlyList<ContourPoint> polygon, ContourPoint point)
    {
        bool inside = false;
        for (int i = 0; i < polygon.Count; i++)
        {
            (ContourPoint a, ContourPoint b) = (polygon[i], polygon[(i + 1) % polygon.Count]);
            inside ^= a.Second > point.Second != b.Second > point.Second
                && point.First < a.First
                    + ((b.First - a.First) * (point.Second - a.Second) / (b.Second - a.Second));
        }

        return inside;
    }
}
