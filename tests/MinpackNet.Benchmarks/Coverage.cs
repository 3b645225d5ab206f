using System.Diagnostics;
using System.Globalization;
using MinpackNet.Fitting;

namespace MinpackNet.Benchmarks;

/// <summary>
/// The share of 95 % intervals that contain the true value, over many simulated data sets: by standard errors, by
/// profile likelihood, and by bootstraps.
/// </summary>
internal static class Coverage
{
    private const int Usual = 2000;
    private const int Samples = 2000;
    private const double Level = 0.95;

    private static readonly (string Name, Func<FitResult, IEnumerable<Interval>> Of)[] Ways =
    [
        ("linear", fit => fit.ConfidenceIntervals(Level)),
        ("profile", fit => fit.ProfileIntervals(Level)),
        ("residual, percentile", fit => Drawn(fit, BootstrapKind.Residual, BootstrapIntervalKind.Percentile)),
        ("residual, BCa", fit => Drawn(fit, BootstrapKind.Residual, BootstrapIntervalKind.Bca)),
        ("parametric, percentile", fit => Drawn(fit, BootstrapKind.Parametric, BootstrapIntervalKind.Percentile)),
        ("parametric, BCa", fit => Drawn(fit, BootstrapKind.Parametric, BootstrapIntervalKind.Bca)),
    ];

    public static int Run(ReadOnlySpan<string> arguments)
    {
        int runs = arguments.IsEmpty ? Usual : int.Parse(arguments[0], CultureInfo.InvariantCulture);
        Console.WriteLine($"covered of {runs} intervals of 95 %, in %, ± the binomial standard error");
        Console.WriteLine("without: intervals with an unknown end, which do not cover");
        foreach (CoverageModel model in CoverageModel.All)
        {
            Console.WriteLine($"\n{model.Name}: {model.Formula}, sd {Text($"{model.Noise}")}");
            FitResult[] fits = [.. Enumerable.Range(0, runs).Select(model.Fit)];
            string[] names = [.. fits[0].Parameters.Select(parameter => parameter.Name)];
            Console.WriteLine(
                $"{"",-24}{string.Concat(names.Select(name => $"{name,14}"))}{"without",10}{"seconds",10}");
            foreach ((string name, Func<FitResult, IEnumerable<Interval>> of) in Ways)
            {
                Row(name, fits, of, model.Truth);
            }
        }

        return 0;
    }

    private static void Row(
        string name, FitResult[] fits, Func<FitResult, IEnumerable<Interval>> of, double[] truth)
    {
        Stopwatch watch = Stopwatch.StartNew();
        int[] covered = new int[truth.Length];
        int without = 0;
        foreach (FitResult fit in fits)
        {
            Interval[] intervals = [.. of(fit)];
            for (int j = 0; j < truth.Length; j++)
            {
                covered[j] += intervals[j].Contains(truth[j]) ? 1 : 0;
                without += double.IsNaN(intervals[j].Lower) || double.IsNaN(intervals[j].Upper) ? 1 : 0;
            }
        }

        string shares = string.Concat(covered.Select(count =>
        {
            double share = (double)count / fits.Length;
            double error = Math.Sqrt(share * (1 - share) / fits.Length);
            return $"{Text($"{100 * share:F1} ± {100 * error:F1}"),14}";
        }));
        Console.WriteLine(Text($"{name,-24}{shares}{without,10}{watch.Elapsed.TotalSeconds,10:F1}"));
    }

    private static IEnumerable<Interval> Drawn(FitResult fit, BootstrapKind kind, BootstrapIntervalKind interval) =>
        fit.Bootstrap(kind, Samples).Estimates(Level, interval).Select(estimate => estimate.Interval);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
