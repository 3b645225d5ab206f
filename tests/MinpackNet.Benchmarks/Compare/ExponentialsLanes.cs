using System.Numerics;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>A exp(-b t) + c exp(-d t), for several fits at once.</summary>
internal sealed class ExponentialsLanes(double[] points) : ILaneModel
{
    public void Residuals(
        ReadOnlySpan<Vector<double>> b, ReadOnlySpan<Vector<double>> y, Span<Vector<double>> residuals)
    {
        for (int i = 0; i < residuals.Length; i++)
        {
            double t = points[i];
            residuals[i] = (b[0] * LaneMath.Exp(-b[1] * t)) + (b[2] * LaneMath.Exp(-b[3] * t)) - y[i];
        }
    }

    public void Jacobian(
        ReadOnlySpan<Vector<double>> b, ReadOnlySpan<Vector<double>> y, Span<Vector<double>> jacobian)
    {
        int m = y.Length;
        for (int i = 0; i < m; i++)
        {
            double t = points[i];
            Vector<double> first = LaneMath.Exp(-b[1] * t);
            Vector<double> second = LaneMath.Exp(-b[3] * t);
            jacobian[i] = first;
            jacobian[m + i] = -b[0] * t * first;
            jacobian[(2 * m) + i] = second;
            jacobian[(3 * m) + i] = -b[2] * t * second;
        }
    }
}
