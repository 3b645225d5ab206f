using System.Globalization;

namespace MinpackNet.Fitting.Tests;

/// <summary>
/// Seeded fits whose lowest minimum is known from long searches of another kind: from the truth, and from a dense scan
/// of the nonlinear parameters. Counts certificates that hold and that do not.
/// </summary>
internal static class CertificateExperiment
{
    private const int PointCount = 40;

    // The noise, against signals of a size of one to five, that leaves no doubt about what is there.
    private const double MostClear = 0.1;

    private static readonly double[] Noises = [0, 0.02, 0.1, 0.3, 1, 3, double.PositiveInfinity];

    // Each family: its formula, the parameters behind the data, a poor start, and the range of the scan by parameter.
    private static readonly Family[] Families =
    [
        new("sine", "sin(a*x)", r => [r.In(0.5, 9)], (t, r) => [t[0] * r.Factor(8)], [(0.05, 12)]),
        new(
            "sine, amplitude, phase",
            "A*sin(w*x + p)",
            r => [r.In(1, 3), r.In(1, 8), r.In(0, 6)],
            (t, r) => [1, t[1] * r.Factor(4), 0],
            [(1, 2), (0.1, 12), (0, 6.28)]),
        new(
            "narrow peak",
            "A*exp(-((x - m)/s)^2)",
            r => [r.In(2, 5), r.In(1, 9), r.In(0.3, 0.8)],
            (_, r) => [1, r.In(0, 10), r.In(0.3, 3)],
            [(1, 4), (0, 10), (0.1, 3)]),
        new(
            "peak on a line",
            "A*exp(-((x - m)/s)^2) + b + c*x",
            r => [r.In(2, 5), r.In(1, 9), r.In(0.4, 1), r.In(-1, 1), r.In(-1, 1)],
            (_, r) => [1, r.In(0, 10), 1, 0, 0],
            [(1, 4), (0, 10), (0.1, 3), (0, 1), (0, 1)]),
        new(
            "exponential",
            "a*exp(b*x) + c",
            r => [r.In(1, 3), -r.In(0.2, 2), r.In(-1, 1)],
            (t, _) => [1, -t[1], 0],
            [(1, 2), (-5, 2), (0, 1)]),
        new(
            "step",
            "a + b/(1 + exp(-k*(x - m)))",
            r => [r.In(-1, 1), r.In(1, 4), r.In(1, 8), r.In(2, 8)],
            (_, r) => [0, 1, r.In(0.2, 20), r.In(-5, 15)],
            [(0, 1), (1, 2), (0.2, 30), (0, 10)]),
        new(
            "two decays",
            "a*exp(-b*x) + c*exp(-d*x)",
            r => [r.In(1, 3), r.In(0.1, 0.4), r.In(1, 3), r.In(0.8, 3)],
            (_, r) => [1, r.In(0.01, 5), 1, r.In(0.01, 5)],
            [(1, 2), (0.02, 8), (1, 2), (0.02, 8)]),
    ];

    /// <summary>Fits data set after data set, family by family.</summary>
    /// <param name="runs">The number of fits.</param>
    /// <param name="hasStart">Whether the fits have a poor start, or none.</param>
    public static IReadOnlyList<Count> Run(int runs, bool hasStart = true)
    {
        Dictionary<string, Count> counts = Families.ToDictionary(
            family => family.Name, family => new Count(family.Name, 0, 0, 0, 0, 0, []));
        for (int run = 0; run < runs; run++)
        {
            Family family = Families[run % Families.Length];
            counts[family.Name] = counts[family.Name].Plus(One(family, run, hasStart));
        }

        return [.. counts.Values];
    }

    private static (string Kind, bool Clear, bool Certified, bool Right) One(
        Family family, int seed, bool hasStart)
    {
        Dice dice = new(seed);
        Formula model = Formula.Parse(family.Formula);
        double[] x = [.. Enumerable.Range(0, PointCount).Select(i => 10.0 * i / (PointCount - 1))];
        double[] truth = family.Truth(dice);
        double noise = Noises[seed / Families.Length % Noises.Length];
        double[] clean = [.. x.Select(at => model.Evaluate(truth, at))];
        double[] y = [.. clean.Select(value =>
            (double.IsInfinity(noise) ? 0 : value) + (dice.Normal() * (double.IsInfinity(noise) ? 1 : noise)))];
        FitResult fit = hasStart
            ? CurveFit.Fit(model, x, y, family.Start(truth, dice), new() { Strategy = FitStrategy.Search })
            : CurveFit.Fit(model, x, y);
        string kind = string.Create(CultureInfo.InvariantCulture, $"seed {seed}, noise {noise}");
        double lowest = Lowest(family, model, x, y, truth);
        // Between data without noise the sum of squares of the end is rounding.
        double floor = 1e-18 * y.Sum(value => value * value);
        return (kind, noise <= MostClear, fit.IsCertified, fit.ChiSquared <= (lowest * (1 + 1e-6)) + floor);
    }

