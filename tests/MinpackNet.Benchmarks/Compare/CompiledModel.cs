using System.Runtime.CompilerServices;
using MinpackNet.Interop;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>The workload's model in C, called from C#: with it two solves differ by nothing but the way to the core.</summary>
internal sealed unsafe class CompiledModel(WorkloadData* workload) : IModel
{
    // No transition of the garbage collector: it would stand for a border that the model in C# does not cross either. The
    // functions call nothing back, and nobody else here waits for a collection.
    private readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<
        void*, int, int, double*, double*, double*, int, int, int> _function =
            (delegate* unmanaged[Cdecl, SuppressGCTransition]<
                void*, int, int, double*, double*, double*, int, int, int>)workload->Function;

    public void Residuals(ReadOnlySpan<double> b, Span<double> residuals)
    {
        fixed (double* x = b, fvec = residuals)
        {
            _function(workload, residuals.Length, b.Length, x, fvec, null, 0, CallbackRequest.Residuals);
        }
    }

    public void Jacobian(ReadOnlySpan<double> b, JacobianMatrix jacobian)
    {
        fixed (double* x = b, fjac = jacobian.Column(0))
        {
            int m = jacobian.RowCount;
            _function(workload, m, b.Length, x, null, fjac, m, CallbackRequest.Jacobian);
        }
    }
}
