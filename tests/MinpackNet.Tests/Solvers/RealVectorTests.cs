namespace MinpackNet.Tests;

/// <summary>The numbers that results hand out: they start the next solve, and nobody can change them.</summary>
public sealed class RealVectorTests
{
    private static readonly double[] X = [0, 1, 2, 3];
    private static readonly double[] Y = [1, 3, 5, 7.5];

    [Fact]
    public void A_result_starts_the_next_least_squares_solve()
    {
        LeastSquaresResult first = LeastSquares.Solve([1, 1], 4, Line);
        Assert.Equal([2.15, 0.9], first.Parameters, (a, b) => Math.Abs(a - b) < 1e-7);

        LeastSquaresResult second = LeastSquares.Solve(first.Parameters, 4, Line);
        Assert.True(second.Evaluations <= first.Evaluations);
        Assert.Equal(first.SumOfSquares, second.SumOfSquares, 1e-12);
        Assert.True(LeastSquares.SolveByRows(first.Parameters, 4, Line, LineRow).Converged);
    }

    [Fact]
    public void A_result_starts_the_next_search_for_a_root()
    {
        NonlinearEquationsResult first = NonlinearEquations.Solve([1], (p, f) => f[0] = (p[0] * p[0]) - 2);
        NonlinearEquationsResult second =
            NonlinearEquations.Solve(first.Parameters, (p, f) => f[0] = (p[0] * p[0]) - 2);
        Assert.Equal(1.4142135623730951, second.Parameters[0], 1e-12);
    }

    [Fact]
    public void A_result_is_the_guess_of_a_curve_fit()
    {
        LeastSquaresResult first = LeastSquares.Solve([1, 1], 4, Line);
        CurveFitResult byArray = Optimize.CurveFit(
            (double[] x, double[] p) => Array.ConvertAll(x, at => (p[0] * at) + p[1]), X, Y, p0: first.Parameters);
        CurveFitResult byScalars = Optimize.CurveFit((x, a, b) => (a * x) + b, X, Y, p0: first.Parameters);
        Assert.Equal(2.15, byArray.Popt[0], 1e-7);
        Assert.Equal(2.15, byScalars.Popt[0], 1e-7);
    }

    [Fact]
    public void Nothing_that_a_result_hands_out_can_be_changed()
    {
        LeastSquaresResult result = LeastSquares.Solve([1, 1], 4, Line);
        foreach (object numbers in (object[])[result.Parameters, result.Residuals, result.StandardErrors!])
        {
            Assert.False(numbers is double[] or IList<double> or System.Collections.IList);
        }

        double[] copy = result.Parameters.ToArray();
        copy[0] = 17;
        Assert.NotEqual(17, result.Parameters[0]);
        ReadOnlySpan<double> first = result.Parameters.AsSpan();
        ReadOnlySpan<double> second = result.Parameters;
        Assert.True(first == second);
    }

    [Fact]
    public void A_vector_copies_what_it_is_made_of()
    {
        double[] values = [1, 2];
        RealVector vector = [.. values];
        values[0] = 3;
        Assert.Equal([1.0, 2.0], vector.ToArray());
        Assert.Equal(2, vector[^1]);
        Assert.Equal(2, vector.Count);
    }

    [Fact]
    public void Vectors_are_equal_by_their_numbers()
    {
        RealVector vector = [1, double.NaN];
        Assert.True(vector == RealVector.Create(1, double.NaN));
        Assert.Equal(vector.GetHashCode(), RealVector.Create(1, double.NaN).GetHashCode());
        Assert.True(vector != RealVector.Create(1, 2));
        Assert.False(vector.Equals(RealVector.Create(1)));
        Assert.False(vector.Equals(null));
        RealVector? none = null;
        Assert.True(none == null);
        Assert.False(vector == none);
    }

    [Fact]
    public void A_vector_shows_eight_numbers()
    {
        Assert.Equal("[]", RealVector.Create().ToString());
        Assert.Equal("[1, 0.333333, -1E+100, NaN]", RealVector.Create(1, 1.0 / 3, -1e100, double.NaN).ToString());
        Assert.Equal("[1, 2, 3, 4, 5, 6, 7, 8]", RealVector.Create(1, 2, 3, 4, 5, 6, 7, 8).ToString());
        Assert.Equal(
            "[1, 2, 3, 4, 5, 6, 7, 8, … (9 numbers)]", RealVector.Create(1, 2, 3, 4, 5, 6, 7, 8, 9).ToString());
    }

    private static void Line(ReadOnlySpan<double> p, Span<double> residuals)
    {
        for (int i = 0; i < X.Length; i++)
        {
            residuals[i] = (p[0] * X[i]) + p[1] - Y[i];
        }
    }

    private static void LineRow(int row, ReadOnlySpan<double> p, Span<double> derivatives)
    {
        derivatives[0] = X[row];
        derivatives[1] = 1;
    }
}
