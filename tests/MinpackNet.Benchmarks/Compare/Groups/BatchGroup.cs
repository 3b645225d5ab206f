using System.Globalization;
using MinpackNet.Fitting;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>Thousands of fits of one small model, one to each noisy data set, in C#, C and Python.</summary>
/// <remarks>The number that ends the name of a way is that of its threads; without one it is a loop.</remarks>
internal static class BatchGroup
{
    private const string Group = "batch";

    /// <summary>
    /// How far from libcminpack's parameters ours may be, relative to 1 + their size. Models with another exponential
    /// than C's, or other operations, differ in the last bit, and so do the fits; but where that decides whether the
    /// last step makes the sum of squares smaller, they differ by that step: seen is 5e-9, in a few fits of a thousand.
    /// </summary>
    private const double Tolerance = 1e-6;

    private static readonly string[] Cases = ["exponentials-50x4", "gaussian-25x5"];

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
        const int count = 4000; // enough that it does not show how long a thread of the pool takes to wake
        double[] sets = workload.DrawDataSets(count);
        double[] expected = new double[count * workload.Start.Length];
        BatchWay[] ways = Ways(workload, sets, count);
        Contender[] ours = [.. ways.Select(way => new Contender(way.Time))];
        Contender loopInC = new(_ => workload.TimeFitsInC(sets, expected));
        Contender[] theirs = scipy is null ? [loopInC] : [loopInC, new(_ => scipy.TimeFits(name, count))];
        // Of those, a quarter takes as long.
        const int part = 4;
        Contender[] withErrors =
            scipy is null ? [] : [new(_ => part * scipy.TimeFitsWithErrors(name, count / part))];
        // SciPy's loop takes most of a round, and the runtime compiles the other ways over again in the first ones.
        Pace pace = Pace.Of(quick, isLarge: false) with { WarmUp = 2 };
        Race.Run(pace, [.. ours, .. theirs, .. withErrors]);

        bool good = true;
        for (int k = 0; k < ways.Length; k++)
        {
            good &= Print(name, ways[k], count, ours[k], theirs, expected);
        }

        foreach (int threads in (int[])[1, 2])
        {
            Report.Ratio(
                Group,
                $"{name}-formula-{threads}-lanes",
                Seconds($"lanes-{threads}") / Seconds($"formula-{threads}"));
            foreach (Contender curveFit in withErrors)
            {
                Report.Ratio(
                    Group,
                    $"{name}-formula-{threads}-curve_fit",
                    curveFit.Seconds / Seconds($"formula-{threads}"));
            }
        }

        return good;

        double Seconds(string way) => ours[Array.FindIndex(ways, other => other.Name == way)].Seconds;
    }

    /// <summary>
    /// How C# can do it: one fit after the other in a workspace, and in FitMany on one thread and on two, both with C's
    /// model and with the model by vectors; and FitMany in lanes.
    /// </summary>
    private static BatchWay[] Ways(Workload workload, double[] sets, int count)
    {
        int m = workload.ResidualCount;
        ICurve scalars = (CurveModel)workload.Model;
        ICurve vectors = workload.Vectors!;
        ILaneCurve lanes = workload.Lanes!;

        BatchWay workspace = Way("workspace", fits => OneByOne(fits, scalars));
        BatchWay workspaceByVectors = Way("vectors-workspace", fits => OneByOne(fits, vectors));
        double[][] rows = [.. sets.Chunk(m)];
        BatchWay formulaAlone = Way("formula-1", fits => OfFormula(fits, 1));
        BatchWay lanesAlone = Way("lanes-1", fits => InLanes(fits, 1));
        return
        [
            workspace,
            Way("many-1", fits => Many(fits, scalars, 1), workspace),
            Way("many-2", fits => Many(fits, scalars, 2), workspace),
            workspaceByVectors,
            Way("vectors-1", fits => Many(fits, vectors, 1), workspaceByVectors),
            Way("vectors-2", fits => Many(fits, vectors, 2), workspaceByVectors),
            lanesAlone,
            Way("lanes-2", fits => InLanes(fits, 2), lanesAlone),
            formulaAlone,
            Way("formula-2", fits => OfFormula(fits, 2), formulaAlone),
        ];

        BatchWay Way(string name, Action<FitBatch> fitAll, BatchWay? twin = null) =>
            new(name, workload, count, fitAll, twin);

        void OneByOne(FitBatch fits, ICurve model)
        {
            int fit = 0;
            ResidualFunction residuals = (b, r) => model.Residuals(b, sets.AsSpan(fit * m, m), r);
            JacobianFunction jacobian = model.Jacobian;
            using LeastSquaresWorkspace own = new(fits.ParameterCount, m);
            for (; fit < count; fit++)
            {
                LeastSquares.Solve(own, fits.ParametersOf(fit), residuals, jacobian);
            }
        }

        void Many(FitBatch fits, ICurve model, int threads) => LeastSquares.FitMany(
            fits,
            (fit, b, r) => model.Residuals(b, sets.AsSpan(fit * m, m), r),
            (_, b, jacobian) => model.Jacobian(b, jacobian),
            new() { MaxDegreeOfParallelism = threads });

        void OfFormula(FitBatch fits, int threads)
        {
            FitOptions options = new() { Solver = new() { MaxDegreeOfParallelism = threads } };
            FitTable found = CurveFit.FitMany(workload.Formula!, workload.Points, rows, workload.Start, options);
            for (int j = 0; j < fits.ParameterCount; j++)
            {
                double[] column = found.Estimates(found.ParameterNames[j]);
                for (int fit = 0; fit < count; fit++)
                {
                    fits.ParametersOf(fit)[j] = column[fit];
                }
            }
        }

        void InLanes(FitBatch fits, int threads) => LeastSquares.FitMany(
            fits, sets, lanes.Residuals, lanes.Jacobian, new() { MaxDegreeOfParallelism = threads });
    }

    private static bool Print(
        string workload, BatchWay way, int count, Contender ours, Contender[] theirs, double[] expected)
    {
        string name = $"{workload}-{way.Name}";
        double distance = Distance(way.Found, expected);
        if (!(distance <= Tolerance))
        {
            return Report.Wrong(Group, name, "the parameters found are not those that libcminpack finds");
        }

        if (!way.HasBitsOfTwin)
        {
            return Report.Wrong(Group, name, "the parameters have not the bits of the same model on one thread");
        }

        string[] speeds = [.. theirs.Prepend(ours).Select(contender => $"{count / contender.Seconds:F0}")];
        Report.Note($"{Group} {name}: fits a second by C#, libcminpack and SciPy: {string.Join(", ", speeds)}");
        Report.Note(string.Create(
            CultureInfo.InvariantCulture,
            $"{Group} {name}: {way.BytesPerFit:F1} bytes allocated a fit, {way.BytesPerFit * count:F0} a run"));
        Report.Note(string.Create(
            CultureInfo.InvariantCulture, $"{Group} {name}: at most {distance:G2} from libcminpack's parameters"));
        Report.Ratio(Group, $"{name}-c", theirs[0].Seconds / ours.Seconds);
        if (theirs.Length > 1)
        {
            Report.Ratio(Group, $"{name}-scipy", theirs[1].Seconds / ours.Seconds);
        }

        return true;
    }

    private static double Distance(ReadOnlySpan<double> found, double[] expected)
    {
        double largest = 0;
        for (int k = 0; k < expected.Length; k++)
        {
            largest = Math.Max(largest, Math.Abs(found[k] - expected[k]) / (1 + Math.Abs(expected[k])));
        }

        return largest; // NaN if any is, as Math.Max has it
    }
}
