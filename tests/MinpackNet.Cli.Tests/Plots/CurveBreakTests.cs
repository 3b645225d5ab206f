namespace MinpackNet.Cli.Tests;

/// <summary>Where a curve breaks.</summary>
public sealed class CurveBreakTests
{
    public static TheoryData<string, Func<double, double>, int> Curves => new()
    {
        { "1/x", x => 1 / (x - 0.1234), 1 },
        { "a small pole beside zero", x => 0.5 + (0.01 / (x - 0.1234)), 1 },
        { "tan", x => 0.1 * Math.Tan(3 * x), 2 },
        { "a pole at a place", x => 1 / (x - 0.5), 1 },
        { "a step", x => x < 0.1234 ? 0 : 1, 1 },
        { "atan of a pole", x => Math.Atan(1 / (x + 0.1234)), 1 },
        { "the end of a root", x => Math.Sqrt(0.1234 - x), 1 },
        { "a gap", x => Math.Sqrt((x * x) - 0.1234), 2 },
        { "a single NaN", x => x == 0.5 ? double.NaN : x, 1 },
        { "a narrow gap in a step", x => Math.Abs(x - 0.1234) < 1e-9 ? double.NaN : Math.Sign(x - 0.1234), 2 },
        { "nothing finite", x => double.NaN, 0 },
        { "a line", x => x, 0 },
        { "a steep step", x => 1 / (1 + Math.Exp(-1e6 * (x - 0.1234))), 0 },
        { "an edge", x => Math.Abs(x - 0.1234), 0 },
        { "a cube root", x => Math.Cbrt(x - 0.1234), 0 },
        { "a fast wave", x => Math.Sin(100 * x), 0 },
        { "a narrow peak", x => 1e-6 / (((x - 0.1234) * (x - 0.1234)) + 1e-6), 0 },
    };

    [Theory]
    [MemberData(nameof(Curves))]
    public void A_curve_breaks_where_the_model_does(string name, Func<double, double> curve, int breaks)
    {
        double[] places = [.. Enumerable.Range(-100, 201).Select(i => i / 100.0)];
        (double From, double To)[] found = [.. CurveBreaks.Of(
            places, [.. places.Select(curve)], curve, new PlotAxis((-1, 1), 0), new PlotAxis((-1, 1), 0))];

        // Where the model is infinite or NaN at one number, there is a break on both sides of it.
        int apart = found.Count(at => !found.Any(other => other.From == at.To));
        Assert.True(breaks == apart, $"{name}: {string.Join(' ', found)}");

        // Down to neighboring numbers.
        Assert.All(found, at => Assert.InRange(at.To - at.From, double.Epsilon, 1e-15));
    }

    [Fact]
    public void A_break_near_zero_is_found_on_a_logarithmic_axis()
    {
        PlotAxis axis = new((1e-9, 1), 0, isLogarithmic: true);
        double[] places = [.. axis.Steps(100)];
        double[] values = [.. places.Select(Curve)];
        (double From, double To)[] found = [.. CurveBreaks.Of(places, values, Curve, axis, new((-1, 1), 0))];
        Assert.NotEmpty(found);
        Assert.InRange(3.456e-7, found[0].From, found[^1].To);
        Assert.InRange(found[^1].To - found[0].From, 0, 1e-21);

        static double Curve(double x) => 1e-7 / (x - 3.456e-7);
    }
}
