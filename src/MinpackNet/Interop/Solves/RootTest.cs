namespace MinpackNet.Interop;

/// <summary>
/// Tells a root from a point where MINPACK's trust region merely collapsed: it reports convergence at both.
/// </summary>
internal static unsafe class RootTest
{
    // From the norm at the start.
    private const double EnoughReduction = 1e-12;

    private const double StepTolerances = 1000;

    // What the differences of a Jacobian leave of a column that depends on others, with a margin, and a share of the
    // largest effect below which a parameter has none.
    private const double DependentShare = 1e-6;
    private const double NoEffect = 1e-10;

    // How far above the start a trial may rise before it spoils the factors, which an update turns into a tiny step.
    private const double MostRise = 1000;

    /// <summary>Whether the equations hold, or the remaining Newton step is short.</summary>
    public static bool IsRoot(SolverMemory solved, double stepTolerance)
    {
        double norm = NativeAlgebra.Norm(solved.Residuals);
        return norm == 0
            || (!double.IsNaN(norm) && !IsSpoiled(solved, norm) && RemainingStepIsSmall(solved, stepTolerance));
    }

    /// <summary>
    /// Whether a norm is next to nothing beside that at the start, as at a multiple root, where the remaining step is
    /// long.
    /// </summary>
    public static bool FellFar(double norm, double startNorm) =>
        double.IsFinite(startNorm) && norm <= EnoughReduction * startNorm;

    /// <summary>The length of the remaining Newton step at a root, relative to that of the parameters.</summary>
    public static double LongestStep(double stepTolerance) =>
        StepTolerances * Math.Max(stepTolerance, Defaults.MachineEpsilon);

    /// <summary>Whether a solve that never left its start may have collapsed there because of a wild trial.</summary>
    private static bool IsSpoiled(SolverMemory solved, double norm) => norm == solved.StartNorm
        && (solved.Context.NonFiniteTrials > 0 || HasWildTrial(solved));

    /// <summary>Whether an equation was far larger at a trial point than all of them at the start.</summary>
    public static bool HasWildTrial(SolverMemory solved) =>
        solved.Context.LargestTrial > MostRise * solved.StartNorm;

    /// <summary>
    /// Whether a column of the last Jacobian depends on those before it, or has next to no effect, by the last factor
    /// R.
    /// </summary>
    public static bool IsSingular(SolverMemory solved)
    {
        int n = solved.ParameterCount;
        Span<double> norms = solved.Scratch;
        norms.Clear();
        ReadOnlySpan<double> triangle = solved.PackedTriangle;
        for (int i = 0; i < n; i++)
        {
            for (int j = i; j < n; j++)
            {
                norms[j] = double.Hypot(norms[j], triangle[j - i]);
            }

            // The diagonal is the last element of its column.
            if (Math.Abs(triangle[0]) <= DependentShare * norms[i])
            {
                return true;
            }

            triangle = triangle[(n - i)..];
        }

        double least = double.PositiveInfinity;
        double most = 0;
        for (int j = 0; j < n; j++)
        {
            double effect = norms[j] * Math.Max(Math.Abs(solved.X[j]), 1);
            (least, most) = (Math.Min(least, effect), Math.Max(most, effect));
        }

        return least <= NoEffect * most;
    }

    /// <summary>
    /// Compares the Newton step from the end point, by the last factors Q and R, with the parameters: in the units of
    /// the solver and in their own, since steep equations make the units of some so small that other steps vanish.
    /// </summary>
    private static bool RemainingStepIsSmall(SolverMemory solved, double stepTolerance)
    {
        int n = solved.ParameterCount;
        ReadOnlySpan<double> values = solved.Residuals;
        Span<double> step = solved.Scratch;
        for (int j = 0; j < n; j++)
        {
            step[j] = Dot(solved.FactorColumn(j), values);
        }

        ReadOnlySpan<double> triangle = solved.PackedTriangle;
        for (int j = n - 1; j >= 0; j--)
        {
            ReadOnlySpan<double> row = triangle[^(n - j)..];
            triangle = triangle[..^(n - j)];
            step[j] = (step[j] - Dot(row[1..], step[(j + 1)..])) / row[0];
        }

        double longest = LongestStep(stepTolerance);
        bool isSmall = NativeAlgebra.Norm(step) <= longest * NativeAlgebra.Norm(solved.Solution);
        Span<double> scaled = solved.SecondScratch;
        for (int j = 0; j < n; j++)
        {
            step[j] *= solved.Diag[j];
            scaled[j] = solved.Diag[j] * solved.X[j];
        }

        return isSmall && NativeAlgebra.Norm(step) <= longest * NativeAlgebra.Norm(scaled);
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
