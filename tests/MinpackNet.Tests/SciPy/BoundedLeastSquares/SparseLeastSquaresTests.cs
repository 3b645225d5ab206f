using System.Numerics;
using System.Text.Json;
using MinpackNet.Tests.Problems;

namespace MinpackNet.Tests.SciPy;

/// <summary>
/// <c>Optimize.LeastSquares</c> with Jacobians that are not dense, and with LSMR: what it returns, and what it refuses.
/// </summary>
/// <remarks>The numbers are SciPy's for the decay b0 exp(-b1 t) - y from (4, 0.4).</remarks>
public sealed class SparseLeastSquaresTests
{
    private static readonly Func<double[], double[]> F = Decay.Residuals;
    private static readonly Func<double[], double[,]> J = Decay.Jacobian;
    private static readonly SparseMatrix Everywhere = SparseDecay.Everywhere;

    /// <summary>Bad input that is not recorded, and the argument that the exception names.</summary>
    private static readonly Dictionary<string, (string Argument, Action Call)> Bad = new()
    {
        ["j-none"] = ("jac", () => Optimize.LeastSquares(F, Start(), (Func<double[], SparseMatrix>)null!)),
        ["j-operator-none"] = (
            "jac", () => Optimize.LeastSquares(F, Start(), (Func<double[], JacobianOperator>)null!)),
        ["j-sparse-null"] = ("jac", () => Optimize.LeastSquares(F, Start(), _ => (SparseMatrix)null!)),
        ["j-sparse-shape"] = (
            "jac", () => Optimize.LeastSquares(F, Start(), _ => SparseMatrix.FromTriplets(2, 6, []))),
        ["j-operator-shape"] = (
            "jac", () => Optimize.LeastSquares(F, Start(), _ => new JacobianOperator(6, 3, Nothing, Nothing))),
        ["j-operator-exact"] = (
            "trSolver", () => Optimize.LeastSquares(F, Start(), SparseDecay.Operator, trSolver: TrSolver.Exact)),
        ["tr_solver-lm"] = (
            "trSolver",
            () => Optimize.LeastSquares(F, Start(), trSolver: TrSolver.Lsmr, method: LeastSquaresMethod.Lm)),
        ["tr_options-lm"] = (
            "trOptions", () => Optimize.LeastSquares(F, Start(), trOptions: new(), method: LeastSquaresMethod.Lm)),
        ["dogbox-regularize"] = (
            "Regularize",
            () => Optimize.LeastSquares(
                F, Start(), SparseDecay.Jacobian, method: LeastSquaresMethod.Dogbox,
                trOptions: new() { Regularize = true })),
        ["tr_options-atol"] = ("Atol", () => WithOptions(new() { Atol = -1 })),
        ["tr_options-btol"] = ("Btol", () => WithOptions(new() { Btol = double.NaN })),
        ["tr_options-conlim"] = ("Conlim", () => WithOptions(new() { Conlim = -1 })),
        ["tr_options-maxiter"] = ("Maxiter", () => WithOptions(new() { Maxiter = 0 })),
        ["tr_options-damp"] = ("Damp", () => WithOptions(new() { Damp = double.PositiveInfinity })),
    };

    public static TheoryData<string> BadInputs => [.. Bad.Keys];

    [Theory]
    [MemberData(nameof(BadInputs))]
    public void Bad_input_gives_an_exception_that_names_the_argument(string id)
    {
        (string argument, Action call) = Bad[id];
        Assert.Equal(argument, Assert.ThrowsAny<ArgumentException>(call).ParamName);
    }

