namespace MinpackNet;

/// <summary>
/// Householder's QR without pivoting, with Q formed from the reflections and multiplied by the right-hand side: the
/// operations of LAPACK's geqrf and orgqr, one column at a time.
/// </summary>
internal static class ExplicitQr
{
    /// <summary>Leaves R in the matrix and Qᵀb in the first elements of the right-hand side.</summary>
    /// <param name="problem">A and b.</param>
    /// <param name="q">Receives the columns of Q, as large as A.</param>
    /// <param name="work">2 n values.</param>
    public static void Factorize(QrFactor problem, double[] q, double[] work)
    {
        int n = problem.Columns;
        int m = problem.Rows;
        Span<double> factors = work.AsSpan(0, n);
        Span<double> diagonal = work.AsSpan(n, n);
        for (int k = 0; k < n; k++)
        {
            (factors[k], diagonal[k]) = MakeReflector(problem.Column(k)[k..]);
            for (int j = k + 1; j < n; j++)
            {
                Reflect(factors[k], problem.Column(k)[k..], problem.Column(j)[k..]);
            }
        }

        for (int k = n - 1; k >= 0; k--)
        {
            Span<double> column = q.AsSpan(k * m, m);
            column.Clear();
            column[k] = 1;
            for (int j = k; j < n; j++)
            {
                Reflect(factors[k], problem.Column(k)[k..], q.AsSpan(j * m, m)[k..]);
            }
        }

        Span<double> products = factors;
        for (int k = 0; k < n; k++)
        {
            products[k] = Dot(q.AsSpan(k * m, m), problem.RightSide);
            problem.Column(k)[k] = diagonal[k];
        }

        products.CopyTo(problem.RightSide);
    }

    /// <summary>
    /// Turns a column into the vector v, starting with 1, of the reflection I - factor v vᵀ that leaves its norm alone.
    /// </summary>
    private static (double Factor, double Diagonal) MakeReflector(Span<double> column)
    {
        double norm = column[0] < 0 ? Vectors.Norm(column) : -Vectors.Norm(column);
        if (norm == 0)
        {
            return (0, 0);
        }

        double first = column[0];
        foreach (ref double value in column)
        {
            value /= first - norm;
        }

        column[0] = 1;
        return ((norm - first) / norm, norm);
    }

    /// <summary>From the first row to the last: more paths are SciPy's so than with sums of several chains.</summary>
    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static void Reflect(double factor, ReadOnlySpan<double> reflector, Span<double> vector)
    {
        if (factor != 0)
        {
            Vectors.Add(vector, -factor * Dot(reflector, vector), reflector);
        }
    }
}
