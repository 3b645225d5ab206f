using System.Numerics.Tensors;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>
/// The same peaks with .NET's TensorPrimitives for sums and products, which vectors take several at a time.
/// </summary>
internal sealed class PeaksByTensors(Workload workload) : IModel
{
    private readonly double[] _t = workload.Points;
    private readonly double[] _y = workload.Data;
    private readonly double[] _peak = new double[workload.ResidualCount];

    public void Residuals(ReadOnlySpan<double> b, Span<double> residuals)
    {
        Span<double> peak = _peak;
        TensorPrimitives.Negate(_y, residuals);
        for (; b.Length > 0; b = b[3..])
        {
            TensorPrimitives.Subtract(_t, b[1], peak);
            TensorPrimitives.Multiply(peak, 1 / b[2], peak);
            TensorPrimitives.Multiply(peak, peak, peak);
            TensorPrimitives.Negate<double>(peak, peak);
            LaneMath.Exp(peak, peak);
            TensorPrimitives.MultiplyAdd(peak, b[0], residuals, residuals);
        }
    }

    public void Jacobian(ReadOnlySpan<double> b, JacobianMatrix jacobian) => throw new NotSupportedException();
}
