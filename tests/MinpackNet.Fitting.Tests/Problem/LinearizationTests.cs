using MathNet.Numerics.LinearAlgebra;

namespace MinpackNet.Fitting.Tests;

/// <summary>Many points are linearized by sums over blocks of them, with the results of the whole Jacobian.</summary>
public sealed class LinearizationTests
{
    // A last block that is shorter than the others.
    private const int Points = 60_001;

    private static readonly double[] X = [.. Enumerable.Range(0, Points).Select(i => 5.0 * i / Points)];

    [Theory]
    [InlineData("a*exp(-b*x) + c", false, 3)]
    [InlineData("a*exp(-b*x) + c", true, 3)]
    [InlineData("a*sin(b*x) + c*x", true, 3)]
    // Sums alone would keep too few digits of these, which are nearly dependent or altogether.
    [InlineData("a*exp(-b*x) + c*exp(-(b + 1e-4)*x)", false, 3)]
    [InlineData("a*exp(-b*x) + c*exp(-b*x)", false, 2)]
    // A column of zeros, and squares out of the range of numbers.
    [InlineData("a*exp(-b*x) + 0*c", false, 2)]
    [InlineData("a*exp(-b*x) + 1e-160*c*x", false, 2)]
    [InlineData("a*exp(-b*x) + 1e160*(c - 1.1)*x", false, 3)]
    public void It_is_that_of_the_whole_Jacobian(string formula, bool isWeighted, int rank)
    {
        double[] y = [.. X.Select((x, i) => (2 * Math.Exp(-x)) + 1 + (0.1 * Math.Sin(1000.0 * i)))];
        double[] at = [2.1, 0.9, 1.1];
        FitProblem problem = new(
            Formula.Parse(formula),
            X,
            y,
            [("a", at[0]), ("b", at[1]), ("c", at[2])],
            new() { Sigma = isWeighted ? [.. X.Select(x => 0.1 + (0.01 * x))] : null });
        double[] residuals = problem.ResidualsAt(at);
        double[] jacobian = new double[Points * at.Length];
        problem.RowsAt(at, residuals, jacobian);

        Linearization there = Linearization.At(problem, at)!;
        Assert.Equal(rank, there.Rank);
        Matrix<double> columns = Matrix<double>.Build.Dense(Points, at.Length, jacobian);
        Vector<double> right = Vector<double>.Build.Dense(residuals).Normalize(2);
        double[] norms = Norms.OfColumns(jacobian, Points);
        for (int k = 0; k < at.Length; k++)
        {
            Assert.Equal(norms[k], there.ColumnNorms[k], 1e-13 * norms[k]);
            double cosine = norms[k] < 1e-100 ? 0 : Math.Abs(columns.Column(k) / norms[k] * right);
            Assert.Equal(cosine, there.Cosines[k], 1e-12);
        }

        if (rank == at.Length)
        {
            Matrix<double> scaled =
                Matrix<double>.Build.DenseOfColumnVectors(norms.Select((norm, k) => columns.Column(k) / norm));
            double[] values = [.. scaled.QR().R.Svd().S];
            for (int d = 0; d < values.Length; d++)
            {
                Assert.Equal(values[d], there.SingularValues[d], 1e-11);
            }

            Matrix<double> inverse = scaled.TransposeThisAndMultiply(scaled).Inverse();
            double tolerance = 2e-13 / (values[^1] * values[^1]);
            for (int k = 0; k < at.Length; k++)
            {
                double error = Math.Sqrt(inverse[k, k]) / there.ColumnNorms[k];
                Assert.InRange(there.UnscaledError(k) / error, 1 - tolerance, 1 + tolerance);
            }
        }
    }

    [Fact]
    public void Its_evaluation_counts_once()
    {
        FitProblem problem = new(Formula.Parse("a*x + b"), X, X, [("a", 1), ("b", 0)], new());
        Linearization.At(problem, [1, 0.5]);
        Assert.Equal((1, 1), (problem.EvaluationCount, problem.DerivativeCount));
    }
}
