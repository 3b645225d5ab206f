using System.Numerics;
using System.Runtime.InteropServices;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>z + z³ / 20 for z = A b, with A by columns.</summary>
internal sealed class RidgeModel(double[] matrix, double[] data) : IModel
{
    private readonly double[] _slopes = new double[data.Length];

    public void Residuals(ReadOnlySpan<double> b, Span<double> residuals)
    {
        Multiply(b, residuals);
        for (int i = 0; i < residuals.Length; i++)
        {
            double z = residuals[i];
            residuals[i] = z + (z * z * z / 20) - data[i];
        }
    }

    public void Jacobian(ReadOnlySpan<double> b, JacobianMatrix jacobian)
    {
        Multiply(b, _slopes);
        for (int i = 0; i < _slopes.Length; i++)
        {
            _slopes[i] = 1 + (3 * _slopes[i] * _slopes[i] / 20);
        }

        for (int j = 0; j < jacobian.ColumnCount; j++)
        {
            ReadOnlySpan<double> a = Column(j);
            Span<double> column = jacobian.Column(j);
            for (int i = 0; i < column.Length; i++)
            {
                column[i] = _slopes[i] * a[i];
            }
        }
    }

    private ReadOnlySpan<double> Column(int j) => matrix.AsSpan(j * data.Length, data.Length);

    private void Multiply(ReadOnlySpan<double> b, Span<double> product)
    {
        product.Clear();
        Span<Vector<double>> sums = MemoryMarshal.Cast<double, Vector<double>>(product);
        for (int j = 0; j < b.Length; j++)
        {
            ReadOnlySpan<double> a = Column(j);
            ReadOnlySpan<Vector<double>> blocks = MemoryMarshal.Cast<double, Vector<double>>(a);
            for (int i = 0; i < sums.Length; i++)
            {
                sums[i] += blocks[i] * b[j];
            }

            for (int i = sums.Length * Vector<double>.Count; i < product.Length; i++)
            {
                product[i] += a[i] * b[j];
            }
        }
    }
}
