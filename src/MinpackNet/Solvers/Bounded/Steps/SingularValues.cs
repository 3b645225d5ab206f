namespace MinpackNet;

/// <summary>
/// The singular values of a factorized matrix A = U S Vᵀ, its right vectors and the products of the left ones with the
/// right-hand side: the columns of Rᵀ are made orthogonal by rotations (Hestenes, J. SIAM 6 (1958) 51-90), which finds
/// the small singular values of badly scaled columns too. The order of all operations is fixed.
/// </summary>
/// <param name="mostColumns">The columns of the largest matrix.</param>
internal sealed class SingularValues(int mostColumns)
{
    private const int MostSweeps = 60;

    private readonly double[] _vectors = new double[checked(mostColumns * mostColumns)];
    private readonly double[] _values = new double[mostColumns];
    private readonly double[] _products = new double[mostColumns];
    private int _rows;
    private int _columns;

    /// <summary>In no order, one for each column; those beyond the rank are zero but for rounding.</summary>
    public ReadOnlySpan<double> Values => _values.AsSpan(0, _columns);

    /// <summary>Uᵀb, in the order of the values.</summary>
    public ReadOnlySpan<double> Products => _products.AsSpan(0, _columns);

    public double Largest { get; private set; }

    public double Smallest { get; private set; }

    /// <summary>Values up to this are zero, within rounding.</summary>
    public double RankLimit => Defaults.MachineEpsilon * Math.Max(_rows, _columns) * Largest;

    public void Decompose(QrFactor factor)
    {
        _rows = factor.Rows;
        _columns = factor.Columns;
        factor.RightSide[.._columns].CopyTo(_products);
        Array.Clear(_vectors);
        for (int j = 0; j < _columns; j++)
        {
            for (int i = 0; i <= j; i++)
            {
                Vector(i)[factor.ColumnAt(j)] = factor.Column(j)[i];
            }
        }

        Orthogonalize();
        Largest = 0;
        Smallest = double.PositiveInfinity;
        for (int j = 0; j < _columns; j++)
        {
            double value = Vectors.Norm(Vector(j));
            _values[j] = value;
            Largest = Math.Max(Largest, value);
            Smallest = Math.Min(Smallest, value);
            for (int i = 0; i < _columns && value > 0; i++)
            {
                Vector(j)[i] /= value;
            }
        }
    }

    /// <summary>A column of V; zeros for a value of zero.</summary>
    public ReadOnlySpan<double> RightVector(int k) => Vector(k);

    /// <summary>-V c.</summary>
    public void NegativeCombination(ReadOnlySpan<double> coefficients, Span<double> step)
    {
        step.Clear();
        for (int j = 0; j < _columns; j++)
        {
            Vectors.Add(step, -coefficients[j], RightVector(j));
        }
    }

    /// <summary>The step p with AᵀA p = -g, without the directions whose singular values are zero.</summary>
    /// <returns>By how much it reduces ½ pᵀAᵀA p + gᵀp.</returns>
    public double NormalStep(ReadOnlySpan<double> gradient, Span<double> step)
    {
        double reduction = 0;
        step.Clear();
        for (int k = 0; k < _columns; k++)
        {
            if (_values[k] > RankLimit)
            {
                double product = Vectors.Dot(RightVector(k), gradient) / _values[k];
                reduction += 0.5 * product * product;
                Vectors.Add(step, -product / _values[k], RightVector(k));
            }
        }

        return reduction;
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

    private Span<double> Vector(int k) => _vectors.AsSpan(k * _columns, _columns);

    private void Orthogonalize()
    {
        bool rotated = true;
        for (int sweep = 0; rotated && sweep < MostSweeps; sweep++)
        {
            rotated = false;
            for (int p = 0; p < _columns - 1; p++)
            {
                for (int q = p + 1; q < _columns; q++)
                {
                    rotated |= Rotate(p, q);
                }
            }
        }
    }

    /// <summary>Makes two columns orthogonal; false if they are, to within rounding.</summary>
    private bool Rotate(int p, int q)
    {
        Span<double> left = Vector(p);
        Span<double> right = Vector(q);
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
        Vectors.Rotate(left, right, cosine, sine);
        Vectors.Rotate(_products.AsSpan(p, 1), _products.AsSpan(q, 1), cosine, sine);
        return true;
    }
}
