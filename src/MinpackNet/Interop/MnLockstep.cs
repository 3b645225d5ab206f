using System.Runtime.InteropServices;

namespace MinpackNet.Interop;

/// <summary>The C struct mn_lockstep, field by field.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct MnLockstep
{
    public int Lanes;
    public int M;
    public int N;
    public int Maxfev;
    public int Mode;
    public int Differences;
    public CpuLevel CpuLevel;
    public double Ftol;
    public double Xtol;
    public double Gtol;
    public double Epsfcn;
    public double Factor;
    public double* Trial;
    public double* Fvec;
    public double* Fjac;
    public double* Moved;
    public double* Residuals;
    public double* X;
    public double* Norm;
    public double* Diag;
    public double* R;
    public double* Qtf;
    public int* Ipvt;
    public int* Want;
    public int* Info;
    public int* Nfev;
    public int* Njev;
    public double* Work;
}
