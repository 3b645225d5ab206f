namespace MinpackNet.Tests;

/// <summary>Calls as people write them, with the data that they have.</summary>
public sealed class CallFormTests
{
    private static readonly double[] X = [1, 2, 3];
    private static readonly double[] Y = [3, 4, 5];
    private static readonly int[] Counts = [3, 4, 5];
    private static readonly float[] Readings = [3, 4, 5];
    private static readonly decimal[] Prices = [3, 4, 5];
    private static readonly int[] Steps = [1, 2, 3];
    private static readonly float[] Times = [1, 2, 3];
    private static readonly double[] Deviations = [.1, .2, .1];
    private static readonly float[] Weights = [1, 2, 1];

    [Fact]
    public void Observations_may_be_numbers_of_any_type_in_any_list()
    {
        double[] expected = [1.8571429];
        Assert.Equal(expected, Rounded(Optimize.CurveFit((t, a) => a * t, X, Y)));
        Assert.Equal(expected, Rounded(Optimize.CurveFit((t, a) => a * t, X, Readings)));
        Assert.Equal(expected, Rounded(Optimize.CurveFit((t, a) => a * t, X, Counts)));
        Assert.Equal(expected, Rounded(Optimize.CurveFit((t, a) => a * t, X, Prices)));
        Assert.Equal(expected, Rounded(Optimize.CurveFit((t, a) => a * t, X, [3.0, 4, 5])));
        Assert.Equal(expected, Rounded(Optimize.CurveFit((t, a) => a * t, X, new List<double>(Y))));
        Assert.Equal(expected, Rounded(Optimize.CurveFit((t, a) => a * t, X, Array.AsReadOnly(Y))));
        Assert.Equal(expected, Rounded(Optimize.CurveFit((t, a) => a * t, new List<double>(X), Y)));
        Assert.Equal(expected, Rounded(Optimize.CurveFit((t, a) => a * t, Steps, Y)));
        Assert.Equal(expected, Rounded(Optimize.CurveFit((t, a) => a * t, Times, Y)));
        Assert.Equal(expected, Rounded(Optimize.CurveFit((t, p) => p[0] * t, X, Counts, [1])));
        Assert.Equal(
            expected,
            Rounded(Optimize.CurveFit((t, p) => Array.ConvertAll(t, v => p[0] * v), X, Readings, [1])));
    }

    [Fact]
    public void Sigma_may_be_a_list_of_any_kind_or_nothing()
    {
        double[] expected = [1.8181818];
        double[]? none = null;
        List<double> list = [.1, .2, .1];
        Assert.Equal(expected, Rounded(Optimize.CurveFit((t, a) => a * t, X, Y, p0: [1], sigma: [.1, .2, .1])));
        Assert.Equal(expected, Rounded(Optimize.CurveFit((t, a) => a * t, X, Y, sigma: Deviations)));
        Assert.Equal(expected, Rounded(Optimize.CurveFit((t, a) => a * t, X, Y, sigma: Weights)));
        Assert.Equal(expected, Rounded(Optimize.CurveFit((t, a) => a * t, X, Y, sigma: list)));
        Assert.Equal([1.8571429], Rounded(Optimize.CurveFit((t, a) => a * t, X, Y, sigma: none)));
        Assert.Equal([1.8571429], Rounded(Optimize.CurveFit((t, a) => a * t, X, Y, sigma: 0.1)));
    }

    /// <summary>SciPy 1.14: curve_fit(lambda t, a: a*t, x, y, sigma=[.1, inf, .1], absolute_sigma=True).</summary>
    [Fact]
    public void Infinity_in_sigma_means_no_weight()
    {
        CurveFitResult fit = Optimize.CurveFit(
            (t, a) => a * t, X, Y, sigma: [.1, double.PositiveInfinity, .1], absoluteSigma: true);
        Assert.Equal([1.8], Rounded(fit));
        Assert.Equal(0.001, fit.Pcov[0, 0], 1e-9);
        ArgumentException all = Assert.Throws<ArgumentException>(() => Optimize.CurveFit(
            (t, a) => a * t, X, Y, sigma: [.. X.Select(_ => double.PositiveInfinity)]));
        Assert.StartsWith("All standard deviations are infinite", all.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Optimize.CurveFit((t, a) => a * t, X, Y, sigma: [.1, double.NaN, .1]));
        Assert.Throws<ArgumentException>(() => Optimize.CurveFit((t, a) => a * t, X, Y, sigma: [.1, 0, .1]));
    }

