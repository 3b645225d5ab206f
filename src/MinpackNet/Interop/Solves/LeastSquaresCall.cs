using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace MinpackNet.Interop;

/// <summary>Carries a checked least-squares problem across the border and back.</summary>
internal static unsafe class LeastSquaresCall
{
    public static LeastSquaresSummary Run(
        SolverMemory memory, Span<double> parameters, in SolverFunctions functions, in SolverSettings settings)
    {
        LeastSquaresSummary summary = Run(memory, parameters, functions, settings, out ExceptionDispatchInfo? thrown);
        thrown?.Throw();
        return summary;
    }

    /// <summary>The same without rethrowing what the user's functions threw.</summary>
    public static LeastSquaresSummary Run(
        SolverMemory memory,
        Span<double> parameters,
        in SolverFunctions functions,
        in SolverSettings settings,
        out ExceptionDispatchInfo? thrown)
    {
        NativeLibraryState.EnsureLoaded();
        memory.Enter(parameters, functions, settings);
        try
        {
            LeastSquaresSummary summary = Call(memory, functions, settings);
            if (summary.Converged && !memory.EndIsFinite)
            {
                summary = summary with { IsNotFinite = true };
            }

            if (summary.Status == LeastSquaresStatus.SmallGradient && !functions.HasJacobian && memory.EndIsStuck)
            {
                summary = summary with { HasZeroDifferences = true };
            }

            if (summary.Status == LeastSquaresStatus.SmallStep)
            {
                summary = summary with { EndsAtEdge = !NonFinite.AreFinite(memory.LastTrial) };
            }

            thrown = memory.Finish(parameters);
            return summary;
        }
        finally
        {
            memory.Leave();
        }
    }

    private static LeastSquaresSummary Call(SolverMemory b, in SolverFunctions functions, in SolverSettings s)
    {
        int m = b.ResidualCount;
        int n = b.ParameterCount;
        MnTuning tuning;
        Tune(&tuning, b, functions, s);

        if (functions.Jacobian is not null && ReverseCommunicationSolve.IsPossible)
        {
            return ReverseCommunicationSolve.Run(b, s, &tuning);
        }

        int evaluations;
        int jacobianEvaluations = 0;
        int info;
        if (functions.Jacobian is not null)
        {
            info = NativeMethods.mn_lmder(
                &Trampolines.ResidualsOrJacobian, b.User, m, n, b.X, b.Fvec, b.Fjac, m, s.Ftol, s.Xtol, s.Gtol,
                s.Maxfev, b.Diag, s.Mode, s.Factor, 0, &evaluations, &jacobianEvaluations, b.Ipvt, b.Qtf,
                b.Work1, b.Work2, b.Work3, b.Work4, &tuning);
        }
        else if (functions.JacobianRow is not null)
        {
            info = NativeMethods.mn_lmstr(
                &Trampolines.ResidualsOrRow, b.User, m, n, b.X, b.Fvec, b.Fjac, n, s.Ftol, s.Xtol, s.Gtol,
                s.Maxfev, b.Diag, s.Mode, s.Factor, 0, &evaluations, &jacobianEvaluations, b.Ipvt, b.Qtf,
                b.Work1, b.Work2, b.Work3, b.Work4, &tuning);
        }
        else
        {
            info = NativeMethods.mn_lmdif(
                &Trampolines.Residuals, b.User, m, n, b.X, b.Fvec, s.Ftol, s.Xtol, s.Gtol, s.Maxfev, s.Epsfcn,
                b.Diag, s.Mode, s.Factor, 0, &evaluations, b.Fjac, m, b.Ipvt, b.Qtf, b.Work1, b.Work2, b.Work3, b.Work4,
                &tuning);
        }

        return new((LeastSquaresStatus)info, evaluations, jacobianEvaluations);
    }

    /// <summary>Fills the struct in place: a copy would wait until all its fields have reached the cache.</summary>
    private static void Tune(MnTuning* tuning, SolverMemory memory, in SolverFunctions functions, in SolverSettings s)
    {
        bool parallel = s.Threads > 1;
        tuning->Observer = functions.Observer is null ? null : &Trampolines.Observer;
        tuning->ParallelFor = parallel ? &Trampolines.ParallelFor : null;
        tuning->Host = memory.User;
        tuning->Threads = parallel ? s.Threads : 1;
        tuning->ConcurrentCallback = parallel && s.ConcurrentResiduals ? 1 : 0;
        tuning->Arithmetic = s.Arithmetic;
        tuning->CpuLevel = s.CpuLevel;
        // Nothing else needs more than MINPACK's arguments, and small solves are so short that asking would show.
        bool needsWork = tuning->Arithmetic != Arithmetic.Exact || tuning->ConcurrentCallback != 0;
        tuning->Work = needsWork ? Work(tuning, memory) : null;
    }

    // On its own, because a method that calls native code sets up for it whether or not it makes the call.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double* Work(MnTuning* tuning, SolverMemory memory) =>
        memory.Extra(NativeMethods.mn_work_length(memory.ResidualCount, memory.ParameterCount, tuning));
}
