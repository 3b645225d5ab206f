using System.Runtime.InteropServices;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>How many decays, peaks and coefficients of a polynomial a curve is the sum of. C: curve_shape.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct CurveShape(int Decays, int Peaks, int Powers);
