using System.Runtime.CompilerServices;

namespace MinpackNet.Tests;

/// <summary>What happens when control passes from native code to the caller's functions and back.</summary>
public sealed class CallbackTests
{
    public static TheoryData<int> Calls => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_throwing_residual_comes_back_as_the_same_instance(int call)
    {
        InvalidOperationException thrown = new("the model gave up");
        int calls = 0;
        InvalidOperationException caught = Assert.Throws<InvalidOperationException>(() => LeastSquares.Solve(
            Decay.Start,
            Decay.Count,
            (b, r) =>
            {
                Decay.Residuals(b, r);
                ThrowAt(call, ref calls, thrown);
            }));

        Assert.Same(thrown, caught);
        Assert.Equal(call, calls);
        Assert.Contains(nameof(ThrowAt), caught.StackTrace, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_throwing_Jacobian_comes_back_as_the_same_instance(int call)
    {
        InvalidOperationException thrown = new("no derivative here");
        int calls = 0;
        InvalidOperationException caught = Assert.Throws<InvalidOperationException>(() => LeastSquares.Solve(
            Decay.Start,
            Decay.Count,
            Decay.Residuals,
            (b, j) =>
            {
                Decay.Jacobian(b, j);
                ThrowAt(call, ref calls, thrown);
            }));

        Assert.Same(thrown, caught);
        Assert.Equal(call, calls);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(15)]
    public void A_throwing_row_comes_back_as_the_same_instance(int call)
    {
        InvalidOperationException thrown = new("no row here");
        int calls = 0;
        InvalidOperationException caught = Assert.Throws<InvalidOperationException>(() => LeastSquares.SolveByRows(
            Decay.Start,
            Decay.Count,
            Decay.Residuals,
            (i, b, g) =>
            {
                Decay.JacobianRow(i, b, g);
                ThrowAt(call, ref calls, thrown);
            }));

        Assert.Same(thrown, caught);
        Assert.Equal(call, calls);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void In_ported_code_a_throwing_function_comes_back_as_the_same_instance(int call)
    {
        InvalidOperationException thrown = new("the model gave up");
        int calls = 0;
        InvalidOperationException caught = Assert.Throws<InvalidOperationException>(() => Optimize.Leastsq(
            b =>
            {
                ThrowAt(call, ref calls, thrown);
                return Decay.Residuals(b);
            },
            Decay.Start));

        Assert.Same(thrown, caught);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void In_ported_code_a_throwing_Jacobian_comes_back_as_the_same_instance(int call)
    {
        InvalidOperationException thrown = new("no derivative here");
        int calls = 0;
        InvalidOperationException caught = Assert.Throws<InvalidOperationException>(() => Optimize.Leastsq(
            Decay.Residuals,
            Decay.Start,
            dfun: b =>
            {
                ThrowAt(call, ref calls, thrown);
                return Decay.Jacobian(b);
            }));

        Assert.Same(thrown, caught);
    }

    [Fact]
    public void A_throwing_observer_comes_back_as_the_same_instance()
    {
        InvalidOperationException thrown = new("seen enough");
        LeastSquaresOptions options = new() { Observer = _ => throw thrown };
        Assert.Same(
            thrown,
            Assert.Throws<InvalidOperationException>(
                () => LeastSquares.Solve(Decay.Start, Decay.Count, Decay.Residuals, options: options)));
    }

    [Fact]
    public void After_an_exception_the_parameters_hold_the_best_point_so_far()
    {
        using LeastSquaresWorkspace workspace = new(2, Decay.Count);
        double[] parameters = [.. Decay.Start];
        int calls = 0;
        Assert.Throws<InvalidOperationException>(() => LeastSquares.Solve(
            workspace,
            parameters,
            (b, r) =>
            {
                Decay.Residuals(b, r);
                ThrowAt(6, ref calls, new InvalidOperationException());
            }));

        double[] residuals = Decay.Residuals(parameters);
        Assert.Equal(residuals, workspace.Residuals.ToArray());
        Assert.True(SumOfSquares(residuals) < SumOfSquares(Decay.Residuals(Decay.Start)));
    }

    [Fact]
    public void A_solve_inside_a_callback_works()
    {
        double[] alone = [.. LeastSquares.Solve(Decay.Start, Decay.Count, Decay.Residuals).Parameters];
        int inner = 0;
        LeastSquaresResult outer = LeastSquares.Solve(
            Decay.Start,
            Decay.Count,
            (b, r) =>
            {
                Assert.Equal(alone, LeastSquares.Solve(Decay.Start, Decay.Count, Decay.Residuals).Parameters);
                inner++;
                Decay.Residuals(b, r);
            });

        Assert.Equal(alone, outer.Parameters);
        Assert.Equal(outer.Evaluations, inner);
    }

    [Fact]
    public void Solves_on_many_threads_do_not_disturb_each_other()
    {
        double[] alone = [.. LeastSquares.Solve(Decay.Start, Decay.Count, Decay.Residuals).Parameters];
        Parallel.For(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
            Assert.Equal(alone, LeastSquares.Solve(Decay.Start, Decay.Count, Decay.Residuals).Parameters));
    }

    [Fact]
    public void Collections_of_garbage_during_callbacks_change_nothing()
    {
        LeastSquaresResult calm = LeastSquares.Solve(Decay.Start, Decay.Count, Decay.Residuals);
        LeastSquaresResult disturbed = LeastSquares.Solve(
            Decay.Start,
            Decay.Count,
            (b, r) =>
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
                Decay.Residuals(b, r);
            });

        Assert.Equal(calm.Parameters, disturbed.Parameters);
    }

    [Fact]
    public void Solves_in_a_workspace_allocate_nothing()
    {
        using LeastSquaresWorkspace whole = new(2, Decay.Count);
        using LeastSquaresWorkspace byRows = new(2, Decay.Count, rowByRow: true);
        ResidualFunction residuals = Decay.Residuals;
        JacobianFunction jacobian = Decay.Jacobian;
        JacobianRowFunction row = Decay.JacobianRow;
        LeastSquaresOptions options = new() { Observer = _ => true };
        double[] parameters = new double[2];

        Assert.Equal(0, Allocations.LeastOf(Solve));

        void Solve()
        {
            Decay.Start.CopyTo(parameters);
            LeastSquares.Solve(whole, parameters, residuals, options: options);
            Decay.Start.CopyTo(parameters);
            LeastSquares.Solve(whole, parameters, residuals, jacobian, options);
            Decay.Start.CopyTo(parameters);
            LeastSquares.SolveByRows(byRows, parameters, residuals, row, options);
        }
    }

    [Fact]
    public void A_cancelled_solve_ends_with_the_best_point_so_far()
    {
        using CancellationTokenSource source = new();
        int calls = 0;
        LeastSquaresResult result = LeastSquares.Solve(
            Decay.Start,
            Decay.Count,
            (b, r) =>
            {
                Decay.Residuals(b, r);
                if (++calls == 6)
                {
                    source.Cancel();
                }
            },
            cancellationToken: source.Token);

        Assert.Equal(LeastSquaresStatus.Cancelled, result.Status);
        Assert.False(result.Converged);
        Assert.Equal(6, calls);
        Assert.Equal(Decay.Residuals([.. result.Parameters]), result.Residuals);
    }

    [Fact]
    public void A_solve_cancelled_before_its_start_evaluates_nothing_and_knows_no_residuals()
    {
        LeastSquaresResult result = LeastSquares.Solve(
            Decay.Start, Decay.Count, (_, _) => Assert.Fail(), cancellationToken: new CancellationToken(canceled: true));

        Assert.Equal(LeastSquaresStatus.Cancelled, result.Status);
        Assert.Equal(Decay.Start, result.Parameters);
        Assert.All(result.Residuals, r => Assert.True(double.IsNaN(r)));
    }

    [Fact]
    public void A_token_with_a_time_limit_ends_a_solve_that_takes_longer()
    {
        using CancellationTokenSource limit = new(TimeSpan.FromMilliseconds(20));
        int calls = 0;
        LeastSquaresResult result = LeastSquares.Solve(
            Decay.Start,
            Decay.Count,
            (b, r) =>
            {
                Decay.Residuals(b, r);
                if (++calls == 5)
                {
                    limit.Token.WaitHandle.WaitOne();
                }
            },
            cancellationToken: limit.Token);
        Assert.Equal(LeastSquaresStatus.Cancelled, result.Status);
        Assert.InRange(calls, 0, 5);
    }

    [Fact]
    public void An_observer_sees_each_iteration_and_can_stop()
    {
        List<int> numbers = [];
        List<double> norms = [];
        LeastSquaresOptions options = new()
        {
            Observer = iteration =>
            {
                numbers.Add(iteration.Number);
                norms.Add(iteration.ResidualNorm);
                Assert.Equal(Decay.Residuals(iteration.Parameters.ToArray()), iteration.Residuals.ToArray());
                Provider.AssertTold(told => Assert.True(told > 0), iteration.StepBound);
                Provider.AssertTold(told => Assert.InRange(told, 0, 1), iteration.GradientNorm);
                return iteration.Number < 3;
            },
        };

        LeastSquaresResult result = LeastSquares.Solve(Decay.Start, Decay.Count, Decay.Residuals, options: options);

        Assert.Equal(LeastSquaresStatus.Stopped, result.Status);
        Assert.Equal([1, 2, 3], numbers);
        Assert.Equal(norms.OrderDescending(), norms);
        Assert.Equal(norms[^1], result.ResidualNorm);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowAt(int call, ref int calls, Exception exception)
    {
        if (++calls == call)
        {
            throw exception;
        }
    }

    private static double SumOfSquares(double[] values) => values.Sum(v => v * v);
}
