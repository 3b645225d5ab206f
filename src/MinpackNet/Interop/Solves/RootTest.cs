namespace MinpackNet.Interop;

/// <summary>
/// Tells a root from a point where MINPACK's trust region merely collapsed: it reports convergence at both.
/// </summary>
internal static unsafe class RootTest
{
    private const double EnoughReduction = 1e-12;
    private const double StepTolerances = 1000;

    public static bool IsRoot(SolverMemory solved, double stepTolerance)
    {
        double norm = NativeAlgebra.Norm(solved.Residuals);
        if (double.IsNaN(norm))
        {
            return false;
        }

        bool fellFar = double.IsFinite(solved.StartNorm) && norm <= EnoughReduction * solved.StartNorm;
        return fellFar || RemainingStepIsSmall(solved, stepTolerance);
    }

    /// <summary>
    /// Compares the Newton step from the end point, by the last factors Q and R, with the parameters.
    /// </summary>
    private static bool RemainingStepIsSmall(SolverMemory solved, double stepTolerance)
    {
        int n = solved.ParameterCount;
        ReadOnlySpan<double> values = solved.Residuals;
        Span<double> step = new(solved.Work1, n);
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

        Span<double> scaled = new(solved.Work2, n);
        for (int j = 0; j < n; j++)
        {
            step[j] *= solved.Diag[j];
            scaled[j] = solved.Diag[j] * solved.X[j];
        }

        double tolerance = StepTolerances * Math.Max(stepTolerance, Defaults.MachineEpsilon);
        return NativeAlgebra.Norm(step) <= tolerance * NativeAlgebra.Norm(scaled);
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
