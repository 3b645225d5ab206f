using System.Runtime.InteropServices;

namespace MinpackNet.Interop;

/// <summary>The C struct mn_tuning, field by field.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct MnTuning
{
    public delegate* unmanaged[Cdecl]<void*, MnIteration*, int> Observer;
}
