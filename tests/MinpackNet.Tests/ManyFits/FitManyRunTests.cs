using System.Collections.Concurrent;
using MinpackNet.Interop;

namespace MinpackNet.Tests;

/// <summary>How a run over many fits goes: its threads, progress, cancellation and memory.</summary>
[Collection("alone")] // it counts allocations of all threads, and one test blocks the pool
public sealed class FitManyRunTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_canceled_run_keeps_what_is_done_and_starts_no_more(int degree)
    {
        using CancellationTokenSource source = new();
        FitBatch fits = ManyDecays.New();
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
        Assert.Equal(LeastSquaresStatus.Canceled, statuses[30]);
        Assert.InRange(statuses.Count(s => s == LeastSquaresStatus.Canceled), 1, degree * LockstepBuffers.LaneCount);
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
    public void A_run_canceled_before_its_start_evaluates_nothing()
    {
        FitBatch fits = ManyDecays.New();
        CancellationToken canceled = new(canceled: true);
        LeastSquares.FitMany(fits, (_, _, _) => Assert.Fail(), cancellationToken: canceled);
        Assert.All(fits.Statuses.ToArray(), s => Assert.Equal(LeastSquaresStatus.None, s));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Progress_is_told_now_and_then_and_at_the_end(int degree)
    {
        List<int> reports = []; // not a concurrent one: reports must not overlap
        FitBatch fits = ManyDecays.New();
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

    [Theory]
    [InlineData(1)]
    [InlineData(463)]
    public void Bad_fits_are_reported_as_ended_too(int count)
    {
        AssertAllReported(double.NaN, ManyDecays.Model);
        AssertAllReported(1, (_, _, r) => r.Fill(double.NaN));
        AssertAllReported(1, (_, _, _) => throw ManyDecays.Thrown);

        void AssertAllReported(double start, FitResidualFunction residuals)
        {
            FitBatch fits = new(count, ManyDecays.Parameters, ManyDecays.Residuals);
            fits.Parameters.Fill(start);
            int last = 0;
            LeastSquares.FitMany(fits, residuals, progress: new Listener(ended => last = ended));
            Assert.Equal((count, count), (fits.Exceptions.Count, last));
        }
    }

    [Fact]
    public void An_exception_of_the_progress_ends_the_run_and_comes_out()
    {
        InvalidOperationException thrown = new();
        FitBatch fits = ManyDecays.New();
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
        long few = AllocatedBy(new FitBatch(300, ManyDecays.Parameters, ManyDecays.Residuals), options);
        long many = AllocatedBy(new FitBatch(4000, ManyDecays.Parameters, ManyDecays.Residuals), options);
        Assert.InRange(many, 0, few + 1000); // a quarter of a byte a fit, for what the pool's threads do meanwhile
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
                    FitBatch inner = LeastSquares.FitMany(
                        ManyDecays.Start, 20, ManyDecays.Residuals, ManyDecays.Model, options: options);
                    Assert.Equal(alone, inner.Parameters.ToArray());
                }

                ManyDecays.Model(fit, b, r);
            },
            options: options).Parameters.ToArray();
    }

    [Fact]
    public void Fits_in_use_by_one_run_refuse_another()
    {
        FitBatch fits = ManyDecays.New();
        LeastSquares.FitMany(fits, (_, _, _) => LeastSquares.FitMany(fits, ManyDecays.Model));
        Assert.Equal(ManyDecays.Fits, fits.Exceptions.Count);
        Assert.All(fits.Exceptions.Values, e => Assert.IsType<InvalidOperationException>(e));
    }

    [Fact]
    public void Only_many_fits_that_are_not_too_large_are_taken_in_lanes()
    {
        int enough = 2 * LockstepBuffers.LaneCount * FitWorkers.FewestFitsPerLane;
        Assert.Equal(Provider.IsBundled, IsInLanes(enough, 9));
        Assert.False(IsInLanes(enough - 1, 9));
        Assert.Equal(Provider.IsBundled, IsInLanes(enough, FitWorkers.LargestJacobian / ManyDecays.Parameters));
        Assert.False(IsInLanes(enough, (FitWorkers.LargestJacobian / ManyDecays.Parameters) + 1));
        Assert.False(IsInLanes(enough, 9, new() { Arithmetic = Arithmetic.Fast }));

        static bool IsInLanes(int count, int residuals, LeastSquaresOptions? options = null)
        {
            FitBatch fits = new(count, ManyDecays.Parameters, residuals);
            FitShare share = new(new FitQueue(count, workers: 2, progress: null, CancellationToken.None));
            using IFitWorker worker = FitWorkers.Create(
                fits, share, ManyDecays.Model, null, options ?? new(), workers: 2, CancellationToken.None);
            return worker is LockstepWorker;
        }
    }

    private static long AllocatedBy(FitBatch fits, LeastSquaresOptions options)
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
}
