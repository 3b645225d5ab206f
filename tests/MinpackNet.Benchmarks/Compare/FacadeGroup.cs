using System.Runtime.InteropServices;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>
/// C# and C over the same core, in the same process: with one compiled model, which leaves the facade, and with the
/// model written in C#, which is what a program does.
/// </summary>
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
        using ManagedSolver facade = new(workload, workload.CompiledModel, maxEvaluations: limit);
        using ManagedSolver managed = new(workload, maxEvaluations: limit);
        double[] expected = new double[workload.Start.Length];
        Contender ours = new(facade.Time);
        Contender allOurs = new(managed.Time);
        Contender theirs = new(count => workload.TimeSolvesInC(count, limit, expected));
        Contender ourModel = new(workload.TimeModel);
        Contender theirModel = new(workload.TimeModelInC);
        Race.Run(Pace.Of(quick, isLarge), ours, theirs, allOurs, ourModel, theirModel);

        foreach (double[] found in new[] { facade.Parameters, managed.Parameters })
        {
            if (!MemoryMarshal.AsBytes<double>(found).SequenceEqual(MemoryMarshal.AsBytes<double>(expected)))
            {
                return Report.Wrong(Group, name, "the parameters found are not bit for bit those found from C");
            }
        }

        Report.Ratio(Group, name, ours.Seconds / theirs.Seconds, digits: 3);
        Report.Times(Group, name, ours, "C", theirs);
        Report.Ratio(Group, $"{name}-model-in-csharp", allOurs.Seconds / theirs.Seconds, digits: 3);
        Report.Times(Group, $"{name}-model-in-csharp", allOurs, "C", theirs);
        Report.Times(Group, $"{name}, one evaluation of its residuals and Jacobian", ourModel, "C", theirModel);
        return true;
    }
}
