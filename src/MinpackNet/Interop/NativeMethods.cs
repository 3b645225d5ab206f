using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MinpackNet.Interop;

/// <summary>The functions of native/include/minpack_native.h, one to one and under their C names.</summary>
internal static unsafe partial class NativeMethods
{
    internal const string Library = "minpack_native";

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mn_lmder(
        delegate* unmanaged[Cdecl]<void*, int, int, double*, double*, double*, int, int, int> fcn, void* user,
        int m, int n, double* x, double* fvec, double* fjac, int ldfjac, double ftol, double xtol, double gtol,
        int maxfev, double* diag, int mode, double factor, int nprint, int* nfev, int* njev, int* ipvt, double* qtf,
        double* wa1, double* wa2, double* wa3, double* wa4, MnTuning* tuning);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mn_lmder_start(
        void* state, void* user, int m, int n, double* x, double* fvec, double* fjac, int ldfjac, double ftol,
        double xtol, double gtol, int maxfev, double* diag, int mode, double factor, int* info, int* nfev, int* njev,
        int* ipvt, double* qtf, double* wa1, double* wa2, double* wa3, double* wa4, MnTuning* tuning);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mn_lmder_advance(void* state);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mn_lmder_state_size();

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mn_lmdif(
        delegate* unmanaged[Cdecl]<void*, int, int, double*, double*, int, int> fcn, void* user,
        int m, int n, double* x, double* fvec, double ftol, double xtol, double gtol, int maxfev, double epsfcn,
        double* diag, int mode, double factor, int nprint, int* nfev, double* fjac, int ldfjac, int* ipvt, double* qtf,
        double* wa1, double* wa2, double* wa3, double* wa4, MnTuning* tuning);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mn_lmstr(
        delegate* unmanaged[Cdecl]<void*, int, int, double*, double*, double*, int, int> fcn, void* user,
        int m, int n, double* x, double* fvec, double* fjac, int ldfjac, double ftol, double xtol, double gtol,
        int maxfev, double* diag, int mode, double factor, int nprint, int* nfev, int* njev, int* ipvt, double* qtf,
        double* wa1, double* wa2, double* wa3, double* wa4, MnTuning* tuning);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mn_hybrj(
        delegate* unmanaged[Cdecl]<void*, int, double*, double*, double*, int, int, int> fcn, void* user, int n,
        double* x, double* fvec, double* fjac, int ldfjac, double xtol, int maxfev, double* diag, int mode,
        double factor, int nprint, int* nfev, int* njev, double* r, int lr, double* qtf, double* wa1, double* wa2,
        double* wa3, double* wa4, MnTuning* tuning);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mn_hybrd(
        delegate* unmanaged[Cdecl]<void*, int, double*, double*, int, int> fcn, void* user, int n, double* x,
        double* fvec, double xtol, int maxfev, int ml, int mu, double epsfcn, double* diag, int mode, double factor,
        int nprint, int* nfev, double* fjac, int ldfjac, double* r, int lr, double* qtf, double* wa1, double* wa2,
        double* wa3, double* wa4, MnTuning* tuning);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial void mn_chkder(
        int m, int n, double* x, double* fvec, double* fjac, int ldfjac, double* xp, double* fvecp, int mode,
        double* err);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial long mn_work_length(int m, int n, MnTuning* tuning);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial void mn_covar(int n, double* r, int ldr, int* ipvt, double tol, double* wa);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial void mn_qr(
        int m, int n, double* a, int lda, int* ipvt, double* rhs, double* wa1, double* wa2, double* wa3, double* wa4,
        MnTuning* tuning);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial long mn_lockstep_length(int lanes, int m, int n);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial void mn_lockstep_start(MnLockstep* fits, int lane);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial void mn_lockstep_advance(MnLockstep* fits, int chosen);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial double mn_enorm(int n, double* x);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mn_version();

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial byte* mn_description();
}
