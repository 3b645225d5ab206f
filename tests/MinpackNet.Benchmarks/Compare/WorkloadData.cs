using System.Runtime.InteropServices;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>The C struct workload of native/benchmarks/workload.h, field by field.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct WorkloadData
{
    public delegate* unmanaged[Cdecl]<void*, int, int, double*, double*, double*, int, int, int> Function;
    public int M;
    public int N;
    public double* Start;
    public double* Points;
    public double* Data;
    public double* Truth;
    public CurveShape Shape;
}
