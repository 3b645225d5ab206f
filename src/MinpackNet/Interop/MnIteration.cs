using System.Runtime.InteropServices;

namespace MinpackNet.Interop;

/// <summary>The C struct mn_iteration, field by field.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct MnIteration
{
    public int Number;
    public int Evaluations;
    public double ResidualNorm;
    public double GradientNorm;
    public double StepBound;
    public double Damping;
    public double* Parameters;
    public double* Residuals;
}
