using MathNet.Numerics.LinearAlgebra;

namespace MinpackNet.Fitting.Tests;

/// <summary>The core's factorization and the singular value decomposition say the same.</summary>
public sealed class ScaledJacobianTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 3)]
    [InlineData(40, 40)]
    [InlineData(302, 300)]
    public void The_inverse_is_that_of_the_normal_matrix(int m, int n)
    {
        Matrix<double> columns = Columns(m, n);
        ScaledJacobian jacobian = new(columns.ToColumnMajorArray(), m, n, 1e-13);
        Matrix<double> product = columns.TransposeThisAndMultiply(columns)
            * Matrix<double>.Build.DenseOfArray(jacobian.Inverse);
        Assert.Equal(n, jacobian.Rank);
        Assert.True((product - Matrix<double>.Build.DenseIdentity(n)).L2Norm() < 1e-6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1e-2)]
    [InlineData(1e-5)]
    [InlineData(1e-9)]
    public void Near_dependence_keeps_the_rank_and_the_variance_of_the_sum(double apart)
    {
        // The second column is nearly the first; along the first, alone or in the sum of both, the model is stiff.
        double[] first = [1, 0, 0];
        double[] second = [Math.Sqrt(1 - (apart * apart)), apart, 0];
        ScaledJacobian jacobian = new([.. first, .. second], 3, 2, 1e-13);
        Assert.Equal(2, jacobian.Rank);
        Assert.Equal(1, jacobian.QuadraticForm([1, second[0]], 1e-4), 1e-9);
        Assert.Equal(1, jacobian.QuadraticForm([0, apart], 1e-4), 1e-6);
    }

    [Fact]
    public void Dependent_columns_have_the_pseudoinverse_and_no_form_across_them()
    {
        ScaledJacobian jacobian = new([1, 0, 0, 1, 0, 0, 0, 0, 1], 3, 3, 1e-13);
        Assert.Equal(2, jacobian.Rank);
        Assert.Equal(0.25, jacobian.Inverse[0, 1], 1e-12);
        Assert.Equal(1, jacobian.QuadraticForm([1, 1, 0], 1e-4), 1e-12);
        Assert.Equal(double.PositiveInfinity, jacobian.QuadraticForm([1, -1, 0], 1e-4));
    }

    private static Matrix<double> Columns(int m, int n)
    {
        Random random = new(m + n);
        Matrix<double> columns = Matrix<double>.Build.Dense(
            m, n, (i, j) => (i == j ? 3 : 0) + ((random.NextDouble() - 0.5) / Math.Sqrt(m)));
        return columns.NormalizeColumns(2);
    }
}
