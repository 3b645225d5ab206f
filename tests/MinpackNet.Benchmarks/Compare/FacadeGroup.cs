using System.Runtime.InteropServices;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>C# and C over the same core, in the same process.</summary>
internal static class FacadeGroup
{
    private const string Group = "facade";

    private static readonly (string Name, bool IsLarge)[] Cases =
    [
        ("rosenbrock-2x2", false),
        ("misra1a-14x2", false),
        ("gauss1-250x8", false),
        ("gaussians-2000x30", false),
        ("gaussians-10000x100", true),
    ];

    public static bool Run(bool quick)
    {
        bool good = true;
        foreach ((string name, bool isLarge) in Cases)
        {
            good &= Compare(name, quick, isLarge);
        }

        return good;
    }

    private static bool Compare(string name, bool quick, bool isLarge)
    {
        Workload workload = new(name);
        int? limit = quick && isLarge ? 2 : null;
        using ManagedSolver solver = new(workload, maxEvaluations: limit);
        double[] expected = new double[workload.Start.Length];
        Contender ours = new(solver.Time);
        Contender theirs = new(count => workload.TimeSolvesInC(count, limit, expected));
        Contender ourModel = new(workload.TimeModel);
        Contender theirModel = new(workload.TimeModelInC);
        Race.Run(Pace.Of(quick, isLarge), ours, theirs, ourModel, theirModel);

        if (!MemoryMarshal.AsBytes<double>(solver.Parameters).SequenceEqual(MemoryMarshal.AsBytes<double>(expected)))
        {
            return Report.Wrong(Group, name, "the parameters found are not bit for bit those found from C");
        }

        Report.Ratio(Group, name, ours.Seconds / theirs.Seconds, digits: 3);
        Report.Times(Group, name, ours, "C", theirs);
        Report.Times(Group, $"{name}, one evaluation of its residuals and Jacobian", ourModel, "C", theirModel);
        return true;
    }
}
