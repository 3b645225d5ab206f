namespace MinpackNet;

/// <summary>
/// The singular values of a dense matrix A, its right vectors and the products of its left ones with a right-hand side,
/// for steps of least squares: A = Q R by Householder's reflections, then the columns of R are made orthogonal by
/// rotations (Hestenes, J. SIAM 6 (1958) 51-90), which finds the small singular values of badly scaled columns too. The
/// order of all operations is fixed.
/// </summary>
/// <remarks>
/// Reflections are applied to the right-hand side one by one, as in MINPACK, or the left vectors are formed first, as
/// in LAPACK. Where a loss makes rows tiny and their residuals huge, the difference shows from the eighth digit on, and
/// the path that SciPy takes depends on it.
/// </remarks>
internal sealed class SingularValues
{
    private const int MostSweeps = 60;

    private readonly double[] _matrix;
    private readonly double[] _rightSide;
    private readonly double[] _vectors;
    private readonly double[] _values;
    private readonly double[] _products;
    private readonly double[] _factors;
    private readonly double[]? _left;
    private readonly double[] _leftVector;
    private int _rows;
    private int _columns;

    /// <param name="mostRows">The rows of the largest matrix.</param>
    /// <param name="mostColumns">Its columns.</param>
    /// <param name="formsLeft">Whether the left vectors are formed.</param>
    public SingularValues(int mostRows, int mostColumns, bool formsLeft)
    {
        _matrix = new double[checked(mostRows * mostColumns)];
        _rightSide = new double[mostRows];
        _vectors = new double[checked(mostColumns * mostColumns)];
        _values = new double[mostColumns];
        _products = new double[mostColumns];
        _factors = new double[mostColumns];
        _left = formsLeft ? new double[checked(mostRows * mostColumns)] : null;
        _leftVector = new double[formsLeft ? mostRows : 0];
    }

    /// <summary>In no order, one for each column; those beyond the rank are zero but for rounding.</summary>
    public ReadOnlySpan<double> Values => _values.AsSpan(0, _columns);

    /// <summary>Uᵀb, in the order of the values; 0 where the value is 0.</summary>
    public ReadOnlySpan<double> Products => _products.AsSpan(0, _columns);

    public double Largest { get; private set; }

    public double Smallest { get; private set; }

    /// <summary>Values up to this are zero, within rounding.</summary>
    public double RankLimit => Defaults.MachineEpsilon * Math.Max(_rows, _columns) * Largest;

    /// <summary>b, to be filled; destroyed by <see cref="Decompose"/>.</summary>
    public Span<double> RightSide => _rightSide.AsSpan(0, _rows);

    /// <summary>Sets the shape; the caller then fills matrix and right-hand side.</summary>
    /// <param name="rows">At most as many as were reserved.</param>
    /// <param name="columns">The same.</param>
    public void Reshape(int rows, int columns)
    {
        _rows = rows;
        _columns = columns;
    }

    /// <summary>A column of the matrix, to be filled; destroyed by <see cref="Decompose"/>.</summary>
    public Span<double> Column(int j) => _matrix.AsSpan(j * _rows, _rows);

    public void Decompose()
    {
        int height = Math.Min(_rows, _columns);
        if (_rows >= _columns)
        {
            Triangularize();
        }

        Orthogonalize(height);
        Largest = 0;
        Smallest = double.PositiveInfinity;
        for (int j = 0; j < _columns; j++)
        {
            double value = Vectors.Norm(Column(j)[..height]);
            _values[j] = value;
            _products[j] = value == 0 ? 0 : Product(Column(j)[..height], value);
            Largest = Math.Max(Largest, value);
            Smallest = Math.Min(Smallest, value);
        }
    }

    /// <summary>A column of V.</summary>
    public ReadOnlySpan<double> RightVector(int k) => _vectors.AsSpan(k * _columns, _columns);

    /// <summary>-V c.</summary>
    public void NegativeCombination(ReadOnlySpan<double> coefficients, Span<double> step)
    {
        step.Clear();
        for (int j = 0; j < _columns; j++)
        {
            LongVectors.Add(step, -coefficients[j], RightVector(j));
        }
    }

    /// <summary>The inverse of AᵀA, without the directions whose singular values are zero within rounding.</summary>
    public double[,] InverseOfGram()
    {
        int n = _columns;
        double limit = RankLimit;
        double[,] inverse = new double[n, n];
        for (int k = 0; k < n; k++)
        {
            if (!(_values[k] > limit))
            {
                continue;
            }

            ReadOnlySpan<double> vector = RightVector(k);
            for (int i = 0; i < n; i++)
            {
                double factor = vector[i] / _values[k] / _values[k];
                for (int j = 0; j < n; j++)
                {
                    inverse[i, j] += factor * vector[j];
                }
            }
        }

        return inverse;
    }

