using System.Globalization;

namespace MinpackNet.Tests;

/// <summary>
/// Each shape in which a model can be written leads to the same fit, and its result says what is known.
/// </summary>
public sealed class CurveFitTests
{
    private static readonly double[] T = Decay.Times;
    private static readonly double[] Y = Decay.Values;
    private static readonly (double X, double Y)[] Grid =
        [.. Enumerable.Range(0, 20).Select(i => (i % 5 / 4.0, i / 5 / 3.0))];

    private readonly List<double[]> _parametersSeen = [];

    public static TheoryData<int> ParameterCounts => [.. Enumerable.Range(1, 8)];

    [Fact]
    public void A_model_of_a_point_and_a_vector_of_parameters_is_fitted() =>
        AssertSolution(Optimize.CurveFit((double t, double[] p) => p[0] * Math.Exp(-p[1] * t), T, Y, Decay.Start));

    [Fact]
    public void A_model_of_all_data_and_a_vector_of_parameters_is_fitted() => AssertSolution(Optimize.CurveFit(
        (double[] t, double[] p) => Array.ConvertAll(t, at => p[0] * Math.Exp(-p[1] * at)), T, Y, Decay.Start));

    [Fact]
    public void A_model_with_scalar_parameters_is_fitted_from_ones() =>
        AssertSolution(Optimize.CurveFit((double t, double a, double b) => a * Math.Exp(-b * t), T, Y));

    [Fact]
    public void A_model_with_scalar_parameters_is_fitted_from_given_values() =>
        AssertSolution(Optimize.CurveFit((double t, double a, double b) => a * Math.Exp(-b * t), T, Y, Decay.Start));

    [Fact]
    public void The_derivatives_of_a_point_serve_both_shapes_of_points()
    {
        Func<double, double[], double[]> gradient = (t, p) => [Math.Exp(-p[1] * t), -p[0] * t * Math.Exp(-p[1] * t)];
        CurveFitResult vector = Optimize.CurveFit(
            (double t, double[] p) => p[0] * Math.Exp(-p[1] * t), T, Y, Decay.Start, jac: gradient);
        CurveFitResult scalars = Optimize.CurveFit(
            (double t, double a, double b) => a * Math.Exp(-b * t), T, Y, Decay.Start, jac: gradient);
        AssertSolution(vector);
        Assert.Equal(vector.Popt, scalars.Popt);
        Assert.Equal((5, 4), (vector.InfoDict.Nfev, vector.InfoDict.Njev!.Value)); // as SciPy
    }

    [Fact]
    public void The_derivatives_of_all_data_are_a_matrix()
    {
        CurveFitResult fit = Optimize.CurveFit(
            (double[] t, double[] p) => Array.ConvertAll(t, at => p[0] * Math.Exp(-p[1] * at)),
            T,
            Y,
            Decay.Start,
            jac: (_, p) => Decay.Jacobian(p));
        AssertSolution(fit);
        Assert.Equal((5, 4), (fit.InfoDict.Nfev, fit.InfoDict.Njev!.Value)); // as SciPy
    }

    [Fact]
    public void Points_may_be_arrays()
    {
        double[][] points = [.. Grid.Select(point => new[] { point.X, point.Y })];
        CurveFitResult fit = Optimize.CurveFit(
            (double[] x, double[] p) => Plane(x[0], x[1], p[0], p[1]), points, Heights(), [1, 1]);
        AssertPlane(fit);
    }

    [Fact]
    public void Points_may_be_tuples()
    {
        CurveFitResult fit = Optimize.CurveFit(
            ((double X, double Y) point, double a, double b) => Plane(point.X, point.Y, a, b), Grid, Heights());
        AssertPlane(fit);
    }

    [Fact]
    public void Points_may_be_of_any_type()
    {
        string[] points = [.. Grid.Select(point => FormattableString.Invariant($"{point.X:R}/{point.Y:R}"))];
        CurveFitResult fit = Optimize.CurveFit(
            (string point, double a, double b) =>
            {
                double[] xy = [.. point.Split('/').Select(x => double.Parse(x, CultureInfo.InvariantCulture))];
                return Plane(xy[0], xy[1], a, b);
            },
            points,
            Heights());
        AssertPlane(fit);
    }

