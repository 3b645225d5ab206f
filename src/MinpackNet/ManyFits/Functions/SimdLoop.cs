using System.Runtime.CompilerServices;

namespace MinpackNet;

/// <summary>How loops over registers are compiled.</summary>
internal static class SimdLoop
{
    /// <summary>
    /// Optimized at the first call: unoptimized, vector code is fifty times slower, and a fit is over before the
    /// runtime compiles anew what is called often. And not into a caller: there the compiler may reach the limit of
    /// what it inlines, and then each operation becomes a call.
    /// </summary>
    public const MethodImplOptions Compiled = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;
}
