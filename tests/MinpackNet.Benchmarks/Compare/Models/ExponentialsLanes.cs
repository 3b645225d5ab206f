using System.Numerics;
using System.Runtime.CompilerServices;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>a exp(-b t) + c exp(-d t), for several fits at once.</summary>
internal sealed class ExponentialsLanes(double[] points) : ILaneCurve
{
    [SkipLocalsInit]
    public void Residuals(
        ReadOnlySpan<Vector<double>> b, ReadOnlySpan<Vector<double>> y, Span<Vector<double>> residuals)
    {
        (Vector<double> size1, Vector<double> size2) = (b[0], b[2]);
        Span<Vector<double>> decay1 = residuals;
        Span<Vector<double>> decay2 = stackalloc Vector<double>[residuals.Length];
        Decay(b[1], decay1, b[3], decay2);
        for (int i = 0; i < residuals.Length; i++)
        {
            residuals[i] = (size1 * decay1[i]) + (size2 * decay2[i]) - y[i];
        }
    }

    public void Jacobian(
        ReadOnlySpan<Vector<double>> b, ReadOnlySpan<Vector<double>> y, Span<Vector<double>> jacobian)
    {
        int m = y.Length;
        (Vector<double> size1, Vector<double> size2) = (-b[0], -b[2]);
        Span<Vector<double>> decay1 = jacobian[..m];
        Span<Vector<double>> byRate1 = jacobian.Slice(m, m);
        Span<Vector<double>> decay2 = jacobian.Slice(2 * m, m);
        Span<Vector<double>> byRate2 = jacobian.Slice(3 * m, m);
        Decay(b[1], decay1, b[3], decay2);
        for (int i = 0; i < m; i++)
        {
            double t = points[i];
            byRate1[i] = size1 * t * decay1[i];
            byRate2[i] = size2 * t * decay2[i];
        }
    }

    private void Decay(
        Vector<double> rate1, Span<Vector<double>> decay1, Vector<double> rate2, Span<Vector<double>> decay2)
    {
        (Vector<double> slope1, Vector<double> slope2) = (-rate1, -rate2);
        for (int i = 0; i < decay1.Length; i++)
        {
            double t = points[i];
            decay1[i] = slope1 * t;
            decay2[i] = slope2 * t;
        }

        LaneMath.ExpInPlace(decay1);
        LaneMath.ExpInPlace(decay2);
    }
}