    [Fact]
    public void All_data_may_be_a_tuple_of_arrays()
    {
        (double[] X, double[] Y) data = ([.. Grid.Select(point => point.X)], [.. Grid.Select(point => point.Y)]);
        CurveFitResult fit = Optimize.CurveFit(
            ((double[] X, double[] Y) at, double[] p) => [.. at.X.Zip(at.Y, (x, y) => Plane(x, y, p[0], p[1]))],
            data,
            Heights(),
            [1, 1]);
        AssertPlane(fit);
    }

    [Fact]
    public void All_data_may_be_a_matrix_with_a_column_for_each_point()
    {
        double[,] data = TestMatrices.Of(2, Grid.Length, (k, i) => k == 0 ? Grid[i].X : Grid[i].Y);
        CurveFitResult fit = Optimize.CurveFit(
            (double[,] at, double[] p) =>
                [.. Enumerable.Range(0, at.GetLength(1)).Select(i => Plane(at[0, i], at[1, i], p[0], p[1]))],
            data,
            Heights(),
            [1, 1]);
        AssertPlane(fit);
    }

    [Theory]
    [MemberData(nameof(ParameterCounts))]
    public void Up_to_eight_scalar_parameters_start_from_ones_without_a_start(int count)
    {
        double[] wanted = [.. Enumerable.Range(0, count).Select(k => 2.0 / (k + 1))];
        double[] x = [.. Enumerable.Range(0, 21).Select(i => (i - 10) / 10.0)];
        double[] y = Array.ConvertAll(x, at => Polynomial(at, wanted));
        _parametersSeen.Clear();
        CurveFitResult fit = count switch
        {
            1 => Optimize.CurveFit((double t, double a) => Polynomial(t, a), x, y),
            2 => Optimize.CurveFit((double t, double a, double b) => Polynomial(t, a, b), x, y),
            3 => Optimize.CurveFit((double t, double a, double b, double c) => Polynomial(t, a, b, c), x, y),
            4 => Optimize.CurveFit(
                (double t, double a, double b, double c, double d) => Polynomial(t, a, b, c, d), x, y),
            5 => Optimize.CurveFit(
                (double t, double a, double b, double c, double d, double e) => Polynomial(t, a, b, c, d, e), x, y),
            6 => Optimize.CurveFit(
                (double t, double a, double b, double c, double d, double e, double f) =>
                    Polynomial(t, a, b, c, d, e, f),
                x,
                y),
            7 => Optimize.CurveFit(
                (double t, double a, double b, double c, double d, double e, double f, double g) =>
                    Polynomial(t, a, b, c, d, e, f, g),
                x,
                y),
            _ => Optimize.CurveFit(
                (double t, double a, double b, double c, double d, double e, double f, double g, double h) =>
                    Polynomial(t, a, b, c, d, e, f, g, h),
                x,
                y),
        };

        Assert.Equal(Enumerable.Repeat(1.0, count), _parametersSeen[0]);
        for (int k = 0; k < count; k++)
        {
            Assert.Equal(wanted[k], fit.Popt[k], 1e-7); // the default tolerance is 1.5e-8
        }
    }

    [Fact]
    public void Any_other_number_of_parameters_is_taken_from_the_start()
    {
        double[] wanted = [.. Enumerable.Range(0, 10).Select(k => 2.0 / (k + 1))];
        double[] x = [.. Enumerable.Range(0, 21).Select(i => (i - 10) / 10.0)];
        CurveFitResult fit = Optimize.CurveFit(
            (double t, double[] p) => Polynomial(t, p),
            x,
            Array.ConvertAll(x, at => Polynomial(at, wanted)),
            new double[10]);
        Assert.All(wanted.Zip(fit.Popt), pair => Assert.Equal(pair.First, pair.Second, 1e-7));
    }

