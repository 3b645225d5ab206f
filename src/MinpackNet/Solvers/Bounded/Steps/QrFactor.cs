using System.Runtime.InteropServices;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>
/// The factor R of A P = Q R and Qᵀb, for the least-squares problem of a dense matrix A with a right-hand side b. A has
/// rows of zeros below it where it has more columns than rows.
/// </summary>
/// <remarks>
/// The core factorizes and reflects b along the way, as MINPACK does, or <see cref="ExplicitQr"/> forms Q, as LAPACK
/// does for SciPy. Where a loss makes rows tiny and their residuals huge, the difference shows from the eighth digit
/// on, and the path that SciPy takes depends on it.
/// </remarks>
internal sealed class QrFactor
{
    private const int WorkVectors = 4;

    private readonly double[] _matrix;
    private readonly double[] _rightSide;
    private readonly double[] _work;
    private readonly int[] _pivots;
    private double[]? _q;
    private NativeTasks? _tasks;
    private bool _isPivoted;

    /// <param name="mostRows">The rows of the largest matrix.</param>
    /// <param name="mostColumns">Its columns.</param>
    public QrFactor(int mostRows, int mostColumns)
    {
        int rows = Math.Max(mostRows, mostColumns);
        _matrix = new double[checked(rows * mostColumns)];
        _rightSide = new double[rows];
        _work = new double[WorkVectors * mostColumns];
        _pivots = new int[mostColumns];
    }

    /// <summary>How many rows A has, with those below it.</summary>
    public int Rows { get; private set; }

    public int Columns { get; private set; }

    /// <summary>b; afterwards Qᵀb in its first elements.</summary>
    public Span<double> RightSide => _rightSide.AsSpan(0, Rows);

    private JacobianMatrix Matrix => new(ref MemoryMarshal.GetArrayDataReference(_matrix), Rows, Columns);

    /// <summary>Which column of A stands at a place of R, counted from 0.</summary>
    public int ColumnAt(int place) => _pivots[place] - 1;

    /// <summary>Sets the shape; the caller then fills matrix and right-hand side.</summary>
    /// <param name="rows">At most as many as were reserved.</param>
    /// <param name="columns">The same.</param>
    public void Reshape(int rows, int columns)
    {
        Rows = Math.Max(rows, columns);
        Columns = columns;
    }

    /// <summary>Fills a column of A with the multiple of a vector, with zeros below.</summary>
    public void SetColumn(int j, ReadOnlySpan<double> values, double factor = 1)
    {
        Span<double> column = Column(j);
        Vectors.Multiply(values, factor, column);
        column[values.Length..].Clear();
    }

    /// <summary>Fills b, with zeros below.</summary>
    public void SetRightSide(ReadOnlySpan<double> values)
    {
        values.CopyTo(RightSide);
        RightSide[values.Length..].Clear();
    }

    /// <summary>A column of A; afterwards one of R in its first elements.</summary>
    public Span<double> Column(int j) => _matrix.AsSpan(j * Rows, Rows);

    /// <param name="threads">How many may work on a large matrix; the bits do not depend on it.</param>
    /// <param name="formsQ">Whether Q is formed.</param>
    public void Factorize(int threads, bool formsQ = false)
    {
        _isPivoted = !formsQ;
        if (formsQ)
        {
            ExplicitQr.Factorize(this, _q ??= new double[_matrix.Length], _work);
            for (int k = 0; k < Columns; k++)
            {
                _pivots[k] = k + 1;
            }
        }
        else if (Columns > 0)
        {
            _tasks = threads == 1 ? null : _tasks?.Degree == threads ? _tasks : new(threads);
            NativeAlgebra.Factorize(Matrix, _pivots, RightSide, _work, _tasks);
        }
    }

