using System.Runtime.InteropServices;

namespace MinpackNet.Interop;

/// <summary>The C struct mn_tuning, field by field.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct MnTuning
{
    public delegate* unmanaged[Cdecl]<void*, MnIteration*, int> Observer;
    public delegate* unmanaged[Cdecl]<
        void*, int, delegate* unmanaged[Cdecl]<void*, int, void>, void*, void> ParallelFor;
    public void* Host;
    public int Threads;
    public int ConcurrentCallback;
    public Arithmetic Arithmetic;
    public CpuLevel CpuLevel;
    public double* Work;
}
