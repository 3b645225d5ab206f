namespace MinpackNet.Fitting.Tests;

/// <summary>How formulas compute: in blocks, without allocation, with derivatives from the result back.</summary>
public sealed class FormulaEngineTests
{
    [Fact]
    public void Constants_are_as_close_as_Math_has_them()
    {
        Assert.Equal(Math.E, Formula.Parse("a*exp(1)").Evaluate([1]));
        Assert.Equal(3, Formula.Parse("a*log(8)/log(2)").Evaluate([1]));
        Assert.Equal(Math.Sin(1), Formula.Parse("a*sin(1)").Evaluate([1]));
    }

    [Theory]
    [InlineData("a*exp(-x/b) + c")]
    [InlineData("b1 + b2*cos(2*pi*x/12) + b3*sin(2*pi*x/b4) + sqrt(abs(b5))*x^b6/(1 + tanh(x))")]
    public void An_evaluation_allocates_nothing(string text)
    {
        Formula formula = Formula.Parse(text);
        int n = formula.ParameterNames.Count;
        double[] at = [.. Enumerable.Range(1, n).Select(k => 0.5 + k)];
        double[][] columns = [[.. Enumerable.Range(1, 1000).Select(i => 0.01 * i)]];
        int[] by = [.. Enumerable.Range(0, n)];
        double[] values = new double[1000];
        double[] derivatives = new double[1000 * n];
        for (int warm = 0; warm < 3; warm++)
        {
            Run();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Run()
        {
            formula.Evaluate(at, columns, values);
            formula.Differentiate(at, columns, by, derivatives);
        }
    }

    /// <summary>Reverse accumulation adds up what several uses of a step, and of a parameter, hand on.</summary>
    [Theory]
    [InlineData("a*x + a*a*x - x/a + a^a + a", 257)]
    [InlineData("sin(a*x) + cos(a*x)*sin(a*x) + cos(b)*sin(b)", 3)]
    [InlineData("b + 0*a*x + x - b*b", 1)]
    [InlineData("(a + b)/(a - b) + x/(a*b) + (a/b)/x + a/(b + x)", 600)]
    [InlineData("exp(a)*log(b) + tanh(a*b) + sqrt(a*b*x) + (a*b)^3 + x^-1*a", 511)]
    public void Derivatives_agree_with_differences_for_steps_that_are_shared(string text, int points)
    {
        string[] names = text.Contains('b', StringComparison.Ordinal) ? ["a", "b"] : ["a"];
        Formula formula = Formula.Parse(text, new FormulaNames { Parameters = names });
        int n = formula.ParameterNames.Count;
        double[] at = n == 2 ? [0.7, 1.9] : [0.7];
        double[][] columns = [[.. Enumerable.Range(1, points).Select(i => 0.03 * i)]];
        double[] derivatives = new double[points * n];
        formula.Differentiate(at, columns, [.. Enumerable.Range(0, n)], derivatives);
        double[] above = new double[points];
        double[] below = new double[points];
        for (int k = 0; k < n; k++)
        {
            const double Step = 1e-6;
            formula.Evaluate([.. at.Select((value, j) => j == k ? value + Step : value)], columns, above);
            formula.Evaluate([.. at.Select((value, j) => j == k ? value - Step : value)], columns, below);
            for (int i = 0; i < points; i++)
            {
                double expected = (above[i] - below[i]) / (2 * Step);
                Assert.Equal(expected, derivatives[(k * points) + i], 1e-7 * (1 + Math.Abs(expected)));
            }
        }
    }
}
