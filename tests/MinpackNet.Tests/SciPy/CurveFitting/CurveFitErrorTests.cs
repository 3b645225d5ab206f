using System.Numerics;

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
    [InlineData(double.NaN, LeastSquaresMethod.Lm)]
    [InlineData(double.NaN, LeastSquaresMethod.Trf)]
    [InlineData(double.PositiveInfinity, LeastSquaresMethod.Lm)]
    [InlineData(double.NegativeInfinity, LeastSquaresMethod.Dogbox)]
    public void Observations_that_nobody_checked_are_told_as_what_they_are(double value, LeastSquaresMethod method)
    {
        int calls = 0;
        NonFiniteValueException thrown = Assert.Throws<NonFiniteValueException>(() => Optimize.CurveFit(
            (t, a) =>
            {
                calls++;
                return a * t;
            },
            X, [1, 2, value], p0: 1, checkFinite: false, method: method));
        Assert.Equal((2, null, value), (thrown.ResidualIndex, thrown.ParameterIndex, thrown.Value));
        Assert.StartsWith("Observation 2 is ", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(double.IsNaN(value), thrown.Message.Contains("NanPolicy.Omit", StringComparison.Ordinal));
        Assert.Equal(0, calls);

        Assert.Throws<FitFailedException>(() => Optimize.CurveFit(
            (t, a) => a * t, X, [1, 2, value], checkFinite: false,
            options: new() { NonFiniteValues = NonFinitePolicy.Propagate }));
    }

    [Fact]
    public void A_point_that_nobody_checked_is_told_where_the_model_is_not_finite_there()
    {
        foreach (LeastSquaresMethod method in Enum.GetValues<LeastSquaresMethod>())
        {
            NonFiniteValueException thrown = Assert.Throws<NonFiniteValueException>(() => Optimize.CurveFit(
                (t, a) => a * t, [1, double.PositiveInfinity, 3], Y, p0: 1, checkFinite: false, method: method));
            Assert.Equal(1, thrown.ResidualIndex);
            Assert.StartsWith(
                "Point 1 contains Infinity, where the model is Infinity.", thrown.Message,
                StringComparison.Ordinal);
        }

        // An infinite point is fine where the model is.
        CurveFitResult fit = Optimize.CurveFit(
            (t, a) => a * Math.Exp(-t), [0, 1, double.PositiveInfinity], [2, 1, 0.1], checkFinite: false);
        Assert.Equal((2 + Math.Exp(-1)) / (1 + Math.Exp(-2)), fit.Popt[0], 1e-7);
    }

    [Fact]
    public void Complex_numbers_are_refused_by_name()
    {
        Complex[] complex = [1, new(2, 1), 3];
        Assert.Equal(
            "ydata", Assert.Throws<ArgumentException>(() => Optimize.CurveFit((t, a) => a * t, X, complex)).ParamName);
        ArgumentException start = Assert.Throws<ArgumentException>(() => Optimize.Fsolve(p => p, complex));
        Assert.Equal("x0", start.ParamName);
        Assert.StartsWith("Number 1 of x0 is <2; 1>. Pass real numbers.", start.Message, StringComparison.Ordinal);
        Assert.Equal(X, Optimize.Leastsq(p => [p[0] - 1, p[1] - 2, p[2] - 3], (Complex[])[1, 2, 3]).X);
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
