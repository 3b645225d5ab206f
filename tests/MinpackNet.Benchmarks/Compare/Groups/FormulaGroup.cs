using MinpackNet.Fitting;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>
/// Fits from the data to the errors, beside SciPy's curve_fit: by a formula with all that its result tells, and by
/// Optimize.CurveFit, call for call the same. Last, solves without derivatives of a model with the exponentials of
/// LaneMath, beside leastsq.
/// </summary>
internal static class FormulaGroup
{
    private const string Group = "formula";

    // Both sides end within their tolerances of the same minimum.
    private const double Tolerance = 1e-5;

    private static readonly (string Name, int Points, bool HasDerivatives)[] Fits =
    [
        ("decay", 50, false), ("decay", 1000, false), ("decay", 100_000, false), ("decay", 1_000_000, false),
        ("ten_peaks", 2000, true),
    ];

    public static bool Run(bool quick, SciPy? scipy)
    {
        if (scipy is null)
        {
            return true;
        }

        bool good = true;
        foreach ((string name, int points, bool hasDerivatives) in Fits)
        {
            FormulaCase curve = FormulaCase.Of(name);
            (double[] x, double[] y, double[] start) = Data(curve, points);
            StartValues from = start;
            double[] found = [];
            Contender ours = new(count => Race.Time(() =>
            {
                for (int k = 0; k < count; k++)
                {
                    FitResult fit = CurveFit.Fit(curve.Model, x, y, from);
                    found = [.. fit.Estimates, .. fit.StandardErrors];
                }
            }));
            good &= Compare(curve, points, hasDerivatives, "Fit", ours, () => found, quick, scipy);
        }

        foreach (int points in (int[])[1000, 1_000_000])
        {
            FormulaCase curve = FormulaCase.Of("decay");
            (double[] x, double[] y, double[] start) = Data(curve, points);
            double[] found = [];
            Contender ours = new(count => Race.Time(() =>
            {
                for (int k = 0; k < count; k++)
                {
                    CurveFitResult fit = Optimize.CurveFit((x, a, b, c) => (a * Math.Exp(-x / b)) + c, x, y, start);
                    found = [.. fit.Popt, .. fit.Perr];
                }
            }));
            good &= Compare(curve, points, hasDerivatives: false, "curve_fit", ours, () => found, quick, scipy);
        }

        Workload peaks = new("gaussians-2000x30");
        return good
            & CompareSolve(peaks, "loops", new PeaksByLoops(peaks), quick, scipy)
            & CompareSolve(peaks, "tensors", new PeaksByTensors(peaks), quick, scipy);
    }

    private static bool Compare(
        FormulaCase curve,
        int points,
        bool hasDerivatives,
        string way,
        Contender ours,
        Func<double[]> found,
        bool quick,
        SciPy scipy)
    {
        Contender theirs = new(count => scipy.TimeCurveFits(curve.Name, hasDerivatives, points, count));
        Race.Run(Pace.Of(quick, isLarge: points > 100_000), ours, theirs);
        string title = $"{way}-{curve.Name}-{points}";
        if (found().Zip(scipy.Parameters).Any(pair =>
            !(Math.Abs(pair.First - pair.Second) <= Tolerance * Math.Abs(pair.Second))))
        {
            return Report.Wrong(Group, title, "estimates or errors are not SciPy's");
        }

        Report.Speed(Group, title, ours, "SciPy", theirs);
        return true;
    }

    private static bool CompareSolve(Workload workload, string way, IModel model, bool quick, SciPy scipy)
    {
        using ManagedSolver solver = new(workload, model, withJacobian: false);
        Contender ours = new(solver.Time);
        Contender theirs = new(count =>
            scipy.TimeSolves(workload.Name, withJacobian: false, maxEvaluations: null, count));
        Race.Run(Pace.Of(quick, isLarge: false), ours, theirs);
        if (!Report.AreEquallyGood(workload, solver.Parameters, scipy.Parameters))
        {
            return Report.Wrong(Group, workload.Name, "the two end at different sums of squares");
        }

        Report.Speed(Group, $"solve-{workload.Name}-differences-{way}", ours, "SciPy", theirs);
        return true;
    }

    /// <summary>The data and starts of scipy_loop.py.</summary>
    private static (double[] X, double[] Y, double[] Start) Data(FormulaCase curve, int points)
    {
        double[] x = curve.Places(points);
        double[] y = new double[points];
        curve.Evaluate(x, y);
        for (int i = 0; i < points; i++)
        {
            y[i] += 0.1 * ((i * 0.6180339887498949 % 1) - 0.5);
        }

        return (x, y, [.. curve.At.Select((value, k) => value * (k % 2 == 0 ? 1.05 : 0.95))]);
    }
}
