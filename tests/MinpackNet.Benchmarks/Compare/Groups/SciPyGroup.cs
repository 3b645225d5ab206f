namespace MinpackNet.Benchmarks.Compare;

/// <summary>SciPy's leastsq, with vectorized models; with Jacobians and without.</summary>
internal static class SciPyGroup
{
    private const string Group = "scipy";

    private static readonly (string Name, bool WithJacobian, bool IsLarge)[] Cases =
    [
        ("rosenbrock-2x2", true, false),
        ("misra1a-14x2", true, false),
        ("exponentials-50x4", true, false),
        ("gauss1-250x8", true, false),
        ("gaussians-2000x30", true, false),
        ("gaussians-10000x100", true, true),
        ("ridge-10000x100", true, true),
        ("rosenbrock-2x2", false, false),
        ("misra1a-14x2", false, false),
        ("gauss1-250x8", false, false),
        ("gaussians-2000x30", false, false),
    ];

    public static bool Run(bool quick, SciPy? scipy)
    {
        if (scipy is null)
        {
            return true;
        }

        bool good = true;
        foreach ((string name, bool withJacobian, bool isLarge) in Cases)
        {
            good &= Compare(scipy, name, withJacobian, quick, isLarge);
        }

        return good;
    }

    private static bool Compare(SciPy scipy, string name, bool withJacobian, bool quick, bool isLarge)
    {
        Workload workload = new(name);
        int? limit = quick && isLarge ? 2 : null;
        using ManagedSolver solver = new(workload, withJacobian: withJacobian, maxEvaluations: limit);
        Contender ours = new(solver.Time);
        Contender theirs = new(count => scipy.TimeSolves(name, withJacobian, limit, count));
        Race.Run(Pace.Of(quick, isLarge), ours, theirs);

        string label = withJacobian ? $"{name}-jacobian" : $"{name}-differences";
        if (!Report.AreEquallyGood(workload, solver.Parameters, scipy.Parameters))
        {
            return Report.Wrong(Group, label, "the two end at different sums of squares");
        }

        Report.Speed(Group, label, ours, "SciPy", theirs);
        return true;
    }
}
