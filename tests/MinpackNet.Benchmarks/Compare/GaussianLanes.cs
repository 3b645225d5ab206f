using System.Numerics;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>A peak on a sloping baseline, a exp(-((t - c) / w)²) + d + e t, for several fits at once.</summary>
internal sealed class GaussianLanes(double[] points) : ILaneModel
{
    public void Residuals(
        ReadOnlySpan<Vector<double>> b, ReadOnlySpan<Vector<double>> y, Span<Vector<double>> residuals)
    {
        for (int i = 0; i < residuals.Length; i++)
        {
            double t = points[i];
            Vector<double> z = (new Vector<double>(t) - b[1]) / b[2];
            residuals[i] = (b[0] * LaneMath.Exp(-z * z)) + b[3] + (b[4] * t) - y[i];
        }
    }

    public void Jacobian(
        ReadOnlySpan<Vector<double>> b, ReadOnlySpan<Vector<double>> y, Span<Vector<double>> jacobian)
    {
        int m = y.Length;
        for (int i = 0; i < m; i++)
        {
            double t = points[i];
            Vector<double> z = (new Vector<double>(t) - b[1]) / b[2];
            Vector<double> peak = LaneMath.Exp(-z * z);
            Vector<double> slope = 2 * b[0] * peak * z / b[2];
            jacobian[i] = peak;
            jacobian[m + i] = slope;
            jacobian[(2 * m) + i] = slope * z;
            jacobian[(3 * m) + i] = Vector<double>.One;
            jacobian[(4 * m) + i] = new(t);
        }
    }
}
