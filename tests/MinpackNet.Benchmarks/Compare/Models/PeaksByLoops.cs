namespace MinpackNet.Benchmarks.Compare;

/// <summary>
/// Peaks a exp(-((t - c) / w)²) as plain loops, but the exponentials, which LaneMath takes of all points at once.
/// </summary>
internal sealed class PeaksByLoops(Workload workload) : IModel
{
    private readonly double[] _t = workload.Points;
    private readonly double[] _y = workload.Data;
    private readonly double[] _peak = new double[workload.ResidualCount];

    public void Residuals(ReadOnlySpan<double> b, Span<double> residuals)
    {
        double[] t = _t;
        double[] peak = _peak;
        for (int i = 0; i < residuals.Length; i++)
        {
            residuals[i] = -_y[i];
        }

        for (; b.Length > 0; b = b[3..])
        {
            (double size, double center, double narrowness) = (b[0], b[1], 1 / b[2]);
            for (int i = 0; i < t.Length; i++)
            {
                double z = (t[i] - center) * narrowness;
                peak[i] = -z * z;
            }

            LaneMath.Exp(peak, peak);
            for (int i = 0; i < residuals.Length; i++)
            {
                residuals[i] += size * peak[i];
            }
        }
    }

    public void Jacobian(ReadOnlySpan<double> b, JacobianMatrix jacobian) => throw new NotSupportedException();
}
