using System.Runtime.CompilerServices;

namespace MinpackNet.Tests;

/// <summary>
/// What happens in a solve of equations when control passes from native code to the caller's functions and back.
/// </summary>
public sealed class EquationCallbackTests
{
    public static TheoryData<int> Calls => [.. Enumerable.Range(1, 10)];

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_throwing_function_comes_back_as_the_same_instance(int call)
    {
        InvalidOperationException thrown = new("the equations gave up");
        int calls = 0;
        InvalidOperationException caught = Assert.Throws<InvalidOperationException>(() => NonlinearEquations.Solve(
            Crossing.Start,
            (x, f) =>
            {
                Crossing.Equations(x, f);
                ThrowAt(call, ref calls, thrown);
            }));

        Assert.Same(thrown, caught);
        Assert.Equal(call, calls);
        Assert.Contains(nameof(ThrowAt), caught.StackTrace, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_throwing_Jacobian_comes_back_as_the_same_instance(int call)
    {
        InvalidOperationException thrown = new("no derivative here");
        int calls = 0;
        InvalidOperationException caught = Assert.Throws<InvalidOperationException>(() => NonlinearEquations.Solve(
            [-3, -1],
            (x, f) =>
            {
                // Far from the tangent: MINPACK asks for a second Jacobian where steps by the first fail.
                f[0] = Math.Atan(x[0]) + (x[1] * x[1] * x[1]);
                f[1] = x[1] + Math.Sin(3 * x[0]);
            },
            (x, j) =>
            {
                j[0, 0] = 1 / (1 + (x[0] * x[0]));
                j[0, 1] = 3 * x[1] * x[1];
                j[1, 0] = 3 * Math.Cos(3 * x[0]);
                j[1, 1] = 1;
                ThrowAt(call, ref calls, thrown);
            }));

        Assert.Same(thrown, caught);
        Assert.Equal(call, calls);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void In_ported_code_a_throwing_function_comes_back_as_the_same_instance(int call)
    {
        InvalidOperationException thrown = new("the equations gave up");
        int calls = 0;
        Assert.Same(thrown, Assert.Throws<InvalidOperationException>(() => Optimize.Fsolve(
            x =>
            {
                ThrowAt(call, ref calls, thrown);
                return Crossing.Equations(x);
            },
            Crossing.Start)));
    }

    [Fact]
    public void In_ported_code_a_throwing_Jacobian_comes_back_as_the_same_instance()
    {
        InvalidOperationException thrown = new("no derivative here");
        Assert.Same(thrown, Assert.Throws<InvalidOperationException>(
            () => Optimize.Fsolve(Crossing.Equations, Crossing.Start, _ => throw thrown)));
    }

    [Fact]
    public void A_throwing_observer_comes_back_as_the_same_instance()
    {
        InvalidOperationException thrown = new("seen enough");
        NonlinearEquationsOptions options = new() { Observer = _ => throw thrown };
        Assert.Same(thrown, Assert.Throws<InvalidOperationException>(
            () => NonlinearEquations.Solve(Crossing.Start, Crossing.Equations, options: options)));
    }

    [Fact]
    public void After_an_exception_the_parameters_hold_the_best_point_so_far()
    {
        using NonlinearEquationsWorkspace workspace = new(2);
        double[] parameters = [.. Crossing.Start];
        int calls = 0;
        Assert.Throws<InvalidOperationException>(() => NonlinearEquations.Solve(
            workspace,
            parameters,
            (x, f) =>
            {
                Crossing.Equations(x, f);
                ThrowAt(8, ref calls, new InvalidOperationException());
            }));

        double[] values = Crossing.Equations(parameters);
        Assert.Equal(values, workspace.Residuals.ToArray());
        Assert.True(Norm(values) < Norm(Crossing.Equations(Crossing.Start)));
    }

    [Fact]
    public void A_solve_inside_a_callback_works()
    {
        double[] alone = Solve();
        int inner = 0;
        NonlinearEquationsResult outer = NonlinearEquations.Solve(Crossing.Start, (x, f) =>
        {
            Assert.Equal(alone, Solve());
            Assert.True(LeastSquares.Solve(Decay.Start, Decay.Count, Decay.Residuals).Converged);
            inner++;
            Crossing.Equations(x, f);
        });

        Assert.Equal(alone, outer.Parameters);
        Assert.Equal(outer.Evaluations, inner);
    }

    [Fact]
    public void Solves_on_many_threads_do_not_disturb_each_other()
    {
        double[] alone = Solve();
        Parallel.For(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ => Assert.Equal(alone, Solve()));
    }

    [Fact]
    public void Solves_in_a_workspace_allocate_nothing()
    {
        using NonlinearEquationsWorkspace workspace = new(2);
        ResidualFunction equations = Crossing.Equations;
        JacobianFunction jacobian = Crossing.Jacobian;
        NonlinearEquationsOptions options = new() { Observer = _ => true, ParameterScale = [1, 2] };
        double[] parameters = new double[2];

        Assert.Equal(0, Allocations.LeastOf(Solve));

        void Solve()
        {
            Crossing.Start.CopyTo(parameters);
            NonlinearEquations.Solve(workspace, parameters, equations, options: options);
            Crossing.Start.CopyTo(parameters);
            NonlinearEquations.Solve(workspace, parameters, equations, jacobian, options);
        }
    }

    [Fact]
    public void A_cancelled_solve_ends_with_the_best_point_so_far()
    {
        using CancellationTokenSource source = new();
        int calls = 0;
        NonlinearEquationsResult result = NonlinearEquations.Solve(
            Crossing.Start,
            (x, f) =>
            {
                Crossing.Equations(x, f);
                if (++calls == 7)
                {
                    source.Cancel();
                }
            },
            cancellationToken: source.Token);

        Assert.Equal(NonlinearEquationsStatus.Cancelled, result.Status);
        Assert.False(result.Converged);
        Assert.False(result.IsRoot);
        Assert.Equal(7, calls);
        Assert.Equal(Crossing.Equations([.. result.Parameters]), result.Residuals);
        Assert.True(result.ResidualNorm < Norm(Crossing.Equations(Crossing.Start)));
    }

    [Fact]
    public void A_solve_cancelled_before_its_start_evaluates_nothing_and_knows_no_values()
    {
        NonlinearEquationsResult result = NonlinearEquations.Solve(
            Crossing.Start, (_, _) => Assert.Fail(), cancellationToken: new CancellationToken(canceled: true));

        Assert.Equal(NonlinearEquationsStatus.Cancelled, result.Status);
        Assert.Equal(Crossing.Start, result.Parameters);
        Assert.All(result.Residuals, value => Assert.True(double.IsNaN(value)));
    }

    [Fact]
    public void An_observer_sees_each_iteration_and_can_stop()
    {
        List<int> numbers = [];
        List<double> norms = [];
        NonlinearEquationsOptions options = new()
        {
            Observer = iteration =>
            {
                numbers.Add(iteration.Number);
                norms.Add(iteration.ResidualNorm);
                Assert.Equal(Crossing.Equations(iteration.Parameters.ToArray()), iteration.Residuals.ToArray());
                Provider.AssertTold(told => Assert.True(told > 0), iteration.StepBound);
                return iteration.Number < 3;
            },
        };

        NonlinearEquationsResult result =
            NonlinearEquations.Solve(Crossing.Start, Crossing.Equations, options: options);

        Assert.Equal(NonlinearEquationsStatus.Stopped, result.Status);
        Assert.Equal([1, 2, 3], numbers);
        Assert.Equal(norms.OrderDescending(), norms);
        Assert.Equal(norms[^1], result.ResidualNorm);
    }

    private static double[] Solve() => [.. NonlinearEquations.Solve(Crossing.Start, Crossing.Equations).Parameters];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowAt(int call, ref int calls, Exception exception)
    {
        if (++calls == call)
        {
            throw exception;
        }
    }

    private static double Norm(double[] values) => Math.Sqrt(values.Sum(v => v * v));
}
