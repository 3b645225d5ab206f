namespace MinpackNet.Tests;

/// <summary>Functions from array to array, which may be called in any way and may use their arrays again.</summary>
public sealed class ArrayDoorTests
{
    private static readonly double[] Buffer = new double[Decay.Count];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_wrong_column_of_a_curve_fits_Jacobian_is_found(int wrong)
    {
        JacobianMismatchException thrown = Assert.Throws<JacobianMismatchException>(() => Optimize.CurveFit(
            (t, a, b) => a * Math.Exp(-b * t),
            Decay.Times,
            Decay.Values,
            Decay.Start,
            jac: (t, p) =>
            {
                double[] gradient = [Math.Exp(-p[1] * t), -p[0] * t * Math.Exp(-p[1] * t)];
                gradient[wrong] = -gradient[wrong];
                return gradient;
            },
            options: new() { CheckJacobian = true }));
        Assert.All(thrown.Entries, entry => Assert.Equal(wrong, entry.Column));
    }

    [Fact]
    public void A_function_may_return_the_same_array_at_every_call()
    {
        // The Jacobian calls the function too, elsewhere, before the solver has seen the residuals at the start.
        LeastsqResult result = Optimize.Leastsq(InOneBuffer, Decay.Start, b =>
        {
            InOneBuffer([1, 1]);
            return Decay.Jacobian(b);
        });
        LeastsqResult expected = Optimize.Leastsq(Decay.Residuals, Decay.Start, Decay.Jacobian);
        Assert.Equal(expected.X, result.X);
        Assert.Equal(expected.InfoDict.Fvec, result.InfoDict.Fvec);
        Assert.True(Optimize.CheckGrad(InOneBuffer, Decay.Jacobian, [4.2, 0.43]).IsConsistent);
    }

    [Fact]
    public void A_scale_that_its_owner_changes_later_has_been_copied()
    {
        double[] scale = [1, 10];
        LeastSquaresOptions options = new() { ParameterScale = scale };
        scale[0] = double.NaN;
        Assert.Equal([1, 10], options.ParameterScale);
    }

    [Fact]
    public void A_span_over_the_residuals_outlives_its_workspace()
    {
        LeastSquaresWorkspace workspace = new(2, Decay.Count);
        double[] parameters = [.. Decay.Start];
        LeastSquares.Solve(workspace, parameters, Decay.Residuals);
        ReadOnlySpan<double> residuals = workspace.Residuals;
        workspace.Dispose();
        GC.Collect();
        Assert.Equal(Decay.Residuals(parameters), residuals.ToArray());
    }

    private static double[] InOneBuffer(double[] b)
    {
        Decay.Residuals(b, Buffer);
        return Buffer;
    }
}
