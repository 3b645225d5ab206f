namespace MinpackNet.Tests;

/// <summary>Least squares, on <see cref="Decay"/>.</summary>
internal sealed class TestLeastSquares : TestSolver
{
    public override double[] Start => Decay.Start;

    protected override int Count => Decay.Count;

    public override double[] Solution => Decay.Solution;

    public override double Openness => 1e-6;

    public override ResidualFunction Function => Decay.Residuals;

    public override JacobianFunction Jacobian => Decay.Jacobian;

    public override SolverOptions Defaults => LeastSquaresOptions.Default;

    public override SolverOptions ByStepAlone(double tolerance) =>
        new LeastSquaresOptions { FunctionTolerance = 0, StepTolerance = tolerance };

    public override TestOutcome SolveFrom(
        double[] start,
        ResidualFunction function,
        JacobianFunction? jacobian = null,
        SolverOptions? options = null,
        CancellationToken cancellation = default)
    {
        int count = start.Length == 1 ? 1 : Decay.Count;
        LeastSquaresResult result = MinpackNet.LeastSquares.Solve(
            start, count, function, jacobian, (LeastSquaresOptions?)options, cancellation);
        return new(
            result.Status.ToString(),
            result.Converged,
            IsRoot: null,
            [.. result.Parameters],
            [.. result.Residuals],
            result.ResidualNorm,
            result.Evaluations);
    }

    public override void SolveWithJacobians(Action called) => Solve(jacobian: (b, j) =>
    {
        Decay.Jacobian(b, j);
        called();
    });

    public override double[] SolveInWorkspace(double[] parameters, ResidualFunction function)
    {
        using LeastSquaresWorkspace workspace = new(parameters.Length, Decay.Count);
        Assert.Throws<InvalidOperationException>(
            () => MinpackNet.LeastSquares.Solve(workspace, parameters, function));
        return workspace.Residuals.ToArray();
    }

    public override void SolvePorted(Action? calling, Action? callingJacobian = null) => Optimize.Leastsq(
        b =>
        {
            calling?.Invoke();
            return Decay.Residuals(b);
        },
        Decay.Start,
        callingJacobian is null ? null : b =>
        {
            callingJacobian();
            return Decay.Jacobian(b);
        });
}
