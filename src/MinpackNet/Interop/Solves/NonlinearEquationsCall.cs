namespace MinpackNet.Interop;

/// <summary>Carries a checked system of equations across the border and back.</summary>
internal static unsafe class NonlinearEquationsCall
{
    public static NonlinearEquationsSummary Run(
        SolverMemory memory, Span<double> parameters, in SolverFunctions functions, in SolverSettings settings)
    {
        NativeLibraryState.EnsureLoaded();
        memory.Enter(parameters, functions, settings);
        try
        {
            NonlinearEquationsSummary summary = Call(memory, functions, settings);
            memory.Finish(parameters)?.Throw();
            bool hasFactors = summary.Status > NonlinearEquationsStatus.None;
            return summary with
            {
                IsRoot = hasFactors && RootTest.IsRoot(memory, settings.Xtol),
                HasZeroDifferences =
                    hasFactors && !functions.HasJacobian && !memory.PackedTriangle.ContainsAnyExcept(0),
                HasSingularJacobian = hasFactors && RootTest.IsSingular(memory),
                FellFar = hasFactors && RootTest.FellFar(NativeAlgebra.Norm(memory.Residuals), memory.StartNorm),
                HasWildTrial = RootTest.HasWildTrial(memory),
                NonFiniteTrials = memory.Context.NonFiniteTrials,
            };
        }
        finally
        {
            memory.Leave();
        }
    }

    private static NonlinearEquationsSummary Call(SolverMemory b, in SolverFunctions functions, in SolverSettings s)
    {
        int n = b.ParameterCount;
        MnTuning tuning = new() { Observer = functions.Observer is null ? null : &Trampolines.Observer };

        int evaluations;
        int jacobianEvaluations = 0;
        int info;
        if (functions.Jacobian is not null)
        {
            info = NativeMethods.mn_hybrj(
                &Trampolines.EquationsOrJacobian, b.User, n, b.X, b.Fvec, b.Fjac, n, s.Xtol, s.Maxfev, b.Diag, s.Mode,
                s.Factor, 0, &evaluations, &jacobianEvaluations, b.R, b.PackedLength, b.Qtf,
                b.Work1, b.Work2, b.Work3, b.Work4, &tuning);
        }
        else
        {
            info = NativeMethods.mn_hybrd(
                &Trampolines.Equations, b.User, n, b.X, b.Fvec, s.Xtol, s.Maxfev, s.Ml, s.Mu, s.Epsfcn, b.Diag, s.Mode,
                s.Factor, 0, &evaluations, b.Fjac, n, b.R, b.PackedLength, b.Qtf,
                b.Work1, b.Work2, b.Work3, b.Work4, &tuning);
        }

        return new((NonlinearEquationsStatus)info, evaluations, jacobianEvaluations, IsRoot: false);
    }
}
