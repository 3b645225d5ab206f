using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace MinpackNet.Tests;

/// <summary>What a person sees of a result, on a console and in a debugger.</summary>
public sealed class ResultTextTests
{
    private static readonly double[] X = [0, 1, 2, 3];
    private static readonly double[] Y = [1, 3, 5, 7.5];

    [Fact]
    public void A_result_is_a_line()
    {
        Assert.Matches(
            @"^Converged \([a-z ]+\): \[2\.15, 0\.9\] ± \[0\.0866025, 0\.162019\], residual norm 0\.273861, "
            + @"[0-9]+ evaluations$",
            LeastSquares.Solve([1, 1], 4, Line).ToString());
        Assert.Matches(
            @"^Converged \(small step\): \[1\.41421\], residual norm [-.0-9E]+, [0-9]+ evaluations$",
            NonlinearEquations.Solve([1], (p, f) => f[0] = (p[0] * p[0]) - 2).ToString());
        Assert.Matches(
            @"^Converged \([a-z ]+\): \[2\.15, 0\.9\] ± \[0\.0866025, 0\.162019\], residual norm 0\.273861, "
            + @"[0-9]+ evaluations$",
            Optimize.CurveFit((x, a, b) => (a * x) + b, X, Y).ToString());
    }

    [Fact]
    public void A_result_says_that_it_did_not_converge()
    {
        string canceled = LeastSquares.Solve([1, 1], 4, Line, cancellationToken: new(canceled: true)).ToString();
        Assert.Matches(
            @"^Not converged \(canceled\): \[1, 1\], residual norm 4\.15331, [0-9]+ evaluations?$", canceled);
        LeastSquaresOptions few = new() { MaxEvaluations = 1 };
        Assert.StartsWith(
            "Not converged (too many evaluations): ",
            LeastSquares.Solve([1], 1, (p, f) => f[0] = Math.Exp(p[0]), options: few).ToString());
        Assert.Matches(
            @"^Not converged \(slow (jacobians|steps)\): ",
            Optimize.Fsolve(p => [(p[0] * p[0]) + 1], [1.0]).ToString());
    }

    [Fact]
    public void SciPys_results_are_lines_too()
    {
        const string Root = @"^Converged \([a-z ]+\): \[3\], residual norm 0, [0-9]+ evaluations$";
        Assert.Matches(Root, Optimize.Leastsq(p => [p[0] - 3], [1.0]).ToString());
        Assert.Matches(Root, Optimize.Fsolve(p => [p[0] - 3], [1.0]).ToString());
        Assert.Matches(Root, Optimize.Root(p => [p[0] - 3], [1.0]).ToString());
        Assert.Matches(Root, Optimize.LeastSquares(p => [p[0] - 3], [1.0], _ => new double[,] { { 1 } }).ToString());
        Assert.Matches(Root, Optimize.Root(p => [p[0] - 3], [1.0], method: RootMethod.Lm).ToString());
        Assert.Matches(@"^\[0\], [0-9]+ evaluations$", Optimize.Leastsq(p => [p[0] - 3], [1.0]).InfoDict.ToString());
        Assert.Matches(@"^\[0\], [0-9]+ evaluations$", Optimize.Fsolve(p => [p[0] - 3], [1.0]).InfoDict.ToString());
    }

