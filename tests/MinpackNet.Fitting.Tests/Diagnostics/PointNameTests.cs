namespace MinpackNet.Fitting.Tests;

/// <summary>A program may call points by names of its own, such as the lines of a file.</summary>
public sealed class PointNameTests
{
    private static readonly double[] X = [1, 2, 0, 4];
    private static readonly double[] Y = [2, 4, 5, 8];

    private static readonly FitOptions Named = new()
    {
        HintNames = new() { Point = index => $"sample {(char)('A' + index)}" },
    };

    [Theory]
    [InlineData("a*x/x + b", "the model is NaN")]
    [InlineData("a*log(x) + b", "the model is -infinite")]
    [InlineData("a/x + b", "the model is infinite")]
    public void A_value_that_is_not_finite_is_at_a_point_by_its_name(string formula, string what)
    {
        FitResult named = CurveFit.Fit(Formula.Parse(formula), X, Y, [1, 1], Named);
        Assert.Equal($"Failed: {what} at sample C (x = 0).", named.Message);
        Assert.Contains(named.Diagnoses, diagnosis =>
            diagnosis.Message.Contains("at sample C with a = 1, b = 1", StringComparison.Ordinal));
        Assert.Equal($"Failed: {what} at point 2 (x = 0).", CurveFit.Fit(Formula.Parse(formula), X, Y, [1, 1]).Message);
    }

    [Fact]
    public void A_wrong_derivative_is_at_a_point_by_its_name()
    {
        Model model = Model.FromCurve((b, x) => b[0] * x, (b, x, gradient) => gradient[0] = x == 4 ? -x : x);
        Diagnosis diagnosis = Assert.Single(
            CurveFit.Fit(model, X, Y, [("a", 1)], Named).Diagnoses,
            diagnosis => diagnosis.Kind == DiagnosisKind.WrongJacobian);
        Assert.Contains("at sample D: the gradient says", diagnosis.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_for_points_is_required() =>
        Assert.Throws<ArgumentNullException>("Point", () => new HintNames { Point = null! });
}
