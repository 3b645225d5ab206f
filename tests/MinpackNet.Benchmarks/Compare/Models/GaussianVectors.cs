using System.Numerics;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>
/// A peak on a sloping baseline, a exp(-((t - c) / w)²) + d + e t, for one fit, several points at once. The last points
/// may be done twice.
/// </summary>
internal sealed class GaussianVectors(double[] points) : ICurve
{
    public void Residuals(ReadOnlySpan<double> b, ReadOnlySpan<double> y, Span<double> residuals)
    {
        double narrowness = 1 / b[2];
        int last = points.Length - Vector<double>.Count;
        for (int k = 0; k < points.Length; k += Vector<double>.Count)
        {
            int i = Math.Min(k, last);
            Vector<double> t = new(points, i);
            Vector<double> z = (t - new Vector<double>(b[1])) * narrowness;
            Vector<double> curve = (b[0] * LaneMath.Exp(-z * z)) + new Vector<double>(b[3]) + (b[4] * t);
            (curve - new Vector<double>(y[i..])).CopyTo(residuals[i..]);
        }
    }

    public void Jacobian(ReadOnlySpan<double> b, JacobianMatrix jacobian)
    {
        Span<double> bySize = jacobian.Column(0);
        Span<double> byCenter = jacobian.Column(1);
        Span<double> byWidth = jacobian.Column(2);
        double narrowness = 1 / b[2];
        double steepness = 2 * b[0] * narrowness;
        int last = points.Length - Vector<double>.Count;
        for (int k = 0; k < points.Length; k += Vector<double>.Count)
        {
            int i = Math.Min(k, last);
            Vector<double> z = (new Vector<double>(points, i) - new Vector<double>(b[1])) * narrowness;
            Vector<double> peak = LaneMath.Exp(-z * z);
            Vector<double> slope = steepness * peak * z;
            peak.CopyTo(bySize[i..]);
            slope.CopyTo(byCenter[i..]);
            (slope * z).CopyTo(byWidth[i..]);
        }

        jacobian.Column(3).Fill(1);
        points.CopyTo(jacobian.Column(4));
    }
}
