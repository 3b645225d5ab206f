using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MinpackNet.Interop;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>
/// The workload's model in C, called from C#: with it two solves differ by nothing but the way to the core.
/// </summary>
internal sealed unsafe class CompiledModel(WorkloadData* workload) : IModel
{
    // No transition of the garbage collector: it would stand for a border that the model in C# does not cross either.
    // The functions call nothing back, and nobody else here waits for a collection.
    private readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<
        void*, int, int, double*, double*, double*, int, int, int> _function =
            (delegate* unmanaged[Cdecl, SuppressGCTransition]<
                void*, int, int, double*, double*, double*, int, int, int>)workload->Function;

    // Spans over the solver's memory, which does not move.
    public void Residuals(ReadOnlySpan<double> b, Span<double> residuals) =>
        _function(
            workload, residuals.Length, b.Length, Address(b), Address(residuals), null, 0, CallbackRequest.Residuals);

    public void Jacobian(ReadOnlySpan<double> b, JacobianMatrix jacobian)
    {
        int m = jacobian.RowCount;
        _function(workload, m, b.Length, Address(b), null, Address(jacobian.Column(0)), m, CallbackRequest.Jacobian);
    }

    private static double* Address(ReadOnlySpan<double> values) =>
        (double*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(values));
}
