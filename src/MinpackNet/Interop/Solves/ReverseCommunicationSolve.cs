namespace MinpackNet.Interop;

/// <summary>
/// A solve with a Jacobian whose core asks for evaluations instead of calling back: to be called from native code takes
/// several times as long as to call it, which shows in small solves. An installed CMinpack calls back.
/// </summary>
internal static unsafe class ReverseCommunicationSolve
{
    public static bool IsPossible => NativeLibraryState.LmderStateSize > 0;

    public static LeastSquaresSummary Run(SolverMemory memory, in SolverSettings settings, MnTuning* tuning)
    {
        Outcome outcome = default;
        void* state = memory.LmderState;
        int info;
        try
        {
            info = Solve(state, memory, settings, tuning, &outcome);
        }
        catch (Exception exception)
        {
            info = memory.Context.Keep(exception);
        }

        return new((LeastSquaresStatus)info, outcome.Evaluations, outcome.JacobianEvaluations);
    }

    /// <remarks>No try here: the runtime has a slower way to native code from such a method.</remarks>
    /// <returns>MINPACK's info, or what stopped the solve.</returns>
    private static int Solve(
        void* state, SolverMemory b, in SolverSettings s, MnTuning* tuning, Outcome* outcome)
    {
        CallbackContext context = b.Context;
        int m = b.ResidualCount;
        int n = b.ParameterCount;
        double* x = b.X;
        double* trial = b.Work2;
        double* trialResiduals = b.Work4;
        double* fjac = b.Fjac;

        outcome->Evaluations = 1;
        int answer = context.EvaluateResiduals(new(x, n), new(b.Fvec, m), forDifference: false);
        if (answer < 0)
        {
            return answer;
        }

        int request = NativeMethods.mn_lmder_start(
            state, b.User, m, n, x, b.Fvec, fjac, m, s.Ftol, s.Xtol, s.Gtol, s.Maxfev, b.Diag, s.Mode, s.Factor,
            &outcome->Info, &outcome->Evaluations, &outcome->JacobianEvaluations, b.Ipvt, b.Qtf, b.Work1, trial,
            b.Work3, trialResiduals, tuning);
        while (request != CallbackRequest.None)
        {
            // From the most frequent to the rarest. A jump by a table would take longer.
            if (request == CallbackRequest.Residuals)
            {
                outcome->Evaluations++;
                answer = context.EvaluateFiniteTrial(new(trial, n), new(trialResiduals, m));
            }
            else if (request == CallbackRequest.Jacobian)
            {
                outcome->JacobianEvaluations++;
                answer = context.EvaluateJacobian(new(x, n), new(ref *fjac, m, n));
            }
            else if (request == CallbackRequest.FarResiduals)
            {
                outcome->Evaluations++;
                answer = context.EvaluateTrial(new(trial, n), new(trialResiduals, m));
            }
            else
            {
                context.CheckJacobian(new(x, n), new(ref *fjac, m, n));
                answer = 0;
            }

            if (answer < 0)
            {
                return answer;
            }

            request = NativeMethods.mn_lmder_advance(state);
        }

        return outcome->Info;
    }

    /// <summary>
    /// The core fills it when a solve ends. The evaluations are counted here too, each before it begins, for a solve
    /// that one of them stops.
    /// </summary>
    private struct Outcome
    {
        public int Info;
        public int Evaluations;
        public int JacobianEvaluations;
    }
}
