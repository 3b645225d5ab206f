namespace MinpackNet.Fitting.Tests;

/// <summary>Numbers in sentences do not round to something that contradicts the sentence.</summary>
public sealed class WordingTests
{
    [Theory]
    [InlineData("a + b*x", 200)]
    [InlineData("a + b*(x - 3)", 500)]
    [InlineData("a + b*x + c*x^2", 150)]
    public void A_correlation_is_the_same_in_the_table_and_in_the_warning(string model, double offset)
    {
        double[] x = [.. Enumerable.Range(0, 20).Select(i => offset + (0.5 * i))];
        double[] y = [.. x.Select((at, i) => 3 + (0.2 * (at - offset)) + (0.05 * Math.Sin(i * i * 7.3)))];
        Formula formula = Formula.Parse(model);
        FitResult fit = CurveFit.Fit(
            formula, x, y, [.. formula.ParameterNames.Select((name, k) => (name, 1.0 / (1 + k)))]);
        Diagnosis diagnosis = Assert.Single(fit.Diagnoses, item => item.Kind == DiagnosisKind.StrongCorrelation);
        double told = diagnosis.Evidence["correlation"];
        Assert.Contains(told, fit.Correlation.Cast<double>());
    }

    [Fact]
    public void A_small_move_is_told_with_the_digits_that_show_it()
    {
        double[] x = [1, 2, 3, 5, 7, 10];
        double[] y = [109, 149, 149, 191, 213, 224];
        Formula model = Formula.Parse("1e6*(a - 51.7)*b + 0*x");
        FitResult fit = CurveFit.Fit(model, x, y, [("a", 51.7), ("b", 1)]);
        Assert.Contains(
            fit.Diagnoses, item => item.Message.Contains("it moved a from 51.7 to 51.7002,", StringComparison.Ordinal));
    }

    private static readonly double[] X = [1, 2, 3, 4, 5, 6, 7, 8];
    private static readonly double[] Y = [2.9, 4.2, 5.1, 6.8, 8.1, 8.9, 10.2, 11.1];

    public static TheoryData<string, double[]> Limited => new()
    {
        { "a*x + b", [1, 1] },
        { "a*exp(b*x)", [1, 0.1] },
        { "a*x^b", [1, 1] },
        { "a + b*x + 0*c", [1, 1, 1] },
    };

    [Theory]
    [MemberData(nameof(Limited))]
    public void A_limit_on_evaluations_is_never_told_with_a_cosine_that_is_still_0(string formula, double[] start)
    {
        for (int limit = 1; limit < 15; limit++)
        {
            foreach (double[] y in new[] { Y, [.. X.Select(x => 1 + (2 * x))], [.. X.Select(_ => 0.0)] })
            {
                FitOptions options = new() { Solver = new() { MaxEvaluations = limit, FunctionTolerance = 0 } };
                FitResult fit = CurveFit.Fit(Formula.Parse(formula), X, y, start, options);
                Assert.All(fit.Diagnoses, AssertSensible);
            }
        }
    }

    [Theory]
    [InlineData("a*b*x", new double[] { 1, 1 })]
    [InlineData("a + b + 0*x", new double[] { 1, 1 })]
    [InlineData("a*(x - b*x)", new double[] { 1, 0.5 })]
    [InlineData("(a - a)*x + b*x", new double[] { 1, 1 })]
    public void A_singular_value_of_zero_is_called_so(string formula, double[] start) => Assert.All(
        CurveFit.Fit(Formula.Parse(formula), X, Y, start).Diagnoses, AssertSensible);

    [Theory]
    [InlineData("sin(a*x)", 0.3)]
    [InlineData("cos(a*x)", 0.1)]
    [InlineData("a + 1e-9*x", 5)]
    public void A_share_that_is_explained_is_not_minus_nothing(string formula, double start)
    {
        FitResult fit = CurveFit.Fit(Formula.Parse(formula), X, [1, -1, 1, -1, 1, -1, 1, -1], [start]);
        Assert.All(fit.Diagnoses, AssertSensible);
        Assert.DoesNotContain(fit.Diagnoses, item => item.Message.Contains("R² = -0", StringComparison.Ordinal)
            && !item.Message.Contains("R² = -0.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_single_thing_is_told_in_the_singular(int count)
    {
        string formula = string.Join(" + ", Enumerable.Range(1, count).Select(k => $"b{k}*x^{k}"));
        FitResult fit = CurveFit.Fit(
            Formula.Parse(formula), X[..count], Y[..count], [.. Enumerable.Repeat(1.0, count)]);
        Assert.DoesNotMatch(@"\b1 (points|evaluations|parameters|observations|attempts)\b", fit.ToReport());
        Assert.All(fit.Diagnoses, AssertSensible);
    }

    private static void AssertSensible(Diagnosis diagnosis)
    {
        Assert.DoesNotMatch(@"\bstill 0\b(?!\.\d)", diagnosis.Message);
        Assert.DoesNotMatch(
            @"value is 0 of|infinite times|correlation of -?1\b(?!\.)", diagnosis.Message);
        Assert.DoesNotMatch(@"\b1 (points|evaluations|derivatives|attempts)\b", diagnosis.Message);
        Assert.DoesNotMatch(@"  | \.|\.\.", diagnosis.Message);
    }
}
