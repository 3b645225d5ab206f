namespace MinpackNet.Tests;

/// <summary>What a curve fit makes of the uncertainty of its data, and of NaN and infinity among them.</summary>
public sealed class CurveFitDataTests
{
    private static readonly double[] Deviations = [0.1, 0.2, 0.15, 0.3, 0.1, 0.25];

    private static readonly double[] T = Decay.Times;
    private static readonly double[] Y = Decay.Values;

    public static TheoryData<bool, bool> Choices =>
        [new(false, false), new(false, true), new(true, false), new(true, true)];

    [Theory]
    [MemberData(nameof(Choices))]
    public void One_deviation_and_equal_deviations_and_a_multiple_of_the_unit_matrix_are_the_same(
        bool absolute, bool hasJacobian)
    {
        CurveFitResult scalar = Fit(0.5, absolute, hasJacobian);
        CurveFitResult vector = Fit(Array.ConvertAll(T, _ => 0.5), absolute, hasJacobian);
        CurveFitResult matrix = Fit(TestMatrices.Of(6, 6, (i, j) => i == j ? 0.25 : 0), absolute, hasJacobian);
        Assert.Equal(scalar.Popt, vector.Popt);
        Assert.Equal(scalar.Pcov, vector.Pcov);
        AssertSame(scalar, matrix);
    }

