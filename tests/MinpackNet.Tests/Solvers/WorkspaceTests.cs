namespace MinpackNet.Tests;

/// <summary>A workspace serves one solve at a time, of its own size and kind, until it is disposed.</summary>
public sealed class WorkspaceTests
{
    [Theory]
    [InlineData(0, 6, "parameterCount")]
    [InlineData(-1, 6, "parameterCount")]
    [InlineData(2, 1, "residualCount")]
    [InlineData(2, -1, "residualCount")]
    public void Impossible_sizes_are_refused_by_name(int parameters, int residuals, string argument) => Assert.Equal(
        argument,
        Assert.ThrowsAny<ArgumentException>(() => new LeastSquaresWorkspace(parameters, residuals)).ParamName);

    [Theory]
    [InlineData(int.MaxValue, int.MaxValue)] // 2^65 bytes: more than a number holds
    [InlineData(1 << 20, 1 << 24)] // 2^47 bytes: all that a 64-bit process can address
    public async Task Memory_that_cannot_be_had_is_an_exception_and_nothing_worse(int parameters, int residuals)
    {
        Exception exception = Assert.ThrowsAny<Exception>(() => new LeastSquaresWorkspace(parameters, residuals));
        Assert.True(exception is OverflowException or OutOfMemoryException, exception.ToString());

        // What was built halfway is finalized too. An exception there ends the process, or leaves it waiting here.
        GC.Collect();
        await Task.Run(GC.WaitForPendingFinalizers).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Least_squares_solves_in_a_workspace_allocate_nothing()
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
    public void Solves_of_equations_in_a_workspace_allocate_nothing()
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
    public void A_workspace_knows_its_size_and_has_no_residuals_yet()
    {
        using LeastSquaresWorkspace workspace = new(2, 6, rowByRow: true);
        Assert.Equal((2, 6, true), (workspace.ParameterCount, workspace.ResidualCount, workspace.IsRowByRow));
        Assert.All(workspace.Residuals.ToArray(), r => Assert.True(double.IsNaN(r)));
    }

    [Fact]
    public void A_workspace_gives_the_same_solve_again_and_again()
    {
        LeastSquaresResult alone = LeastSquares.Solve(Decay.Start, Decay.Count, Decay.Residuals, Decay.Jacobian);
        using LeastSquaresWorkspace workspace = new(2, Decay.Count);
        for (int i = 0; i < 3; i++)
        {
            double[] parameters = [.. Decay.Start];
            LeastSquaresSummary summary =
                LeastSquares.Solve(workspace, parameters, Decay.Residuals, Decay.Jacobian);
            Assert.Equal(
                (alone.Status, alone.Evaluations, alone.JacobianEvaluations),
                (summary.Status, summary.Evaluations, summary.JacobianEvaluations));
            Assert.Equal(alone.Parameters, parameters);
            Assert.Equal(alone.Residuals, workspace.Residuals.ToArray());

            // Something quite different in between leaves no trace.
            LeastSquares.Solve(workspace, [9.0, -1.0], Decay.Residuals, options: new() { ParameterScale = [3, 7] });
        }
    }

    [Fact]
    public void A_workspace_of_another_size_is_refused()
    {
        using LeastSquaresWorkspace workspace = new(3, Decay.Count);
        using LeastSquaresWorkspace byRows = new(3, Decay.Count, rowByRow: true);
        Assert.Equal("workspace", Assert.Throws<ArgumentException>(
            () => LeastSquares.Solve(workspace, [.. Decay.Start], Decay.Residuals)).ParamName);
        Assert.Equal("workspace", Assert.Throws<ArgumentException>(
            () => LeastSquares.SolveByRows(byRows, [.. Decay.Start], Decay.Residuals, Decay.JacobianRow)).ParamName);
    }

    [Fact]
    public void A_workspace_of_the_other_kind_is_refused()
    {
        using LeastSquaresWorkspace whole = new(2, Decay.Count);
        using LeastSquaresWorkspace byRows = new(2, Decay.Count, rowByRow: true);
        Assert.Throws<InvalidOperationException>(
            () => LeastSquares.Solve(byRows, [.. Decay.Start], Decay.Residuals));
        Assert.Throws<InvalidOperationException>(
            () => LeastSquares.SolveByRows(whole, [.. Decay.Start], Decay.Residuals, Decay.JacobianRow));
    }

    [Fact]
    public void Bad_parameters_and_functions_are_named()
    {
        using LeastSquaresWorkspace workspace = new(2, Decay.Count);
        Assert.Equal("workspace", Assert.Throws<ArgumentNullException>(
            () => LeastSquares.Solve(null!, [1.0, 1.0], Decay.Residuals)).ParamName);
        Assert.Equal("residuals", Assert.Throws<ArgumentNullException>(
            () => LeastSquares.Solve(workspace, [1.0, 1.0], null!)).ParamName);
        Assert.Equal("parameters", Assert.ThrowsAny<ArgumentException>(
            () => LeastSquares.Solve(workspace, [1, double.PositiveInfinity], Decay.Residuals)).ParamName);
        Assert.Equal("parameters", Assert.ThrowsAny<ArgumentException>(
            () => LeastSquares.Solve(workspace, [], Decay.Residuals)).ParamName);
    }

    [Fact]
    public void A_workspace_in_use_lets_no_second_solve_in_and_stays_whole()
    {
        using LeastSquaresWorkspace workspace = new(2, Decay.Count);
        int refused = 0;
        double[] parameters = [.. Decay.Start];
        LeastSquaresSummary summary = LeastSquares.Solve(
            workspace,
            parameters,
            (b, r) =>
            {
                double[] inner = [.. Decay.Start];
                Assert.Throws<InvalidOperationException>(() => LeastSquares.Solve(workspace, inner, Decay.Residuals));
                Assert.Throws<InvalidOperationException>(workspace.Dispose);
                refused++;
                Decay.Residuals(b, r);
            });

        Assert.Equal(summary.Evaluations, refused);
        Assert.Equal(LeastSquares.Solve(Decay.Start, Decay.Count, Decay.Residuals).Parameters, parameters);
    }

    [Fact]
    public void The_refusal_of_a_second_solve_comes_out_of_the_first_when_nobody_catches_it()
    {
        using LeastSquaresWorkspace workspace = new(2, Decay.Count);
        Assert.Throws<InvalidOperationException>(() => LeastSquares.Solve(
            workspace,
            [.. Decay.Start],
            (_, _) => LeastSquares.Solve(workspace, [.. Decay.Start], Decay.Residuals)));

        // It is free again afterwards.
        Assert.True(LeastSquares.Solve(workspace, [.. Decay.Start], Decay.Residuals).Converged);
    }

    [Fact]
    public void A_disposed_workspace_is_refused()
    {
        LeastSquaresWorkspace workspace = new(2, Decay.Count);
        workspace.Dispose();
        workspace.Dispose();
        Assert.Throws<ObjectDisposedException>(
            () => LeastSquares.Solve(workspace, [.. Decay.Start], Decay.Residuals));
        Assert.Throws<ObjectDisposedException>(() => workspace.Residuals.Length);
    }

    [Fact]
    public void A_Jacobian_of_more_than_2_to_the_31_elements_is_addressed_in_64_bits_or_refused()
    {
        // 17 GiB of addresses, of which a few pages are touched. A system that lends no memory on trust refuses them.
        const int Parameters = 2048;
        const int Residuals = 1_100_000;
        InvalidOperationException seenEnough = new();
        Exception? thrown = Record.Exception(() => LeastSquares.Solve(
            new double[Parameters],
            Residuals,
            (_, r) => r.Fill(1),
            (_, j) =>
            {
                j[0, 0] = 1;
                j[Residuals - 1, Parameters - 1] = 2;
                Assert.Equal(2, j.Column(Parameters - 1)[^1]);
                Assert.Equal(1, j[0, 0]);
                throw seenEnough;
            }));
        Assert.True(ReferenceEquals(seenEnough, thrown) || thrown is OutOfMemoryException, thrown?.ToString());
    }
}
