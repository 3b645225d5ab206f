namespace MinpackNet.Tests;

/// <summary>
/// Starts where the column of one parameter all but vanishes: its step leaves the model's linear range, and an end is
/// no minimum as long as another parameter alone lowers the cost.
/// </summary>
public sealed class VanishingColumnTests
{
    private static readonly double[] X = [.. Enumerable.Range(1, 10).Select(i => 0.5 * i)];

    [Theory]
    [InlineData(0.377, 0, 0)]
    [InlineData(0.75, -1.7, double.NegativeInfinity)]
    public void A_power_without_an_amplitude_is_no_minimum(double exponent, double offset, double least)
    {
        LeastSquaresResult fit = LeastSquares.Solve(
            [0, exponent, offset],
            X.Length,
            (p, r) =>
            {
                for (int i = 0; i < X.Length; i++)
                {
                    r[i] = (p[0] * Math.Pow(X[i], p[1])) + p[2] - (2.28 * Math.Pow(X[i], 0.56));
                }
            },
            (p, j) =>
            {
                for (int i = 0; i < X.Length; i++)
                {
                    double power = Math.Pow(X[i], p[1]);
                    (j[i, 0], j[i, 1], j[i, 2]) = (power, p[0] * power * Math.Log(X[i]), 1);
                }
            },
            new() { Bounds = new([0, double.NegativeInfinity, least], double.PositiveInfinity) });
        // The data are the model's own at (2.28, 0.56, 0).
        Assert.True(fit.IsOptimal, fit.Message);
        Assert.Equal(0, fit.Cost, 1e-6);
    }

    [Fact]
    public void A_product_with_a_factor_of_zero_is_no_minimum()
    {
        LeastSquaresResult fit = LeastSquares.Solve(
            [0, 0, 1.2],
            X.Length,
            (p, r) =>
            {
                for (int i = 0; i < X.Length; i++)
                {
                    r[i] = (p[0] * p[1] * X[i]) + p[2] - ((2 * X[i]) + 1);
                }
            },
            (p, j) =>
            {
                for (int i = 0; i < X.Length; i++)
                {
                    (j[i, 0], j[i, 1], j[i, 2]) = (p[1] * X[i], p[0] * X[i], 1);
                }
            },
            new() { Bounds = new(0, double.PositiveInfinity) });
        // The third parameter alone lowers the cost until its own gradient is zero; the others' are zero at the start.
        Assert.True(fit.IsOptimal != true || Math.Abs(fit.ProjectedGradient![2]) < 1e-3, $"{fit.ProjectedGradient}");
    }

    [Theory]
    [InlineData(LeastSquaresMethod.Trf)]
    [InlineData(LeastSquaresMethod.Dogbox)]
    public void Residuals_that_a_loss_rounds_to_zero_are_a_fit(LeastSquaresMethod method)
    {
        LeastSquaresResult fit = LeastSquares.Solve(
            [2, 0],
            X.Length,
            (p, r) =>
            {
                for (int i = 0; i < X.Length; i++)
                {
                    r[i] = (p[0] * p[1] * X[i]) - (0.5 * X[i]);
                }
            },
            options: new() { Bounds = new(0, double.PositiveInfinity), Loss = Loss.SoftL1(0.01), Method = method });
        Assert.Equal(0.5, fit.Parameters[0] * fit.Parameters[1], 1e-8);
        Assert.True(fit.Converged && fit.IsOptimal == true, fit.Message);
    }
}
