using System.Numerics;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>A model for several fits at once; the data of a fit are its observations.</summary>
internal interface ILaneCurve
{
    void Residuals(
        ReadOnlySpan<Vector<double>> b, ReadOnlySpan<Vector<double>> y, Span<Vector<double>> residuals);

    void Jacobian(
        ReadOnlySpan<Vector<double>> b, ReadOnlySpan<Vector<double>> y, Span<Vector<double>> jacobian);
}
