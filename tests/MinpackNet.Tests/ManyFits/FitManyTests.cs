namespace MinpackNet.Tests;

/// <summary>Many fits of one model.</summary>
public sealed class FitManyTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(7, false)]
    [InlineData(-1, true)]
    public void Each_fit_has_the_bits_of_a_solve_on_it_alone_on_any_number_of_threads(int degree, bool hasJacobian)
    {
        LeastSquaresOptions options = new() { MaxDegreeOfParallelism = degree };
        double[] starts = ManyDecays.Starts();
        FitBatch fits = ManyDecays.New(starts, covariances: true);
        LeastSquares.FitMany(fits, ManyDecays.Model, hasJacobian ? ManyDecays.Jacobian : null, options);
        for (int fit = 0; fit < ManyDecays.Fits; fit++)
        {
            ReadOnlySpan<double> start = starts.AsSpan(fit * ManyDecays.Parameters, ManyDecays.Parameters);
            ManyDecays.AssertSame(ManyDecays.Alone(fit, start, hasJacobian), fits, fit);
        }

        Assert.True(fits.Evaluations.ToArray().Distinct().Count() > 5); // some are harder than others
        Assert.Equal(fits.Statuses.ToArray().Count(s => (int)s is >= 1 and <= 4), fits.ConvergedCount);
    }

    [Fact]
    public void From_one_start_for_all_it_is_the_same()
    {
        FitBatch fits =
            LeastSquares.FitMany(ManyDecays.Start, ManyDecays.Fits, ManyDecays.Residuals, ManyDecays.Model);
        FitBatch same = ManyDecays.New();
        LeastSquares.FitMany(same, ManyDecays.Model);
        Assert.Equal(same.Parameters.ToArray(), fits.Parameters.ToArray());
        Assert.Equal(same.StandardErrors.ToArray(), fits.StandardErrors.ToArray());
        Assert.Empty(fits.Exceptions);
        Assert.True(fits.UnscaledCovariances.IsEmpty);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Bad_fits_fail_with_their_exception_and_the_others_do_not_notice(int degree)
    {
        FitBatch fits = ManyDecays.New();
        fits.ParametersOf(ManyDecays.NaNStart)[1] = double.NaN;
        LeastSquares.FitMany(fits, ManyDecays.PartlyBad, options: new() { MaxDegreeOfParallelism = degree });

        Assert.Equal(
            [ManyDecays.Throwing, ManyDecays.NaNData, ManyDecays.NaNStart, ManyDecays.ThrowingLater],
            fits.Exceptions.Keys.Order());
        Assert.Same(ManyDecays.Thrown, fits.Exceptions[ManyDecays.Throwing]);
        Assert.Same(ManyDecays.Thrown, fits.Exceptions[ManyDecays.ThrowingLater]);
        Assert.Equal(3, Assert.IsType<NonFiniteValueException>(fits.Exceptions[ManyDecays.NaNData]).ResidualIndex);
        Assert.Equal("start", Assert.IsType<ArgumentException>(fits.Exceptions[ManyDecays.NaNStart]).ParamName);

        FitBatch good = ManyDecays.New();
        LeastSquares.FitMany(good, ManyDecays.Model);
        for (int fit = 0; fit < ManyDecays.Fits; fit++)
        {
            if (ManyDecays.IsBad(fit))
            {
                Assert.Equal(LeastSquaresStatus.Failed, fits.Statuses[fit]);
                Assert.All(fits.StandardErrorsOf(fit).ToArray(), e => Assert.True(double.IsNaN(e)));
            }
            else
            {
                Assert.Equal(good.Statuses[fit], fits.Statuses[fit]);
                Assert.Equal(good.ParametersOf(fit).ToArray(), fits.ParametersOf(fit).ToArray());
            }
        }

        Assert.True(double.IsNaN(fits.ResidualNorms[ManyDecays.Throwing]));
        Assert.True(double.IsFinite(fits.ResidualNorms[ManyDecays.ThrowingLater])); // it had a point
        Assert.Equal(ManyDecays.Start, fits.ParametersOf(ManyDecays.ThrowingLater).ToArray());
    }

    [Fact]
    public void A_second_run_starts_where_the_first_ended_and_forgets_how_it_ended()
    {
        FitBatch fits = ManyDecays.New(covariances: true);
        LeastSquares.FitMany(fits, ManyDecays.PartlyBad, options: new() { MaxEvaluations = 1 });
        double[] reached = fits.Parameters.ToArray();
        Assert.NotEmpty(fits.Exceptions);

        LeastSquares.FitMany(fits, ManyDecays.Model);
        Assert.Empty(fits.Exceptions);
        for (int fit = 0; fit < ManyDecays.Fits; fit++)
        {
            ReadOnlySpan<double> start = reached.AsSpan(fit * ManyDecays.Parameters, ManyDecays.Parameters);
            ManyDecays.AssertSame(ManyDecays.Alone(fit, start, withJacobian: false), fits, fit);
        }
    }

    [Fact]
    public void A_wrong_Jacobian_fails_each_fit_whose_check_was_asked_for()
    {
        FitBatch fits = ManyDecays.New();
        LeastSquares.FitMany(
            fits,
            ManyDecays.Model,
            (fit, b, j) =>
            {
                ManyDecays.Jacobian(fit, b, j);
                j[2, 1] *= fit == 5 ? -1 : 1;
            },
            new() { CheckJacobian = true });
        Assert.IsType<JacobianMismatchException>(Assert.Single(fits.Exceptions).Value);
        Assert.Equal(LeastSquaresStatus.Failed, fits.Statuses[5]);
    }

    [Fact]
    public void No_fits_at_all_are_no_mistake()
    {
        List<int> reports = [];
        FitBatch fits = LeastSquares.FitMany(
            ManyDecays.Start, 0, ManyDecays.Residuals, ManyDecays.Model, progress: new Listener(reports.Add));
        Assert.Equal((0, 0), (fits.FitCount, fits.ConvergedCount));
        Assert.Equal([0], reports);
    }

    [Fact]
    public void Bad_arguments_are_named_before_any_evaluation()
    {
        FitBatch fits = ManyDecays.New();
        FitResidualFunction never = (_, _, _) => Assert.Fail();
        AssertNamed("start", () => LeastSquares.FitMany([], 1, 5, never));
        AssertNamed("start", () => LeastSquares.FitMany([double.NaN], 1, 5, never));
        AssertNamed("fitCount", () => LeastSquares.FitMany([1.0], -1, 5, never));
        AssertNamed("residualCount", () => LeastSquares.FitMany([1.0, 1.0], 1, 1, never));
        AssertNamed("residuals", () => LeastSquares.FitMany([1.0], 1, 5, null!));
        AssertNamed("fits", () => LeastSquares.FitMany(null!, never));
        AssertNamed("residuals", () => LeastSquares.FitMany(fits, null!));
        AssertNamed("parameterCount", () => _ = new FitBatch(1, 0, 1));
        AssertNamed("fit", () => fits.ParametersOf(ManyDecays.Fits).Clear());
        AssertNamed("fit", () => fits.StandardErrorsOf(-1).ToArray());
        AssertNamed("Observer", () => LeastSquares.FitMany(fits, never, options: new() { Observer = _ => true }));
        LeastSquaresOptions noThread = new() { MaxDegreeOfParallelism = 0 };
        AssertNamed("MaxDegreeOfParallelism", () => LeastSquares.FitMany(fits, never, options: noThread));
        AssertNamed("ParameterScale", () => LeastSquares.FitMany(fits, never, options: new() { ParameterScale = [1] }));
        ArgumentOutOfRangeException many =
            Assert.Throws<ArgumentOutOfRangeException>("fitCount", () => _ = new FitBatch(int.MaxValue, 2, 2));
        Assert.StartsWith("A batch of fits of this shape holds at most 1073741795 fits.", many.Message);
        Assert.Throws<ArgumentOutOfRangeException>("fitCount", () => _ = new FitBatch(int.MaxValue, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(
            "fitCount", () => _ = new FitBatch(1, 50_000, 50_000, covariances: true));
        Assert.Throws<ArgumentOutOfRangeException>(
            "fitCount", () => LeastSquares.FitMany([1], int.MaxValue, 1, (_, p, r) => r[0] = p[0]));
    }

    private static void AssertNamed(string argument, Action call) =>
        Assert.Equal(argument, Assert.ThrowsAny<ArgumentException>(call).ParamName);
}
