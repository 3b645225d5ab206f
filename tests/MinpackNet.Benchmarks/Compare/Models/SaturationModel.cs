namespace MinpackNet.Benchmarks.Compare;

/// <summary>b1 (1 - exp(-b2 t)).</summary>
internal sealed class SaturationModel(double[] points, double[] data) : IModel
{
    public void Residuals(ReadOnlySpan<double> b, Span<double> residuals)
    {
        double[] t = points;
        double[] y = data;
        double scale = b[0];
        double rate = b[1];
        for (int i = 0; i < residuals.Length; i++)
        {
            residuals[i] = (scale * (1 - Math.Exp(-rate * t[i]))) - y[i];
        }
    }

    public void Jacobian(ReadOnlySpan<double> b, JacobianMatrix jacobian)
    {
        double[] t = points;
        double scale = b[0];
        double rate = b[1];
        Span<double> byScale = jacobian.Column(0);
        Span<double> byRate = jacobian.Column(1);
        for (int i = 0; i < byScale.Length; i++)
        {
            double decay = Math.Exp(-rate * t[i]);
            byScale[i] = 1 - decay;
            byRate[i] = scale * t[i] * decay;
        }
    }
}
