namespace MinpackNet.Interop;

/// <summary>Carries a checked system of equations across the border and back.</summary>
internal static unsafe class NonlinearEquationsCall
{
    public static NonlinearEquationsSummary Run(
        NonlinearEquationsWorkspace workspace,
        Span<double> parameters,
        in SolverFunctions functions,
        in SolverSettings settings)
    {
        NativeLibraryState.EnsureLoaded();
        SolverMemory memory = workspace.Memory;
        int mode = memory.Enter(parameters, functions, settings);
        try
        {
            NonlinearEquationsSummary summary = Call(workspace, functions, settings, mode);
            double startNorm = memory.StartNorm;
            memory.Finish(parameters)?.Throw();
            bool hasFactors = summary.Status > NonlinearEquationsStatus.None;
            return summary with { IsRoot = hasFactors && RootTest.IsRoot(workspace, startNorm, settings.Xtol) };
        }
        finally
        {
            memory.Leave();
        }
    }

    private static NonlinearEquationsSummary Call(
        NonlinearEquationsWorkspace w, in SolverFunctions functions, in SolverSettings s, int mode)
    {
        SolverMemory b = w.Memory;
        int n = b.ParameterCount;
        MnTuning tuning = new() { Observer = functions.Observer is null ? null : &Trampolines.Observer };

        int evaluations;
        int jacobianEvaluations = 0;
        int info;
        if (functions.Jacobian is not null)
        {
            info = NativeMethods.mn_hybrj(
                &Trampolines.EquationsOrJacobian, b.User, n, b.X, b.Fvec, w.Fjac, n, s.Xtol, s.Maxfev, b.Diag, mode,
                s.Factor, 0, &evaluations, &jacobianEvaluations, w.R, w.PackedLength, b.Qtf,
                b.Work1, b.Work2, b.Work3, b.Work4, &tuning);
        }
        else
        {
            info = NativeMethods.mn_hybrd(
                &Trampolines.Equations, b.User, n, b.X, b.Fvec, s.Xtol, s.Maxfev, s.Ml, s.Mu, s.Epsfcn, b.Diag, mode,
                s.Factor, 0, &evaluations, w.Fjac, n, w.R, w.PackedLength, b.Qtf,
                b.Work1, b.Work2, b.Work3, b.Work4, &tuning);
        }

        return new((NonlinearEquationsStatus)info, evaluations, jacobianEvaluations, IsRoot: false);
    }
}
