using MinpackNet.Tests.Problems;

namespace MinpackNet.Tests;

/// <summary>The options of equations alone.</summary>
public sealed class EquationOptionsTests
{
    private static readonly TestCase Tridiagonal = EquationProblems.Cases[49];
    private static readonly TestCase Banded = EquationProblems.Cases[52];

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Equal("start", Assert.ThrowsAny<ArgumentException>(
            () => NonlinearEquations.Solve([], Crossing.Equations)).ParamName);
        Assert.Equal("start", Assert.ThrowsAny<ArgumentException>(
            () => NonlinearEquations.Solve([1, double.NaN], Crossing.Equations)).ParamName);
        Assert.Equal("equations", Assert.Throws<ArgumentNullException>(
            () => NonlinearEquations.Solve(Crossing.Start, null!)).ParamName);
    }

    [Fact]
    public void The_defaults_of_equations_are_those_of_SciPy()
    {
        NonlinearEquationsOptions options = NonlinearEquationsOptions.Default;
        Assert.Null(options.Bandwidth);
        Assert.Equal(options, new NonlinearEquationsOptions());
    }

    [Fact]
    public void A_bandwidth_saves_evaluations_and_leads_to_the_same_root()
    {
        NonlinearEquationsResult dense = Solve(Tridiagonal, band: null);
        NonlinearEquationsResult banded = Solve(Tridiagonal, band: (1, 1));
        AssertSameRoot(dense, banded);
        Assert.True(dense.Evaluations - banded.Evaluations >= 7); // 3 in place of 10 for each Jacobian

        AssertSameRoot(Solve(Banded, band: null), Solve(Banded, band: (5, 1)));
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, 1, 3)]
    [InlineData(5, 1, 7)]
    [InlineData(9, 9, 10)]
    public void One_Jacobian_by_differences_costs_as_many_evaluations_as_it_has_diagonals(
        int lower, int upper, int cost)
    {
        // One evaluation at the start, one Jacobian and one step.
        NonlinearEquationsOptions options = new() { Bandwidth = (lower, upper), MaxEvaluations = 1 };
        NonlinearEquationsResult result =
            NonlinearEquations.Solve(Tridiagonal.Start(), Tridiagonal.Problem.Residuals, options: options);
        Assert.Equal(1 + cost + 1, result.Evaluations);
    }

    [Theory]
    [InlineData(9, 9)]
    [InlineData(1000, 1000)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void A_bandwidth_beyond_the_matrix_is_dense(int lower, int upper)
    {
        NonlinearEquationsResult dense = Solve(Tridiagonal, band: null);
        NonlinearEquationsResult wide = Solve(Tridiagonal, band: (lower, upper));
        Assert.Equal(dense.Evaluations, wide.Evaluations);
        Assert.Equal(dense.Parameters, wide.Parameters);
    }

    [Fact]
    public void With_a_Jacobian_the_bandwidth_is_unused()
    {
        NonlinearEquationsOptions options = new() { Bandwidth = (0, 0) };
        NonlinearEquationsResult plain = NonlinearEquations.Solve(
            Tridiagonal.Start(), Tridiagonal.Problem.Residuals, Tridiagonal.Jacobian);
        NonlinearEquationsResult banded = NonlinearEquations.Solve(
            Tridiagonal.Start(), Tridiagonal.Problem.Residuals, Tridiagonal.Jacobian, options);
        Assert.Equal(plain.Parameters, banded.Parameters);
    }

    /// <summary>With a tolerance at which the roots agree to 1e-12.</summary>
    private static NonlinearEquationsResult Solve(TestCase problem, (int, int)? band) => NonlinearEquations.Solve(
        problem.Start(), problem.Problem.Residuals, options: new() { Bandwidth = band, StepTolerance = 1e-13 });

    private static void AssertSameRoot(NonlinearEquationsResult expected, NonlinearEquationsResult actual)
    {
        Assert.Equal(expected.Status, actual.Status);
        Assert.True(actual.IsRoot);
        Assert.All(
            expected.Parameters.Zip(actual.Parameters), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }
}