    [Theory]
    [MemberData(nameof(Choices))]
    public void Deviations_and_the_diagonal_matrix_of_their_squares_are_the_same(bool absolute, bool hasJacobian)
    {
        CurveFitResult vector = Fit(Deviations, absolute, hasJacobian);
        CurveFitResult matrix = Fit(
            TestMatrices.Of(6, 6, (i, j) => i == j ? Deviations[i] * Deviations[i] : 0), absolute, hasJacobian);
        AssertSame(vector, matrix);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Correlated_data_are_fitted_as_their_uncorrelated_combinations(bool hasJacobian)
    {
        // Each residual is its own noise plus half of its neighbor's: L has 1 and 1/2, and the covariance is L Lᵀ.
        double[,] factor = TestMatrices.Of(6, 6, (i, j) => i == j ? 1 : i == j + 1 ? 0.5 : 0);
        double[,] covariance = TestMatrices.Of(
            6, 6, (i, j) => Enumerable.Range(0, 6).Sum(k => factor[i, k] * factor[j, k]));
        CurveFitResult fit = Fit(covariance, absoluteSigma: true, hasJacobian);
        LeastSquaresResult byHand = LeastSquares.Solve(
            Decay.Start,
            6,
            (b, r) =>
            {
                Decay.Residuals(b, r);
                for (int i = 1; i < 6; i++)
                {
                    r[i] -= 0.5 * r[i - 1];
                }
            });

        for (int i = 0; i < 2; i++)
        {
            // Within the default tolerance; differences instead of derivatives change the covariance in the 7th digit.
            Assert.Equal(byHand.Parameters[i], fit.Popt[i], 1e-7);
            Assert.Equal(byHand.UnscaledCovariance![i, 0], fit.Pcov[i, 0], 1e-6);
        }

        Assert.Equal(byHand.Residuals[5], fit.InfoDict.Fvec[5], 1e-6);
    }

    [Fact]
    public void Only_the_lower_triangle_of_a_covariance_is_read()
    {
        CurveFitResult whole = Fit(TestMatrices.Of(6, 6, (i, j) => i == j ? 0.12 : 0.02));
        CurveFitResult lower = Fit(TestMatrices.Of(6, 6, (i, j) => i == j ? 0.12 : i > j ? 0.02 : double.NaN));
        Assert.Equal(whole.Popt, lower.Popt);
    }

    [Fact]
    public void Absolute_errors_give_the_covariance_as_it_is_and_weights_give_it_times_the_reduced_chi_squared()
    {
        CurveFitResult absolute = Fit(Deviations, absoluteSigma: true);
        CurveFitResult relative = Fit(Deviations);
        double chiSquared = absolute.InfoDict.Fvec.Sum(r => r * r);
        Assert.Equal(absolute.Popt, relative.Popt);
        for (int i = 0; i < 2; i++)
        {
            double expected = absolute.Pcov[i, i] * chiSquared / (6 - 2);
            Assert.Equal(expected, relative.Pcov[i, i], 1e-14 * expected); // one rounding more or less
        }
    }

    [Fact]
    public void Weights_that_are_multiplied_by_a_number_change_nothing_unless_they_are_absolute()
    {
        CurveFitResult once = Fit(Deviations);
        CurveFitResult fourfold = Fit(Array.ConvertAll(Deviations, deviation => 4 * deviation));
        Assert.Equal(once.Popt, fourfold.Popt); // a power of two is exact
        Assert.Equal(once.Perr, fourfold.Perr);
        CurveFitResult absolute = Fit(Deviations, absoluteSigma: true);
        CurveFitResult absoluteFourfold =
            Fit(Array.ConvertAll(Deviations, deviation => 4 * deviation), absoluteSigma: true);
        Assert.Equal(4 * absolute.Perr[0], absoluteFourfold.Perr[0], 1e-14);
    }

    [Fact]
    public void A_datum_of_large_uncertainty_hardly_counts()
    {
        double[] y = [.. Y];
        y[3] = 100;
        double[] deviations = Array.ConvertAll(T, t => t == 3 ? 1e9 : 1);
        CurveFitResult spoiled = Optimize.CurveFit(Model, T, y, Decay.Start, deviations);
        CurveFitResult without = Optimize.CurveFit(Model, Without(T, 3), Without(Y, 3), Decay.Start);
        Assert.Equal(without.Popt[0], spoiled.Popt[0], 1e-7); // the default tolerance is 1.5e-8
        Assert.Equal(without.Popt[1], spoiled.Popt[1], 1e-7);
    }

    [Fact]
    public void Sigma_is_copied()
    {
        double[] deviations = [.. Deviations];
        Sigma sigma = deviations;
        Array.Clear(deviations);
        Assert.Equal(Fit(Deviations).Popt, Fit(sigma).Popt);
        Assert.Equal(Fit(Deviations).Popt, Fit(Sigma.FromDeviations(Deviations)).Popt);
        double[,] covariance = TestMatrices.Of(6, 6, (i, j) => i == j ? 0.12 : 0.02);
        Assert.Equal(Fit(covariance).Popt, Fit(Sigma.FromCovariance(covariance)).Popt);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Without_a_policy_data_must_be_finite(double value)
    {
        AssertRefused("ydata", 4, () => Optimize.CurveFit(Model, T, With(Y, 4, value), Decay.Start));
        AssertRefused("xdata", 2, () => Optimize.CurveFit(Model, With(T, 2, value), Y, Decay.Start));
    }

    [Fact]
    public void NaN_is_found_in_points_that_are_arrays_and_in_matrices()
    {
        double[][] points = [.. T.Select(t => new[] { 1, t })];
        points[5][1] = double.NaN;
        AssertRefused("xdata", 5, () => Optimize.CurveFit((double[] x, double[] p) => p[0] * x[1], points, Y, [1]));
        double[,] matrix = TestMatrices.Of(2, 6, (k, i) => k == 1 && i == 3 ? double.NaN : 1);
        AssertRefused("xdata", 3, () => Optimize.CurveFit((double[,] x, double[] p) => new double[6], matrix, Y, [1]));
    }

    [Fact]
    public void Without_checks_an_infinite_x_is_the_models_business()
    {
        double[] x = With(T, 5, double.PositiveInfinity);
        CurveFitResult fit = Optimize.CurveFit(Model, x, Y, Decay.Start, checkFinite: false);
        Assert.Equal(-Y[5], fit.InfoDict.Fvec[5]); // exp(-∞) is zero
    }

    [Fact]
    public void The_policy_to_raise_refuses_NaN_and_leaves_infinity_to_the_model()
    {
        AssertRefused(
            "ydata",
            1,
            () => Optimize.CurveFit(Model, T, With(Y, 1, double.NaN), Decay.Start, nanPolicy: NanPolicy.Raise));
        AssertRefused(
            "xdata",
            1,
            () => Optimize.CurveFit(Model, With(T, 1, double.NaN), Y, Decay.Start, nanPolicy: NanPolicy.Raise));
        double[] x = With(T, 5, double.PositiveInfinity);
        Assert.Equal(
            -Y[5], Optimize.CurveFit(Model, x, Y, Decay.Start, nanPolicy: NanPolicy.Raise).InfoDict.Fvec[5]);
    }

    [Fact]
    public void A_check_that_is_asked_for_comes_before_the_policy() => AssertRefused(
        "ydata",
        1,
        () => Optimize.CurveFit(
            Model, T, With(Y, 1, double.NaN), Decay.Start, checkFinite: true, nanPolicy: NanPolicy.Omit));

    [Theory]
    [MemberData(nameof(Choices))]
    public void Omitted_points_take_their_deviations_along(bool absolute, bool hasJacobian)
    {
        CurveFitResult omitted = Fit(With(T, 1, double.NaN), With(Y, 4, double.NaN), Deviations, absolute, hasJacobian);
        CurveFitResult clean =
            Fit(Without(T, 1, 4), Without(Y, 1, 4), Without(Deviations, 1, 4), absolute, hasJacobian);
        Assert.Equal(clean.Popt, omitted.Popt);
        Assert.Equal(clean.Pcov, omitted.Pcov);
        Assert.Equal(4, omitted.InfoDict.Fvec.Length);
    }

    [Theory]
    [MemberData(nameof(Choices))]
    public void Omitted_points_take_their_rows_and_columns_of_the_covariance_along(bool absolute, bool hasJacobian)
    {
        double[,] covariance =
            TestMatrices.Of(6, 6, (i, j) => i == j ? 0.1 + (0.02 * i) : 0.03 / (1 + Math.Abs(i - j)));
        int[] kept = [0, 2, 3, 5];
        double[,] ofKept = TestMatrices.Of(4, 4, (i, j) => covariance[kept[i], kept[j]]);
        CurveFitResult omitted = Fit(With(T, 1, double.NaN), With(Y, 4, double.NaN), covariance, absolute, hasJacobian);
        CurveFitResult clean = Fit(Without(T, 1, 4), Without(Y, 1, 4), ofKept, absolute, hasJacobian);
        Assert.Equal(clean.Popt, omitted.Popt);
        Assert.Equal(clean.Pcov, omitted.Pcov);
    }

    [Fact]
    public void Omission_with_one_deviation_for_all_and_without_any_is_a_fit_of_the_rest()
    {
        CurveFitResult clean = Optimize.CurveFit(Model, Without(T, 3), Without(Y, 3), Decay.Start);
        CurveFitResult plain = Optimize.CurveFit(
            Model, T, With(Y, 3, double.NaN), Decay.Start, nanPolicy: NanPolicy.Omit);
        CurveFitResult scalar = Optimize.CurveFit(
            Model, T, With(Y, 3, double.NaN), Decay.Start, sigma: 1, nanPolicy: NanPolicy.Omit);
        Assert.Equal(clean.Popt, plain.Popt);
        Assert.Equal(clean.Popt, scalar.Popt);
        Assert.Equal(clean.Pcov, plain.Pcov);
    }

    [Fact]
    public void Points_of_a_type_that_cannot_be_omitted_are_named_with_the_form_that_can()
    {
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => Optimize.CurveFit(
            ((double[] T, double[] U) x, double[] p) => Array.ConvertAll(x.T, t => Model(t, p[0], p[1])),
            (T, T),
            With(Y, 3, double.NaN),
            Decay.Start,
            nanPolicy: NanPolicy.Omit));
        Assert.Equal("xdata", thrown.ParamName);
        Assert.Contains("double[k, m]", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_that_are_arrays_or_columns_can_be_omitted()
    {
        double[] y = With(Y, 3, double.NaN);
        double[] expected = Optimize.CurveFit(Model, Without(T, 3), Without(Y, 3), Decay.Start).Popt;
        Assert.Equal(expected, Optimize.CurveFit(
            (double[] x, double a, double b) => Model(x[0], a, b),
            [.. T.Select(t => new[] { t })],
            y,
            Decay.Start,
            nanPolicy: NanPolicy.Omit).Popt);
        Assert.Equal(expected, Optimize.CurveFit(
            (double[,] x, double[] p) =>
                [.. Enumerable.Range(0, x.GetLength(1)).Select(i => Model(x[1, i], p[0], p[1]))],
            TestMatrices.Of(2, 6, (k, i) => k * T[i]),
            y,
            Decay.Start,
            nanPolicy: NanPolicy.Omit).Popt);
    }

    [Fact]
    public void Points_that_are_tuples_can_be_omitted()
    {
        double[] expected = Optimize.CurveFit(Model, Without(T, 3), Without(Y, 3), Decay.Start).Popt;
        Assert.Equal(expected, Optimize.CurveFit(
            ((double Time, int Number) x, double a, double b) => Model(x.Time, a, b),
            [.. T.Select((t, i) => (t, i))],
            With(Y, 3, double.NaN),
            Decay.Start,
            nanPolicy: NanPolicy.Omit).Popt);
    }

    [Fact]
    public void Points_of_an_unknown_container_cannot_be_omitted_and_the_exception_says_so()
    {
        ArgumentException exception = Assert.ThrowsAny<ArgumentException>(() => Optimize.CurveFit(
            ((double[] X, int Unused) data, double[] p) => Array.ConvertAll(data.X, t => Model(t, p[0], p[1])),
            (T, 0),
            With(Y, 3, double.NaN),
            Decay.Start,
            nanPolicy: NanPolicy.Omit));
        Assert.Equal("xdata", exception.ParamName);
        Assert.Contains("before the fit", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void When_all_points_are_omitted_there_are_no_data()
    {
        double[] y = Array.ConvertAll(Y, _ => double.NaN);
        Assert.Equal("ydata", Assert.ThrowsAny<ArgumentException>(
            () => Optimize.CurveFit(Model, T, y, Decay.Start, nanPolicy: NanPolicy.Omit)).ParamName);
    }

    private static double Model(double t, double a, double b) => a * Math.Exp(-b * t);

    private static CurveFitResult Fit(Sigma sigma, bool absoluteSigma = false, bool hasJacobian = false) =>
        Fit(T, Y, sigma, absoluteSigma, hasJacobian);

    private static CurveFitResult Fit(double[] x, double[] y, Sigma sigma, bool absoluteSigma, bool hasJacobian) =>
        Optimize.CurveFit(
            Model,
            x,
            y,
            Decay.Start,
            sigma,
            absoluteSigma,
            nanPolicy: NanPolicy.Omit,
            jac: hasJacobian ? (t, p) => [Math.Exp(-p[1] * t), -p[0] * t * Math.Exp(-p[1] * t)] : null);

    private static double[] With(double[] data, int index, double value) =>
        [.. data.Select((datum, i) => i == index ? value : datum)];

    private static double[] Without(double[] data, params int[] indices) =>
        [.. data.Where((_, i) => !indices.Contains(i))];

    private static void AssertRefused(string argument, int index, Action fit)
    {
        ArgumentException exception = Assert.ThrowsAny<ArgumentException>(fit);
        Assert.Equal(argument, exception.ParamName);
        Assert.Contains($"Point {index} of {argument}", exception.Message, StringComparison.Ordinal);
    }

    private static void AssertSame(CurveFitResult expected, CurveFitResult actual)
    {
        for (int i = 0; i < 2; i++)
        {
            // Weights that are rounded once more or less, on the same path; of the difference quotients they change the
            // eighth digit.
            Assert.Equal(expected.Popt[i], actual.Popt[i], 1e-8);
            Assert.Equal(expected.Perr[i], actual.Perr[i], 1e-7);
            Assert.Equal(expected.Pcov[i, 1 - i], actual.Pcov[i, 1 - i], 1e-7);
        }

        Assert.Equal((expected.Ier, expected.InfoDict.Nfev), (actual.Ier, actual.InfoDict.Nfev));
    }

    [Fact]
    public void NaN_in_a_tuple_is_found()
    {
        (double A, double B)[] points = [(1, double.NaN), (1, 2), (3, 4), (5, 7), (2, 8), (1, 1)];
        double[] sums = [1, 3, 7, 12, 10, 2];
        ArgumentException refused = Assert.Throws<ArgumentException>(
            "xdata", () => Optimize.CurveFit((q, a, b) => (a * q.A) + (b * q.B), points, sums));
        Assert.StartsWith("Point 0 of xdata contains NaN.", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("xdata", () => Optimize.CurveFit(
            (q, a, b) => (a * q.A) + (b * q.B), points, sums, nanPolicy: NanPolicy.Raise));
        CurveFitResult left = Optimize.CurveFit(
            (q, a, b) => (a * q.A) + (b * q.B), points, sums, nanPolicy: NanPolicy.Omit);
        Assert.Equal([1, 1], left.Popt, (a, b) => Math.Abs(a - b) < 1e-7);
        Assert.Equal(5, left.InfoDict.Fvec.Length);
    }

    [Fact]
    public void NaN_in_parts_of_points_is_found()
    {
        (int N, (float F, double[] D) Inner)[] nested = [(1, (2, [double.NaN])), (1, (1, [1])), (2, (3, [4]))];
        CurveFitResult omitted = Optimize.CurveFit(
            (q, a) => a * q.Inner.D[0], nested, [1.0, 2, 8], nanPolicy: NanPolicy.Omit);
        Assert.Equal(2, omitted.Popt[0], 1e-7);
        nested[0] = (1, (float.NaN, [1]));
        Assert.Throws<ArgumentException>(
            "xdata", () => Optimize.CurveFit((q, a) => a * q.Inner.D[0], nested, [1.0, 2, 8]));
        float[][] rows = [[float.NaN], [1], [4]];
        Assert.Throws<ArgumentException>("xdata", () => Optimize.CurveFit((q, a) => a * q[0], rows, [1.0, 2, 8]));
    }

    [Fact]
    public void NaN_in_lists_and_tuples_of_arrays_is_found()
    {
        double[] ones = [1, 1, 1];
        double[] bad = [1, double.NaN, 1];
        float[] single = [1, float.NaN, 2];
        List<double> list = [1, double.NaN, 2];
        double[] y = [1, 2, 2];
        Assert.Throws<ArgumentException>("xdata", () => Optimize.CurveFit(
            ((double[] A, double[] B) x, double[] p) => Array.ConvertAll(x.A, a => a * p[0]), (ones, bad), y, [1]));
        Assert.Throws<ArgumentException>("xdata", () => Optimize.CurveFit(
            (List<double> x, double[] p) => [.. x.Select(v => v * p[0])], list, y, [1]));
        Assert.Equal(1, Optimize.CurveFit(
            (List<double> x, double[] p) => [.. x.Select(v => v * p[0])], list, y, [2], nanPolicy: NanPolicy.Omit)
            .Popt[0], 1e-7);
        Assert.Equal(1, Optimize.CurveFit(
            (float[] x, double[] p) => [.. x.Select(v => v * p[0])], single, y, [2], nanPolicy: NanPolicy.Omit)
            .Popt[0], 1e-7);
        ArgumentException tuple = Assert.Throws<ArgumentException>("xdata", () => Optimize.CurveFit(
            ((double[] A, double[] B) x, double[] p) => Array.ConvertAll(x.A, a => a * p[0]),
            (ones, bad),
            y,
            [1],
            nanPolicy: NanPolicy.Omit));
        Assert.Contains("cannot be left out. Remove those with NaN", tuple.Message, StringComparison.Ordinal);
    }
}
