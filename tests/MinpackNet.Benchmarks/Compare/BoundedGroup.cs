using System.Globalization;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>
/// SciPy's least_squares by trf: the Broyden tridiagonal problem with a sparse Jacobian, with its structure only, and
/// with bounds of which every third one holds a parameter back.
/// </summary>
internal static class BoundedGroup
{
    private const string Group = "bounded";

    /// <summary>How far from SciPy's parameters ours may be; their size is about 1.</summary>
    private const double Tolerance = 1e-6;

    private static readonly (int N, string Way)[] Cases =
    [
        (1000, "jacobian"), (1000, "structure"), (1000, "box"), (100_000, "structure"),
    ];

    public static bool Run(bool quick, SciPy? scipy)
    {
        bool good = true;
        foreach ((int n, string way) in Cases)
        {
            good &= Compare(new(n), way, quick, scipy);
        }

        return good;
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
