using System.Numerics;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>a exp(-b t) + c exp(-d t), for several fits at once.</summary>
internal sealed class ExponentialsLanes(double[] points) : ILaneModel
{
    public void Residuals(
        ReadOnlySpan<Vector<double>> b, ReadOnlySpan<Vector<double>> y, Span<Vector<double>> residuals)
    {
        (Vector<double> size1, Vector<double> slope1) = (b[0], -b[1]);
        (Vector<double> size2, Vector<double> slope2) = (b[2], -b[3]);
        for (int i = 0; i < residuals.Length; i++)
        {
            double t = points[i];
            residuals[i] = (size1 * LaneMath.Exp(slope1 * t)) + (size2 * LaneMath.Exp(slope2 * t)) - y[i];
        }
    }

    public void Jacobian(
        ReadOnlySpan<Vector<double>> b, ReadOnlySpan<Vector<double>> y, Span<Vector<double>> jacobian)
    {
        int m = y.Length;
        (Vector<double> size1, Vector<double> slope1) = (-b[0], -b[1]);
        (Vector<double> size2, Vector<double> slope2) = (-b[2], -b[3]);
        for (int i = 0; i < m; i++)
        {
            double t = points[i];
            Vector<double> decay1 = LaneMath.Exp(slope1 * t);
            Vector<double> decay2 = LaneMath.Exp(slope2 * t);
            jacobian[i] = decay1;
            jacobian[m + i] = size1 * t * decay1;
            jacobian[(2 * m) + i] = decay2;
            jacobian[(3 * m) + i] = size2 * t * decay2;
        }
    }
}
