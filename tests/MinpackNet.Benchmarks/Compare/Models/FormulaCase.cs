using System.Runtime.CompilerServices;
using MinpackNet.Fitting;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>A curve as a formula, with its twin in scipy_loop.py.</summary>
internal sealed class FormulaCase
{
    private readonly int[] _all;

    private FormulaCase(string name, string formula, double span, double[] at)
    {
        (Name, Span, At) = (name, span, at);
        _all = [.. Enumerable.Range(0, at.Length)];

        // The order of the parameters is that of their names, or that of the formula where it has ten peaks.
        string[] names = [.. Formula.Parse(formula).ParameterNames];
        string[] ordered = name == "ten_peaks" ? names : [.. names.Order(StringComparer.Ordinal)];
        Model = Formula.Parse(formula, new FormulaNames { Parameters = ordered });
    }

    public static IReadOnlyList<FormulaCase> All { get; } =
    [
        new("decay", "a*exp(-x/b) + c", 10, [5, 2.5, 0.5]),
        new("two_peaks", "b1*exp(-b2*x) + b3*exp(-((x-b4)/b5)^2) + b6*exp(-((x-b7)/b8)^2)", 250,
            [97, 0.009, 100, 65, 20, 70, 178, 16.5]),
        new("rational", "(b1 + b2*x + b3*x^2 + b4*x^3)/(1 + b5*x + b6*x^2 + b7*x^3)", 800,
            [1.08, -0.1227, 0.00409, -1.43e-06, -0.00576, 2.4e-4, -1.23e-7]),
        new("waves", "b1 + b2*cos(2*pi*x/12) + b3*sin(2*pi*x/12) + b5*cos(2*pi*x/b4) + b6*sin(2*pi*x/b4) "
            + "+ b8*cos(2*pi*x/b7) + b9*sin(2*pi*x/b7)", 168, [10.5, 3.08, 0.53, 44.3, -1.6, 0.5, 26.9, 0.2, -1.5]),
        new("ten_peaks",
            string.Join(" + ", Enumerable.Range(0, 10).Select(k => $"a{k}*exp(-((x - c{k})/w{k})^2)")), 100,
            [.. Enumerable.Range(0, 10).SelectMany(k => new[] { 3.0 + k, 5 + (10.0 * k), 2 + (0.1 * k) })]),
    ];

    public string Name { get; }

    public Formula Model { get; }

    /// <summary>The range of the places, from zero.</summary>
    public double Span { get; }

    /// <summary>The parameters.</summary>
    public double[] At { get; }

    public static FormulaCase Of(string name) => All.Single(curve => curve.Name == name);

    public double[] Places(int count)
    {
        double[] places = new double[count];
        for (int i = 0; i < count; i++)
        {
            places[i] = (i + 0.5) * Span / count;
        }

        return places;
    }

    /// <summary>The values at the parameters.</summary>
    public void Evaluate(double[] x, Span<double> values) => Evaluate(Model, At, [x], values);

    /// <summary>The derivatives by all parameters, one column after the other.</summary>
    public void Differentiate(double[] x, Span<double> results) => Differentiate(Model, At, [x], _all, results);

    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    private static extern void Evaluate(
        Model model, ReadOnlySpan<double> parameters, double[][] columns, Span<double> values);

    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    private static extern void Differentiate(
        Model model, ReadOnlySpan<double> parameters, double[][] columns, ReadOnlySpan<int> by, Span<double> results);
}
