namespace MinpackNet.Tests;

/// <summary>Errors of curve fits name the argument at fault, by its name there, and what to change.</summary>
public sealed class CurveFitErrorTests
{
    private static readonly double[] X = [1, 2, 3];
    private static readonly double[] Y = [3, 4, 5];

    [Fact]
    public void A_start_as_a_collection_and_deviations_as_an_array_work()
    {
        double[] deviations = [.1, .2, .1];
        CurveFitResult fit = Optimize.CurveFit((t, a) => a * t, X, Y, p0: [1], sigma: deviations);
        Assert.Equal(1.8181818, fit.Popt[0], 1e-7);
        int[] whole = [1, 2, 3];
        Assert.Equal(26.0 / 14, Optimize.CurveFit((t, a) => a * t, whole, Y, p0: [1]).Popt[0], 1e-7);
    }

    [Fact]
    public void A_Jacobian_of_the_wrong_shape_is_told_without_an_argument_that_is_not_there()
    {
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => Optimize.CurveFit(
            (x, p) => Array.ConvertAll(x, at => p[0] * at), X, Y, [1], jac: (x, _) => new double[1, x.Length]));
        Assert.Equal("jac", thrown.ParamName);
        Assert.Contains("should return shape (3, 1) but returned (1, 3)", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("colDeriv", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(
            "With colDeriv false",
            Assert.Throws<ArgumentException>(() => Optimize.Leastsq(
                p => [p[0], 1], [1], dfun: _ => new double[1, 2])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_observations_than_parameters_are_told_of_ydata()
    {
        ArgumentException thrown = Assert.Throws<ArgumentException>(
            () => Optimize.CurveFit((double t, double a, double b) => a * t, X[..1], Y[..1]));
        Assert.Equal("ydata", thrown.ParamName);
    }

    [Fact]
    public void What_cannot_be_left_out_is_not_advised_to_be()
    {
        ArgumentException nan = Assert.Throws<ArgumentException>(
            () => Optimize.CurveFit((t, a) => a * t, X, [1, double.NaN, 2]));
        Assert.Contains("NanPolicy.Omit", nan.Message, StringComparison.Ordinal);
        ArgumentException infinite = Assert.Throws<ArgumentException>(
            () => Optimize.CurveFit((t, a) => a * t, X, [1, double.PositiveInfinity, 2]));
        Assert.Contains("Point 1 of ydata contains Infinity. Remove it. ", infinite.Message, StringComparison.Ordinal);
        ArgumentException tuple = Assert.Throws<ArgumentException>(
            () => Optimize.CurveFit((x, p) => x.Item1, ((double[])[1, double.NaN, 3], X), Y, p0: 1));
        Assert.DoesNotContain("Omit", tuple.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Deviations_of_another_number_are_told_of_sigma(int count)
    {
        ArgumentException thrown = Assert.Throws<ArgumentException>(
            () => Optimize.CurveFit((t, a) => a * t, X, Y, sigma: new double[count]));
        Assert.Equal("sigma", thrown.ParamName);
        Assert.Contains($"({count})", thrown.Message, StringComparison.Ordinal);
    }
}
