namespace MinpackNet.Benchmarks.Compare;

/// <summary>10 (b2 - b1²) and 1 - b1.</summary>
internal sealed class RosenbrockModel : IModel
{
    public void Residuals(ReadOnlySpan<double> b, Span<double> residuals)
    {
        residuals[0] = 10 * (b[1] - (b[0] * b[0]));
        residuals[1] = 1 - b[0];
    }

    public void Jacobian(ReadOnlySpan<double> b, JacobianMatrix jacobian)
    {
        jacobian[0, 0] = -20 * b[0];
        jacobian[1, 0] = -1;
        jacobian[0, 1] = 10;
        jacobian[1, 1] = 0;
    }
}