    [Fact]
    public void The_result_has_the_Jacobian_in_its_own_form()
    {
        OptimizeResult dense = Optimize.LeastSquares(F, Start(), J, trSolver: TrSolver.Lsmr);
        Assert.Equal((6, 2), (dense.Jac.GetLength(0), dense.Jac.GetLength(1)));
        Assert.Null(dense.JacSparse);
        Assert.Null(dense.JacOperator);

        OptimizeResult sparse = Optimize.LeastSquares(F, Start(), SparseDecay.Jacobian);
        Assert.Equal(dense.X, sparse.X);
        Assert.Equal(dense.Jac, sparse.JacSparse!.ToDense());
        Assert.Empty(sparse.Jac);

        OptimizeResult grouped = Optimize.LeastSquares(F, Start(), jacSparsity: Everywhere);
        Assert.Equal(Optimize.LeastSquares(F, Start(), trSolver: TrSolver.Lsmr).Jac, grouped.JacSparse!.ToDense());
    }

    [Theory]
    [InlineData(LeastSquaresMethod.Trf)]
    [InlineData(LeastSquaresMethod.Dogbox)]
    public void An_operator_comes_back_with_the_weights_of_the_loss(LeastSquaresMethod method)
    {
        OptimizeResult dense = Optimize.LeastSquares(
            F, Start(), J, method: method, loss: LossFunction.SoftL1, fScale: 0.1, trSolver: TrSolver.Lsmr);
        OptimizeResult result = Optimize.LeastSquares(
            F, Start(), SparseDecay.Operator, method: method, loss: LossFunction.SoftL1, fScale: 0.1);
        Assert.Equal((dense.Status, dense.Nfev), (result.Status, result.Nfev));
        Assert.All(dense.X.Zip(result.X), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        double[] product = new double[6];
        result.JacOperator!.Multiply([0, 1], product);
        double[] gradient = new double[2];
        result.JacOperator.MultiplyTransposed([0, 0, 1, 0, 0, 0], gradient);
        for (int i = 0; i < 6; i++)
        {
            Assert.Equal(dense.Jac[i, 1], product[i], 1e-9);
        }

        Assert.Equal(dense.Jac[2, 0], gradient[0], 1e-9);
    }

    /// <summary>SciPy's evaluations, status and cost for the Broyden tridiagonal problem with ten parameters.</summary>
    [Theory]
    [InlineData(LeastSquaresMethod.Trf, "{}", false, 5, 1, 4.873378594416872e-19)]
    [InlineData(LeastSquaresMethod.Trf, """{"Damp":2}""", false, 9, 3, 6.7686780656567375e-18)]
    [InlineData(LeastSquaresMethod.Trf, """{"Damp":2}""", true, 53, 2, 2.6134015360823497)]
    [InlineData(LeastSquaresMethod.Trf, """{"Maxiter":3}""", false, 14, 1, 5.2122825963621e-18)]
    [InlineData(LeastSquaresMethod.Trf, """{"Regularize":false}""", false, 5, 1, 5.642614673963407e-19)]
    [InlineData(LeastSquaresMethod.Trf, """{"Regularize":false}""", true, 8, 2, 2.6134014165303032)]
    [InlineData(LeastSquaresMethod.Trf, """{"Conlim":1.5}""", false, 13, 1, 2.506036322658072e-19)]
    [InlineData(LeastSquaresMethod.Dogbox, "{}", true, 9, 2, 2.6134014161243315)]
    [InlineData(LeastSquaresMethod.Dogbox, """{"Damp":2}""", false, 18, 3, 3.8005387496826297e-16)]
    [InlineData(LeastSquaresMethod.Dogbox, """{"Damp":2}""", true, 10, 2, 2.613401416147969)]
    [InlineData(LeastSquaresMethod.Dogbox, """{"Maxiter":2}""", false, 23, 3, 5.339041989093247e-16)]
    [InlineData(LeastSquaresMethod.Dogbox, """{"Atol":0.5}""", true, 13, 2, 2.613401420584152)]
    [InlineData(LeastSquaresMethod.Dogbox, """{"Btol":0.5}""", false, 17, 3, 1.8891263805516456e-15)]
    [InlineData(LeastSquaresMethod.Dogbox, """{"Conlim":1.5}""", false, 12, 3, 1.3262314008422062e-15)]
    public void Options_have_the_effect_of_SciPys(
        LeastSquaresMethod method, string options, bool isBounded, int nfev, int status, double cost)
    {
        SparseProblem problem = SparseProblem.Named("broyden tridiagonal", 10);
        OptimizeResult result = Optimize.LeastSquares(
            problem.Residuals, problem.Start, problem.Jacobian,
            isBounded ? RecordedSparseLeastSquares.Box(problem.Start) : Bounds.None, method,
            trOptions: JsonSerializer.Deserialize<TrOptions>(options));
        Assert.Equal((nfev, status), (result.Nfev, result.Status));
        Assert.Equal(cost, result.Cost, (isBounded ? 1e-9 : 1e-3) * cost);
    }

    [Fact]
    public void What_is_not_finite_is_named()
    {
        NonFiniteValueException sparse = Assert.Throws<NonFiniteValueException>(
            () => Optimize.LeastSquares(F, Start(), x => Spoiled(SparseDecay.Jacobian(x), 9)));
        Assert.Equal((3, 1), (sparse.ResidualIndex, sparse.ParameterIndex));
        Assert.Contains("derivative of residual 3 with respect to parameter 1 is NaN", sparse.Message);

        NonFiniteValueException product = Assert.Throws<NonFiniteValueException>(
            () => Optimize.LeastSquares(F, Start(), x => SparseDecay.OperatorOf(Spoiled(SparseDecay.Jacobian(x), 9))));
        Assert.Equal((-1, 1), (product.ResidualIndex, product.ParameterIndex));
        Assert.Contains("is NaN for parameter 1 at (4, 0.4)", product.Message);

        NonFiniteValueException difference = Assert.Throws<NonFiniteValueException>(
            () => Optimize.LeastSquares(
                x => x[0] == 4 ? F(x) : [1, double.NaN, 1, 1, 1, 1], Start(), jacSparsity: Everywhere));
        Assert.Equal((1, null), (difference.ResidualIndex, difference.ParameterIndex));
        Assert.Contains("where a finite difference was taken", difference.Message);
    }

    [Fact]
    public void An_exception_of_the_users_comes_out_as_the_same_instance()
    {
        InvalidOperationException thrown = new("user failure");
        Action[] calls =
        [
            () => Optimize.LeastSquares(F, Start(), SparseMatrix (_) => throw thrown),
            () => Optimize.LeastSquares(F, Start(), JacobianOperator (_) => throw thrown),
            () => Optimize.LeastSquares(F, Start(), _ => new JacobianOperator(6, 2, Nothing, (_, _) => throw thrown)),
            () => Optimize.LeastSquares(F, Start(), x => new JacobianOperator(
                6, 2, (_, _) => throw thrown, SparseDecay.Operator(x).MultiplyTransposed)),
            () => Optimize.LeastSquares(x => x[1] == 0.4 ? F(x) : throw thrown, Start(), jacSparsity: Everywhere),
        ];
        Assert.All(calls, call => Assert.Same(thrown, Assert.Throws<InvalidOperationException>(call)));
    }

    [Fact]
    public void A_structure_may_have_more_entries_than_the_Jacobian()
    {
        SparseProblem problem = SparseProblem.Named("broyden tridiagonal", 40);
        OptimizeResult exact = Optimize.LeastSquares(problem.Residuals, problem.Start, jacSparsity: problem.Structure);
        Assert.True(exact.Success);
        SparseMatrix wide = SparseMatrix.FromTriplets(
            40, 40,
            from i in Enumerable.Range(0, 40) from j in Enumerable.Range(0, 40)
            where Math.Abs(i - j) < 4
            select (i, j, 1.0));
        OptimizeResult more = Optimize.LeastSquares(problem.Residuals, problem.Start, jacSparsity: wide);
        Assert.Equal((exact.Nfev, exact.Status), (more.Nfev, more.Status));
        Assert.All(exact.X.Zip(more.X), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public void Complex_steps_by_groups_have_the_bits_of_those_by_columns()
    {
        double[] x = [.. Enumerable.Range(0, 40).Select(k => Math.Sin(k))];
        SparseMatrix structure = SparseProblem.Named("broyden tridiagonal", 40).Structure;
        int calls = 0;
        Complex[] Model(Complex[] z)
        {
            calls++;
            return ComplexProblems.Residuals("broyden tridiagonal", z);
        }

        double[,] dense = Optimize.ComplexStep(Model, [1e-7])(x);
        Assert.Equal(40, calls);
        Assert.Equal(dense, Optimize.ComplexStep(Model, structure, [1e-7])(x).ToDense());
        Assert.Equal(43, calls);

        Assert.Equal("fun", Argument(() => Optimize.ComplexStep(null!, structure)));
        Assert.Equal("jacSparsity", Argument(() => Optimize.ComplexStep(Model, (SparseMatrix)null!)));
        Assert.Equal("jacSparsity", Argument(() => Optimize.ComplexStep(Model, structure)([1, 2])));
        Assert.Equal("jacSparsity", Argument(() => Optimize.ComplexStep(_ => [1], structure)(x)));
        Assert.Equal("fun", Argument(() => Optimize.ComplexStep(_ => null!, structure)(x)));
        Assert.Equal("diffStep", Argument(() => Optimize.ComplexStep(Model, structure, [1, 2])(x)));

        static string? Argument(Func<object> call) => Assert.ThrowsAny<ArgumentException>(call).ParamName;
    }

    [Fact]
    public void Cancellation_ends_the_solve_at_the_best_point()
    {
        SparseProblem problem = SparseProblem.Named("broyden tridiagonal", 40);
        using CancellationTokenSource source = new();
        int calls = 0;
        OptimizeResult result = Optimize.LeastSquares(
            x =>
            {
                if (++calls == 6)
                {
                    source.Cancel();
                }

                return problem.Residuals(x);
            },
            problem.Start, jacSparsity: problem.Structure, cancellationToken: source.Token);
        Assert.Equal((-2, false), (result.Status, result.Success));
        // The start, three groups, a trial, and of the second Jacobian one group: the first is what there is.
        Assert.Equal((6, 1), (calls, result.Njev));
        Assert.Equal(7, result.JacSparse![0, 0], 1e-6);
    }

    [Fact]
    public void A_hundred_thousand_parameters_take_memory_in_proportion_to_the_non_zeros()
    {
        const int N = 100_000;
        SparseMatrix structure = Tridiagonal(N);
        double[] start = new double[N];
        Array.Fill(start, -1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        OptimizeResult result = Optimize.LeastSquares(
            x =>
            {
                double[] residuals = new double[N];
                BroydenProblems.Tridiagonal.Residuals(x, residuals);
                return residuals;
            },
            start, jacSparsity: structure, cancellationToken: TestContext.Current.CancellationToken);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(result.Success);
        Assert.True(result.Cost < 1e-15, $"{result}");
        // A dense Jacobian would take 80 GB.
        Assert.True(allocated < 1000L * structure.NonZeroCount, $"{allocated / 1e6:F0} MB");
    }

    private static double[] Start() => [4, 0.4];

    private static SparseMatrix Spoiled(SparseMatrix matrix, int entry)
    {
        double[] values = matrix.Values.ToArray();
        values[entry] = double.NaN;
        return matrix.WithValues(values);
    }

    private static void WithOptions(TrOptions options) =>
        Optimize.LeastSquares(F, Start(), SparseDecay.Jacobian, trOptions: options);

    private static void Nothing(ReadOnlySpan<double> vector, Span<double> product) => product.Clear();

    private static SparseMatrix Tridiagonal(int n) => SparseMatrix.FromTriplets(
        n,
        n,
        from i in Enumerable.Range(0, n)
        from j in Enumerable.Range(Math.Max(0, i - 1), i == 0 || i == n - 1 ? 2 : 3)
        select (i, j, 1.0));
}
