namespace MinpackNet.Tests;

/// <summary>Exceptions name things as the door does through which the user came.</summary>
public sealed class WordingTests
{
    private static readonly double[] X = [1, 2, 3];

    [Fact]
    public void A_value_that_is_not_finite_has_the_name_of_its_door()
    {
        Assert.StartsWith("Residual 0 is NaN at the start (1). Start where the residuals are finite, or set "
            + "nonFiniteValues to", Message(() => Optimize.Leastsq(_ => [double.NaN], [1.0])));
        Assert.StartsWith("Equation 0 is NaN at the start (1). Start where the equations are finite, or set "
            + "nonFiniteValues to", Message(() => Optimize.Fsolve(_ => [double.NaN], [1.0])));
        Assert.StartsWith("Equation 0 is NaN at the start (1). Start where the equations are finite, or set "
            + "RootOptions.NonFiniteValues to", Message(() => Optimize.Root(_ => [double.NaN], [1.0], RootMethod.Lm)));
        Assert.StartsWith(
            "Equation 0 is NaN at the start (1). Start where the equations are finite, or set "
            + "NonlinearEquationsOptions.NonFiniteValues to",
            Message(() => NonlinearEquations.Solve([1], (_, f) => f[0] = double.NaN)));
        Assert.StartsWith(
            "The model at point 1 is NaN at the start (1). Start where the model's values are finite, or set "
            + "LeastSquaresOptions.NonFiniteValues to",
            Message(() => Optimize.CurveFit((x, a) => x > 1 ? double.NaN : a, X, X)));
    }

    [Fact]
    public void So_has_a_derivative()
    {
        Assert.StartsWith("The derivative of residual 0 with respect to parameter 0 is NaN at (1).", Message(
            () => Optimize.Leastsq(p => [p[0]], [1.0], _ => new double[,] { { double.NaN } })));
        Assert.StartsWith("The derivative of equation 0 with respect to parameter 0 is NaN at (1).", Message(
            () => Optimize.Fsolve(p => [p[0]], [1.0], _ => new double[,] { { double.NaN } })));
        Assert.StartsWith("The derivative of the model at point 0 with respect to parameter 0 is NaN at (1).", Message(
            () => Optimize.CurveFit((x, a) => a * x, X, X, jac: (_, _) => [double.NaN])));
        JacobianMismatchException mismatch = Assert.Throws<JacobianMismatchException>(() => NonlinearEquations.Solve(
            [1], (p, f) => f[0] = p[0], (_, j) => j[0, 0] = 2, new() { CheckJacobian = true }));
        Assert.StartsWith(
            "The Jacobian disagrees with the equations at the start in one entry: the derivative of equation 0 with "
            + "respect to parameter 0 is 2 instead of about 1",
            mismatch.Message);
    }

    [Fact]
    public void Too_few_data_are_observations_or_values()
    {
        Assert.Equal(
            "There are 2 parameters but only 1 observation. Pass at least as many observations as parameters, or give "
            + "the model fewer parameters. (Parameter 'ydata')",
            Assert.Throws<ArgumentException>(() => Optimize.CurveFit((x, a, b) => a + b, [1.0], [1.0])).Message);
        Assert.StartsWith(
            "There are 2 parameters but only 1 value. Least squares needs at least as many values as parameters.",
            Assert.Throws<ArgumentException>(() => Optimize.Root(_ => [1], [1, 2], RootMethod.Lm)).Message);
        Assert.StartsWith(
            "There are 2 parameters but only 1 residual. Least squares needs at least as many residuals as parameters.",
            Assert.Throws<ArgumentException>(() => Optimize.Leastsq(_ => [1], [1.0, 2])).Message);
    }

    [Fact]
    public void The_layout_of_a_Jacobian_has_the_name_of_its_option()
    {
        Assert.Contains("With RootOptions.ColDeriv false, the derivatives", Assert.Throws<ArgumentException>(
            () => Optimize.Root(p => [p[0]], [1.0], jac: _ => new double[2, 2])).Message);
        Assert.Contains("With colDeriv true, the derivatives", Assert.Throws<ArgumentException>(
            () => Optimize.Fsolve(p => [p[0]], [1.0], _ => new double[2, 2], colDeriv: true)).Message);
        Assert.Contains("(2, 2). The derivatives with respect to one parameter are a column", Message(
            () => Optimize.CurveFit((double[] x, double[] p) => x, X, X, [1], jac: (_, _) => new double[2, 2])));
    }

    [Fact]
    public void Unknown_values_of_enums_name_the_known_ones()
    {
        Assert.StartsWith("Unknown RootMethod value. Pass Hybr or Lm.", Message(
            () => Optimize.Root(p => p, [1.0], (RootMethod)7)));
        Assert.StartsWith("Unknown FixedPointMethod value. Pass Del2 or Iteration.", Message(
            () => Optimize.FixedPoint(p => p, [1.0], method: (FixedPointMethod)7)));
        Assert.StartsWith("Unknown NanPolicy value. Pass Raise or Omit.", Message(
            () => Optimize.CurveFit((x, a) => a, X, X, nanPolicy: (NanPolicy)7)));
        Assert.StartsWith("Unknown NonFinitePolicy value. Pass Throw or Propagate.", Message(
            () => Optimize.Leastsq(p => p, [1.0], nonFiniteValues: (NonFinitePolicy)7)));
        Assert.StartsWith("Unknown Arithmetic value. Pass Exact or Fast.", Message(
            () => LeastSquares.Solve([1], 1, (p, r) => r[0] = p[0], options: new() { Arithmetic = (Arithmetic)7 })));
    }

    [Fact]
    public void A_disposed_workspace_is_named()
    {
        LeastSquaresWorkspace squares = new(1, 1);
        squares.Dispose();
        Assert.Equal(
            "MinpackNet.LeastSquaresWorkspace",
            Assert.Throws<ObjectDisposedException>(() => _ = squares.Residuals.Length).ObjectName);
        Assert.Equal(
            "MinpackNet.LeastSquaresWorkspace",
            Assert.Throws<ObjectDisposedException>(
                () => LeastSquares.Solve(squares, new double[1], (p, r) => r[0] = p[0])).ObjectName);
        NonlinearEquationsWorkspace equations = new(1);
        equations.Dispose();
        Assert.Equal(
            "MinpackNet.NonlinearEquationsWorkspace",
            Assert.Throws<ObjectDisposedException>(() => _ = equations.Residuals.Length).ObjectName);
    }

    [Fact]
    public void No_fixed_point_says_where_and_what_to_raise()
    {
        FixedPointException limit = Assert.Throws<FixedPointException>(
            () => Optimize.FixedPoint(x => x + 1, 0, maxiter: 3, method: FixedPointMethod.Iteration));
        Assert.Equal(
            "No fixed point was found within 3 iterations; the last point is (3). Start closer, raise maxiter, or "
            + "solve func(x) - x = 0 by Optimize.Fsolve.",
            limit.Message);
        Assert.Equal(RealVector.Create(3), limit.Point);
        Assert.Equal(
            "No fixed point was found: after 1 iteration the point is (NaN). Start elsewhere, or solve func(x) - x = 0 "
            + "by Optimize.Fsolve.",
            Assert.Throws<FixedPointException>(() => Optimize.FixedPoint(_ => double.NaN, 1)).Message);
    }

    private static string Message(Action call) => Record.Exception(call)!.Message;
}
