using System.Runtime.CompilerServices;

namespace MinpackNet.Tests;

/// <summary>What happens, in every solver, when native code calls the caller's functions.</summary>
public sealed class CallbackTests
{
    public static TheoryData<string> Solvers => TestSolver.Names;

    public static TheoryData<string, int> Calls
    {
        get
        {
            TheoryData<string, int> calls = [];
            foreach (int call in Enumerable.Range(1, 12))
            {
                calls.Add(TestSolver.LeastSquares, call);
                if (call <= 10)
                {
                    calls.Add(TestSolver.Equations, call);
                }
            }

            return calls;
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_throwing_function_comes_back_as_the_same_instance(string name, int call)
    {
        TestSolver solver = TestSolver.All[name];
        InvalidOperationException thrown = new("the model gave up");
        int calls = 0;
        InvalidOperationException caught = Assert.Throws<InvalidOperationException>(() => solver.Solve((x, f) =>
        {
            solver.Function(x, f);
            ThrowAt(call, ref calls, thrown);
        }));

        Assert.Same(thrown, caught);
        Assert.Equal(call, calls);
        Assert.Contains(nameof(ThrowAt), caught.StackTrace, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TestSolver.LeastSquares, 1)]
    [InlineData(TestSolver.LeastSquares, 2)]
    [InlineData(TestSolver.LeastSquares, 3)]
    [InlineData(TestSolver.Equations, 1)]
    [InlineData(TestSolver.Equations, 2)]
    public void A_throwing_Jacobian_comes_back_as_the_same_instance(string name, int call)
    {
        InvalidOperationException thrown = new("no derivative here");
        int calls = 0;
        InvalidOperationException caught = Assert.Throws<InvalidOperationException>(
            () => TestSolver.All[name].SolveWithJacobians(() => ThrowAt(call, ref calls, thrown)));

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
    public void In_ported_code_a_throwing_function_comes_back_as_the_same_instance(string name, int call)
    {
        InvalidOperationException thrown = new("the model gave up");
        int calls = 0;
        Assert.Same(thrown, Assert.Throws<InvalidOperationException>(
            () => TestSolver.All[name].SolvePorted(() => ThrowAt(call, ref calls, thrown))));
    }

    [Theory]
    [InlineData(TestSolver.LeastSquares, 1)]
    [InlineData(TestSolver.LeastSquares, 2)]
    [InlineData(TestSolver.LeastSquares, 4)]
    [InlineData(TestSolver.Equations, 1)]
    public void In_ported_code_a_throwing_Jacobian_comes_back_as_the_same_instance(string name, int call)
    {
        InvalidOperationException thrown = new("no derivative here");
        int calls = 0;
        Assert.Same(thrown, Assert.Throws<InvalidOperationException>(
            () => TestSolver.All[name].SolvePorted(null, () => ThrowAt(call, ref calls, thrown))));
    }

    [Theory]
    [MemberData(nameof(Solvers))]
    public void A_throwing_observer_comes_back_as_the_same_instance(string name)
    {
        TestSolver solver = TestSolver.All[name];
        InvalidOperationException thrown = new("seen enough");
        SolverOptions options = solver.Defaults with { Observer = _ => throw thrown };
        Assert.Same(thrown, Assert.Throws<InvalidOperationException>(() => solver.Solve(options: options)));
    }

    [Theory]
    [InlineData(TestSolver.LeastSquares, 6)]
    [InlineData(TestSolver.Equations, 8)]
    public void After_an_exception_the_parameters_hold_the_best_point_so_far(string name, int call)
    {
        TestSolver solver = TestSolver.All[name];
        double[] parameters = [.. solver.Start];
        int calls = 0;
        double[] residuals = solver.SolveInWorkspace(parameters, (x, f) =>
        {
            solver.Function(x, f);
            ThrowAt(call, ref calls, new InvalidOperationException());
        });

        Assert.Equal(solver.Values(parameters), residuals);
        Assert.True(solver.Norm(parameters) < solver.Norm(solver.Start));
    }

    [Theory]
    [MemberData(nameof(Solvers))]
    public void A_solve_inside_a_callback_works(string name)
    {
        TestSolver solver = TestSolver.All[name];
        double[][] alone = [.. TestSolver.All.Values.Select(other => other.Solve().Parameters)];
        int inner = 0;
        TestOutcome outer = solver.Solve((x, f) =>
        {
            Assert.Equal(alone, TestSolver.All.Values.Select(other => other.Solve().Parameters));
            inner++;
            solver.Function(x, f);
        });

        Assert.Equal(solver.Solve().Parameters, outer.Parameters);
        Assert.Equal(outer.Evaluations, inner);
    }

    [Theory]
    [MemberData(nameof(Solvers))]
    public void Solves_on_many_threads_do_not_disturb_each_other(string name)
    {
        TestSolver solver = TestSolver.All[name];
        double[] alone = solver.Solve().Parameters;
        Parallel.For(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
            Assert.Equal(alone, solver.Solve().Parameters));
    }

    [Theory]
    [MemberData(nameof(Solvers))]
    public void Collections_of_garbage_during_callbacks_change_nothing(string name)
    {
        TestSolver solver = TestSolver.All[name];
        double[] calm = solver.Solve().Parameters;
        TestOutcome disturbed = solver.Solve((x, f) =>
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            solver.Function(x, f);
        });

        Assert.Equal(calm, disturbed.Parameters);
    }

    [Theory]
    [InlineData(TestSolver.LeastSquares, 6)]
    [InlineData(TestSolver.Equations, 7)]
    public void A_canceled_solve_ends_with_the_best_point_so_far(string name, int call)
    {
        TestSolver solver = TestSolver.All[name];
        using CancellationTokenSource source = new();
        int calls = 0;
        TestOutcome result = solver.Solve(
            (x, f) =>
            {
                solver.Function(x, f);
                if (++calls == call)
                {
                    source.Cancel();
                }
            },
            cancellation: source.Token);

        Assert.Equal("Canceled", result.Status);
        Assert.False(result.Converged);
        Assert.NotEqual(true, result.IsRoot);
        Assert.Equal(call, calls);
        Assert.Equal(solver.Values(result.Parameters), result.Residuals);
        Assert.True(result.ResidualNorm < solver.Norm(solver.Start));
    }

    [Theory]
    [MemberData(nameof(Solvers))]
    public void A_solve_canceled_before_its_start_evaluates_that_alone(string name)
    {
        TestSolver solver = TestSolver.All[name];
        int calls = 0;
        TestOutcome result = solver.Solve(
            (x, f) =>
            {
                calls++;
                solver.Function(x, f);
            },
            cancellation: new CancellationToken(canceled: true));

        Assert.Equal("Canceled", result.Status);
        Assert.Equal(1, calls);
        Assert.Equal(solver.Start, result.Parameters);
        Assert.Equal(solver.Values(solver.Start), result.Residuals);
    }

    [Theory]
    [MemberData(nameof(Solvers))]
    public void A_token_with_a_time_limit_ends_a_solve_that_takes_longer(string name)
    {
        TestSolver solver = TestSolver.All[name];
        using CancellationTokenSource limit = new(TimeSpan.FromMilliseconds(20));
        int calls = 0;
        TestOutcome result = solver.Solve(
            (x, f) =>
            {
                solver.Function(x, f);
                if (++calls == 5)
                {
                    limit.Token.WaitHandle.WaitOne();
                }
            },
            cancellation: limit.Token);
        Assert.Equal("Canceled", result.Status);
        Assert.InRange(calls, 0, 5);
    }

    [Theory]
    [MemberData(nameof(Solvers))]
    public void An_observer_sees_each_iteration_and_can_stop(string name)
    {
        TestSolver solver = TestSolver.All[name];
        double largestCosine = name == TestSolver.LeastSquares ? 1 : 0;
        List<int> numbers = [];
        List<double> norms = [];
        SolverOptions options = solver.Defaults with
        {
            Observer = iteration =>
            {
                numbers.Add(iteration.Number);
                norms.Add(iteration.ResidualNorm);
                Assert.Equal(solver.Values(iteration.Parameters), iteration.Residuals.ToArray());
                Provider.AssertTold(told => Assert.True(told > 0), iteration.StepBound);
                Provider.AssertTold(told => Assert.InRange(told, 0, largestCosine), iteration.GradientNorm);
                return iteration.Number < 3;
            },
        };

        TestOutcome result = solver.Solve(options: options);

        Assert.Equal("Stopped", result.Status);
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
}
