namespace MinpackNet.Fitting.Tests;

/// <summary>The step tolerance, a share of all parameters together, does not end a solve beside the minimum.</summary>
public sealed class FarStepTests
{
    [Theory]
    [InlineData("a*exp(-((x - m)/s)^2) + c", 1e7, new[] { 2, 0.3, 1, 0.5 })]
    [InlineData("a*exp(-((x - m)/s)^2) + c", -1e7, new[] { 2, 0.3, 1, 0.5 })]
    [InlineData("c + a/(1 + exp(-(x - m)/s))", 1e7, new[] { 2, 0.3, 1, 0.5 })]
    [InlineData("c + a*atan((x - m)/s)", 738000, new[] { 2, 0.3, 1, 0.5 })]
    [InlineData("c + s*abs(a) + a*sqrt(1 + (x - m)^2)", 1e7, new[] { 2, 0.3, 1, 0.5 })]
    public void A_place_far_from_zero_ends_where_one_near_zero_does(string model, double origin, double[] truth)
    {
        double[] near = [.. Enumerable.Range(0, 41).Select(i => (i - 20) / 8.0)];
        Formula formula = Formula.Parse(model);
        string[] names = [.. formula.ParameterNames];
        double[] ordered = [.. names.Select(name => truth["amsc".IndexOf(name[0])])];
        double[] y = [.. near.Select((x, i) => formula.Evaluate(ordered, [x]) + (0.05 * Math.Cos(37 * i * i)))];
        string[] free = [.. names.Where(name => !(model.Contains("abs", StringComparison.Ordinal) && name == "s"))];

        FitResult Fit(double shift) => CurveFit.Fit(
            formula,
            Array.ConvertAll(near, x => x + shift),
            y,
            [.. names.Select((name, k) => (name, (1.2 * ordered[k]) + (name == "m" ? shift : 0)))],
            new() { Fixed = [.. names.Except(free)] });

        FitResult here = Fit(0);
        FitResult there = Fit(origin);
        foreach (string name in free)
        {
            double error = here[name].StandardError;
            double moved = there[name].Value - (name == "m" ? origin : 0) - here[name].Value;
            Assert.InRange(moved / error, -1e-3, 1e-3);
            Assert.Equal(1, there[name].StandardError / error, 1e-3);
        }
    }
}