    [Fact]
    public void The_initial_guess_may_be_one_number_or_a_result()
    {
        CurveFitResult fit = Optimize.CurveFit((t, a) => a * t, X, Y, p0: 1);
        Assert.Equal([1.8571429], Rounded(fit));
        Assert.Equal([1.8571429], Rounded(Optimize.CurveFit((t, a) => a * t, X, Y, fit.Popt)));
        List<double> list = [2];
        Assert.Equal([1.8571429], Rounded(Optimize.CurveFit((t, a) => a * t, X, Y, list)));
    }

    [Fact]
    public void Bounds_may_be_a_pair_of_numbers_or_lists_of_any_kind()
    {
        List<double> list = [1.5, 9];
        RealVector vector = [1.5, 9];
        double[] array = [1.5, 9];
        float[] floats = [1.5f, 9];
        int[] integers = [0, 0];
        (double[], double[]) pair = ([0, 0], array);
        foreach (Bounds bounds in (Bounds[])
        [
            (0, [1.5, 9]), (0.0, array), (integers, floats), ([0, 0], list), (integers, vector), pair,
            new(0, [1.5, 9]), new([0, 0], array), new(integers, list), new(integers, floats), new(0, vector),
        ])
        {
            Assert.Equal([0, 0], bounds.LowerOf(2));
            Assert.Equal(array, bounds.UpperOf(2));
        }

        Assert.Equal([1.5], Rounded(Optimize.CurveFit((t, a) => a * t, X, Y, bounds: (0, [1.5]))));
        Assert.Equal([1.5], Rounded(Optimize.CurveFit((t, a) => a * t, X, Y, bounds: (0, 1.5))));
        Assert.Equal("lb", Assert.Throws<ArgumentNullException>(() => new Bounds((double[])null!, 1)).ParamName);
        Assert.Equal("ub", Assert.Throws<ArgumentNullException>(() => new Bounds(1, (int[])null!)).ParamName);
        Assert.Equal("bounds", Assert.Throws<ArgumentException>(
            () => Optimize.LeastSquares(p => [p[0], p[1]], [1, 1], bounds: (integers, (int[])[1, 2, 3]))).ParamName);
    }

    [Fact]
    public void The_bounds_are_copied()
    {
        double[] upper = [1, 2];
        Bounds bounds = (0, upper);
        upper[0] = 7;
        Assert.Equal([1, 2], bounds.Ub);
    }

    [Fact]
    public void Scales_may_be_a_number_or_lists_of_any_kind()
    {
        int[] integers = [2, 4];
        float[] floats = [2, 4];
        List<double> list = [2, 4];
        RealVector vector = [2, 4];
        foreach (XScale scale in (XScale[])[integers, floats, list, vector, new double[] { 2, 4 }, [2, 4]])
        {
            Assert.Equal([2, 4], scale.ValuesOf(2)!);
        }

        Assert.Equal("xScale", Assert.Throws<ArgumentException>(
            () => Optimize.LeastSquares(p => [p[0], p[1]], [1, 1], xScale: (float[])[1, 0])).ParamName);
    }

    [Fact]
    public void A_covariance_matrix_may_be_of_single_precision_or_by_rows()
    {
        double[,] matrix = { { 1, 0.25, 0 }, { 0.25, 2, 0 }, { 0, 0, 4 } };
        float[,] single = { { 1, 0.25f, 0 }, { 0.25f, 2, 0 }, { 0, 0, 4 } };
        double[][] rows = [[1, 0.25, 0], [0.25, 2, 0], [0, 0, 4]];
        double[] expected = Optimize.CurveFit((t, a) => a * t, X, Y, sigma: matrix).Popt;
        Assert.Equal(expected, Optimize.CurveFit((t, a) => a * t, X, Y, sigma: single).Popt);
        Assert.Equal(expected, Optimize.CurveFit((t, a) => a * t, X, Y, sigma: rows).Popt);
        rows[1] = [1, 2];
        ArgumentException ragged = Assert.Throws<ArgumentException>(
            () => Optimize.CurveFit((t, a) => a * t, X, Y, sigma: rows));
        Assert.Equal("sigma", ragged.ParamName);
        Assert.StartsWith("Row 1 of the matrix has 2 numbers, but the first row has 3.", ragged.Message);
    }

