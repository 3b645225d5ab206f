namespace MinpackNet.Tests;

/// <summary>Many solves at once and within each other.</summary>
public sealed class ConcurrencyTests
{
    [Fact]
    public void Of_64_threads_each_gets_its_own_exception_back()
    {
        const int Threads = 64;
        Exception[] thrown = [.. Enumerable.Range(0, Threads).Select(i => new InvalidOperationException($"{i}"))];
        Exception?[] caught = new Exception?[Threads];
        using Barrier barrier = new(Threads);
        Thread[] threads =
        [
            .. Enumerable.Range(0, Threads).Select(i => new Thread(() =>
            {
                barrier.SignalAndWait();
                for (int call = 1; call <= 12; call++)
                {
                    caught[i] = Record.Exception(() => Throwing(call, thrown[i]));
                    if (!ReferenceEquals(caught[i], thrown[i]))
                    {
                        return;
                    }
                }
            })),
        ];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.Equal(thrown, caught);
    }

    [Fact]
    public void An_exception_passes_through_three_solves_inside_each_other()
    {
        InvalidOperationException thrown = new("deep inside");
        Exception? caught = Record.Exception(() => Within(
            () => NestedEquations(() => LeastSquares.SolveByRows(
                Decay.Start, Decay.Count, Decay.Residuals, (_, _, _) => throw thrown))));
        Assert.Same(thrown, caught);
    }

    [Fact]
    public void Solves_nest_50_deep()
    {
        double[] alone = [.. LeastSquares.Solve(Decay.Start, Decay.Count, Decay.Residuals).Parameters];
        int deepest = 0;
        Descend(1);
        Assert.Equal(50, deepest);

        void Descend(int depth)
        {
            deepest = Math.Max(deepest, depth);
            bool first = true;
            LeastSquaresResult result = LeastSquares.Solve(
                Decay.Start,
                Decay.Count,
                (b, r) =>
                {
                    if (first && depth < 50)
                    {
                        first = false;
                        Descend(depth + 1);
                    }

                    Decay.Residuals(b, r);
                });
            Assert.Equal(alone, result.Parameters);
        }
    }

    [Fact]
    public async Task A_workspace_in_use_by_another_thread_refuses_a_second_solve_and_the_first_goes_on()
    {
        using LeastSquaresWorkspace workspace = new(2, Decay.Count);
        using ManualResetEventSlim entered = new();
        using ManualResetEventSlim release = new();
        Task<LeastSquaresSummary> first = Task.Run(() => LeastSquares.Solve(
            workspace,
            [.. Decay.Start],
            (b, r) =>
            {
                entered.Set();
                release.Wait();
                Decay.Residuals(b, r);
            }));
        entered.Wait();
        Assert.Throws<InvalidOperationException>(
            () => LeastSquares.Solve(workspace, [.. Decay.Start], Decay.Residuals));
        Assert.Throws<InvalidOperationException>(workspace.Dispose);
        release.Set();
        Assert.True((await first).Converged);
    }

    private static void Throwing(int call, Exception exception)
    {
        int calls = 0;
        LeastSquares.Solve(
            Decay.Start,
            Decay.Count,
            (b, r) =>
            {
                if (++calls == call)
                {
                    throw exception;
                }

                Decay.Residuals(b, r);
            });
    }

    private static void Within(Action inner) => LeastSquares.Solve(
        Decay.Start,
        Decay.Count,
        Decay.Residuals,
        (b, j) =>
        {
            inner();
            Decay.Jacobian(b, j);
        });

    private static void NestedEquations(Action inner) => NonlinearEquations.Solve(
        [1.0],
        (x, f) =>
        {
            inner();
            f[0] = x[0];
        });
}
