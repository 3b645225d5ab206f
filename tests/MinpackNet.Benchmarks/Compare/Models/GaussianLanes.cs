using System.Numerics;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>A peak on a sloping baseline, a exp(-((t - c) / w)²) + d + e t, for several fits at once.</summary>
internal sealed class GaussianLanes(double[] points) : ILaneCurve
{
    public void Residuals(
        ReadOnlySpan<Vector<double>> b, ReadOnlySpan<Vector<double>> y, Span<Vector<double>> residuals)
    {
        (Vector<double> size, Vector<double> height, Vector<double> slope) = (b[0], b[3], b[4]);
        Span<Vector<double>> peak = residuals;
        Peak(b[1], Vector<double>.One / b[2], peak);
        for (int i = 0; i < residuals.Length; i++)
        {
            residuals[i] = (size * peak[i]) + height + (slope * points[i]) - y[i];
        }
    }

    public void Jacobian(
        ReadOnlySpan<Vector<double>> b, ReadOnlySpan<Vector<double>> y, Span<Vector<double>> jacobian)
    {
        int m = y.Length;
        (Vector<double> center, Vector<double> narrowness) = (b[1], Vector<double>.One / b[2]);
        Vector<double> steepness = 2 * b[0] * narrowness;
        Span<Vector<double>> peak = jacobian[..m];
        Peak(center, narrowness, peak);
        for (int i = 0; i < m; i++)
        {
            double t = points[i];
            Vector<double> z = (new Vector<double>(t) - center) * narrowness;
            Vector<double> byCenter = steepness * peak[i] * z;
            jacobian[m + i] = byCenter;
            jacobian[(2 * m) + i] = byCenter * z;
            jacobian[(3 * m) + i] = Vector<double>.One;
            jacobian[(4 * m) + i] = new(t);
        }
    }

    private void Peak(Vector<double> center, Vector<double> narrowness, Span<Vector<double>> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            Vector<double> z = (new Vector<double>(points[i]) - center) * narrowness;
            values[i] = -z * z;
        }

        LaneMath.ExpInPlace(values);
    }
}
