namespace MinpackNet.Tests;

/// <summary>What a solve of equations says of its end, and the workspace it is done in.</summary>
public sealed class EquationsTests
{
    [Fact]
    public void A_root_is_found_with_its_values_and_counts()
    {
        NonlinearEquationsResult result =
            NonlinearEquations.Solve(Crossing.Start, Crossing.Equations, Crossing.Jacobian);
        Assert.Equal(NonlinearEquationsStatus.SmallStep, result.Status);
        Assert.True(result.IsRoot);
        Assert.True(result.Converged);
        Assert.Equal(Crossing.Root[0], result.Parameters[0], 1e-10); // eleven digits are given
        Assert.Equal(Crossing.Root[1], result.Parameters[1], 1e-10);
        Assert.Equal(Crossing.Equations([.. result.Parameters]), result.Residuals);
        Assert.Equal((8, 1), (result.Evaluations, result.JacobianEvaluations));
        Assert.StartsWith("Converged", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_start_at_the_root_is_a_root()
    {
        NonlinearEquationsResult result =
            NonlinearEquations.Solve([2.0, 3.0], (x, f) => (f[0], f[1]) = (x[0] - 2, (x[0] * x[1]) - 6));
        Assert.True(result.Converged);
        Assert.Equal([2, 3], result.Parameters);
        Assert.Equal(0, result.ResidualNorm);
    }

    [Fact]
    public void A_Jacobian_of_zeros_stops_MINPACK_with_convergence_but_is_no_root()
    {
        NonlinearEquationsResult result = NonlinearEquations.Solve(
            Crossing.Start,
            Crossing.Equations,
            (_, j) =>
            {
                j.Column(0).Clear();
                j.Column(1).Clear();
            });
        Assert.Equal(NonlinearEquationsStatus.SmallStep, result.Status);
        Assert.False(result.IsRoot);
        Assert.False(result.Converged);
        Assert.Equal(Crossing.Start, result.Parameters);
        Assert.Contains("not a root", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_equation_without_a_root_ends_near_its_minimum_and_says_so()
    {
        NonlinearEquationsResult result = NonlinearEquations.Solve([1.0], (x, f) => f[0] = (x[0] * x[0]) + 1);
        Assert.Equal(NonlinearEquationsStatus.SlowSteps, result.Status);
        Assert.False(result.IsRoot);
        Assert.Equal(0, result.Parameters[0], 1e-6); // the square of what is left is below the last bit of 1
        Assert.Equal(1, result.ResidualNorm, 1e-12);
        Assert.Contains("ten steps", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_double_root_is_a_root_although_its_Jacobian_vanishes()
    {
        NonlinearEquationsResult result =
            NonlinearEquations.Solve([1.0], (x, f) => f[0] = x[0] * x[0], (x, j) => j[0, 0] = 2 * x[0]);
        Assert.True(result.IsRoot);
        Assert.True(result.ResidualNorm < 1e-15); // converging by halves, it ends only when the tolerance is met
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(65536)]
    public void Impossible_sizes_are_refused_by_name(int count) => Assert.Equal(
        "parameterCount", Assert.ThrowsAny<ArgumentException>(() => new NonlinearEquationsWorkspace(count)).ParamName);

    [Fact]
    public void A_workspace_gives_the_same_solve_again_and_again()
    {
        NonlinearEquationsResult alone = NonlinearEquations.Solve(Crossing.Start, Crossing.Equations);
        using NonlinearEquationsWorkspace workspace = new(2);
        Assert.Equal(2, workspace.ParameterCount);
        Assert.All(workspace.Residuals.ToArray(), value => Assert.True(double.IsNaN(value)));
        for (int i = 0; i < 3; i++)
        {
            double[] parameters = [.. Crossing.Start];
            NonlinearEquationsSummary summary =
                NonlinearEquations.Solve(workspace, parameters, Crossing.Equations);
            Assert.Equal(
                (alone.Status, alone.Evaluations, alone.JacobianEvaluations, alone.IsRoot, alone.Converged),
                (summary.Status, summary.Evaluations, summary.JacobianEvaluations, summary.IsRoot, summary.Converged));
            Assert.Equal(alone.Parameters, parameters);
            Assert.Equal(alone.Residuals, workspace.Residuals.ToArray());

            // Something quite different in between leaves no trace.
            NonlinearEquations.Solve(
                workspace, [9.0, -1.0], Crossing.Equations, Crossing.Jacobian, new() { ParameterScale = [3, 7] });
        }
    }

    [Fact]
    public void A_workspace_of_another_size_is_refused()
    {
        using NonlinearEquationsWorkspace workspace = new(3);
        Assert.Equal("workspace", Assert.Throws<ArgumentException>(
            () => NonlinearEquations.Solve(workspace, [.. Crossing.Start], Crossing.Equations)).ParamName);
    }

    [Fact]
    public void Bad_parameters_and_functions_are_named()
    {
        using NonlinearEquationsWorkspace workspace = new(2);
        Assert.Equal("workspace", Assert.Throws<ArgumentNullException>(
            () => NonlinearEquations.Solve(null!, [1.0, 1.0], Crossing.Equations)).ParamName);
        Assert.Equal("equations", Assert.Throws<ArgumentNullException>(
            () => NonlinearEquations.Solve(workspace, [1.0, 1.0], null!)).ParamName);
        Assert.Equal("parameters", Assert.ThrowsAny<ArgumentException>(
            () => NonlinearEquations.Solve(workspace, [1, double.PositiveInfinity], Crossing.Equations)).ParamName);
    }

    [Fact]
    public void A_workspace_in_use_lets_no_second_solve_in_and_stays_whole()
    {
        using NonlinearEquationsWorkspace workspace = new(2);
        double[] parameters = [.. Crossing.Start];
        int refused = 0;
        NonlinearEquationsSummary summary = NonlinearEquations.Solve(workspace, parameters, (x, f) =>
        {
            double[] inner = [.. Crossing.Start];
            Assert.Throws<InvalidOperationException>(
                () => NonlinearEquations.Solve(workspace, inner, Crossing.Equations));
            Assert.Throws<InvalidOperationException>(workspace.Dispose);
            refused++;
            Crossing.Equations(x, f);
        });

        Assert.Equal(summary.Evaluations, refused);
        Assert.Equal(NonlinearEquations.Solve(Crossing.Start, Crossing.Equations).Parameters, parameters);
    }

    [Fact]
    public void A_disposed_workspace_is_refused()
    {
        NonlinearEquationsWorkspace workspace = new(2);
        workspace.Dispose();
        workspace.Dispose();
        Assert.Throws<ObjectDisposedException>(
            () => NonlinearEquations.Solve(workspace, [.. Crossing.Start], Crossing.Equations));
        Assert.Throws<ObjectDisposedException>(() => workspace.Residuals.Length);
    }

    [Fact]
    public void Ported_code_gets_SciPys_result_in_SciPys_order()
    {
        var (x, infodict, ier, mesg) = Optimize.Fsolve(Crossing.Equations, Crossing.Start);
        NonlinearEquationsResult result = NonlinearEquations.Solve(Crossing.Start, Crossing.Equations);
        Assert.Equal(result.Parameters, x);
        Assert.Equal(result.Residuals, infodict.Fvec);
        Assert.Equal((1, result.Evaluations, null), (ier, infodict.Nfev, infodict.Njev));
        Assert.Equal("Converged: the relative change of the parameters is within xtol.", mesg);
    }

    [Fact]
    public void In_ported_code_Q_is_orthogonal_and_Q_times_R_is_the_last_Jacobian()
    {
        // Ended after one step, the solve has factorized the Jacobian at the start and not yet changed it.
        FsolveInfo info = Optimize.Fsolve(Crossing.Equations, Crossing.Start, Crossing.Jacobian, maxfev: 1).InfoDict;
        double[,] jacobian = Crossing.Jacobian(Crossing.Start);
        double[] values = Crossing.Equations(Crossing.Start);
        double[,] q = TestMatrices.Transposed(info.Fjac); // row j of Fjac is column j of Q
        double[,] r = { { info.R[0], info.R[1] }, { 0, info.R[2] } };
        for (int i = 0; i < 2; i++)
        {
            for (int j = 0; j < 2; j++)
            {
                // Sums of two products of numbers below 5: a few of their last bits.
                Assert.Equal(i == j ? 1 : 0, (q[0, i] * q[0, j]) + (q[1, i] * q[1, j]), 1e-15);
                Assert.Equal(jacobian[i, j], (q[i, 0] * r[0, j]) + (q[i, 1] * r[1, j]), 1e-14);
            }

            Assert.Equal((q[0, i] * values[0]) + (q[1, i] * values[1]), info.Qtf[i], 1e-14);
        }
    }

    [Fact]
    public void In_ported_code_args_reach_both_functions()
    {
        FsolveResult result = Optimize.Fsolve(
            (x, a) => [(x[0] * x[0]) - a], [1.0], 2.0, (x, a) => new[,] { { a * x[0] } }, xtol: 1e-14);
        Assert.Equal(Math.Sqrt(2), result.X[0], 1e-14);
    }
}
