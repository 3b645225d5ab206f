using MathNet.Numerics;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>MathNet.Numerics' Levenberg-Marquardt minimizer, with the same derivatives.</summary>
internal static class MathNetGroup
{
    private const string Group = "mathnet";

    private static readonly string[] Cases = ["rosenbrock-2x2", "misra1a-14x2", "gauss1-250x8", "gaussians-2000x30"];

    public static bool Run(bool quick)
    {
        Control.UseSingleThread();
        bool good = true;
        foreach (string name in Cases)
        {
            good &= Compare(name, quick);
        }

        return good;
    }

    private static bool Compare(string name, bool quick)
    {
        Workload workload = new(name);
        using ManagedSolver solver = new(workload);
        MathNetSolver theirSolver = new(workload);
        Contender ours = new(solver.Time);
        Contender theirs = new(theirSolver.Time);
        Race.Run(Pace.Of(quick, isLarge: false), ours, theirs);

        if (!Report.AreEquallyGood(workload, solver.Parameters, theirSolver.Parameters))
        {
            return Report.Wrong(Group, name, "the two end at different sums of squares");
        }

        Report.Speed(Group, name, ours, "MathNet.Numerics", theirs);
        return true;
    }
}