    private static double Lowest(Family family, Formula model, double[] x, double[] y, double[] truth)
    {
        double lowest = CurveFit.Fit(model, x, y, truth).ChiSquared;
        int[] scanned = [.. Enumerable.Range(0, truth.Length).Where(j => !family.IsLinear(j))];
        int side = scanned.Length == 1 ? 300 : 24;
        int total = (int)Math.Pow(side, scanned.Length > 2 ? 2 : scanned.Length);
        List<(double Sum, double[] Start)> starts = [];
        for (int k = 0; k < total; k++)
        {
            double[] start = [.. family.Scan.Select(range => range.From)];
            for (int d = 0, rest = k; d < scanned.Length; d++, rest /= side)
            {
                (double from, double to) = family.Scan[scanned[d]];
                start[scanned[d]] = from + ((to - from) * ((rest % side) + 0.5) / side);
            }

            double sum = x.Zip(y, (at, value) => Math.Pow(model.Evaluate(start, at) - value, 2)).Sum();
            starts.Add((double.IsFinite(sum) ? sum : double.MaxValue, start));
        }

        // Every start of a scan counts, for a poor amplitude hides a good frequency.
        int stride = Math.Max(1, starts.Count / 150);
        IEnumerable<double[]> chosen = starts.Where((_, k) => k % stride == 0)
            .Concat(starts.OrderBy(item => item.Sum).Take(30)).Select(item => item.Start);
        foreach (double[] start in chosen)
        {
            double sum = CurveFit.Fit(model, x, y, start, new() { Solver = new() { MaxEvaluations = 200 } }).ChiSquared;
            lowest = sum < lowest ? sum : lowest;
        }

        return lowest;
    }

    /// <summary>What was counted in a family.</summary>
    internal sealed record Count(
        string Family,
        int Runs,
        int Certified,
        int Refused,
        int RightRefused,
        int ClearRefused,
        IReadOnlyList<string> Wrong)
    {
        public Count Plus((string Kind, bool Clear, bool Certified, bool Right) fit) => this with
        {
            Runs = Runs + 1,
            Certified = Certified + (fit.Certified ? 1 : 0),
            Refused = Refused + (fit.Certified ? 0 : 1),
            RightRefused = RightRefused + (!fit.Certified && fit.Right ? 1 : 0),
            ClearRefused = ClearRefused + (fit is { Certified: false, Right: true, Clear: true } ? 1 : 0),
            Wrong = fit is { Certified: true, Right: false } ? [.. Wrong, $"{Family}: {fit.Kind}"] : Wrong,
        };
    }

    private sealed record Family(
        string Name,
        string Formula,
        Func<Dice, double[]> Truth,
        Func<double[], Dice, double[]> Start,
        (double From, double To)[] Scan)
    {
        /// <summary>Whether parameter j is a factor or a term, for which any start will do.</summary>
        public bool IsLinear(int j) => Formula.Contains("sin", StringComparison.Ordinal)
            ? Scan.Length == 3 && j == 0
            : Formula switch
            {
                "a*exp(b*x) + c" => j != 1,
                "a + b/(1 + exp(-k*(x - m)))" => j < 2,
                "a*exp(-b*x) + c*exp(-d*x)" => j % 2 == 0,
                _ => j is not (1 or 2),
            };
    }

    /// <summary>Random numbers that are the same everywhere.</summary>
    private sealed class Dice(int seed)
    {
        private ulong _state = (ulong)seed + 1;

        public double In(double low, double high) => low + ((high - low) * Uniform());

        /// <summary>Between one over the most and the most, by logarithm.</summary>
        public double Factor(double most) => Math.Pow(most, In(-1, 1));

        public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());

        private double Uniform()
        {
            _state += 0x9E3779B97F4A7C15;
            ulong z = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return ((z ^ (z >> 31)) >> 11) * (1.0 / (1L << 53));
        }
    }
}
