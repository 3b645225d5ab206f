using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>
/// Compares a user's Jacobian at the start, entry by entry, with central differences of the residuals. The differences
/// are taken with two steps, and an entry may be off by what these two disagree among themselves.
/// </summary>
internal static class JacobianCheck
{
    /// <summary>The largest relative disagreement that truncation and rounding can explain.</summary>
    private const double RelativeTolerance = 1e-4;
    private const double AllowanceForTruncation = 10;
    private const double AllowanceForRounding = 100;

    private static readonly double RelativeStep = Math.Cbrt(Defaults.MachineEpsilon);

    /// <summary>
    /// Does nothing unless the options ask for it and there is a Jacobian. Once the token is canceled, nothing more is
    /// evaluated, and the solve that follows ends at once.
    /// </summary>
    /// <exception cref="JacobianMismatchException">An entry disagrees.</exception>
    public static void Run(
        SolverOptions options, ReadOnlySpan<double> start, in SolverFunctions functions, OptionNames? names = null)
    {
        if (IsWanted(options, functions))
        {
            Compare(start, functions, names ?? options.Names);
        }
    }

    /// <summary>
    /// The same within bounds: at the start, or where it is too close to one for central differences, at the closest
    /// point that is not.
    /// </summary>
    /// <exception cref="JacobianMismatchException">An entry disagrees.</exception>
    public static void Run(
        SolverOptions options, ReadOnlySpan<double> start, double[] lower, double[] upper, in SolverFunctions functions)
    {
        if (IsWanted(options, functions))
        {
            Compare(PointWithin(start, lower, upper), functions, options.Names);
        }
    }

    private static bool IsWanted(SolverOptions options, in SolverFunctions functions) =>
        options.CheckJacobian && functions.HasJacobian;

    private static double[] PointWithin(ReadOnlySpan<double> start, double[] lower, double[] upper)
    {
        double[] point = start.ToArray();
        for (int j = 0; j < point.Length; j++)
        {
            double margin = Math.Min(
                3 * RelativeStep * (point[j] == 0 ? 1 : Math.Abs(point[j])), (upper[j] / 2) - (lower[j] / 2));
            point[j] = Math.Max(lower[j] + margin, Math.Min(point[j], upper[j] - margin));
        }

        return point;
    }

    private static void Compare(ReadOnlySpan<double> start, in SolverFunctions functions, OptionNames names)
    {
        int m = functions.ResidualCount;
        int n = start.Length;
        if (Evaluate(start, functions) is not { } given)
        {
            return;
        }

        List<JacobianEntry> wrong = [];
        double[] x = start.ToArray();
        for (int j = 0; j < n; j++)
        {
            double step = RelativeStep * (x[j] == 0 ? 1 : Math.Abs(x[j]));
            if (CentralDifferences(functions, x, j, step) is not var (narrow, noise)
                || CentralDifferences(functions, x, j, 2 * step) is not var (wide, _))
            {
                return;
            }

            for (int i = 0; i < m; i++)
            {
                double entry = given[(j * m) + i];
                double allowed =
                    (RelativeTolerance * Math.Max(Math.Abs(entry), Math.Abs(narrow[i])))
                    + (AllowanceForTruncation * Math.Abs(narrow[i] - wide[i]))
                    + (AllowanceForRounding * noise[i]);
                // A difference that is not finite says nothing about the entry.
                if (double.IsFinite(narrow[i]) && !(Math.Abs(entry - narrow[i]) <= allowed))
                {
                    wrong.Add(new(i, j, entry, narrow[i]));
                }
            }
        }

        if (wrong.Count > 0)
        {
            throw Errors.JacobianMismatch(wrong, names);
        }
    }

    /// <summary>The user's Jacobian, column by column; null once the token is canceled.</summary>
    private static double[]? Evaluate(ReadOnlySpan<double> start, in SolverFunctions functions)
    {
        int m = functions.ResidualCount;
        int n = start.Length;
        double[] jacobian = new double[checked(m * n)];
        if (functions.Jacobian is not null)
        {
            if (functions.Cancellation.IsCancellationRequested)
            {
                return null;
            }

            functions.Jacobian(start, new(ref jacobian[0], m, n));
            return jacobian;
        }

        double[] gradient = new double[n];
        for (int i = 0; i < m; i++)
        {
            if (functions.Cancellation.IsCancellationRequested)
            {
                return null;
            }

            functions.JacobianRow!(i, start, gradient);
            for (int j = 0; j < n; j++)
            {
                jacobian[(j * m) + i] = gradient[j];
            }
        }

        return jacobian;
    }

    /// <summary>Null once the token is canceled.</summary>
    private static (double[] Quotients, double[] Noise)? CentralDifferences(
        in SolverFunctions functions, double[] x, int j, double step)
    {
        double here = x[j];
        double[] above = new double[functions.ResidualCount];
        double[] below = new double[functions.ResidualCount];
        double right = here + step;
        double left = here - step;
        if (!TryEvaluate(functions, x, j, right, above) || !TryEvaluate(functions, x, j, left, below))
        {
            return null;
        }

        x[j] = here;

        double[] noise = new double[above.Length];
        for (int i = 0; i < above.Length; i++)
        {
            noise[i] = Defaults.MachineEpsilon * (Math.Abs(above[i]) + Math.Abs(below[i])) / (right - left);
            above[i] = (above[i] - below[i]) / (right - left);
        }

        return (above, noise);
    }

    private static bool TryEvaluate(in SolverFunctions functions, double[] x, int j, double value, double[] residuals)
    {
        if (functions.Cancellation.IsCancellationRequested)
        {
            return false;
        }

        x[j] = value;
        functions.Residuals(x, residuals);
        return true;
    }
}
