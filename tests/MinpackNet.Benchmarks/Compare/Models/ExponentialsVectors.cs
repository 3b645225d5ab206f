using System.Numerics;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>
/// a exp(-b t) + c exp(-d t), for one fit, several points at once. The last points may be done twice.
/// </summary>
internal sealed class ExponentialsVectors(double[] points) : ICurve
{
    public void Residuals(ReadOnlySpan<double> b, ReadOnlySpan<double> y, Span<double> residuals)
    {
        int last = points.Length - Vector<double>.Count;
        for (int k = 0; k < points.Length; k += Vector<double>.Count)
        {
            int i = Math.Min(k, last);
            Vector<double> t = new(points, i);
            Vector<double> curve = (b[0] * LaneMath.Exp(-b[1] * t)) + (b[2] * LaneMath.Exp(-b[3] * t));
            (curve - new Vector<double>(y[i..])).CopyTo(residuals[i..]);
        }
    }

    public void Jacobian(ReadOnlySpan<double> b, JacobianMatrix jacobian)
    {
        Span<double> bySize1 = jacobian.Column(0);
        Span<double> byRate1 = jacobian.Column(1);
        Span<double> bySize2 = jacobian.Column(2);
        Span<double> byRate2 = jacobian.Column(3);
        int last = points.Length - Vector<double>.Count;
        for (int k = 0; k < points.Length; k += Vector<double>.Count)
        {
            int i = Math.Min(k, last);
            Vector<double> t = new(points, i);
            Vector<double> decay1 = LaneMath.Exp(-b[1] * t);
            Vector<double> decay2 = LaneMath.Exp(-b[3] * t);
            decay1.CopyTo(bySize1[i..]);
            (-b[0] * t * decay1).CopyTo(byRate1[i..]);
            decay2.CopyTo(bySize2[i..]);
            (-b[2] * t * decay2).CopyTo(byRate2[i..]);
        }
    }
}