    [Fact]
    public void The_result_deconstructs_as_in_Python()
    {
        CurveFitResult fit = Fit();
        (double[] popt, double[,] pcov) = fit;
        var (popt5, pcov5, infodict, mesg, ier) = fit;
        Assert.Same(fit.Popt, popt);
        Assert.Same(fit.Popt, popt5);
        Assert.Same(fit.Pcov, pcov);
        Assert.Same(fit.Pcov, pcov5);
        Assert.Same(fit.InfoDict, infodict);
        Assert.Equal((fit.Mesg, fit.Ier), (mesg, ier));
        Assert.Equal((1, 13), (ier, infodict.Nfev)); // as SciPy
    }

    [Fact]
    public void The_covariance_is_the_inverse_of_the_normal_matrix_times_the_variance()
    {
        CurveFitResult fit = Fit();
        LeastSquaresResult solve = LeastSquares.Solve(Decay.Start, Decay.Count, Decay.Residuals);
        Assert.True(fit.PcovIsEstimated);
        for (int i = 0; i < 2; i++)
        {
            // The same solve; the sum of squares is rounded once more or less.
            Assert.Equal(Math.Sqrt(fit.Pcov[i, i]), fit.Perr[i]);
            Assert.Equal(solve.StandardErrors![i], fit.Perr[i], 1e-14);
            Assert.Equal(solve.UnscaledCovariance![i, 1 - i] * solve.ResidualVariance, fit.Pcov[i, 1 - i], 1e-14);
        }
    }

    [Fact]
    public void With_as_many_data_as_parameters_only_absolute_errors_give_a_covariance()
    {
        CurveFitResult relative = Optimize.CurveFit(Model, T[..2], Y[..2], Decay.Start);
        AssertNoCovariance(relative);
        Assert.Equal(5.1, relative.Popt[0], 1e-8);

        CurveFitResult absolute = Optimize.CurveFit(Model, T[..2], Y[..2], Decay.Start, sigma: 1, absoluteSigma: true);
        Assert.True(absolute.PcovIsEstimated);
        Assert.Equal(1, absolute.Perr[0], 1e-7); // the first datum alone tells the amplitude
    }

    [Fact]
    public void A_parameter_without_effect_leaves_no_covariance() =>
        AssertNoCovariance(Optimize.CurveFit((double t, double a, double _) => a * t, T, Y));

