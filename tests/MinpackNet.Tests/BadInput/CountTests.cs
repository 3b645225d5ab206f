namespace MinpackNet.Tests.BadInput;

/// <summary>One of a thing is singular in messages: 1 residual, not 1 residuals.</summary>
public sealed class CountTests
{
    private static readonly double[] One = [1];
    private static readonly double[] Two = [1, 2];

    public static TheoryData<string, Action> Complaints => new()
    {
        { "There are 2 parameters but only 1 residual. ", () => LeastSquares.Solve([1, 2], 1, (_, r) => r[0] = 1) },
        {
            "There is 1 parameter but 2 scale factors. ",
            () => LeastSquares.Solve([1], 2, (_, r) => r.Fill(1), options: new() { ParameterScale = [1, 1] })
        },
        {
            "xdata has 1 point but ydata has 2. ",
            () => Optimize.CurveFit((double x, double a) => a * x, One, Two)
        },
        {
            "There is 1 fit, numbered from 0.",
            () => LeastSquares.FitMany([1], 1, 1, (_, p, r) => r[0] = p[0]).ParametersOf(3)
        },
        {
            "The Jacobian has 1 row and 1 column.",
            () => LeastSquares.Solve([1], 1, (p, r) => r[0] = p[0] - 2, (_, j) => j[1, 0] = 1)
        },
    };

    [Theory]
    [MemberData(nameof(Complaints))]
    public void A_complaint_counts_in_plain_English(string message, Action call) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal);

    [Fact]
    public void A_verdict_on_one_gradient_is_in_the_singular() => Assert.Equal(
        "The gradient agrees with the function.",
        Optimize.CheckGrad(p => [p[0] * p[0]], p => new double[,] { { 2 * p[0] } }, [3]).ToString());

    [Fact]
    public void A_wrong_gradient_of_one_is_told_in_the_singular() => Assert.Equal(
        "1 of 1 gradient is suspicious, that of residual 0.",
        Optimize.CheckGrad(p => [p[0] * p[0]], p => new double[,] { { -2 * p[0] } }, [3]).ToString());
}
