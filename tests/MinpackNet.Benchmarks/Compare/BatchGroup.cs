namespace MinpackNet.Benchmarks.Compare;

/// <summary>Thousands of small fits of one model, one to each noisy data set, by loops in C#, C and Python.</summary>
internal static class BatchGroup
{
    private const string Group = "batch";

    private static readonly string[] Cases = ["exponentials-50x4", "gaussian-25x5"];

    /// <summary>How C# can do it: from a workload and its data sets to the parameters of all fits.</summary>
    private static readonly (string Name, Func<Workload, double[], double[]> Fit)[] Ways = [("workspace", FitOneByOne)];

    public static bool Run(bool quick, SciPy? scipy)
    {
        bool good = true;
        foreach (string name in Cases)
        {
            good &= Compare(name, quick, scipy);
        }

        return good;
    }

    private static bool Compare(string name, bool quick, SciPy? scipy)
    {
        Workload workload = new(name);
        int count = quick ? 1000 : 4000;
        double[] sets = workload.DrawDataSets(count);
        double[][] found = new double[Ways.Length][];
        double[] expected = new double[count * workload.Start.Length];
        Contender[] ours =
        [
            .. Ways.Select((way, k) => new Contender(_ => Race.Time(() => found[k] = way.Fit(workload, sets)))),
        ];
        Contender loopInC = new(_ => workload.TimeFitsInC(sets, expected));
        Contender[] theirs = scipy is null ? [loopInC] : [loopInC, new(_ => scipy.TimeFits(name, count))];
        Race.Run(Pace.Of(quick, isLarge: false), [.. ours, .. theirs]);

        bool good = true;
        for (int k = 0; k < Ways.Length; k++)
        {
            good &= Print($"{name}-{Ways[k].Name}", count, ours[k], theirs, AreClose(found[k], expected));
        }

        return good;
    }

    private static bool Print(string name, int count, Contender ours, Contender[] theirs, bool isRight)
    {
        if (!isRight)
        {
            return Report.Wrong(Group, name, "the parameters found are not those that libcminpack finds");
        }

        string[] speeds = [.. theirs.Prepend(ours).Select(contender => $"{count / contender.Seconds:F0}")];
        Report.Note($"{Group} {name}: fits a second by C#, libcminpack and SciPy: {string.Join(", ", speeds)}");
        Report.Ratio(Group, $"{name}-c", theirs[0].Seconds / ours.Seconds);
        if (theirs.Length > 1)
        {
            Report.Ratio(Group, $"{name}-scipy", theirs[1].Seconds / ours.Seconds);
        }

        return true;
    }

    private static bool AreClose(double[] found, double[] expected) =>
        found.Zip(expected).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-6 * (1 + Math.Abs(pair.Second)));

    /// <summary>A loop over the data sets with one workspace.</summary>
    private static double[] FitOneByOne(Workload workload, double[] sets)
    {
        int n = workload.Start.Length;
        double[] found = new double[sets.Length / workload.ResidualCount * n];
        CurveModel model = (CurveModel)workload.Model;
        model.Data = sets;
        using ManagedSolver solver = new(workload);
        for (int k = 0; k * n < found.Length; k++)
        {
            model.Begin = k * workload.ResidualCount;
            solver.Solve();
            solver.Parameters.CopyTo(found, k * n);
        }

        return found;
    }
}
