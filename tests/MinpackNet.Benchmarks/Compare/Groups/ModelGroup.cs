using System.Runtime.CompilerServices;
using MinpackNet.Fitting;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>
/// Formulas beside NumPy: values, and values with all derivatives, which for NumPy are written by hand and share what
/// they have in common.
/// </summary>
internal static class ModelGroup
{
    private const string Group = "model";

    private static readonly (string Name, string Formula, double Span, double[] At)[] Models =
    [
        ("decay", "a*exp(-x/b) + c", 10, [5, 2.5, 0.5]),
        ("two_peaks", "b1*exp(-b2*x) + b3*exp(-((x-b4)/b5)^2) + b6*exp(-((x-b7)/b8)^2)", 250,
            [97, 0.009, 100, 65, 20, 70, 178, 16.5]),
        ("rational", "(b1 + b2*x + b3*x^2 + b4*x^3)/(1 + b5*x + b6*x^2 + b7*x^3)", 800,
            [1.08, -0.1227, 0.00409, -1.43e-06, -0.00576, 2.4e-4, -1.23e-7]),
        ("waves", "b1 + b2*cos(2*pi*x/12) + b3*sin(2*pi*x/12) + b5*cos(2*pi*x/b4) + b6*sin(2*pi*x/b4) "
            + "+ b8*cos(2*pi*x/b7) + b9*sin(2*pi*x/b7)", 168, [10.5, 3.08, 0.53, 44.3, -1.6, 0.5, 26.9, 0.2, -1.5]),
        ("ten_peaks", string.Join(" + ", Enumerable.Range(0, 10).Select(k => $"a{k}*exp(-((x - c{k})/w{k})^2)")), 100,
            [.. Enumerable.Range(0, 10).SelectMany(k => new[] { 3.0 + k, 5 + (10.0 * k), 2 + (0.1 * k) })]),
    ];

    public static bool Run(bool quick, SciPy? scipy)
    {
        bool good = true;
        foreach ((string name, string formula, double span, double[] at) in Models)
        {
            // The order of the parameters is that of their names.
            string[] names = [.. Formula.Parse(formula).ParameterNames];
            string[] ordered = name == "ten_peaks" ? names : [.. names.Order(StringComparer.Ordinal)];
            Formula model = Formula.Parse(formula, new FormulaNames { Parameters = ordered });
            foreach (int points in (int[])[25, 2000])
            {
                double[] x = [.. Enumerable.Range(0, points).Select(i => (i + 0.5) * span / points)];
                good &= Compare(name, model, at, x, withDerivatives: false, quick, scipy);
                good &= Compare(name, model, at, x, withDerivatives: true, quick, scipy);
            }
        }

        return good;
    }

    private static bool Compare(
        string name, Formula model, double[] at, double[] x, bool withDerivatives, bool quick, SciPy? scipy)
    {
        double[][] columns = [x];
        double[] values = new double[x.Length];
        double[] derivatives = new double[x.Length * at.Length];
        int[] by = [.. Enumerable.Range(0, at.Length)];
        string title = $"{name}-{x.Length}-{(withDerivatives ? "derivatives" : "values")}";
        Contender ours = new(count => Race.Time(() =>
        {
            for (int k = 0; k < count; k++)
            {
                Evaluate(model, at, columns, values);
                if (withDerivatives)
                {
                    Differentiate(model, at, columns, by, derivatives);
                }
            }
        }));
        if (scipy is null)
        {
            Race.Run(Pace.Of(quick, isLarge: false), ours);
            return true;
        }

        Contender theirs = new(count => scipy.TimeModel(name, withDerivatives, x.Length, count));
        Race.Run(Pace.Of(quick, isLarge: false), ours, theirs);
        double[] sums = [values.Sum(), .. withDerivatives ? derivatives.Chunk(x.Length).Select(c => c.Sum()) : []];
        if (sums.Zip(scipy.Parameters).Any(pair => !AreEqual(pair.First, pair.Second)))
        {
            return Report.Wrong(Group, title, "the sums are not NumPy's");
        }

        Report.Speed(Group, title, ours, "NumPy", theirs);
        return true;
    }

    private static bool AreEqual(double a, double b) => Math.Abs(a - b) <= 1e-9 * (1 + Math.Abs(b));

    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    private static extern void Evaluate(
        Model model, ReadOnlySpan<double> parameters, double[][] columns, Span<double> values);

    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    private static extern void Differentiate(
        Model model, ReadOnlySpan<double> parameters, double[][] columns, ReadOnlySpan<int> by, Span<double> results);
}
