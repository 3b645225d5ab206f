namespace MinpackNet.Interop;

/// <summary>The C enum mn_cpu_level: the most that the core may ask of the processor.</summary>
internal enum CpuLevel
{
    Best = 0,
    Scalar = 1,

    /// <summary>SSE2, NEON.</summary>
    Vector128 = 2,
    Avx2 = 3,
    Avx512 = 4,
}
