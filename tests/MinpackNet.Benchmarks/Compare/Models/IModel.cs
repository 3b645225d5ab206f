namespace MinpackNet.Benchmarks.Compare;

/// <summary>A model with the arithmetic of its twin in native/benchmarks/workload_models.c.</summary>
internal interface IModel
{
    void Residuals(ReadOnlySpan<double> b, Span<double> residuals);

    void Jacobian(ReadOnlySpan<double> b, JacobianMatrix jacobian);
}
