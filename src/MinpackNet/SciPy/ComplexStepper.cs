using System.Numerics;

namespace MinpackNet;

/// <summary>Derivatives from the imaginary parts of values at complex points.</summary>
internal static class ComplexStepper
{
    /// <summary>A sparse Jacobian: one evaluation for each group of columns.</summary>
    /// <param name="fun">The user's.</param>
    /// <param name="x">The point.</param>
    /// <param name="jacSparsity">Where the Jacobian has entries.</param>
    /// <param name="groups">Columns that share no row.</param>
    /// <param name="diffStep">The steps.</param>
    public static SparseMatrix Jacobian(
        Func<Complex[], Complex[]> fun, double[] x, SparseMatrix jacSparsity, int[][] groups, DiffStep? diffStep)
    {
        double[]? steps = Validate.DifferenceSteps(diffStep?.Values, x.Length, nameof(diffStep));
        Validate.Structure(jacSparsity, (jacSparsity.RowCount, x.Length), nameof(jacSparsity));
        double[] values = new double[jacSparsity.NonZeroCount];
        foreach (int[] group in groups)
        {
            Complex[] point = Array.ConvertAll(x, value => new Complex(value, 0));
            foreach (int j in group)
            {
                point[j] = new(x[j], Step(j));
            }

            Complex[] residuals = fun(point) ?? throw Errors.NullFromFunction(nameof(fun));
            Validate.Structure(jacSparsity, (residuals.Length, x.Length), nameof(jacSparsity));
            foreach (int j in group)
            {
                for (int k = jacSparsity.ColumnPointers[j]; k < jacSparsity.ColumnPointers[j + 1]; k++)
                {
                    values[k] = residuals[jacSparsity.RowIndices[k]].Imaginary / Step(j);
                }
            }
        }

        return jacSparsity.WithOwnValues(values);

        double Step(int j) => DifferenceStencil.Step(x[j], steps?[j], DifferenceStencil.TwoPointStep);
    }

    /// <summary>The Jacobian, m by n.</summary>
    public static double[,] Jacobian(Func<Complex[], Complex[]> fun, double[] x, DiffStep? diffStep)
    {
        double[]? steps = Validate.DifferenceSteps(diffStep?.Values, x.Length, nameof(diffStep));
        double[,] jacobian = new double[0, 0];
        for (int j = 0; j < x.Length; j++)
        {
            Complex[] point = Array.ConvertAll(x, value => new Complex(value, 0));
            double step = DifferenceStencil.Step(x[j], steps?[j], DifferenceStencil.TwoPointStep);
            point[j] = new(x[j], step);
            Complex[] values = fun(point) ?? throw Errors.NullFromFunction(nameof(fun));
            if (j == 0)
            {
                jacobian = new double[values.Length, x.Length];
            }
            else if (values.Length != jacobian.GetLength(0))
            {
                throw Errors.ChangedLength(nameof(fun), jacobian.GetLength(0), values.Length);
            }

            for (int i = 0; i < values.Length; i++)
            {
                jacobian[i, j] = values[i].Imaginary / step;
            }
        }

        return jacobian;
    }
}
