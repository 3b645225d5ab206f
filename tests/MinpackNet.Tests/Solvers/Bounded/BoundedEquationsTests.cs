namespace MinpackNet.Tests;

/// <summary>Bounds of equations.</summary>
public sealed class BoundedEquationsTests
{
    [Fact]
    public void The_root_within_the_bounds_is_found()
    {
        // x² = 4 has the roots 2 and -2, cos x = x² / 10 two more.
        foreach ((double lower, double upper, double start, double root) in
            new[] { (0.0, 10.0, 9.0, 2.0), (-10, 0, -0.5, -2), (-10, 10, 7, 2) })
        {
            NonlinearEquationsResult result = NonlinearEquations.Solve(
                [start], (x, f) => f[0] = (x[0] * x[0]) - 4, options: new() { Bounds = (lower, upper) });
            Assert.True(result.Converged, result.Message);
            Assert.Equal(root, result.Parameters[0], 1e-8);
        }
    }

    [Fact]
    public void A_minimum_on_a_bound_or_inside_is_no_root()
    {
        NonlinearEquationsResult bound = NonlinearEquations.Solve(
            [1], (x, f) => f[0] = (x[0] * x[0]) - 4, options: new() { Bounds = (-1, 1.5) });
        Assert.Equal(1.5, bound.Parameters[0]);
        Assert.False(bound.IsRoot);
        Assert.False(bound.Converged);
        Assert.Contains("within the bounds", bound.Message, StringComparison.Ordinal);

        NonlinearEquationsResult inside = NonlinearEquations.Solve(
            [1.3, 1], (x, f) => (f[0], f[1]) = ((x[0] * x[0]) + 1, x[1] - 1), options: new() { Bounds = (-5, 5) });
        Assert.False(inside.Converged, inside.Message);
        Assert.Equal(0, inside.Parameters[0], 1e-3);
    }

    [Fact]
    public void A_root_on_a_bound_is_one_and_equal_bounds_fix()
    {
        NonlinearEquationsResult edge = NonlinearEquations.Solve(
            [5, 3], (x, f) => (f[0], f[1]) = (x[0] - 2, x[1] - x[0]), options: new() { Bounds = (2, 9) });
        Assert.True(edge.Converged, edge.Message);
        Assert.Equal(2, edge.Parameters[0], 1e-7); // to the step tolerance: at a root, nothing pushes against a bound

        NonlinearEquationsResult held = NonlinearEquations.Solve(
            [5, 2], (x, f) => (f[0], f[1]) = (x[0] - 2, x[1] - 2), options: new() { Bounds = new([0, 2], [9, 2]) });
        Assert.True(held.IsRoot, held.Message);
        Assert.Equal(2, held.Parameters[1]);
    }

    [Fact]
    public void A_workspace_a_token_and_bad_bounds_are_as_elsewhere()
    {
        NonlinearEquationsOptions options = new() { Bounds = (0, 10) };
        using NonlinearEquationsWorkspace workspace = new(1);
        double[] x = [9];
        NonlinearEquationsSummary summary =
            NonlinearEquations.Solve(workspace, x, (p, f) => f[0] = (p[0] * p[0]) - 4, options: options);
        Assert.True(summary.Converged);
        Assert.Equal((x[0] * x[0]) - 4, workspace.Residuals[0]);

        using CancellationTokenSource source = new();
        int calls = 0;
        NonlinearEquationsResult canceled = NonlinearEquations.Solve(
            [9],
            (p, f) =>
            {
                f[0] = (p[0] * p[0]) - 4;
                if (++calls == 3)
                {
                    source.Cancel();
                }
            },
            options: options,
            cancellationToken: source.Token);
        Assert.Equal(NonlinearEquationsStatus.Canceled, canceled.Status);
        ArgumentException outside = Assert.Throws<ArgumentException>(
            () => NonlinearEquations.Solve([11], (p, f) => f[0] = p[0], options: options));
        Assert.Equal("start", outside.ParamName);
    }
}
