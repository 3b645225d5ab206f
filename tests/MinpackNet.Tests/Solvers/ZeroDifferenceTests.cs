using System.Numerics;

namespace MinpackNet.Tests;

/// <summary>No residual changes in any of the steps of the differences: MINPACK calls that converged.</summary>
public sealed class ZeroDifferenceTests
{
    private static readonly double[] T = [0, 1, 2, 3];
    private static readonly double[] Y = [5, 3.1, 1.8, 1.1];
    private static readonly LeastSquaresOptions ForSingle = new() { ResidualPrecision = 1.2e-7 };

    [Fact]
    public void Residuals_in_single_precision_are_told_as_that()
    {
        LeastSquaresResult stuck = LeastSquares.Solve([1, 1], T.Length, InSingle);
        Assert.Equal(LeastSquaresStatus.SmallGradient, stuck.Status);
        Assert.False(stuck.Converged);
        Assert.StartsWith("Not converged. No residual changed", stuck.Message, StringComparison.Ordinal);
        Assert.Contains("set LeastSquaresOptions.ResidualPrecision to 1.2e-7", stuck.Message, StringComparison.Ordinal);
        Assert.Null(stuck.UnscaledCovariance);

        LeastSquaresResult solved = LeastSquares.Solve([1, 1], T.Length, InSingle, options: ForSingle);
        Assert.True(solved.Converged);
        Assert.Equal(5.0, solved.Parameters[0], 0.1);
    }

    [Fact]
    public void The_doors_of_SciPy_keep_its_code_and_tell_the_cause()
    {
        LeastsqResult stuck = Optimize.Leastsq(p => [.. Array.ConvertAll(InSingle(p), v => (double)v)], [1, 1]);
        Assert.Equal((4, false), (stuck.Ier, stuck.Success));
        Assert.Contains("set epsfcn to 1.2e-7", stuck.Mesg, StringComparison.Ordinal);

        FitFailedException failed = Assert.Throws<FitFailedException>(
            () => Optimize.CurveFit((t, a, b) => (double)((float)a * MathF.Exp(-(float)b * (float)t)), T, Y));
        Assert.Contains("set LeastSquaresOptions.ResidualPrecision", failed.Message, StringComparison.Ordinal);

        FsolveResult root = Optimize.Fsolve(_ => [1.0], [1]);
        Assert.False(root.Success);
        Assert.Contains("No equation changed", root.Mesg, StringComparison.Ordinal);
        Assert.Contains("set epsfcn to 1.2e-7", root.Mesg, StringComparison.Ordinal);
    }

    /// <summary>SciPy takes the step from the type of the residuals, and so do the overloads for float[].</summary>
    [Fact]
    public void Functions_that_return_single_precision_get_the_step_for_it()
    {
        LeastsqResult fit = Optimize.Leastsq(InSingle, [1, 1]);
        Assert.True(fit.Success);
        Assert.Equal(5.0, fit.X[0], 0.1);
        Assert.Equal(2.5, Optimize.Fsolve(p => new[] { (float)p[0] - 2.5f }, [1]).X[0], 1e-6);
    }

    /// <summary>SciPy's results, for method lm those of trf; at 0 the step is the same as at 1.</summary>
    [Theory]
    [InlineData(LeastSquaresMethod.Trf)]
    [InlineData(LeastSquaresMethod.Dogbox)]
    [InlineData(LeastSquaresMethod.Lm)]
    public void LeastSquares_takes_the_step_for_single_precision_too(LeastSquaresMethod method)
    {
        foreach (DifferenceScheme scheme in Enum.GetValues<DifferenceScheme>())
        {
            OptimizeResult fit = Optimize.LeastSquares(InSingle, [1, 0], scheme, method: method);
            Assert.True(fit.Success, $"{fit.Message}");
            Assert.Equal(5.0200847, fit.X[0], 2e-3);
            Assert.Equal(0.5021078, fit.X[1], 2e-3);
        }

        OptimizeResult sparse = Optimize.LeastSquares(
            InSingle, [1, 0], jacSparsity: SparseMatrix.FromDense(TestMatrices.Of(4, 2, (_, _) => 1)));
        Assert.Equal(5.0200847, sparse.X[0], 2e-3);
        List<double> steps = [];
        Optimize.LeastSquares(
            p =>
            {
                steps.Add(p[0]);
                return new[] { (float)p[0] };
            },
            [0.0], maxNfev: 1, method: method);
        Assert.Contains(3.4526698300124393e-4, steps);
        Assert.Equal("fun", Assert.Throws<ArgumentException>(
            () => Optimize.LeastSquares(_ => (float[])null!, [1, 0])).ParamName);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fits_among_many_are_told_apart(bool inLanes)
    {
        // The second fit does not depend on its parameters.
        double[] data = [1, 0];
        FitBatch fits = inLanes
            ? LeastSquares.FitMany(
                [1.0],
                fitCount: 2,
                residualCount: 2,
                data,
                (p, d, r) => (r[0], r[1]) = (d[0] * (p[0] - new Vector<double>(3)), Vector<double>.One))
            : LeastSquares.FitMany([1.0], 2, 2, (fit, p, r) => (r[0], r[1]) = (data[fit] * (p[0] - 3), 1));
        Assert.Equal(LeastSquaresStatus.SmallGradient, fits.Statuses[1]);
        Assert.Equal(1, fits.ConvergedCount);
        Assert.Equal(3, fits.ParametersOf(0)[0], 1e-9);
        Assert.True(double.IsNaN(fits.StandardErrorsOf(1)[0]));
    }

    [Fact]
    public void Zero_residuals_and_given_derivatives_that_are_zero_are_no_such_case()
    {
        Assert.True(LeastSquares.Solve([1], 1, (_, r) => r[0] = 0).Converged);
        Assert.True(LeastSquares.Solve([1], 1, (_, r) => r[0] = 1, (_, j) => j[0, 0] = 0).Converged);
    }

    private static void InSingle(ReadOnlySpan<double> p, Span<double> residuals)
    {
        float[] values = InSingle(p.ToArray());
        for (int i = 0; i < values.Length; i++)
        {
            residuals[i] = values[i];
        }
    }

    private static float[] InSingle(double[] p) =>
        [.. T.Select((t, i) => ((float)p[0] * MathF.Exp(-(float)p[1] * (float)t)) - (float)Y[i])];
}
