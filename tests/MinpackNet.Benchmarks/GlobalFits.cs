using System.Diagnostics;
using System.Globalization;
using MinpackNet.Fitting;

namespace MinpackNet.Benchmarks;

/// <summary>The time that a global fit of many data sets takes, cold and warm.</summary>
internal static class GlobalFits
{
    private const int Points = 1000;

    /// <param name="args">The number of sets; 100 without.</param>
    public static int Run(ReadOnlySpan<string> args)
    {
        int count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100;
        Formula formula = Formula.Parse("a*exp(-k*x) + b*x + c");
        FitDataSet[] sets = [.. Enumerable.Range(0, count).Select(Data)];
        StartValues start = [("a", 1), ("k", 1), ("b", 0), ("c", 0)];
        for (int run = 0; run < 2; run++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            GlobalFit fit = CurveFit.FitGlobal(formula, sets, ["k", "c"], start);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{count} sets of {Points} points, {fit.Fit.Parameters.Count} parameters: "
                + $"{fit.Fit.Evaluations} evaluations, {watch.Elapsed.TotalSeconds:F2} s, {fit.Fit["k"]}"));
        }

        return 0;
    }

    private static FitDataSet Data(int set)
    {
        Random random = new(set);
        double[] x = [.. Enumerable.Range(0, Points).Select(i => 0.005 * i)];
        double[] y = [.. x.Select(v =>
            ((1 + random.NextDouble()) * 0.001) + ((2 + (0.01 * set)) * Math.Exp(-1.3 * v)) + (0.1 * v) + 0.3
            + (0.02 * (random.NextDouble() - 0.5)))];
        return new(x, y);
    }
}