    [Fact]
    public void Bounds_and_losses_show_the_cost()
    {
        const string Bounded =
            @"^Converged \([a-z ]+\): \[2, 1\.125\].*, cost 0\.09375, residual norm 0\.433013, [0-9]+ evaluations$";
        Assert.Matches(Bounded, Optimize.LeastSquares(Line, [1, 1], bounds: (0, 2)).ToString());
        Assert.Matches(Bounded, LeastSquares.Solve([1, 1], 4, Line, options: new() { Bounds = (0, 2) }).ToString());
        Assert.Matches(Bounded, Optimize.CurveFit((x, a, b) => (a * x) + b, X, Y, bounds: (0, 2)).ToString());

        const string Robust =
            @"^Converged \([a-z ]+\): .*, cost 0\.0[0-9]+ with the loss, residual norm 0\.[0-9]+ without it, "
            + @"[0-9]+ evaluations$";
        Loss loss = Loss.SoftL1(0.1);
        Assert.Matches(Robust, Optimize.LeastSquares(Line, [1, 1], loss: loss).ToString());
        Assert.Matches(Robust, LeastSquares.Solve([1, 1], 4, Line, options: new() { Loss = loss }).ToString());
        Assert.Matches(Robust, Optimize.CurveFit((x, a, b) => (a * x) + b, X, Y, loss: loss).ToString());
        Assert.DoesNotContain("cost", Optimize.LeastSquares(Line, [1, 1]).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_workspace_says_its_size()
    {
        using LeastSquaresWorkspace workspace = new(2, 4);
        Assert.Equal("4 residuals by 2 parameters", workspace.ToString());
        using LeastSquaresWorkspace rows = new(1, 1, rowByRow: true);
        Assert.Equal("1 residual by 1 parameter, row by row", rows.ToString());
        using NonlinearEquationsWorkspace equations = new(3);
        Assert.Equal("3 equations", equations.ToString());
    }

    [Fact]
    public void A_batch_counts()
    {
        FitBatch fits = new(3, 1, 1);
        LeastSquares.FitMany(
            fits, (fit, p, f) => f[0] = fit < 2 ? p[0] - 3 : throw new InvalidOperationException("no data"));
        Assert.Equal("2 of 3 fits converged, 1 failed", fits.ToString());
        Assert.Equal([true, true, false], fits.Converged.ToArray());
        Assert.Same(fits, fits.ThrowIfCanceled());
    }

    [Fact]
    public void A_canceled_batch_counts_what_it_did_not_start()
    {
        using CancellationTokenSource source = new();
        FitBatch fits = new(5, 1, 1);
        Assert.Equal("0 of 5 fits converged, 0 failed, 5 not started", fits.ToString());
        Assert.Same(fits, fits.ThrowIfCanceled());
        LeastSquares.FitMany(
            fits,
            (fit, p, f) =>
            {
                f[0] = p[0] - 3;
                if (fit == 2)
                {
                    source.Cancel();
                }
            },
            cancellationToken: source.Token);
        Assert.Equal("2 of 5 fits converged, 0 failed, 1 canceled, 2 not started", fits.ToString());
        Assert.Equal(
            "Canceled: 2 of 5 fits converged, 0 failed, 1 canceled, 2 not started.",
            Assert.Throws<OperationCanceledException>(fits.ThrowIfCanceled).Message);
    }

    [Fact]
    public void A_result_that_was_not_canceled_does_not_throw()
    {
        NonlinearEquationsResult solved = NonlinearEquations.Solve([1], (p, f) => f[0] = p[0] - 2);
        Assert.Same(solved, solved.ThrowIfCanceled());
    }

    public static TheoryData<string, Func<CancellationToken, object>> CanceledSolves => new()
    {
        { "lm", token => LeastSquares.Solve([1, 1], 4, Line, cancellationToken: token).ThrowIfCanceled() },
        {
            "trf",
            token => LeastSquares.Solve(
                [1, 1], 4, Line, options: new() { Bounds = new(0, 9) }, cancellationToken: token).ThrowIfCanceled()
        },
        {
            "rows",
            token => LeastSquares.SolveByRows(
                [1, 1], 4, Line, (row, _, g) => (g[0], g[1]) = (X[row], 1), cancellationToken: token).ThrowIfCanceled()
        },
        {
            "sparse",
            token => LeastSquares.SolveSparse(
                [1, 1], 4, Line, SparseMatrix.FromDense(new double[4, 2]), cancellationToken: token).ThrowIfCanceled()
        },
        {
            "equations",
            token => NonlinearEquations.Solve(
                [1], (p, f) => f[0] = p[0] - 2, cancellationToken: token).ThrowIfCanceled()
        },
        {
            "many",
            token => LeastSquares.FitMany(
                [1], 3, 1, (_, p, f) => f[0] = p[0] - 2, cancellationToken: token).ThrowIfCanceled()
        },
        { "SciPy", token => Optimize.LeastSquares(p => [p[0] - 2], [1], cancellationToken: token).ThrowIfCanceled() },
    };

    [Theory]
    [MemberData(nameof(CanceledSolves))]
    public async Task A_task_whose_solve_was_canceled_is_canceled(
        string name, Func<CancellationToken, object> solve)
    {
        using CancellationTokenSource source = new();
        Task<object> task = Task.Run(
            () =>
            {
                source.Cancel();
                return solve(source.Token);
            },
            source.Token);
        OperationCanceledException thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        Assert.True(task.IsCanceled, name);
        Assert.Equal(source.Token, thrown.CancellationToken);
    }

    [Fact]
    public void Options_show_their_values_in_any_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        NumberFormatInfo comma = (NumberFormatInfo)NumberFormatInfo.InvariantInfo.Clone();
        comma.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = new(CultureInfo.InvariantCulture.Name) { NumberFormat = comma };
        try
        {
            Assert.Equal(
                "RootOptions { ColDeriv = False, Xtol = , Ftol = 1.49012E-08, Gtol = 0, Maxfev = 0, Band = (1, 2), "
                + "Eps = 1.5, Factor = 100, Diag = [1, 0.25], NonFiniteValues = Throw }",
                new RootOptions { Eps = 1.5, Band = (1, 2), Diag = [1, 0.25] }.ToString());
            Assert.Equal(
                "LeastSquaresOptions { StepTolerance = 0.5, MaxEvaluations = 7, InitialStepFactor = 100, "
                + "ParameterScale = [1.5], ResidualPrecision = , NonFiniteValues = Throw, CheckJacobian = False, "
                + "FunctionTolerance = 1.49012E-08, GradientTolerance = 0, MaxDegreeOfParallelism = 1, "
                + "ThreadSafeModel = False, Arithmetic = Exact, Bounds = (0.5, [1, Infinity]), Loss = Huber(0.25), "
                + "Method = , Differences = TwoPoint }",
                new LeastSquaresOptions
                {
                    StepTolerance = 0.5,
                    MaxEvaluations = 7,
                    ParameterScale = [1.5],
                    Bounds = new(0.5, [1, double.PositiveInfinity]),
                    Loss = Loss.Huber(0.25),
                }.ToString());
            Assert.Equal(
                "NonlinearEquationsOptions { StepTolerance = 1.49012E-08, MaxEvaluations = , InitialStepFactor = 0.1, "
                + "ParameterScale = , ResidualPrecision = , NonFiniteValues = Propagate, CheckJacobian = True, "
                + "Bandwidth = , Bounds =  }",
                new NonlinearEquationsOptions
                {
                    InitialStepFactor = 0.1, NonFiniteValues = NonFinitePolicy.Propagate, CheckJacobian = true,
                }.ToString());
            Assert.Equal("[1, 2.5]", InitialGuess.Create(1, 2.5).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Debuggers_show_the_line()
    {
        foreach (Type type in typeof(LeastSquares).Assembly.GetExportedTypes().Where(type =>
            type is { IsClass: true, IsAbstract: false } && (type.Name.EndsWith("Result") || type.Name.EndsWith("Info")
                || type.Name.EndsWith("Batch") || type.Name.EndsWith("Vector"))))
        {
            Assert.Equal("{ToString(),nq}", type.GetCustomAttribute<DebuggerDisplayAttribute>()?.Value);
            Assert.Equal(type, type.GetMethod("ToString", [])!.DeclaringType);
        }
    }

    private static double[] Line(double[] p)
    {
        double[] residuals = new double[X.Length];
        Line(p, residuals);
        return residuals;
    }

    private static void Line(ReadOnlySpan<double> p, Span<double> residuals)
    {
        for (int i = 0; i < X.Length; i++)
        {
            residuals[i] = (p[0] * X[i]) + p[1] - Y[i];
        }
    }
}
