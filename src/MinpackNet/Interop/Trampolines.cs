using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MinpackNet.Interop;

/// <summary>
/// Where native code enters managed code. The user pointer is a handle to the <see cref="CallbackContext"/> of one
/// solve, so nothing here is shared between solves.
/// </summary>
/// <remarks>
/// No exception may cross a native frame: off Windows it would end the process, on Windows it would unwind frames that
/// do not expect it. Each trampoline keeps it in the context and tells the solver to stop; then the solve rethrows it.
/// </remarks>
internal static unsafe class Trampolines
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static int Residuals(void* user, int m, int n, double* x, double* fvec, int request)
    {
        CallbackContext context = Context(user);
        try
        {
            bool forDifference = request == CallbackRequest.Jacobian;
            return context.EvaluateResiduals(new(x, n), new(fvec, m), forDifference);
        }
        catch (Exception exception)
        {
            return context.Keep(exception, new(x, n));
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static int ResidualsOrJacobian(
        void* user, int m, int n, double* x, double* fvec, double* fjac, int ldfjac, int request)
    {
        CallbackContext context = Context(user);
        try
        {
            return request == CallbackRequest.Jacobian
                ? EvaluateJacobian(context, new(x, n), new(ref *fjac, m, n))
                : context.EvaluateResiduals(new(x, n), new(fvec, m), forDifference: false);
        }
        catch (Exception exception)
        {
            return context.Keep(exception);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static int ResidualsOrRow(void* user, int m, int n, double* x, double* fvec, double* fjrow, int request)
    {
        CallbackContext context = Context(user);
        try
        {
            return request >= CallbackRequest.Jacobian
                ? context.EvaluateRow(request - CallbackRequest.Jacobian, new(x, n), new(fjrow, n))
                : context.EvaluateResiduals(new(x, n), new(fvec, m), forDifference: false);
        }
        catch (Exception exception)
        {
            return context.Keep(exception);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static int Equations(void* user, int n, double* x, double* fvec, int request)
    {
        CallbackContext context = Context(user);
        try
        {
            bool forDifference = request == CallbackRequest.Jacobian;
            return context.EvaluateEquations(new(x, n), new(fvec, n), forDifference);
        }
        catch (Exception exception)
        {
            return context.Keep(exception);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static int EquationsOrJacobian(
        void* user, int n, double* x, double* fvec, double* fjac, int ldfjac, int request)
    {
        CallbackContext context = Context(user);
        try
        {
            return request == CallbackRequest.Jacobian
                ? EvaluateJacobian(context, new(x, n), new(ref *fjac, n, n))
                : context.EvaluateEquations(new(x, n), new(fvec, n), forDifference: false);
        }
        catch (Exception exception)
        {
            return context.Keep(exception);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static int Observer(void* user, MnIteration* iteration)
    {
        CallbackContext context = Context(user);
        try
        {
            return context.Observe(iteration);
        }
        catch (Exception exception)
        {
            return context.Keep(exception);
        }
    }

    /// <summary>The C function type mn_parallel_for_fn. No task throws, because all of them are native.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void ParallelFor(
        void* host, int count, delegate* unmanaged[Cdecl]<void*, int, void> task, void* work) =>
        Context(host).RunTasks(count, task, work);

    /// <summary>The same for a factorization outside a solve, whose host is the tasks themselves.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void ParallelForAlone(
        void* host, int count, delegate* unmanaged[Cdecl]<void*, int, void> task, void* work) =>
        ((NativeTasks)GCHandle.FromIntPtr((nint)host).Target!).Run(count, task, work);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int EvaluateJacobian(
        CallbackContext context, ReadOnlySpan<double> parameters, JacobianMatrix jacobian)
    {
        int answer = context.EvaluateJacobian(parameters, jacobian);
        if (answer == 0)
        {
            context.CheckJacobian(parameters, jacobian);
        }

        return answer;
    }

    private static CallbackContext Context(void* user) =>
        Unsafe.As<CallbackContext>(GCHandle.FromIntPtr((nint)user).Target!);
}