    /// <summary>
    /// Leaves R in the upper triangle, and the first elements of Qᵀb in b or, for the left vectors, Q as a matrix.
    /// </summary>
    private void Triangularize()
    {
        for (int k = 0; k < _columns; k++)
        {
            Span<double> reflector = Column(k)[k..];
            double norm = reflector[0] < 0 ? Vectors.Norm(reflector) : -Vectors.Norm(reflector);
            _values[k] = norm;
            MakeReflector(k, reflector, norm);
            for (int j = k + 1; j < _columns; j++)
            {
                Reflect(k, Column(j)[k..]);
            }

            if (_left is null)
            {
                Reflect(k, RightSide[k..]);
            }
        }

        if (_left is not null)
        {
            FormQ(_left);
        }

        for (int k = 0; k < _columns; k++)
        {
            Column(k)[k..].Clear();
            Column(k)[k] = _values[k];
        }
    }

    private void MakeReflector(int k, Span<double> reflector, double norm)
    {
        if (norm == 0)
        {
            _factors[k] = 0;
            return;
        }

        double first = reflector[0];
        double divisor = _left is null ? -norm : first - norm;
        foreach (ref double value in reflector)
        {
            value /= divisor;
        }

        // Of I - factor v vᵀ, where v starts with 1 in LAPACK, and with the inverse of the factor in MINPACK.
        reflector[0] = _left is null ? reflector[0] + 1 : 1;
        _factors[k] = (norm - first) / norm;
    }

    private void Reflect(int k, Span<double> vector)
    {
        if (_factors[k] == 0)
        {
            return;
        }

        ReadOnlySpan<double> reflector = Column(k)[k..];
        double product = Vectors.Dot(reflector, vector);
        LongVectors.Add(vector, _left is null ? -product / reflector[0] : -_factors[k] * product, reflector);
    }

    private void FormQ(double[] q)
    {
        for (int k = _columns - 1; k >= 0; k--)
        {
            Span<double> column = q.AsSpan(k * _rows, _rows);
            column.Clear();
            column[k] = 1;
            for (int j = k; j < _columns; j++)
            {
                Reflect(k, q.AsSpan(j * _rows, _rows)[k..]);
            }
        }
    }

    /// <summary>A left vector times the right-hand side.</summary>
    /// <param name="column">Of R V.</param>
    /// <param name="value">Its norm.</param>
    private double Product(ReadOnlySpan<double> column, double value)
    {
        if (_left is null || _rows < _columns)
        {
            return Vectors.Dot(column, RightSide[..column.Length]) / value;
        }

        Span<double> left = _leftVector.AsSpan(0, _rows);
        left.Clear();
        for (int k = 0; k < column.Length; k++)
        {
            LongVectors.Add(left, column[k] / value, _left.AsSpan(k * _rows, _rows));
        }

        return Vectors.Dot(left, RightSide);
    }

    private void Orthogonalize(int height)
    {
        int n = _columns;
        Array.Clear(_vectors);
        for (int j = 0; j < n; j++)
        {
            _vectors[(j * n) + j] = 1;
        }

        bool rotated = true;
        for (int sweep = 0; rotated && sweep < MostSweeps; sweep++)
        {
            rotated = false;
            for (int p = 0; p < n - 1; p++)
            {
                for (int q = p + 1; q < n; q++)
                {
                    rotated |= Rotate(p, q, height);
                }
            }
        }
    }

    /// <summary>Makes two columns orthogonal; false if they are, to within rounding.</summary>
    private bool Rotate(int p, int q, int height)
    {
        Span<double> left = Column(p)[..height];
        Span<double> right = Column(q)[..height];
        double a = Vectors.Dot(left, left);
        double b = Vectors.Dot(right, right);
        double c = Vectors.Dot(left, right);
        if (!(Math.Abs(c) > Defaults.MachineEpsilon * Math.Sqrt(a) * Math.Sqrt(b)))
        {
            return false;
        }

        double zeta = (b - a) / (2 * c);
        double tangent = (zeta < 0 ? -1 : 1) / (Math.Abs(zeta) + Math.Sqrt(1 + (zeta * zeta)));
        double cosine = 1 / Math.Sqrt(1 + (tangent * tangent));
        double sine = cosine * tangent;
        Rotate(left, right, cosine, sine);
        Rotate(_vectors.AsSpan(p * _columns, _columns), _vectors.AsSpan(q * _columns, _columns), cosine, sine);
        return true;
    }

    private static void Rotate(Span<double> left, Span<double> right, double cosine, double sine)
    {
        for (int i = 0; i < left.Length; i++)
        {
            double l = left[i];
            double r = right[i];
            left[i] = (cosine * l) - (sine * r);
            right[i] = (sine * l) + (cosine * r);
        }
    }
}
