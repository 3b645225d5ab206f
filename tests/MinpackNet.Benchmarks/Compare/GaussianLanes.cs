using System.Numerics;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>A peak on a sloping baseline, a exp(-((t - c) / w)²) + d + e t, for several fits at once.</summary>
internal sealed class GaussianLanes(double[] points) : ILaneModel
{
    public void Residuals(
        ReadOnlySpan<Vector<double>> b, ReadOnlySpan<Vector<double>> y, Span<Vector<double>> residuals)
    {
        (Vector<double> size, Vector<double> centre) = (b[0], b[1]);
        Vector<double> narrowness = Vector<double>.One / b[2];
        (Vector<double> height, Vector<double> slope) = (b[3], b[4]);
        for (int i = 0; i < residuals.Length; i++)
        {
            double t = points[i];
            Vector<double> z = (new Vector<double>(t) - centre) * narrowness;
            residuals[i] = (size * LaneMath.Exp(-z * z)) + height + (slope * t) - y[i];
        }
    }

    public void Jacobian(
        ReadOnlySpan<Vector<double>> b, ReadOnlySpan<Vector<double>> y, Span<Vector<double>> jacobian)
    {
        int m = y.Length;
        (Vector<double> centre, Vector<double> narrowness) = (b[1], Vector<double>.One / b[2]);
        Vector<double> steepness = 2 * b[0] * narrowness;
        for (int i = 0; i < m; i++)
        {
            double t = points[i];
            Vector<double> z = (new Vector<double>(t) - centre) * narrowness;
            Vector<double> peak = LaneMath.Exp(-z * z);
            Vector<double> byCentre = steepness * peak * z;
            jacobian[i] = peak;
            jacobian[m + i] = byCentre;
            jacobian[(2 * m) + i] = byCentre * z;
            jacobian[(3 * m) + i] = Vector<double>.One;
            jacobian[(4 * m) + i] = new(t);
        }
    }
}
