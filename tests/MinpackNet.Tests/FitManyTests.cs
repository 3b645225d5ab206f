using System.Collections.Concurrent;

namespace MinpackNet.Tests;

/// <summary>Many fits of one model.</summary>
[Collection("alone")] // it counts allocations of all threads, and one test blocks the pool
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
        FitManyResult fits = New(starts, covariances: true);
        LeastSquares.FitMany(fits, ManyDecays.Model, hasJacobian ? ManyDecays.Jacobian : null, options);
        for (int fit = 0; fit < ManyDecays.Fits; fit++)
        {
            ManyDecays.AssertSame(
                ManyDecays.Alone(fit, starts.AsSpan(fit * ManyDecays.Parameters, ManyDecays.Parameters), hasJacobian), fits, fit);
        }

        Assert.True(fits.Evaluations.ToArray().Distinct().Count() > 5); // some are harder than others
        Assert.Equal(fits.Statuses.ToArray().Count(s => (int)s is >= 1 and <= 4), fits.ConvergedCount);
    }

    [Fact]
    public void From_one_start_for_all_it_is_the_same()
    {
        FitManyResult fits =
            LeastSquares.FitMany(ManyDecays.Start, ManyDecays.Fits, ManyDecays.Residuals, ManyDecays.Model);
        FitManyResult same = New();
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
        FitManyResult fits = New();
        fits.ParametersOf(ManyDecays.NaNStart)[1] = double.NaN;
        LeastSquares.FitMany(fits, ManyDecays.PartlyBad, options: new() { MaxDegreeOfParallelism = degree });

        Assert.Equal(
            [ManyDecays.Throwing, ManyDecays.NaNData, ManyDecays.NaNStart, ManyDecays.ThrowingLater],
            fits.Exceptions.Keys.Order());
        Assert.Same(ManyDecays.Thrown, fits.Exceptions[ManyDecays.Throwing]);
        Assert.Same(ManyDecays.Thrown, fits.Exceptions[ManyDecays.ThrowingLater]);
        Assert.Equal(3, Assert.IsType<NonFiniteValueException>(fits.Exceptions[ManyDecays.NaNData]).ResidualIndex);
        Assert.Equal("start", Assert.IsType<ArgumentException>(fits.Exceptions[ManyDecays.NaNStart]).ParamName);

        FitManyResult good = New();
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
        FitManyResult fits = New(covariances: true);
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

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_cancelled_run_keeps_what_is_done_and_starts_no_more(int degree)
    {
        using CancellationTokenSource source = new();
        FitManyResult fits = New();
        LeastSquares.FitMany(
            fits,
            (fit, b, r) =>
            {
                ManyDecays.Model(fit, b, r);
                if (fit == 30 && b[0] != ManyDecays.Start[0])
                {
                    source.Cancel();
                }
            },
            options: new() { MaxDegreeOfParallelism = degree },
            cancellationToken: source.Token);

        LeastSquaresStatus[] statuses = fits.Statuses.ToArray();
        Assert.Equal(LeastSquaresStatus.Cancelled, statuses[30]);
        Assert.InRange(statuses.Count(s => s == LeastSquaresStatus.Cancelled), 1, degree);
        Assert.Contains(LeastSquaresStatus.None, statuses);
        Assert.Contains(statuses, s => s > 0);
        for (int fit = 0; fit < ManyDecays.Fits; fit++)
        {
            if (statuses[fit] == LeastSquaresStatus.None)
            {
                Assert.Equal(ManyDecays.Start, fits.ParametersOf(fit).ToArray());
                Assert.Equal((0, double.NaN), (fits.Evaluations[fit], fits.ResidualNorms[fit]));
            }
            else if (statuses[fit] > 0)
            {
                LeastSquaresResult alone = ManyDecays.Alone(fit, ManyDecays.Start, withJacobian: false);
                Assert.Equal(alone.Parameters, fits.ParametersOf(fit).ToArray());
            }
        }
    }

    [Fact]
    public void A_run_cancelled_before_its_start_evaluates_nothing()
    {
        FitManyResult fits = New();
        LeastSquares.FitMany(fits, (_, _, _) => Assert.Fail(), cancellationToken: new CancellationToken(canceled: true));
        Assert.All(fits.Statuses.ToArray(), s => Assert.Equal(LeastSquaresStatus.None, s));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Progress_is_told_now_and_then_and_at_the_end(int degree)
    {
        List<int> reports = []; // not a concurrent one: reports must not overlap
        FitManyResult fits = New();
        LeastSquares.FitMany(
            fits,
            (fit, b, r) =>
            {
                Thread.Sleep(fit < 60 ? 1 : 0);
                ManyDecays.Model(fit, b, r);
            },
            options: new() { MaxDegreeOfParallelism = degree },
            progress: new Listener(reports.Add));
        Assert.Equal(reports.Order(), reports);
        Assert.Equal(ManyDecays.Fits, reports[^1]);
        Assert.InRange(reports.Count, 2, ManyDecays.Fits); // the sleeps take far longer than a tenth of a second
    }

    [Fact]
    public void An_exception_of_the_progress_ends_the_run_and_comes_out()
    {
        InvalidOperationException thrown = new();
        FitManyResult fits = New();
        Assert.Same(thrown, Record.Exception(() => LeastSquares.FitMany(
            fits,
            (fit, b, r) =>
            {
                Thread.Sleep(1);
                ManyDecays.Model(fit, b, r);
            },
            progress: new Listener(_ => throw thrown))));
        Assert.Contains(LeastSquaresStatus.None, fits.Statuses.ToArray());

        // They can be used again.
        LeastSquares.FitMany(fits, ManyDecays.Model);
        Assert.DoesNotContain(LeastSquaresStatus.None, fits.Statuses.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_number_of_fits_adds_nothing_to_what_is_allocated(int degree)
    {
        LeastSquaresOptions options = new() { MaxDegreeOfParallelism = degree };
        long few = AllocatedBy(new FitManyResult(10, ManyDecays.Parameters, ManyDecays.Residuals), options);
        long many = AllocatedBy(new FitManyResult(2000, ManyDecays.Parameters, ManyDecays.Residuals), options);
        Assert.InRange(many, 0, few + 1000); // half a byte a fit, for what the pool's threads do meanwhile
    }

    [Fact]
    public void Several_fits_run_at_once_when_allowed_and_else_one_after_the_other_on_the_calling_thread()
    {
        using Barrier meeting = new(2);
        LeastSquares.FitMany(
            ManyDecays.Start,
            2,
            ManyDecays.Residuals,
            (fit, b, r) =>
            {
                ManyDecays.Model(fit, b, r);
                if (b.SequenceEqual(ManyDecays.Start))
                {
                    meeting.SignalAndWait(); // ends only if the two fits overlap
                }
            },
            options: new() { MaxDegreeOfParallelism = 2 });
        Assert.Equal(1, meeting.CurrentPhaseNumber);

        ConcurrentDictionary<int, bool> threads = [];
        LeastSquares.FitMany(ManyDecays.Start, 50, ManyDecays.Residuals, (fit, b, r) =>
        {
            threads[Environment.CurrentManagedThreadId] = true;
            ManyDecays.Model(fit, b, r);
        });
        Assert.Equal([Environment.CurrentManagedThreadId], threads.Keys);
    }

    [Fact]
    public void Runs_inside_fits_and_with_a_starved_pool_end_with_the_same_bits()
    {
        LeastSquaresOptions options = new() { MaxDegreeOfParallelism = 4 };
        double[] alone =
            LeastSquares.FitMany(ManyDecays.Start, 20, ManyDecays.Residuals, ManyDecays.Model).Parameters.ToArray();
        Assert.Equal(alone, Outer());
        using StarvedPool pool = new();
        Assert.Equal(alone, Outer());

        double[] Outer() => LeastSquares.FitMany(
            ManyDecays.Start,
            20,
            ManyDecays.Residuals,
            (fit, b, r) =>
            {
                if (b.SequenceEqual(ManyDecays.Start))
                {
                    Assert.Equal(alone, LeastSquares.FitMany(
                        ManyDecays.Start, 20, ManyDecays.Residuals, ManyDecays.Model, options: options).Parameters.ToArray());
                }

                ManyDecays.Model(fit, b, r);
            },
            options: options).Parameters.ToArray();
    }

    [Fact]
    public void Fits_in_use_by_one_run_refuse_another()
    {
        FitManyResult fits = New();
        LeastSquares.FitMany(fits, (_, _, _) => LeastSquares.FitMany(fits, ManyDecays.Model));
        Assert.Equal(ManyDecays.Fits, fits.Exceptions.Count);
        Assert.All(fits.Exceptions.Values, e => Assert.IsType<InvalidOperationException>(e));
    }

    [Fact]
    public void A_wrong_Jacobian_fails_each_fit_whose_check_was_asked_for()
    {
        FitManyResult fits = New();
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
        FitManyResult fits = LeastSquares.FitMany(
            ManyDecays.Start, 0, ManyDecays.Residuals, ManyDecays.Model, progress: new Listener(reports.Add));
        Assert.Equal((0, 0), (fits.FitCount, fits.ConvergedCount));
        Assert.Equal([0], reports);
    }

    [Fact]
    public void Bad_arguments_are_named_before_any_evaluation()
    {
        FitManyResult fits = New();
        FitResidualFunction never = (_, _, _) => Assert.Fail();
        AssertNamed("start", () => LeastSquares.FitMany([], 1, 5, never));
        AssertNamed("start", () => LeastSquares.FitMany([double.NaN], 1, 5, never));
        AssertNamed("fitCount", () => LeastSquares.FitMany([1.0], -1, 5, never));
        AssertNamed("residualCount", () => LeastSquares.FitMany([1.0, 1.0], 1, 1, never));
        AssertNamed("residuals", () => LeastSquares.FitMany([1.0], 1, 5, null!));
        AssertNamed("fits", () => LeastSquares.FitMany(null!, never));
        AssertNamed("residuals", () => LeastSquares.FitMany(fits, null!));
        AssertNamed("parameterCount", () => _ = new FitManyResult(1, 0, 1));
        AssertNamed("fit", () => fits.ParametersOf(ManyDecays.Fits).Clear());
        AssertNamed("fit", () => fits.StandardErrorsOf(-1).ToArray());
        AssertNamed("Observer", () => LeastSquares.FitMany(fits, never, options: new() { Observer = _ => true }));
        AssertNamed("MaxDegreeOfParallelism", () => LeastSquares.FitMany(fits, never, options: new() { MaxDegreeOfParallelism = 0 }));
        AssertNamed("ParameterScale", () => LeastSquares.FitMany(fits, never, options: new() { ParameterScale = [1] }));
        Assert.Throws<OverflowException>(() => _ = new FitManyResult(int.MaxValue, 2, 2));
    }

    private static void AssertNamed(string argument, Action call) =>
        Assert.Equal(argument, Assert.ThrowsAny<ArgumentException>(call).ParamName);

    private static FitManyResult New(bool covariances = false) =>
        New([.. Enumerable.Repeat(ManyDecays.Start, ManyDecays.Fits).SelectMany(start => start)], covariances);

    private static FitManyResult New(double[] starts, bool covariances = false)
    {
        FitManyResult fits = new(ManyDecays.Fits, ManyDecays.Parameters, ManyDecays.Residuals, covariances);
        starts.CopyTo(fits.Parameters);
        return fits;
    }

    private static long AllocatedBy(FitManyResult fits, LeastSquaresOptions options)
    {
        FitResidualFunction residuals = (fit, b, r) => ManyDecays.Model(fit % ManyDecays.Fits, b, r);
        long least = long.MaxValue;
        for (int round = 0; round < 10; round++)
        {
            for (int fit = 0; fit < fits.FitCount; fit++)
            {
                ManyDecays.Start.CopyTo(fits.ParametersOf(fit));
            }

            long before = GC.GetTotalAllocatedBytes(precise: true);
            LeastSquares.FitMany(fits, residuals, options: options);
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return least;
    }

    private sealed class Listener(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
