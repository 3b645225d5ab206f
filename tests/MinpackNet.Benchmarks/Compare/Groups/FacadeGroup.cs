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
        Contender theirs = InC();
        Contender allOurs = new(managed.Time);
        Contender theirsAgain = InC();
        Contender ourModel = new(workload.TimeModel);
        Contender theirModel = new(workload.TimeModelInC);
        Pace pace = Pace.Of(quick, isLarge);

        // The compiled model first and by itself, as in a program with one model: the runtime compiles the loop over
        // again for the function that it has seen called, and then takes some nanoseconds longer to call another.
        Race.Run(pace, ours, theirs);
        Race.Run(pace, allOurs, theirsAgain, ourModel, theirModel);

        foreach (double[] found in new[] { facade.Parameters, managed.Parameters })
        {
            if (!MemoryMarshal.AsBytes<double>(found).SequenceEqual(MemoryMarshal.AsBytes<double>(expected)))
            {
                return Report.Wrong(Group, name, "the parameters found are not bit for bit those found from C");
            }
        }

        Report.Ratio(Group, name, ours.Seconds / theirs.Seconds, digits: 3);
        Report.Times(Group, name, ours, "C", theirs);
        Report.Ratio(Group, $"{name}-model-in-csharp", allOurs.Seconds / theirsAgain.Seconds, digits: 3);
        Report.Times(Group, $"{name}-model-in-csharp", allOurs, "C", theirsAgain);
        Report.Times(Group, $"{name}, one evaluation of its residuals and Jacobian", ourModel, "C", theirModel);
        return true;

        Contender InC() => new(count => workload.TimeSolvesInC(count, limit, expected));
    }
}