    /// <summary>
    /// Whether the smallest singular value is certainly above this part of the largest one. Where it is by less than a
    /// factor of n, that can remain unseen.
    /// </summary>
    public bool IsFullRank(double tolerance)
    {
        if (IsPlainlyFullRank(tolerance))
        {
            return true;
        }

        // Frobenius' norm of R is at least the largest one, that of its inverse the inverse of the smallest one.
        double squares = 0;
        double inverseSquares = 0;
        Span<double> inverse = _work.AsSpan(0, Columns);
        for (int k = 0; k < Columns; k++)
        {
            squares += Vectors.Dot(Column(k)[..(k + 1)], Column(k)[..(k + 1)]);
            inverse[..k].Clear();
            inverse[k] = 1;
            SolveTriangle(inverse[..(k + 1)]);
            inverseSquares += Vectors.Dot(inverse[..(k + 1)], inverse[..(k + 1)]);
        }

        return Math.Sqrt(squares) * Math.Sqrt(inverseSquares) * tolerance < 1;
    }

    /// <summary>
    /// By the ends of the diagonal, which bound the singular values where the columns were pivoted (Lawson, Hanson,
    /// Solving Least Squares Problems (1974), (6.31)).
    /// </summary>
    private bool IsPlainlyFullRank(double tolerance)
    {
        int n = Columns;
        double most = n == 0 ? 0 : Math.Sqrt(n) * Math.Abs(Column(0)[0]);
        double least = n == 0 ? 1 : 3 * Math.Abs(Column(n - 1)[n - 1]) / Math.Sqrt(Math.ScaleB(1, 2 * n) + (6 * n) - 1);
        return _isPivoted && least > 2 * tolerance * most;
    }

    /// <summary>The step p that makes A p + b shortest, for full rank.</summary>
    public void NewtonStep(Span<double> step)
    {
        Span<double> solution = _work.AsSpan(0, Columns);
        RightSide[..Columns].CopyTo(solution);
        SolveTriangle(solution);
        for (int k = 0; k < Columns; k++)
        {
            step[ColumnAt(k)] = -solution[k];
        }
    }

    /// <summary>The step p with AᵀA p = -g, for full rank.</summary>
    /// <returns>By how much it reduces ½ pᵀAᵀA p + gᵀp.</returns>
    public double NormalStep(ReadOnlySpan<double> gradient, Span<double> step)
    {
        Span<double> solution = _work.AsSpan(0, Columns);
        for (int k = 0; k < Columns; k++)
        {
            double known = Vectors.Dot(Column(k)[..k], solution[..k]);
            solution[k] = (gradient[ColumnAt(k)] - known) / Column(k)[k];
        }

        double reduction = 0.5 * Vectors.Dot(solution, solution);
        SolveTriangle(solution);
        for (int k = 0; k < Columns; k++)
        {
            step[ColumnAt(k)] = -solution[k];
        }

        return reduction;
    }

    /// <summary>The inverse of AᵀA, for full rank. Destroys R.</summary>
    public double[,] InverseOfGram()
    {
        double[,] inverse = new double[Columns, Columns];
        if (Columns > 0)
        {
            NativeAlgebra.TryInvert(Matrix, _pivots, _work);
        }

        for (int j = 0; j < Columns; j++)
        {
            for (int i = 0; i < Columns; i++)
            {
                inverse[i, j] = Column(j)[i];
            }
        }

        return inverse;
    }

    /// <summary>R Pᵀ v, whose length is that of A v.</summary>
    public void Multiply(ReadOnlySpan<double> vector, Span<double> product)
    {
        product.Clear();
        for (int k = 0; k < Columns; k++)
        {
            Vectors.Add(product[..(k + 1)], vector[ColumnAt(k)], Column(k)[..(k + 1)]);
        }
    }

    /// <summary>Replaces a vector b by that of R x = b.</summary>
    private void SolveTriangle(Span<double> vector)
    {
        for (int k = vector.Length - 1; k >= 0; k--)
        {
            vector[k] /= Column(k)[k];
            Vectors.Add(vector[..k], -vector[k], Column(k)[..k]);
        }
    }
}
