using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using MinpackNet.Interop;

namespace MinpackNet.Tests;

/// <summary>Nothing outlives a solve, whatever happens in it.</summary>
[Collection("alone")] // others would change the number of handles meanwhile
public sealed class LifetimeTests
{
    private const int Solves = 200;
    private const int LargeCount = 60_000;

    [Fact]
    public void Solves_that_end_in_any_way_leave_no_handle_behind()
    {
        int before = Handles();
        for (int i = 0; i < Solves; i++)
        {
            LeastSquares.Solve(Decay.Start, Decay.Count, Decay.Residuals);
            LeastSquares.Solve(Decay.Start, Decay.Count, Decay.Residuals, cancellationToken: new(canceled: true));
            Assert.Throws<FormatException>(
                () => LeastSquares.Solve(Decay.Start, Decay.Count, (_, _) => throw new FormatException()));
            Assert.Throws<NonFiniteValueException>(
                () => LeastSquares.Solve(Decay.Start, Decay.Count, (_, r) => r.Fill(double.NaN)));
            NonlinearEquations.Solve([1.0], (x, f) => f[0] = x[0] - 2);
            LeastSquares.FitMany(ManyDecays.Start, ManyDecays.Fits, ManyDecays.Residuals, ManyDecays.PartlyBad);
        }

        Assert.Equal(before, SolverMemory.LiveHandles);
    }

    [Fact]
    public void Workspaces_that_nobody_disposed_are_finalized()
    {
        int before = Handles();
        AbandonWorkspaces();
        Assert.Equal(before, Handles());
    }

    [Fact]
    public void The_memory_of_a_large_factor_is_freed_when_it_is_read_or_nobody_can()
    {
        int before = Handles();
        LeastsqResult result = FitALargeLine();
        Assert.Equal(before + 1, SolverMemory.LiveHandles);
        double[,] factor = result.InfoDict.Fjac;
        Assert.Equal(before, SolverMemory.LiveHandles);
        Assert.Same(factor, result.InfoDict.Fjac);
        Assert.Equal((2, LargeCount), (factor.GetLength(0), factor.GetLength(1)));
        // R, of which the last diagonal element is the root of the inverse of the variance that is pivoted last.
        int last = result.InfoDict.Ipvt[1];
        Assert.Equal(1, result.CovX![last, last] * factor[1, 1] * factor[1, 1], 1e-9);

        AbandonALargeFactor();
        Assert.Equal(before, Handles());
    }

    [Fact]
    public void A_workspace_keeps_nothing_of_the_caller_alive_between_solves()
    {
        using LeastSquaresWorkspace workspace = new(2, Decay.Count);
        WeakReference captured = SolveWithCapture(workspace);
        Collect();
        Assert.False(captured.IsAlive);
    }

    [Fact]
    public void The_assembly_can_be_unloaded_after_solves()
    {
        WeakReference context = SolveInAContextOfItsOwn();
        for (int i = 0; context.IsAlive && i < 20; i++)
        {
            Collect();
        }

        Assert.False(context.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AbandonWorkspaces()
    {
        for (int i = 0; i < Solves; i++)
        {
            LeastSquaresWorkspace workspace = new(2, Decay.Count);
            LeastSquares.Solve(workspace, [.. Decay.Start], Decay.Residuals);
        }
    }

    private static LeastsqResult FitALargeLine() => Optimize.Leastsq(
        p => [.. Enumerable.Range(0, LargeCount).Select(i => p[0] + (p[1] * i) - Math.Sin(i))], new[] { 1.0, 1 });

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AbandonALargeFactor() => FitALargeLine();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference SolveWithCapture(LeastSquaresWorkspace workspace)
    {
        object captured = new();
        LeastSquares.Solve(
            workspace,
            [.. Decay.Start],
            (b, r) =>
            {
                GC.KeepAlive(captured);
                Decay.Residuals(b, r);
            });
        return new(captured);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference SolveInAContextOfItsOwn()
    {
        AssemblyLoadContext context = new("collectible", isCollectible: true);
        Assembly assembly = context.LoadFromAssemblyPath(typeof(Optimize).Assembly.Location);
        Type optimize = assembly.GetType(typeof(Optimize).FullName!)!;
        MethodInfo fsolve = optimize.GetMethods()
            .Single(m => m.Name == nameof(Optimize.Fsolve)
                && m.GetParameters()[0].ParameterType == typeof(Func<double[], double[]>))
            .MakeGenericMethod(typeof(double));
        Func<double[], double[]> equation = x => [(x[0] * x[0]) - 2];
        object?[] arguments = [equation, new[] { 1.0 }, .. fsolve.GetParameters().Skip(2).Select(p => p.DefaultValue)];
        object result = fsolve.Invoke(null, arguments)!;
        double[] x = (double[])result.GetType().GetProperty(nameof(FsolveResult.X))!.GetValue(result)!;
        Assert.Equal(Math.Sqrt(2), x[0], 1e-10); // the step tolerance is about 1e-8, and convergence is quadratic
        context.Unload();
        return new(context);
    }

    private static int Handles()
    {
        Collect();
        return SolverMemory.LiveHandles;
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
