namespace MinpackNet;

/// <summary>
/// Turns residuals of given uncertainty into residuals of standard deviation 1, and Jacobians likewise.
/// </summary>
internal sealed class Whitening
{
    private readonly double[]? _weights;
    private readonly double[,]? _lower;

    private Whitening(double[] weights) => _weights = weights;

    private Whitening(double[,] lower) => _lower = lower;

    public static Whitening ByDeviations(double[] deviations, int dataCount, string argument)
    {
        double[] weights = new double[dataCount];
        for (int i = 0; i < dataCount; i++)
        {
            double deviation = deviations[deviations.Length == 1 ? 0 : i];
            if (!double.IsFinite(1 / deviation))
            {
                throw Errors.SigmaValue(argument, i, deviation);
            }

            weights[i] = 1 / deviation;
        }

        return Array.TrueForAll(weights, weight => weight == 0) ? throw Errors.NoWeights(argument) : new(weights);
    }

    /// <summary>Keeps the Cholesky factor L of the covariance, L Lᵀ.</summary>
    public static Whitening ByCovariance(double[,] covariance, string argument)
    {
        int m = covariance.GetLength(0);
        double[,] lower = new double[m, m];
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double rest = covariance[i, j];
                if (!double.IsFinite(rest))
                {
                    throw Errors.SigmaElement(argument, i, j, rest);
                }

                for (int k = 0; k < j; k++)
                {
                    rest -= lower[i, k] * lower[j, k];
                }

                if (i == j && !(rest > 0 && double.IsFinite(rest)))
                {
                    throw Errors.SigmaNotPositiveDefinite(argument);
                }

                lower[i, j] = i == j ? Math.Sqrt(rest) : rest / lower[j, j];
            }
        }

        return new(lower);
    }

    /// <summary>values ← L⁻¹ values.</summary>
    public void Apply(Span<double> values)
    {
        if (_weights is not null)
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] *= _weights[i];
            }

            return;
        }

        for (int i = 0; i < values.Length; i++)
        {
            for (int k = 0; k < i; k++)
            {
                values[i] -= _lower![i, k] * values[k];
            }

            values[i] /= _lower![i, i];
        }
    }

    /// <summary>Each column of the matrix as in <see cref="Apply(Span{double})"/>.</summary>
    public void Apply(double[,] matrix)
    {
        double[] column = new double[matrix.GetLength(0)];
        for (int j = 0; j < matrix.GetLength(1); j++)
        {
            for (int i = 0; i < column.Length; i++)
            {
                column[i] = matrix[i, j];
            }

            Apply(column);
            for (int i = 0; i < column.Length; i++)
            {
                matrix[i, j] = column[i];
            }
        }
    }
}
