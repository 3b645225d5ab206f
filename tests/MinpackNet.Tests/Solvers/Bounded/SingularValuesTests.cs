namespace MinpackNet.Tests;

/// <summary>The singular values of matrices whose values are known, and least-squares solutions from them.</summary>
public sealed class SingularValuesTests
{
    /// <summary>The columns of a matrix, its singular values, a right-hand side, and the shortest solution.</summary>
    public static TheoryData<double[][], double[], double[], double[]> Matrices => new()
    {
        { [[3, 4], [0, 5]], [Math.Sqrt(45), Math.Sqrt(5)], [3, 14], [1, 2] },
        { [[1, 1], [1e-20, -1e-20]], [Math.Sqrt(2), Math.Sqrt(2) * 1e-20], [3, -1], [1, 2e20] },
        {
            [[1, 1, 1, 1], [0, 1, 2, 3]], [Math.Sqrt(9 + Math.Sqrt(61)), Math.Sqrt(9 - Math.Sqrt(61))], [1, 3, 5, 7],
            [1, 2]
        },
        { [[1, 2, 2], [2, 4, 4]], [Math.Sqrt(45), 0], [5, 10, 10], [1, 2] },
        { [[3], [4]], [5, 0], [25], [3, 4] },
        { [[0, 0, 0]], [0], [1, 2, 3], [0] },
    };

    [Theory]
    [MemberData(nameof(Matrices))]
    public void Values_and_solutions_are_right(double[][] columns, double[] values, double[] right, double[] solution)
    {
        foreach (bool formsQ in (bool[])[false, true])
        {
            QrFactor factor = new(right.Length + 1, columns.Length + 1);
            factor.Reshape(right.Length, columns.Length);
            for (int j = 0; j < columns.Length; j++)
            {
                factor.SetColumn(j, columns[j]);
            }

            factor.SetRightSide(right);
            factor.Factorize(threads: 1, formsQ);
            SingularValues svd = new(columns.Length + 1);
            svd.Decompose(factor);

            double[] found = svd.Values.ToArray();
            Assert.Equal(values.Max(), svd.Largest, 2e-15 * values.Max());
            Assert.Equal(found.Min(), svd.Smallest);
            Assert.All(
                values.OrderDescending().Zip(found.OrderDescending()),
                pair => Assert.Equal(pair.First, pair.Second, pair.First == 0 ? 1e-14 : 2e-15 * pair.First));

            double[] coefficients = new double[columns.Length];
            for (int j = 0; j < coefficients.Length; j++)
            {
                bool isZero = !values.Any(value => value > 0 && Math.Abs(found[j] - value) < 1e-10 * value);
                coefficients[j] = isZero ? 0 : svd.Products[j] / found[j];
            }

            double[] step = new double[columns.Length];
            svd.NegativeCombination(coefficients, step);
            Assert.All(
                solution.Zip(step), pair => Assert.Equal(-pair.First, pair.Second, 1e-14 * Math.Abs(pair.First)));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Threads_change_no_bit_of_a_large_factor(int threads)
    {
        QrFactor alone = Large(1);
        QrFactor together = Large(threads);
        for (int j = 0; j < alone.Columns; j++)
        {
            Assert.Equal(alone.ColumnAt(j), together.ColumnAt(j));
            Assert.Equal(alone.Column(j)[..(j + 1)], together.Column(j)[..(j + 1)]);
        }

        Assert.Equal(alone.RightSide[..alone.Columns], together.RightSide[..alone.Columns]);
    }

    private static QrFactor Large(int threads)
    {
        const int Rows = 4000;
        const int Columns = 300;
        QrFactor factor = new(Rows, Columns);
        factor.Reshape(Rows, Columns);
        for (int j = 0; j < Columns; j++)
        {
            factor.SetColumn(j, [.. Enumerable.Range(0, Rows).Select(i => Math.Sin((i * (j + 1)) + (j * j)))]);
        }

        factor.SetRightSide([.. Enumerable.Range(0, Rows).Select(i => Math.Cos(i))]);
        factor.Factorize(threads);
        return factor;
    }
}
