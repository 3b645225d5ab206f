using System.Runtime.CompilerServices;

namespace MinpackNet.Interop;

/// <summary>
/// A solve with a Jacobian whose core asks for evaluations instead of calling back: a call from native into managed
/// code takes several times as long as one the other way, which shows in small solves. An installed CMinpack calls
/// back.
/// </summary>
internal static unsafe class ReverseCommunicationSolve
{
    public static bool IsPossible => NativeLibraryState.LmderStateSize > 0;

    public static LeastSquaresSummary Run(SolverMemory memory, in SolverSettings settings, MnTuning* tuning)
    {
        Outcome outcome = default;
        void* state = memory.LmderState;
        int answer;
        try
        {
            int request = Start(state, memory, settings, tuning, &outcome);
            answer = Serve(request, state, memory);
        }
        catch (Exception exception)
        {
            answer = memory.Context.Keep(exception);
        }

        int info = answer < 0 ? answer : outcome.Info;
        return new((LeastSquaresStatus)info, outcome.Evaluations, outcome.JacobianEvaluations);
    }

    // Not inlined: the runtime has a slower way to native code from a method with a try.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Start(
        void* state, SolverMemory b, in SolverSettings s, MnTuning* tuning, Outcome* outcome) =>
        NativeMethods.mn_lmder_start(
            state, b.User, b.ResidualCount, b.ParameterCount, b.X, b.Fvec, b.Fjac, b.ResidualCount, s.Ftol, s.Xtol,
            s.Gtol, s.Maxfev, b.Diag, s.Mode, s.Factor, &outcome->Info, &outcome->Evaluations,
            &outcome->JacobianEvaluations, b.Ipvt, b.Qtf, b.Work1, b.Work2, b.Work3, b.Work4, tuning);

    /// <summary>Gives the core what it asks for until it has ended.</summary>
    /// <returns>Zero, or the negative value that stopped the solve.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Serve(int request, void* state, SolverMemory b)
    {
        CallbackContext context = b.Context;
        int m = b.ResidualCount;
        int n = b.ParameterCount;
        double* x = b.X;
        double* trial = b.Trial;
        double* trialResiduals = b.TrialResiduals;
        double* fjac = b.Fjac;
        int answer = 0;
        while (request != CallbackRequest.None)
        {
            // From the most frequent to the rarest. A jump by a table would take longer.
            if (request == CallbackRequest.Residuals)
            {
                answer = context.EvaluateFiniteTrial(new(trial, n), new(trialResiduals, m));
            }
            else if (request == CallbackRequest.Jacobian)
            {
                answer = context.EvaluateJacobian(new(x, n), new(ref *fjac, m, n));
            }
            else if (request == CallbackRequest.FirstResiduals)
            {
                answer = context.EvaluateResiduals(new(x, n), new(b.Fvec, m), forDifference: false);
            }
            else if (request == CallbackRequest.FarResiduals)
            {
                answer = context.EvaluateTrial(new(trial, n), new(trialResiduals, m));
            }
            else
            {
                context.CheckJacobian(new(x, n), new(ref *fjac, m, n));
            }

            if (answer < 0)
            {
                return answer;
            }

            request = NativeMethods.mn_lmder_advance(state);
        }

        return 0;
    }

    /// <summary>The core keeps it up to date: each evaluation is counted when it is asked for.</summary>
    private struct Outcome
    {
        public int Info;
        public int Evaluations;
        public int JacobianEvaluations;
    }
}
