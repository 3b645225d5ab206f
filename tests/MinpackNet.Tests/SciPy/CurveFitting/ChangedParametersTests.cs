namespace MinpackNet.Tests;

/// <summary>A model of one point may use its parameters as its own variables.</summary>
public sealed class ChangedParametersTests
{
    private static readonly double[] X = [1, 2, 3];
    private static readonly double[] Y = [2, 4, 6];

    [Theory]
    [InlineData(LeastSquaresMethod.Lm)]
    [InlineData(LeastSquaresMethod.Trf)]
    public void Each_point_gets_its_own(LeastSquaresMethod method)
    {
        CurveFitResult fit = Optimize.CurveFit(
            (x, p) =>
            {
                p[0] *= p[0];
                return p[0] * x;
            },
            X,
            Y,
            p0: 1,
            method: method);
        Assert.Equal(Math.Sqrt(2), fit.Popt[0], 1e-7);
    }

    [Fact]
    public void So_does_each_gradient()
    {
        CurveFitResult fit = Optimize.CurveFit(
            (double x, double[] p) => p[0] * p[0] * x,
            X,
            Y,
            jac: (x, p) =>
            {
                p[0] *= 2;
                return [p[0] * x];
            },
            p0: 1);
        Assert.Equal(Math.Sqrt(2), fit.Popt[0], 1e-7);
    }

    [Fact]
    public void A_canceled_fit_promises_no_point()
    {
        OperationCanceledException canceled = Assert.Throws<OperationCanceledException>(() => Optimize.CurveFit(
            (x, a) => a * x, X, Y, cancellationToken: new CancellationToken(canceled: true)));
        Assert.Equal("Canceled before the fit converged.", canceled.Message);
    }
}
