using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>
/// Tells a root from a point where MINPACK's trust region merely collapsed: it reports convergence at both.
/// </summary>
internal static unsafe class RootTest
{
    private const double EnoughReduction = 1e-12;
    private const double StepTolerances = 1000;

    public static bool IsRoot(NonlinearEquationsWorkspace workspace, double startNorm, double stepTolerance)
    {
        int n = workspace.ParameterCount;
        double norm = NativeMethods.mn_enorm(n, workspace.Memory.Fvec);
        if (double.IsNaN(norm))
        {
            return false;
        }

        bool fellFar = double.IsFinite(startNorm) && norm <= EnoughReduction * startNorm;
        return fellFar || RemainingStepIsSmall(workspace, stepTolerance);
    }

    /// <summary>The Newton step from the end point, by the last factors Q and R, against the parameters.</summary>
    private static bool RemainingStepIsSmall(NonlinearEquationsWorkspace workspace, double stepTolerance)
    {
        SolverMemory memory = workspace.Memory;
        int n = memory.ParameterCount;
        double* step = memory.Work1;
        for (int j = 0; j < n; j++)
        {
            ReadOnlySpan<double> column = new(workspace.Fjac + ((nint)j * n), n);
            step[j] = Dot(column, new(memory.Fvec, n));
        }

        double* row = workspace.R + workspace.PackedLength;
        for (int j = n - 1; j >= 0; j--)
        {
            row -= n - j;
            int right = n - 1 - j;
            step[j] = (step[j] - Dot(new(row + 1, right), new(step + j + 1, right))) / row[0];
        }

        for (int j = 0; j < n; j++)
        {
            step[j] *= memory.Diag[j];
            memory.Work2[j] = memory.Diag[j] * memory.X[j];
        }

        double tolerance = Math.Max(stepTolerance, Defaults.MachineEpsilon);
        return NativeMethods.mn_enorm(n, step) <= StepTolerances * tolerance * NativeMethods.mn_enorm(n, memory.Work2);
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
