using System.Globalization;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>
/// SciPy's least_squares by trf with a Jacobian: fits with bounds that hold nothing back, and what these cost against
/// MINPACK's method; the Broyden tridiagonal problem with a sparse Jacobian, with its structure only, and
/// with bounds of which every third one holds a parameter back.
/// </summary>
internal static class BoundedGroup
{
    private const string Group = "bounded";

    /// <summary>How far from SciPy's parameters ours may be; their size is about 1.</summary>
    private const double Tolerance = 1e-6;

    private static readonly string[] Fits = ["exponentials-50x4", "gauss1-250x8", "gaussians-2000x30"];

    private static readonly (int N, string Way)[] Cases =
    [
        (1000, "jacobian"), (1000, "structure"), (1000, "box"), (100_000, "structure"),
    ];

    public static bool Run(bool quick, SciPy? scipy)
    {
        bool good = true;
        foreach (string name in Fits)
        {
            good &= Compare(name, quick, scipy);
        }

        foreach ((int n, string way) in Cases)
        {
            good &= Compare(new(n), way, quick, scipy);
        }

        return good;
    }

    private static bool Compare(string name, bool quick, SciPy? scipy)
    {
        Workload workload = new(name);
        LeastSquaresOptions options = new()
        {
            Bounds = (-1e6, 1e6), FunctionTolerance = 1e-8, StepTolerance = 1e-8, GradientTolerance = 0,
        };
        using ManagedSolver solver = new(workload, options: options);
        using ManagedSolver free = new(workload);
        Contender ours = new(solver.Time);
        Contender minpack = new(free.Time);
        Contender[] theirs = scipy is null ? [] : [new(count => scipy.TimeBounded(name, count))];
        Race.Run(Pace.Of(quick, isLarge: false), [ours, minpack, .. theirs]);
        int evaluations = solver.Solve().Evaluations;
        int evaluationsOfMinpack = free.Solve().Evaluations;
        double each = ours.Seconds / evaluations / (minpack.Seconds / evaluationsOfMinpack);
        Report.Note(string.Create(
            CultureInfo.InvariantCulture,
            $"{Group} {name}: {ours.Seconds * 1000:G4} ms, {evaluations} evaluations; MINPACK's method "
            + $"{minpack.Seconds * 1000:G4} ms, {evaluationsOfMinpack}; {each:F2} times as long an evaluation"));
        if (scipy is null)
        {
            return true;
        }

        if (!Report.AreEquallyGood(workload, solver.Parameters, scipy.Parameters))
        {
            return Report.Wrong(Group, name, "the two end at different sums of squares");
        }

        Report.Speed(Group, name, ours, "SciPy", theirs[0]);
        return true;
    }

    private static bool Compare(TridiagonalProblem problem, string way, bool quick, SciPy? scipy)
    {
        OptimizeResult result = problem.Solve(way);
        string name = $"tridiagonal-{problem.N}-{way}";
        Contender ours = new(count => Race.Time(() =>
        {
            for (int k = 0; k < count; k++)
            {
                result = problem.Solve(way);
            }
        }));
        Contender[] theirs = scipy is null
            ? []
            : [new(count => scipy.TimeTridiagonal(problem.N, way, count))];
        Race.Run(Pace.Of(quick, isLarge: problem.N > 1000), [ours, .. theirs]);

        long before = GC.GetTotalAllocatedBytes(precise: true);
        problem.Solve(way);
        double megabytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / 1e6;
        Report.Note(string.Create(
            CultureInfo.InvariantCulture,
            $"{Group} {name}: {ours.Seconds * 1000:G4} ms, {megabytes:F1} MB allocated, status {result.Status}, "
            + $"{result.Nfev} evaluations, cost {result.Cost:G3}"));
        if (scipy is null)
        {
            return result.Success;
        }

        double distance = result.X.Zip(scipy.Parameters, (a, b) => Math.Abs(a - b)).Max();
        if (!(distance <= Tolerance))
        {
            return Report.Wrong(Group, name, "the parameters found are not those that SciPy finds");
        }

        Report.Speed(Group, name, ours, "SciPy", theirs[0]);
        return true;
    }
}
