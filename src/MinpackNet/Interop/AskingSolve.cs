using System.Runtime.CompilerServices;

namespace MinpackNet.Interop;

/// <summary>
/// A solve with a Jacobian whose core asks for evaluations instead of calling back: to be called from native code takes
/// several times as long as to call it, which shows in small solves. An installed CMinpack calls back.
/// </summary>
internal static unsafe class AskingSolve
{
    public static bool IsPossible => NativeCore.LmderStateSize > 0;

    public static LeastSquaresSummary Run(
        LeastSquaresWorkspace workspace, in SolverSettings settings, int mode, MnTuning* tuning)
    {
        Progress progress = new() { Request = CallbackRequest.Residuals };
        void* state = workspace.Memory.LmderState;
        int info;
        try
        {
            info = Solve(state, workspace, settings, mode, tuning, &progress);
        }
        catch (Exception exception)
        {
            info = workspace.Memory.Context.Keep(exception);
        }

        // What was asked for last, if the solve stopped there, counts.
        return new(
            (LeastSquaresStatus)info,
            progress.Evaluations + (progress.Request == CallbackRequest.Residuals ? 1 : 0),
            progress.JacobianEvaluations + (progress.Request == CallbackRequest.Jacobian ? 1 : 0));
    }

    /// <remarks>No try here: the runtime has a slower way to native code from such a method.</remarks>
    /// <returns>MINPACK's info, or what stopped the solve.</returns>
    private static int Solve(
        void* state, LeastSquaresWorkspace w, in SolverSettings s, int mode, MnTuning* tuning, Progress* progress)
    {
        SolverMemory b = w.Memory;
        CallbackContext context = b.Context;
        int m = b.ResidualCount;
        int n = b.ParameterCount;
        double* x = b.X;
        double* trial = b.Work2;
        double* trialResiduals = b.Work4;
        double* fjac = w.Fjac;

        int answer = context.EvaluateResiduals(new(x, n), new(b.Fvec, m), forDifference: false);
        if (answer < 0)
        {
            return answer;
        }

        int request = NativeMethods.mn_lmder_start(
            state, b.User, m, n, x, b.Fvec, fjac, m, s.Ftol, s.Xtol, s.Gtol, s.Maxfev, b.Diag, mode, s.Factor,
            &progress->Info, &progress->Evaluations, &progress->JacobianEvaluations, w.Ipvt, b.Qtf, b.Work1, trial,
            b.Work3, trialResiduals, tuning);
        while (request != CallbackRequest.None)
        {
            progress->Request = request;
            switch (request)
            {
                case CallbackRequest.Residuals:
                    answer = EvaluateTrial(context, m, n, trial, trialResiduals);
                    break;
                case CallbackRequest.Jacobian:
                    answer = EvaluateJacobian(context, m, n, x, fjac);
                    break;
                case CallbackRequest.NotFinite:
                    context.CheckJacobian(new(x, n), new(ref *fjac, m, n));
                    break;
            }

            if (answer < 0)
            {
                return answer;
            }

            request = NativeMethods.mn_lmder_advance(state);
        }

        progress->Request = CallbackRequest.None;
        return progress->Info;
    }

    // Apart from the loop, whose registers they would take.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int EvaluateTrial(CallbackContext context, int m, int n, double* x, double* fvec) =>
        context.EvaluateTrial(new(x, n), new(fvec, m));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int EvaluateJacobian(CallbackContext context, int m, int n, double* x, double* fjac) =>
        context.EvaluateJacobian(new(x, n), new(ref *fjac, m, n));

    private struct Progress
    {
        public int Request;
        public int Info;
        public int Evaluations;
        public int JacobianEvaluations;
    }
}
