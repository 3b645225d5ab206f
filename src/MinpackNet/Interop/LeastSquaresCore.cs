namespace MinpackNet.Interop;

/// <summary>Carries a checked least-squares problem across the border and back.</summary>
internal static unsafe class LeastSquaresCore
{
    private const int InternalScaling = 1;
    private const int GivenScaling = 2;

    public static LeastSquaresSummary Run(
        LeastSquaresWorkspace workspace, Span<double> parameters, in SolverFunctions functions, in SolverSettings settings)
    {
        NativeCore.EnsureLoaded();
        workspace.Memory.Enter();
        try
        {
            CallbackContext context = workspace.Memory.Context;
            context.Begin(functions, workspace.ResidualCount, settings.NonFiniteValues);
            parameters.CopyTo(new(workspace.X, parameters.Length));
            int mode = CopyScale(settings.Scale, workspace.Diag);

            LeastSquaresSummary summary = Call(workspace, functions, settings, mode);

            if (context.HasPoint)
            {
                new Span<double>(workspace.X, parameters.Length).CopyTo(parameters);
            }
            else
            {
                new Span<double>(workspace.Fvec, workspace.ResidualCount).Fill(double.NaN);
            }

            context.End();
            return summary;
        }
        finally
        {
            workspace.Memory.Leave();
        }
    }

    private static LeastSquaresSummary Call(
        LeastSquaresWorkspace w, in SolverFunctions functions, in SolverSettings s, int mode)
    {
        int m = w.ResidualCount;
        int n = w.ParameterCount;
        MnTuning tuning = new() { Observer = functions.Observer is null ? null : &Trampolines.Observer };

        int evaluations;
        int jacobianEvaluations = 0;
        int info;
        if (functions.Jacobian is not null)
        {
            info = NativeMethods.mn_lmder(
                &Trampolines.ResidualsOrJacobian, w.Memory.User, m, n, w.X, w.Fvec, w.Fjac, m, s.Ftol, s.Xtol, s.Gtol,
                s.Maxfev, w.Diag, mode, s.Factor, 0, &evaluations, &jacobianEvaluations, w.Ipvt, w.Qtf,
                w.Work1, w.Work2, w.Work3, w.Work4, &tuning);
        }
        else if (functions.JacobianRow is not null)
        {
            info = NativeMethods.mn_lmstr(
                &Trampolines.ResidualsOrRow, w.Memory.User, m, n, w.X, w.Fvec, w.Fjac, n, s.Ftol, s.Xtol, s.Gtol,
                s.Maxfev, w.Diag, mode, s.Factor, 0, &evaluations, &jacobianEvaluations, w.Ipvt, w.Qtf,
                w.Work1, w.Work2, w.Work3, w.Work4, &tuning);
        }
        else
        {
            info = NativeMethods.mn_lmdif(
                &Trampolines.Residuals, w.Memory.User, m, n, w.X, w.Fvec, s.Ftol, s.Xtol, s.Gtol, s.Maxfev, s.Epsfcn,
                w.Diag, mode, s.Factor, 0, &evaluations, w.Fjac, m, w.Ipvt, w.Qtf, w.Work1, w.Work2, w.Work3, w.Work4,
                &tuning);
        }

        return new((LeastSquaresStatus)info, evaluations, jacobianEvaluations);
    }

    private static int CopyScale(IReadOnlyList<double>? scale, double* diag)
    {
        if (scale is null)
        {
            return InternalScaling;
        }

        for (int j = 0; j < scale.Count; j++)
        {
            diag[j] = scale[j];
        }

        return GivenScaling;
    }
}
