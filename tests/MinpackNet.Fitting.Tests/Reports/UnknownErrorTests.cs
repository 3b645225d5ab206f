using System.Globalization;

namespace MinpackNet.Fitting.Tests;

/// <summary>Errors that cannot be estimated, and estimates that are rounding.</summary>
public sealed class UnknownErrorTests
{
    private const string NoErrors = "as many parameters as points: no errors can be estimated";
    private const string Legend = "? the error is unknown";
    private const string Lost = "an estimate of 0 stands for one that is lost in the rounding of the observations";

    private static readonly string[] Models =
        ["a + b*x", "a + b*x + c*x^2", "a + b*(x - 3)", "a + b*sin(x) + c*cos(x)"];

    [Fact]
    public void As_many_parameters_as_points_leave_all_errors_unknown()
    {
        Random random = new(1);
        for (int trial = 0; trial < 40; trial++)
        {
            Formula model = Formula.Parse(Models[trial % Models.Length]);
            int n = model.ParameterNames.Count;
            double[] x = [.. Enumerable.Range(1, n).Select(i => i + random.NextDouble())];
            double[] y = [.. x.Select(_ => 10 * random.NextDouble())];
            FitResult fit = CurveFit.Fit(model, x, y, [.. Enumerable.Repeat(1.0, n)]);
            string[] lines = Lines(fit);
            Assert.Contains(NoErrors, lines);
            Assert.Equal(Legend, lines[Array.IndexOf(lines, NoErrors) + 1]);
            Assert.All(fit.Parameters, parameter =>
            {
                string[] row = Row(lines, parameter.Name);
                Assert.Equal(["unknown", "unknown", "unknown", "1", "?"], row[2..]);
                Assert.Equal(parameter.Value, Number(row[1]), 1e-5 * Math.Abs(parameter.Value));
                Assert.False(parameter.IsDetermined);
            });
            Assert.DoesNotContain(lines, line => line.Contains("intervals:", StringComparison.Ordinal));
            Assert.Contains(lines, line => line.StartsWith("residual variance", StringComparison.Ordinal)
                && line.EndsWith(" unknown", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Only_absolute_standard_deviations_give_errors_then(bool isAbsolute)
    {
        FitOptions options = new() { Sigma = [0.1], AbsoluteSigma = isAbsolute };
        string[] lines = Lines(CurveFit.Fit(Formula.Parse("a*x + b"), (double[])[1, 2], [3, 5.1], [1, 1], options));
        Assert.Equal(isAbsolute, !lines.Contains(NoErrors));
        Assert.Equal(isAbsolute ? "0.14" : "unknown", Row(lines, "a")[2]);
        Assert.Equal(isAbsolute, !lines.Any(line => line.EndsWith('?')));
        Assert.Equal(isAbsolute, !lines.Contains(Legend));
    }

    [Fact]
    public void The_mark_is_for_one_standard_error_above_the_estimate()
    {
        Random random = new(2);
        int marked = 0;
        for (int trial = 0; trial < 200; trial++)
        {
            double[] x = [.. Enumerable.Range(0, 6).Select(i => (double)i)];
            double[] y = [.. x.Select(at => (0.3 * at * random.NextDouble()) + random.NextDouble() - 0.5)];
            FitResult fit = CurveFit.Fit(Formula.Parse("a + b*x"), x, y, [1, 1]);
            string[] lines = Lines(fit);
            foreach (FitParameter parameter in fit.Parameters)
            {
                bool isMarked = Row(lines, parameter.Name)[^1] == "?";
                marked += isMarked ? 1 : 0;
                Assert.Equal(parameter.StandardError > Math.Abs(parameter.Value), isMarked);
                Assert.Equal(!isMarked, parameter.IsDetermined);
            }
        }

        Assert.InRange(marked, 50, 350);
    }

    [Fact]
    public void Constant_data_have_a_slope_of_zero()
    {
        Random random = new(3);
        int lost = 0;
        for (int trial = 0; trial < 300; trial++)
        {
            Formula model = Formula.Parse(Models[trial % Models.Length]);
            int n = model.ParameterNames.Count;
            double value = Math.Round(random.NextDouble() * 1000, 3) * Math.Pow(10, random.Next(-30, 30));
            int count = n + 1 + random.Next(20);
            double[] x = [.. Enumerable.Range(0, count).Select(i => i + (0.1 * i * random.Next(1, 20)))];
            double[] y = [.. x.Select(_ => value)];
            FitResult fit = CurveFit.Fit(model, x, y, [.. Enumerable.Repeat(value == 0 ? 1 : value / 3, n)]);
            string[] lines = Lines(fit);
            Assert.True(fit.Converged);
            Assert.True(double.IsNaN(fit.RSquared));
            Assert.Equal(value, Number(Row(lines, "a")[1]), 1e-9 * Math.Abs(value));
            Assert.All(fit.Parameters.Skip(1), parameter => Assert.True(
                Row(lines, parameter.Name)[1] == "0", $"{model} {value} {fit}"));
            bool isLost = fit.Parameters.Skip(1).Any(parameter => parameter.Value != 0);
            lost += isLost ? 1 : 0;
            Assert.Equal(isLost, lines.Contains(Lost));
        }

        Assert.InRange(lost, 100, 300);
    }

    [Theory]
    [InlineData("a + b*x", 1, 1e-12)]
    [InlineData("a + b*x", 1e9, 1e-3)]
    [InlineData("a + b*x", 1e-20, 1e-24)]
    [InlineData("a*exp(-9*x) + b*x*exp(-9*(x - 9)^2)", 1, 1e-20)] // b acts where all else is as small
    public void A_small_true_estimate_is_not_hidden(string formula, double large, double small)
    {
        double[] x = [.. Enumerable.Range(0, 10).Select(i => (double)i)];
        Formula model = Formula.Parse(formula);
        double[] y = [.. x.Select(at => model.Evaluate([large, small], at))];
        FitResult fit = CurveFit.Fit(model, x, y, [large, small / 2], new()
        {
            Solver = LeastSquaresOptions.Default with { FunctionTolerance = 1e-15, StepTolerance = 1e-15 },
        });
        string[] lines = Lines(fit);
        Assert.Equal(fit["b"].Value, Number(Row(lines, "b")[1]), 0.02 * small);
        Assert.Equal(small, fit["b"].Value, 0.02 * small);
        Assert.DoesNotContain(Lost, lines);
    }

    [Fact]
    public void An_estimate_of_two_equal_points_is_zero_and_one_where_squares_overflow_is_not()
    {
        double[] x = [1, 2.5];
        FitResult equal = CurveFit.Fit(Formula.Parse("a + b*x"), x, [0.7, 0.7], [1, 1]);
        Assert.Equal("0", Row(Lines(equal), "b")[1]);
        FitResult overflowing = CurveFit.Fit(Formula.Parse("a*x"), x, [1e300, 2.5e300], [1]);
        Assert.Equal(overflowing["a"].Value, Number(Row(Lines(overflowing), "a")[1]));
        Assert.DoesNotContain(Lost, Lines(overflowing));
    }

    [Fact]
    public void All_digits_are_there_for_who_asks_for_them()
    {
        double[] x = [1, 2, 3, 4, 5, 6];
        FitResult fit = CurveFit.Fit(Formula.Parse("a + b*x"), x, [0.7, 0.7, 0.7, 0.7, 0.7, 0.7], [1, 1]);
        string[] row = Row(fit.ToReport(digits: 17).Split(Environment.NewLine), "b");
        Assert.Equal(fit["b"].Value, Number(row[1]));
    }

    private static string[] Lines(FitResult fit) => fit.ToString().Split(Environment.NewLine);

    private static string[] Row(string[] lines, string name) => lines
        .SkipWhile(line => !line.StartsWith("parameter ", StringComparison.Ordinal))
        .First(line => line.StartsWith($"{name} ", StringComparison.Ordinal))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
