using System.Numerics;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>a exp(-b t) + c exp(-d t), for several fits at once.</summary>
internal sealed class ExponentialsLanes(double[] points) : ILaneModel
{
    public void Residuals(
        ReadOnlySpan<Vector<double>> b, ReadOnlySpan<Vector<double>> y, Span<Vector<double>> residuals)
    {
        (Vector<double> size1, Vector<double> size2) = (b[0], b[2]);
        Span<Vector<double>> decay1 = residuals;
        Span<Vector<double>> decay2 = stackalloc Vector<double>[residuals.Length];
        Decay(b[1], decay1);
        Decay(b[3], decay2);
        for (int i = 0; i < residuals.Length; i++)
        {
            residuals[i] = (size1 * decay1[i]) + (size2 * decay2[i]) - y[i];
        }
    }

    public void Jacobian(
        ReadOnlySpan<Vector<double>> b, ReadOnlySpan<Vector<double>> y, Span<Vector<double>> jacobian)
    {
        int m = y.Length;
        DecayWithSlope(b[0], b[1], jacobian[..m], jacobian.Slice(m, m));
        DecayWithSlope(b[2], b[3], jacobian.Slice(2 * m, m), jacobian.Slice(3 * m, m));
    }

    private void Decay(Vector<double> rate, Span<Vector<double>> values)
    {
        Vector<double> slope = -rate;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = slope * points[i];
        }

        LaneMath.ExpInPlace(values);
    }

    private void DecayWithSlope(
        Vector<double> size, Vector<double> rate, Span<Vector<double>> bySize, Span<Vector<double>> byRate)
    {
        Decay(rate, bySize);
        Vector<double> negative = -size;
        for (int i = 0; i < byRate.Length; i++)
        {
            byRate[i] = negative * points[i] * bySize[i];
        }
    }
}