    [Theory]
    [InlineData(0, 0, double.NaN)]
    [InlineData(2, 0, double.NaN)]
    [InlineData(1, 1, double.PositiveInfinity)]
    public void An_element_of_a_covariance_matrix_that_is_not_finite_is_named(int row, int column, double value)
    {
        double[,] matrix = { { 1, 0, 0 }, { 0, 2, 0 }, { 0, 0, 4 } };
        matrix[row, column] = value;
        ArgumentException thrown = Assert.Throws<ArgumentException>(
            () => Optimize.CurveFit((t, a) => a * t, X, Y, sigma: matrix));
        Assert.Equal("sigma", thrown.ParamName);
        Assert.Contains(
            FormattableString.Invariant($"in row {row} and column {column} is {value}."), thrown.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_is_its_parameter_is_not_ambiguous() =>
        Assert.Equal([4], Rounded(Optimize.CurveFit((x, c) => c, X, Y, [1])));

    /// <summary>A sum of three exponentials with a background that is a cubic, at the true parameters.</summary>
    [Fact]
    public void Twelve_scalar_parameters_are_as_natural_as_one()
    {
        double[] truth = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
        double[] x = [.. Enumerable.Range(0, 30).Select(i => i / 30.0)];
        static double Model(
            double x, double a, double b, double c, double d, double e, double f, double g, double h, double i,
            double j, double k, double l) =>
            a + (b * x) + (c * Math.Cos(x)) + (d * Math.Sin(2 * x)) + (e * Math.Cos(3 * x)) + (f * Math.Sin(4 * x))
                + (g * Math.Cos(5 * x)) + (h * Math.Sin(6 * x)) + (i * Math.Cos(7 * x)) + (j * Math.Sin(8 * x))
                + (k * Math.Cos(9 * x)) + (l * Math.Sin(10 * x));
        double[] y = [.. x.Select(t => Model(t, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12))];
        CurveFitResult fit = Optimize.CurveFit(Model, x, y, truth);
        Assert.Equal(truth.Length, fit.Popt.Length);
        Assert.All(fit.InfoDict.Fvec, residual => Assert.InRange(residual, -1e-6, 1e-6));
    }

    [Fact]
    public void Args_may_be_one_to_seven_values()
    {
        Assert.Equal([2], Optimize.Leastsq((x, a) => [x[0] - a], [0.0], 2.0).X);
        Assert.Equal([3], Optimize.Leastsq((x, a, b) => [x[0] - a - b], [0.0], (1.0, 2)).X);
        Assert.Equal([6], Optimize.Leastsq((x, a, b, c) => [x[0] - a - b - c], [0.0], (1, 2, 3)).X);
        Assert.Equal([10], Optimize.Leastsq((x, a, b, c, d) => [x[0] - a - b - c - d], [0.0], (1, 2, 3, 4)).X);
        Assert.Equal(
            [15], Optimize.Leastsq((x, a, b, c, d, e) => [x[0] - a - b - c - d - e], [0.0], (1, 2, 3, 4, 5)).X);
        Assert.Equal(
            [21],
            Optimize.Leastsq((x, a, b, c, d, e, f) => [x[0] - a - b - c - d - e - f], [0.0], (1, 2, 3, 4, 5, 6)).X);
        Assert.Equal(
            [28],
            Optimize.Leastsq(
                (x, a, b, c, d, e, f, g) => [x[0] - a - b - c - d - e - f - g], [0.0], (1, 2, 3, 4, 5, 6, 7)).X);
        Assert.Equal(
            [28],
            Optimize.Fsolve(
                (x, a, b, c, d, e, f, g) => [x[0] - a - b - c - d - e - f - g],
                [0.0],
                (1, 2, 3, 4, 5, 6, 7),
                (x, a, b, c, d, e, f, g) => new double[,] { { 1 } }).X);
        Assert.Equal([3], Optimize.Fsolve((x, a, b) => [x[0] - a - b], [0.0], (1.0, 2.0)).X);
    }

    [Fact]
    public void A_function_of_one_number_may_have_args()
    {
        Assert.Equal(1.7320508, Optimize.Fsolve((x, a) => (x * x) - a, 1.0, args: 3.0).X[0], 1e-6);
        Assert.Equal([3], Optimize.Leastsq((x, a) => x - a, 1.0, args: 3).X);
        Assert.Equal([3], Optimize.Leastsq((x, a) => x - a, 1, args: 3, dfun: (x, a) => 1).X);
        Assert.Equal([3], Optimize.Leastsq((x, a) => [x - a, (2 * x) - 6], 1.0, args: 3).X);
        Assert.Equal(
            [3], Optimize.Leastsq((x, a) => [x - a, (2 * x) - 6], 1.0, args: 3, dfun: (x, a) => [1, 2]).X);
        Assert.Equal([5], Optimize.Fsolve((x, a, b) => x - a - b, 1.0, args: (3, 2.0)).X);
        Assert.Equal([3], Optimize.Leastsq((x, a, b) => x - a - b, 1.0, (1.0, 2)).X);
        Assert.Equal([6], Optimize.Leastsq((x, a, b, c) => x - a - b - c, 1.0, (1, 2, 3)).X);
        Assert.Equal([10], Optimize.Leastsq((x, a, b, c, d) => x - a - b - c - d, 1.0, (1, 2, 3, 4)).X);
        Assert.Equal([15], Optimize.Leastsq((x, a, b, c, d, e) => x - a - b - c - d - e, 1.0, (1, 2, 3, 4, 5)).X);
        Assert.Equal(
            [21], Optimize.Leastsq((x, a, b, c, d, e, f) => x - a - b - c - d - e - f, 1.0, (1, 2, 3, 4, 5, 6)).X);
        Assert.Equal(
            [28],
            Optimize.Fsolve(
                (x, a, b, c, d, e, f, g) => x - a - b - c - d - e - f - g,
                1.0,
                (1, 2, 3, 4, 5, 6, 7),
                (x, a, b, c, d, e, f, g) => 1).X);
    }

    [Fact]
    public void Bounded_fits_of_one_number_may_have_args()
    {
        Assert.Equal(3, Optimize.LeastSquares((x, a) => x - a, 1.0, args: 3).X[0], 1e-9);
        Assert.Equal(2, Optimize.LeastSquares((x, a) => x - a, 1.0, args: 3, bounds: (0, 2)).X[0], 1e-9);
        Assert.Equal(3, Optimize.LeastSquares((x, a) => [x - a, (2 * x) - 6], 1, args: 3.0).X[0], 1e-9);
        Assert.Equal(
            3, Optimize.LeastSquares((x, a, b) => x - a - b, 1.0, (1.0, 2), jac: (x, a, b) => 1).X[0], 1e-9);
        OptimizeResult seven = Optimize.LeastSquares(
            (x, a, b, c, d, e, f, g) => [x - a - b - c - d - e - f - g, x - 28],
            1.0,
            (1, 2, 3, 4, 5, 6, 7),
            (x, a, b, c, d, e, f, g) => [1, 1]);
        Assert.Equal(28, seven.X[0], 1e-9);
    }

    /// <summary>With steps for double precision no residual would change, and the start would be the result.</summary>
    [Fact]
    public void Functions_in_single_precision_may_have_args()
    {
        static float[] Difference(double[] x, double a) => [(float)x[0] - (float)a];
        static float[] Line(double[] x, double a, int[] b) => [(float)x[0] - (float)a, b[0]];
        Assert.Equal(3, Optimize.Leastsq(Difference, [1000.0], args: 3.0).X[0], 1e-3);
        Assert.Equal(3, Optimize.Fsolve(Difference, [1000.0], args: 3.0).X[0], 1e-3);
        Assert.Equal(3, Optimize.LeastSquares(Difference, [1000.0], args: 3.0).X[0], 1e-3);
        Assert.Equal(3, Optimize.LeastSquares(Difference, [1000.0], args: 3.0, bounds: (0, 2000)).X[0], 1e-3);
        Assert.Equal(1500, Optimize.Leastsq(Line, [1000.0], args: (1500.0, Steps)).X[0], 0.1);
        Assert.Equal(1500, Optimize.LeastSquares(Line, [1000.0], args: (1500.0, Steps)).X[0], 0.1);
    }

    [Fact]
    public void The_start_may_be_numbers_of_any_type_in_any_list()
    {
        List<double> list = [9, .1];
        IReadOnlyList<double> readOnly = Array.AsReadOnly(list.ToArray());
        RealVector vector = [9, .1];
        InitialGuess guess = list;
        int[] integers = [9, 1];
        float[] floats = [9, 1];
        decimal[] decimals = [9, 1];
        foreach (LeastsqResult result in (LeastsqResult[])
        [
            Optimize.Leastsq(p => [p[0] - 3, p[1] - 2], [9, .1]),
            Optimize.Leastsq(p => [p[0] - 3, p[1] - 2], new double[] { 9, .1 }),
            Optimize.Leastsq(p => [p[0] - 3, p[1] - 2], new[] { 9, .1 }),
            Optimize.Leastsq(p => [p[0] - 3, p[1] - 2], list),
            Optimize.Leastsq(p => [p[0] - 3, p[1] - 2], readOnly),
            Optimize.Leastsq(p => [p[0] - 3, p[1] - 2], vector),
            Optimize.Leastsq(p => [p[0] - 3, p[1] - 2], guess),
            Optimize.Leastsq(p => [p[0] - 3, p[1] - 2], integers),
            Optimize.Leastsq(p => [p[0] - 3, p[1] - 2], [9, 1]),
            Optimize.Leastsq(p => [p[0] - 3, p[1] - 2], floats),
            Optimize.Leastsq(p => [p[0] - 3, p[1] - 2], decimals),
            Optimize.Leastsq((p, a) => [p[0] - a, p[1] - 2], integers, args: 3),
            Optimize.Leastsq((p, a, b) => [p[0] - a, p[1] - b], list, args: (3, 2)),
            Optimize.Leastsq(p => [p[0] - 3, p[1] - 2], integers, diag: vector),
        ])
        {
            Assert.Equal([3, 2], result.X, (a, b) => Math.Abs(a - b) < 1e-7);
        }

        Assert.Equal([3, 2], Optimize.Fsolve(p => [p[0] - 3, p[1] - 2], integers).X, (a, b) => Math.Abs(a - b) < 1e-7);
        Assert.Equal([3, 2], Optimize.Root(p => [p[0] - 3, p[1] - 2], list).X, (a, b) => Math.Abs(a - b) < 1e-7);
        Assert.Equal(0.5, Optimize.FixedPoint(p => [(p[0] + 0.5) / 2], integers[1..])[0], 1e-7);
        Assert.True(Optimize.CheckGrad(p => [p[0] * 3], _ => new double[,] { { 3 } }, integers[..1]).IsConsistent);
    }

    [Fact]
    public void The_guess_and_sigma_may_be_whole_numbers_or_a_vector()
    {
        int[] integers = [1];
        float[] floats = [1];
        RealVector vector = [.1, .2, .1];
        int[] weights = [1, 2, 1];
        IReadOnlyList<double> readOnly = vector;
        Assert.Equal([1.8571429], Rounded(Optimize.CurveFit((t, a) => a * t, X, Y, integers)));
        Assert.Equal([1.8571429], Rounded(Optimize.CurveFit((t, a) => a * t, X, Y, floats)));
        Assert.Equal([1.8181818], Rounded(Optimize.CurveFit((t, a) => a * t, X, Y, sigma: weights)));
        Assert.Equal([1.8181818], Rounded(Optimize.CurveFit((t, a) => a * t, X, Y, sigma: vector)));
        Assert.Equal([1.8181818], Rounded(Optimize.CurveFit((t, a) => a * t, X, Y, sigma: [.. readOnly])));
        Assert.Equal(
            [1.8181818], Rounded(Optimize.CurveFit((t, p) => p[0] * t, X, Y, p0: integers, sigma: weights)));
    }

    [Fact]
    public void Fsolve_has_a_short_result()
    {
        (double[] x, int ier) = Optimize.Fsolve(p => [p[0] - 3], [1]);
        Assert.Equal([3], x);
        Assert.Equal(1, ier);
    }

    /// <summary>What SciPy 1.14 prints for the same calls.</summary>
    [Fact]
    public void Scalars_are_as_in_SciPy()
    {
        LeastsqResult least = Optimize.Leastsq(x => (2 * (x - 3) * (x - 3)) + 1, 0.0);
        Assert.Equal(2.99999999, Assert.Single(least.X), 5e-9);
        Assert.Equal(1, least.Ier);
        Assert.Equal(0.7390851332151607, Assert.Single(Optimize.Fsolve(x => Math.Cos(x) - x, 1.0).X), 1e-12);
        FsolveResult exact = Optimize.Fsolve(x => Math.Cos(x) - x, 1.0, x => -Math.Sin(x) - 1);
        Assert.Equal(0.7390851332151607, Assert.Single(exact.X), 1e-12);
        Assert.NotNull(exact.InfoDict.Njev);

        LeastsqResult slope = Optimize.Leastsq(a => Array.ConvertAll(X, x => (a * x) - x - 1), 1.0);
        Assert.Equal(1.4285714285714286, Assert.Single(slope.X), 1e-9);
        LeastsqResult given = Optimize.Leastsq(a => Array.ConvertAll(X, x => (a * x) - x - 1), 1.0, _ => X);
        Assert.Equal(1.4285714285714286, Assert.Single(given.X), 1e-9);
        Assert.Equal(given.X, Optimize.Leastsq(a => Array.ConvertAll(X, x => (a * x) - x - 1), 1.0, _ => X, true).X);
    }

    private static double[] Rounded(CurveFitResult fit) => [.. fit.Popt.Select(value => Math.Round(value, 7))];
}
