namespace MinpackNet.Fitting.Tests;

/// <summary>Standard errors by differences are right also for a parameter that ends near zero.</summary>
public sealed class DifferenceStepTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1e-300)]
    [InlineData(1e-15)]
    [InlineData(1e-12)]
    [InlineData(-1e-12)]
    [InlineData(1e-9)]
    [InlineData(1e-6)]
    [InlineData(1e-3)]
    public void A_line_through_almost_zero_has_the_errors_of_linear_algebra(double f)
    {
        foreach (FitStrategy strategy in Enum.GetValues<FitStrategy>())
        {
            FitResult fit = CurveFit.Fit(
                (b, x) => b[0] + (b[1] * x),
                [0, 1, 2],
                [0, 1 + f, 2],
                [0.5, 0.5],
                new() { Sigma = [1], AbsoluteSigma = true, Strategy = strategy });
            Assert.Equal(0.912871, fit.StandardErrors[0], 1e-6);
            Assert.Equal(0.707107, fit.StandardErrors[1], 1e-6);
        }
    }

    /// <summary>Curves with a parameter that is zero in truth, x, the truth, and a start.</summary>
    public static TheoryData<string, double[], double[]> Zeros => new()
    {
        { "a + b*x + c*x^2", [1, 2, 0], [0.5, 0.5, 0.5] },
        { "a + b*x + c*x^2", [0, 0, 3], [1, 1, 1] },
        { "a*exp(-b*x) + c", [2, 0.7, 0], [1, 1, 1] },
        { "a*exp(-b*x) + c", [2, 0.7, 0], [1, 1, 0] },
        { "a*exp(-b*(x - c)^2)", [3, 1, 0], [2, 2, 0.3] },
        { "a*sin(b*x + c)", [2, 1.2, 0], [1.5, 1.1, 0.2] },
        { "a*sin(b*x + c)", [2, 1.2, 0], [1.5, 1.1, -3e-9] },
        { "1e6*a + 1e-6*b*x", [0, 1e6], [1e-6, 1] },
    };

    [Theory]
    [MemberData(nameof(Zeros))]
    public void Errors_by_differences_are_those_of_exact_derivatives(string text, double[] truth, double[] start)
    {
        double[] x = [-3, -2.5, -2, -1.4, -1, -0.6, 0, 0.5, 1, 1.5, 2, 2.6, 3];
        double[] noise = [3, -1, -4, 1, 5, -9, 2, 6, -5, 3, -5, 8, -4];
        Formula formula = Formula.Parse(text);
        foreach (double size in new[] { 0, 1e-12, 1e-3 })
        {
            double[] y = [.. x.Zip(noise, (at, e) => formula.Evaluate(truth, at) + (size * e))];
            FitOptions options = new() { Sigma = [0.1], AbsoluteSigma = true };
            FitResult exact = CurveFit.Fit(formula, x, y, start, options);
            FitResult byDifferences = CurveFit.Fit((b, at) => formula.Evaluate(b, at), x, y, start, options);
            Assert.All(
                exact.StandardErrors.Zip(byDifferences.StandardErrors),
                pair => Assert.Equal(1, pair.Second / pair.First, 2e-5));
        }
    }

    [Fact]
    public void A_plateau_far_from_the_start_stays_one()
    {
        // At b = 900 the curve is 0 from the first point on: no step within the curve's own scale changes that.
        FitResult fit = CurveFit.Fit(
            (b, x) => b[0] + Math.Exp(-b[1] * x), [1, 2, 3, 4], [1, 1.1, 0.9, 1], [1, 900]);
        Assert.NotEmpty(fit.Diagnoses);
        Assert.Equal(double.PositiveInfinity, fit.StandardErrors[1]);
    }

    [Fact]
    public void The_search_certifies_a_fit_whose_parameter_is_zero()
    {
        double[] x = [0, 1, 2, 3, 4, 5];
        FitResult fit = CurveFit.Fit(
            (b, at) => b[0] + (b[1] * at),
            x,
            [0.01, 0.99, 2.02, 2.98, 4.01, 4.99],
            [0.5, 0.5],
            new() { Strategy = FitStrategy.Search });
        Assert.True(fit.IsCertified, fit.ToString());
    }

    /// <summary>
    /// Curves around an offset of x, observations, a start, and the standard errors by scipy's least_squares at offset
    /// 0.
    /// </summary>
    private static readonly (CurveFunction Model, double[] Y, double[] Start, double[] Errors)[] Located =
    [
        (
            (p, x) => (p[0] * Math.Exp(-Square((x - p[1]) / p[2]))) + p[3],
            [
                1.032, 1.196, 1.357, 1.674, 2.169, 2.868, 3.636, 4.456, 5.275, 5.834, 6.033, 5.804, 5.321, 4.505, 3.624,
                2.78, 2.185, 1.679, 1.357, 1.178, 1.116,
            ],
            [4, 2, 8, 0],
            [0.01772723, 0.02155452, 0.05150589, 0.01569269]),
        (
            (p, x) => p[0] / (1 + Math.Exp(-(x - p[1]) / p[2])),
            [
                0.014, 0.109, 0.132, 0.207, 0.33, 0.527, 0.709, 0.957, 1.359, 1.802, 2.284, 2.749, 3.288, 3.672, 3.998,
                4.231, 4.501, 4.629, 4.733, 4.821, 4.915,
            ],
            [4, 2, 8],
            [0.02072188, 0.07638663, 0.05866597]),
        (
            (p, x) => (p[0] * Math.Exp(-(x - p[1]) / p[2])) + (p[3] * Math.Sin((x - p[1]) / 3)),
            [
                36.511, 30.528, 25.549, 21.245, 17.342, 13.811, 10.67, 8.169, 6.501, 5.519, 5.033, 4.712, 4.383, 3.67,
                2.691, 1.589, 0.749, 0.209, 0.166, 0.529, 1.075,
            ],
            [4, 0.2, 8, 1],
            [0.01568601, 0.02517987, 0.008811121, 0.008733396]),
        (
            (p, x) => p[0] / (1 + Square((x - p[1]) / p[2])),
            [
                0.208, 0.324, 0.369, 0.47, 0.629, 0.885, 1.179, 1.657, 2.514, 3.706, 4.841, 4.808, 3.736, 2.517, 1.676,
                1.119, 0.856, 0.619, 0.47, 0.38, 0.348,
            ],
            [4, 2, 8],
            [0.02156876, 0.02107971, 0.03048112]),
    ];

    /// <summary>The curves, and day numbers and larger offsets.</summary>
    public static TheoryData<int, double> Offsets => new(
        from curve in Enumerable.Range(0, Located.Length)
        from offset in new[] { 0, 2020, 45000, -738000, 738000, 2459000, 1e7 }
        select (curve, offset));

    [Theory]
    [MemberData(nameof(Offsets))]
    public void A_place_far_from_zero_has_the_errors_of_one_near_it(int curve, double offset)
    {
        (CurveFunction model, double[] y, double[] near, double[] errors) = Located[curve];
        double[] x = [.. y.Select((_, i) => offset + (2 * (i - 10)))];
        double[] start = [.. near.Select((value, k) => k == 1 ? offset + value : value)];
        foreach ((FitStrategy strategy, double tolerance) in
            new[] { (FitStrategy.Plain, 5e-4), (FitStrategy.Search, 2e-6) })
        {
            FitResult fit = CurveFit.Fit(model, x, y, start, new() { Strategy = strategy });
            Assert.All(
                fit.StandardErrors.Zip(errors), pair => Assert.Equal(1, pair.First / pair.Second, tolerance));
            Assert.Equal(strategy == FitStrategy.Search, fit.IsCertified);
            Assert.Empty(fit.Diagnoses);
        }
    }

    /// <summary>Distances from the edge, and the standard errors of a and b in closed form at the truth.</summary>
    [Theory]
    [InlineData(1e-3)]
    [InlineData(1e-6)]
    [InlineData(1e-9)]
    [InlineData(1e-12)]
    public void A_root_next_to_its_edge_has_the_errors_of_its_derivatives(double b)
    {
        // The derivatives by a are sqrt(x + b), those by b are 1 / sqrt(x + b), at a = 2: the matrix of their products
        // is [10 + 5b, 5; 5, 1/b + 1/(1 + b) + 1/(2 + b) + 1/(3 + b) + 1/(4 + b)].
        double corner = (1 / b) + (1 / (1 + b)) + (1 / (2 + b)) + (1 / (3 + b)) + (1 / (4 + b));
        double determinant = ((10 + (5 * b)) * corner) - 25;
        double[] x = [0, 1, 2, 3, 4];
        FitOptions options = new() { Sigma = [0.01], AbsoluteSigma = true };
        FitResult fit = CurveFit.Fit(
            (p, at) => p[0] * Math.Sqrt(at + p[1]), x, [.. x.Select(at => 2 * Math.Sqrt(at + b))], [2, b], options);
        Assert.Equal(1, fit.StandardErrors[0] / (0.01 * Math.Sqrt(corner / determinant)), 1e-5);
        Assert.Equal(1, fit.StandardErrors[1] / (0.01 * Math.Sqrt((10 + (5 * b)) / determinant)), 1e-5);
        Assert.Equal(
            b < 1e-7, fit.Diagnoses.Any(diagnosis => diagnosis.Kind == DiagnosisKind.DomainEdge));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(45000)]
    [InlineData(738000)]
    public void A_kink_does_not_shorten_the_steps(double offset)
    {
        // |x - 2| at the kink itself, where only one of five points has no derivative: the mean of both sides is 0. The
        // others have derivatives 1, 1, -1, -1, so the matrix is [5, 0; 0, 4].
        double[] x = [offset, offset + 1, offset + 2, offset + 3, offset + 4];
        FitResult fit = CurveFit.Fit(
            (p, at) => p[0] + Math.Abs(at - p[1]),
            x,
            [2, 1, 0, 1, 2],
            [0, offset + 2],
            new() { Sigma = [1], AbsoluteSigma = true });
        Assert.Equal(0.4472136, fit.StandardErrors[0], 1e-6);
        Assert.Equal(0.5, fit.StandardErrors[1], 1e-6);
    }

    [Fact]
    public void The_band_at_the_top_of_a_distant_peak_is_that_of_its_height()
    {
        // At the top, the curve does not depend on place or width, so only the errors of a and c, and their covariance,
        // make the band: at offset 0 and at 738000 alike.
        double[] widths = [.. new double[] { 0, 738000 }.Select(offset =>
        {
            (CurveFunction model, double[] y, double[] near, _) = Located[0];
            double[] x = [.. y.Select((_, i) => offset + (2 * (i - 10)))];
            FitResult fit = CurveFit.Fit(
                model,
                x,
                y,
                [near[0], offset + near[1], near[2], near[3]],
                new() { Strategy = FitStrategy.Search });
            Band band = fit.ConfidenceBand(new double[] { fit.Estimates[1] });
            return band.Upper[0] - band.Lower[0];
        })];
        Assert.Equal(1, widths[1] / widths[0], 1e-4);
    }

    private static double Square(double value) => value * value;
}
