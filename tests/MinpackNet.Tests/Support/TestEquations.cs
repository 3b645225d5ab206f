namespace MinpackNet.Tests;

/// <summary>Nonlinear equations, on <see cref="Crossing"/>.</summary>
internal sealed class TestEquations : TestSolver
{
    public override double[] Start => Crossing.Start;

    protected override int Count => Crossing.Start.Length;

    public override double[] Solution => Crossing.Root;

    public override double Openness => 1e-7;

    public override ResidualFunction Function => Crossing.Equations;

    public override JacobianFunction Jacobian => Crossing.Jacobian;

    public override SolverOptions Defaults => NonlinearEquationsOptions.Default;

    public override SolverOptions ByStepAlone(double tolerance) =>
        new NonlinearEquationsOptions { StepTolerance = tolerance };

    public override TestOutcome SolveFrom(
        double[] start,
        ResidualFunction function,
        JacobianFunction? jacobian = null,
        SolverOptions? options = null,
        CancellationToken cancellation = default)
    {
        NonlinearEquationsResult result = NonlinearEquations.Solve(
            start, function, jacobian, (NonlinearEquationsOptions?)options, cancellation);
        return new(
            result.Status.ToString(),
            result.Converged,
            result.IsRoot,
            [.. result.Parameters],
            [.. result.Residuals],
            result.ResidualNorm,
            result.Evaluations);
    }

    public override void SolveWithJacobians(Action called) => SolveFrom(
        [-3, -1],
        (x, f) =>
        {
            // Far from the tangent: MINPACK asks for a second Jacobian where steps by the first fail.
            f[0] = Math.Atan(x[0]) + (x[1] * x[1] * x[1]);
            f[1] = x[1] + Math.Sin(3 * x[0]);
        },
        (x, j) =>
        {
            j[0, 0] = 1 / (1 + (x[0] * x[0]));
            j[0, 1] = 3 * x[1] * x[1];
            j[1, 0] = 3 * Math.Cos(3 * x[0]);
            j[1, 1] = 1;
            called();
        });

    public override double[] SolveInWorkspace(double[] parameters, ResidualFunction function)
    {
        using NonlinearEquationsWorkspace workspace = new(parameters.Length);
        Assert.Throws<InvalidOperationException>(() => NonlinearEquations.Solve(workspace, parameters, function));
        return workspace.Residuals.ToArray();
    }

    public override void SolvePorted(Action? calling, Action? callingJacobian = null) => Optimize.Fsolve(
        x =>
        {
            calling?.Invoke();
            return Crossing.Equations(x);
        },
        Crossing.Start,
        callingJacobian is null ? null : x =>
        {
            callingJacobian();
            return Crossing.Jacobian(x);
        });
}
