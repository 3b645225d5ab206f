using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace MinpackNet.Fitting;

/// <summary>
/// A Jacobian J with its columns scaled to length one, or zero: its rank, its singular values, and the inverse of JᵀJ.
/// </summary>
/// <remarks>
/// The core's factorization gives the inverse in a fraction of the time of a singular value decomposition, and its
/// trace, the sum of 1/σ², tells when that is as good. The decomposition is made when it is not, or is asked for.
/// </remarks>
internal sealed class ScaledJacobian
{
    // Above this the inverse keeps ten digits in whatever is computed from it.
    private const double LeastSingularValue = 1e-3;

    // From so many numbers on, the copy to factorize takes longer than a step of the fit. The products of the columns
    // need none, and keep as many digits above this.
    private const int Many = 100_000;
    private const double LeastForProducts = 0.03;

    private readonly Memory<double> _columns;
    private readonly int _m;
    private readonly int _n;
    private readonly double[,]? _inverse;
    private readonly Lazy<double[,]> _pseudoinverse;
    private readonly Lazy<Svd<double>> _svd;
    private readonly Lazy<double[]> _singularValues;
    private readonly Lazy<double[,]> _directions;

    /// <param name="columns">The columns, one after the other; kept, unless they are large.</param>
    /// <param name="m">The number of rows.</param>
    /// <param name="n">The number of columns.</param>
    /// <param name="tolerance">A singular value below this share of the largest counts as zero.</param>
    public ScaledJacobian(Memory<double> columns, int m, int n, double tolerance)
        : this(
            columns,
            m,
            n,
            tolerance,
            !IsLarge(columns.Length) ? null : InverseByProducts(
                n, (k, l) => Norms.Product(columns.Span.Slice(k * m, m), columns.Span.Slice(l * m, m))))
    {
    }

    private ScaledJacobian(Memory<double> columns, int m, int n, double tolerance, double[,]? inverse)
    {
        (_columns, _m, _n) = (columns, m, n);
        _svd = new(() => Triangle().Svd());
        _singularValues = new(() => _svd.Value.S.ToArray());
        _directions = new(() => _svd.Value.VT.ToArray());
        _pseudoinverse = new(PseudoInverse);
        _inverse = inverse ?? InverseIfIndependent();
        Rank = _inverse is null ? SingularValues.Count(value => value > tolerance * SingularValues[0]) : n;
        if (IsLarge(columns.Length))
        {
            _columns = default;
        }
    }

    /// <summary>The columns, one after the other; none where they are large.</summary>
    public ReadOnlyMemory<double> Columns => _columns;

    /// <summary>The Jacobian with such products of its n columns; null unless they are nearly orthogonal.</summary>
    public static ScaledJacobian? Of(int n, Func<int, int, double> product) =>
        InverseByProducts(n, product) is { } inverse ? new(default, 0, n, 0, inverse) : null;

    /// <summary>Whether so many numbers are not to be kept or copied.</summary>
    public static bool IsLarge(int length) => length > Many;

    /// <summary>The number of directions in which the model changes.</summary>
    public int Rank { get; }

    /// <summary>The singular values, largest first.</summary>
    public double[] SingularValues => _singularValues.Value;

    /// <summary>Row k is the direction of singular value k.</summary>
    public double[,] Directions => _directions.Value;

    /// <summary>The inverse of JᵀJ, or its pseudoinverse: nothing from directions without effect.</summary>
    public double[,] Inverse => _inverse ?? _pseudoinverse.Value;

    /// <summary>gᵀ (JᵀJ)⁻¹ g; infinite when more than a share of g lies in the directions without effect.</summary>
    public double QuadraticForm(double[] g, double most)
    {
        double sum = 0;
        if (_inverse is not null)
        {
            for (int i = 0; i < _n; i++)
            {
                for (int j = 0; j < _n; j++)
                {
                    sum += g[i] * _inverse[i, j] * g[j];
                }
            }

            return Math.Max(sum, 0);
        }

        double size = 0;
        for (int d = 0; d < _n; d++)
        {
            double part = Along(d, g);
            size += part * part;
            if (d < Rank)
            {
                sum += part / SingularValues[d] * (part / SingularValues[d]);
            }
            else if (part * part > most * most * size)
            {
                return double.PositiveInfinity;
            }
        }

        return sum;
    }

    /// <summary>
    /// The squared length of what the directions reach of a vector r, given Jᵀr; those with a singular value below a
    /// share of the largest are left out.
    /// </summary>
    public double SquaredProjection(double[] products, double tolerance)
    {
        if (_inverse is not null)
        {
            return QuadraticForm(products, 0);
        }

        double sum = 0;
        for (int d = 0; d < _n && SingularValues[d] > tolerance * SingularValues[0]; d++)
        {
            double part = Along(d, products);
            sum += part / SingularValues[d] * (part / SingularValues[d]);
        }

        return sum;
    }

    /// <summary>The part of a vector along direction d.</summary>
    private double Along(int d, double[] vector)
    {
        double part = 0;
        for (int k = 0; k < _n; k++)
        {
            part += Directions[d, k] * vector[k];
        }

        return part;
    }

    /// <summary>A square matrix R for which RᵀR is JᵀJ.</summary>
    private Matrix<double> Triangle() => _inverse is not null && _columns.IsEmpty
        ? Matrix<double>.Build.DenseOfArray(_inverse).Cholesky().Factor.Inverse()
        : Matrix<double>.Build.Dense(_m, _n, _columns.ToArray()).QR(QRMethod.Thin).R;

    private double[,] PseudoInverse()
    {
        Matrix<double> parts = Matrix<double>.Build.Dense(
            Math.Max(Rank, 1), _n, (d, k) => d < Rank ? Directions[d, k] / SingularValues[d] : 0);
        return parts.TransposeThisAndMultiply(parts).ToArray();
    }

    /// <summary>Whether the smallest singular value is above a number, by the trace of the inverse of JᵀJ.</summary>
    private static bool IsAbove(double least, double[,] inverse)
    {
        double trace = 0;
        for (int k = 0; k < inverse.GetLength(0); k++)
        {
            trace += inverse[k, k];
        }

        return trace > 0 && 1 / Math.Sqrt(trace) > least;
    }

    /// <summary>The inverse if the columns are nearly orthogonal, otherwise null.</summary>
    private static double[,]? InverseByProducts(int n, Func<int, int, double> product)
    {
        double[,] inverse = Matrix<double>.Build.Dense(n, n, product).Inverse().ToArray();
        return IsAbove(LeastForProducts, inverse) ? inverse : null;
    }

    /// <summary>The inverse if the columns are far from dependent, otherwise null.</summary>
    private double[,]? InverseIfIndependent()
    {
        // A solve that ends where it starts, because all residuals are zero there, factorizes the Jacobian once.
        double[,]? inverse = LeastSquares.Solve(
            new double[_n],
            _m,
            (_, residuals) => residuals.Clear(),
            Fill).UnscaledCovariance;
        return inverse is not null && IsAbove(LeastSingularValue, inverse) ? inverse : null;

        void Fill(ReadOnlySpan<double> parameters, JacobianMatrix jacobian)
        {
            for (int k = 0; k < _n; k++)
            {
                _columns.Span.Slice(k * _m, _m).CopyTo(jacobian.Column(k));
            }
        }
    }
}
