using System.Globalization;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>Thousands of small fits of one model, one to each noisy data set, by loops in C#, C and Python.</summary>
internal static class BatchGroup
{
    private const string Group = "batch";

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
        int count = quick ? 1000 : 4000;
        double[] sets = workload.DrawDataSets(count);
        double[] expected = new double[count * workload.Start.Length];
        BatchWay[] ways = Ways(workload, sets, count);
        Contender[] ours = [.. ways.Select(way => new Contender(way.Time))];
        Contender loopInC = new(_ => workload.TimeFitsInC(sets, expected));
        Contender[] theirs = scipy is null ? [loopInC] : [loopInC, new(_ => scipy.TimeFits(name, count))];
        Race.Run(Pace.Of(quick, isLarge: false), [.. ours, .. theirs]);

        bool good = true;
        for (int k = 0; k < ways.Length; k++)
        {
            good &= Print(name, ways[k], count, ours[k], theirs, expected);
        }

        return good;
    }

    /// <summary>How C# can do it: one by one in a workspace, one by one in FitMany, and in its lanes.</summary>
    private static BatchWay[] Ways(Workload workload, double[] sets, int count)
    {
        int m = workload.ResidualCount;
        CurveModel model = (CurveModel)workload.Model;
        ILaneModel lanes = workload.LaneModel!;
        LeastSquaresOptions two = new() { MaxDegreeOfParallelism = 2 };

        BatchWay workspace = new("workspace", workload, count, OneByOne);
        BatchWay lanes1 = new("lanes-1", workload, count, fits => InLanes(fits, new()));
        return
        [
            workspace,
            new("many-1", workload, count, fits => Many(fits, new()), workspace),
            new("many-2", workload, count, fits => Many(fits, two), workspace),
            lanes1,
            new("lanes-2", workload, count, fits => InLanes(fits, two), lanes1),
        ];

        void OneByOne(FitManyResult fits)
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

        void Many(FitManyResult fits, LeastSquaresOptions options) => LeastSquares.FitMany(
            fits,
            (fit, b, r) => model.Residuals(b, sets.AsSpan(fit * m, m), r),
            (_, b, jacobian) => model.Jacobian(b, jacobian),
            options);

        void InLanes(FitManyResult fits, LeastSquaresOptions options) =>
            LeastSquares.FitMany(fits, sets, lanes.Residuals, lanes.Jacobian, options);
    }

    private static bool Print(
        string workload, BatchWay way, int count, Contender ours, Contender[] theirs, double[] expected)
    {
        string name = $"{workload}-{way.Name}";
        double distance = Distance(way.Found, expected);
        if (!(distance <= 1e-6))
        {
            return Report.Wrong(Group, name, "the parameters found are not those that libcminpack finds");
        }

        if (!way.HasBitsOfTwin)
        {
            return Report.Wrong(Group, name, "the parameters found are not, bit for bit, those of a single thread");
        }

        string[] speeds = [.. theirs.Prepend(ours).Select(contender => $"{count / contender.Seconds:F0}")];
        Report.Note($"{Group} {name}: fits a second by C#, libcminpack and SciPy: {string.Join(", ", speeds)}");
        Report.Note(string.Create(
            CultureInfo.InvariantCulture,
            $"{Group} {name}: {way.BytesPerFit:F2} bytes allocated for a fit; {distance:G2} from libcminpack's"));
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
