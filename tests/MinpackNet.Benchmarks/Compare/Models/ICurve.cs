namespace MinpackNet.Benchmarks.Compare;

/// <summary>A model whose observations may be any.</summary>
internal interface ICurve
{
    void Residuals(ReadOnlySpan<double> b, ReadOnlySpan<double> y, Span<double> residuals);

    void Jacobian(ReadOnlySpan<double> b, JacobianMatrix jacobian);
}
