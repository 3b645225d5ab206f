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
        ScaledJacobian jacobian = new((double[])[.. first, .. second], 3, 2, 1e-13);
        Assert.Equal(2, jacobian.Rank);
        Assert.Equal(1, jacobian.QuadraticForm([1, second[0]], 1e-4), 1e-9);
        Assert.Equal(1, jacobian.QuadraticForm([0, apart], 1e-4), 1e-6);
    }

    [Fact]
    public void Dependent_columns_have_the_pseudoinverse_and_no_form_across_them()
    {
        ScaledJacobian jacobian = new((double[])[1, 0, 0, 1, 0, 0, 0, 0, 1], 3, 3, 1e-13);
        Assert.Equal(2, jacobian.Rank);
        Assert.Equal(0.25, jacobian.Inverse[0, 1], 1e-12);
        Assert.Equal(1, jacobian.QuadraticForm([1, 1, 0], 1e-4), 1e-12);
        Assert.Equal(double.PositiveInfinity, jacobian.QuadraticForm([1, -1, 0], 1e-4));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.2)]
    [InlineData(1e-2)]
    [InlineData(1e-5)]
    [InlineData(1e-15)]
    public void Large_columns_are_not_needed_any_more(double apart)
    {
        const int M = 60_000;
        double cosine = Math.Sqrt(1 - (apart * apart));
        double[] columns = new double[2 * M];
        columns[0] = 1;
        (columns[M], columns[^1]) = (cosine, apart);
        ScaledJacobian jacobian = new(columns, M, 2, 1e-13);
        Array.Fill(columns, double.NaN);
        Assert.Equal(0, jacobian.Columns.Length);
        Assert.Equal(apart > 1e-13 ? 2 : 1, jacobian.Rank);
        Assert.Equal(Math.Sqrt(1 + cosine), jacobian.SingularValues[0], 1e-12);
        Assert.Equal(apart / Math.Sqrt(1 + cosine), jacobian.SingularValues[1], 1e-9 * apart + 1e-15);
        Assert.Equal(1, jacobian.QuadraticForm([1, cosine], 1e-4), 1e-9);
        for (int d = 0; d < jacobian.Rank; d++)
        {
            // The direction v of a singular value s has JᵀJ v = s² v.
            (double v, double w) = (jacobian.Directions[d, 0], jacobian.Directions[d, 1]);
            double square = jacobian.SingularValues[d] * jacobian.SingularValues[d];
            Assert.Equal(1, Math.Sqrt((v * v) + (w * w)), 1e-12);
            Assert.Equal(square * v, v + (cosine * w), 1e-12);
            Assert.Equal(square * w, (cosine * v) + w, 1e-12);
        }
    }

    private static Matrix<double> Columns(int m, int n)
    {
        Random random = new(m + n);
        Matrix<double> columns = Matrix<double>.Build.Dense(
            m, n, (i, j) => (i == j ? 3 : 0) + ((random.NextDouble() - 0.5) / Math.Sqrt(m)));
        return columns.NormalizeColumns(2);
    }
}