    [Fact]
    public void A_fit_without_a_solution_throws_with_the_point_it_reached()
    {
        FitFailedException failed = Assert.Throws<FitFailedException>(() => Fit(new() { MaxEvaluations = 3 }));
        LeastsqResult solve = Optimize.Leastsq(Decay.Residuals, Decay.Start, maxfev: 3);
        Assert.Equal(LeastSquaresStatus.TooManyEvaluations, failed.Result.Status);
        Assert.False(failed.Result.Success);
        Assert.Equal(solve.X, failed.Result.X);
        Assert.Equal(solve.InfoDict.Fvec, failed.Result.InfoDict.Fvec);
        Assert.Contains(failed.Result.Mesg, failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_reach_the_solver()
    {
        int iterations = 0;
        CurveFitResult fit = Fit(new()
        {
            FunctionTolerance = 0.1,
            Observer = _ => ++iterations > 0,
        });
        Assert.Equal(LeastSquaresStatus.SmallReduction, (LeastSquaresStatus)fit.Ier);
        Assert.True(fit.InfoDict.Nfev < Fit().InfoDict.Nfev);
        Assert.True(iterations > 0);
    }

    /// <summary>SciPy counts differences among the evaluations of lm, and not those of trf.</summary>
    [Fact]
    public void Maxfev_limits_the_evaluations_of_every_method()
    {
        Assert.Equal(Fit().Popt, Optimize.CurveFit(Model, T, Y, Decay.Start, maxfev: 0).Popt);
        Assert.Equal(Fit().Popt, Optimize.CurveFit(Model, T, Y, Decay.Start, maxfev: 200).Popt);
        FitFailedException failed = Assert.Throws<FitFailedException>(
            () => Optimize.CurveFit(Model, T, Y, Decay.Start, maxfev: 4));
        Assert.Contains("maxfev", failed.Message, StringComparison.Ordinal);
        Assert.Equal(LeastSquaresStatus.TooManyEvaluations, (LeastSquaresStatus)failed.Result.Ier);
        Assert.Throws<FitFailedException>(
            () => Optimize.CurveFit(Model, T, Y, Decay.Start, method: LeastSquaresMethod.Trf, maxfev: 2));

        FitFailedException tight = Assert.Throws<FitFailedException>(
            () => Optimize.CurveFit(Model, T, Y, Decay.Start, ftol: 0, xtol: 0, gtol: 0));
        Assert.Contains("xtol is smaller", tight.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Exceptions_of_the_model_and_of_its_derivatives_come_out_as_the_same_instances()
    {
        InvalidOperationException thrown = new("no model here");
        Func<double, double, double, double> throwing = (t, a, _) => a == 1 && t < 3 ? t : throw thrown;
        Assert.Same(thrown, Assert.Throws<InvalidOperationException>(() => Optimize.CurveFit(throwing, T, Y)));
        Assert.Same(thrown, Assert.Throws<InvalidOperationException>(
            () => Optimize.CurveFit(Model, T, Y, jac: (_, _) => throw thrown)));
    }

    [Fact]
    public void Start_and_data_are_not_changed()
    {
        double[] start = [.. Decay.Start];
        double[] x = [.. T];
        double[] y = [.. Y];
        CurveFitResult fit = Optimize.CurveFit(Model, x, y, start);
        Assert.NotSame(start, fit.Popt);
        Assert.Equal(Decay.Start, start);
        Assert.Equal(T, x);
        Assert.Equal(Y, y);
    }

    [Fact]
    public void A_model_of_one_point_fills_the_memory_of_the_solver()
    {
        const int Points = 1000;
        double[] x = [.. Enumerable.Range(0, Points).Select(i => 0.005 * i)];
        double[] y = [.. x.Select((at, i) => (5 * Math.Exp(-0.7 * at)) + (0.1 * Math.Sin(i)))];

        long bytes = Allocations.LeastOf(() => Optimize.CurveFit(Model, x, y, Decay.Start)) / Allocations.Repetitions;

        // What the result hands out are the residuals and the factor, and there is little besides.
        long handedOut = Points * (1 + Decay.Start.Length) * sizeof(double);
        Assert.InRange(bytes, handedOut, handedOut + 16_000);
    }

    private static CurveFitResult Fit(LeastSquaresOptions? options = null) =>
        Optimize.CurveFit(Model, T, Y, Decay.Start, options: options);

    private static double Model(double t, double a, double b) => a * Math.Exp(-b * t);

    private static double Plane(double x, double y, double a, double b) => (a * x) + (b * b * y);

    private static double[] Heights() => Array.ConvertAll(Grid, point => Plane(point.X, point.Y, 3, 2));

    private double Polynomial(double t, params double[] coefficients)
    {
        _parametersSeen.Add(coefficients);
        return coefficients.Reverse().Aggregate((sum, coefficient) => (sum * t) + coefficient);
    }

    private static void AssertSolution(CurveFitResult fit)
    {
        // The default tolerances leave about 1e-8 of the parameters open.
        Assert.Equal(Decay.Solution[0], fit.Popt[0], 1e-7);
        Assert.Equal(Decay.Solution[1], fit.Popt[1], 1e-7);
        Assert.True(fit.PcovIsEstimated);
    }

    private static void AssertPlane(CurveFitResult fit)
    {
        Assert.Equal(3, fit.Popt[0], 1e-7);
        Assert.Equal(2, fit.Popt[1], 1e-7);
    }

    private static void AssertNoCovariance(CurveFitResult fit)
    {
        Assert.False(fit.PcovIsEstimated);
        Assert.All(fit.Pcov.Cast<double>(), value => Assert.Equal(double.PositiveInfinity, value));
        Assert.All(fit.Perr, value => Assert.Equal(double.PositiveInfinity, value));
    }
}
