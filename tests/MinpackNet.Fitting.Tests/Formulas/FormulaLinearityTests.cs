namespace MinpackNet.Fitting.Tests;

/// <summary>Which parameters of a formula are linear is read from its steps.</summary>
public sealed class FormulaLinearityTests
{
    [Theory]
    [InlineData("a*exp(-b*x) + c", "a c")]
    [InlineData("a*sin(2*pi*f*x + p) + c", "a c")]
    [InlineData("b1*exp(-((x - b2)/b3)^2) + b4 + b5*x", "b1 b4 b5")]
    [InlineData("(a + b*x)/(1 + c*x + d*x^2)", "a b")]
    [InlineData("d + (a - d)/(1 + (x/c)^b)", "d a")]
    [InlineData("b1*b2*x + b3", "b1 b3")] // each of the first two alone, but not both
    [InlineData("a*b + b*c + c*d", "a c")]
    [InlineData("a/b", "a")]
    [InlineData("a^1*x", "a")]
    [InlineData("sqrt(a*x)", "")]
    [InlineData("10^(a - b/(c + x))", "")]
    [InlineData("-(a - 2*b)/3 + x", "a b")]
    [InlineData("abs(a)*x + b*cos(x)", "b")]
    public void Linear_parameters_follow_from_the_steps(string text, string expected)
    {
        Formula formula = Formula.Parse(text);
        int[] linear = formula.Program.Linearity.LargestSet([.. Enumerable.Range(0, formula.ParameterNames.Count)]);
        Assert.Equal(expected, string.Join(' ', linear.Select(j => formula.ParameterNames[j])));
    }

    [Fact]
    public void The_largest_set_of_many_parameters_is_found_too()
    {
        string text = string.Join(" + ", Enumerable.Range(0, 12).Select(k => $"a{k}*exp(-b{k}*x)"));
        Formula formula = Formula.Parse(text);
        int[] linear = formula.Program.Linearity.LargestSet([.. Enumerable.Range(0, 24)]);
        Assert.Equal(Enumerable.Range(0, 12).Select(k => $"a{k}"), linear.Select(j => formula.ParameterNames[j]));
    }

    [Fact]
    public void Only_those_asked_for_are_linear()
    {
        Formula formula = Formula.Parse("a*b*x");
        Assert.Equal([1], formula.Program.Linearity.LargestSet([1]));
    }
}
