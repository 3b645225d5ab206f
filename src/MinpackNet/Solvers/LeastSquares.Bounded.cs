using MinpackNet.Interop;

namespace MinpackNet;

/// <content>The trust-region methods in terms of the options, and MINPACK's with central differences.</content>
public static partial class LeastSquares
{
    /// <summary>
    /// Solves from a start and with options that have been checked, by a method other than MINPACK's, in memory to be
    /// used again.
    /// </summary>
    private static BoundedOutcome RunBounded(
        ReadOnlySpan<double> start,
        int residualCount,
        ResidualFunction residuals,
        JacobianFunction? jacobian,
        LeastSquaresOptions options,
        ref BoundedSolver? solver,
        CancellationToken cancellationToken)
    {
        BoundedProblem problem = BoundedOptions.Problem(
            options, start, residualCount, residuals, jacobian, cancellationToken);
        SolverFunctions functions =
            new(start.Length, residualCount, residuals, jacobian, null, null, cancellationToken);
        JacobianCheck.Run(options, start, problem.Lower, problem.Upper, functions);
        return BoundedLeastSquares.Run(
            problem, start, options.Method == LeastSquaresMethod.Dogbox, ref solver);
    }

    /// <summary>The same in a workspace.</summary>
    private static LeastSquaresSummary RunBounded(
        LeastSquaresWorkspace workspace,
        Span<double> parameters,
        ResidualFunction residuals,
        JacobianFunction? jacobian,
        LeastSquaresOptions options,
        CancellationToken cancellationToken)
    {
        workspace.Memory.Enter();
        try
        {
            BoundedSolver? solver = workspace.BoundedSolver;
            BoundedOutcome outcome = RunBounded(
                parameters, workspace.ResidualCount, residuals, jacobian, options, ref solver, cancellationToken);
            workspace.BoundedSolver = solver;
            outcome.Parameters.CopyTo(parameters);
            workspace.Memory.SetResiduals(outcome.Residuals);
            return outcome.Summary;
        }
        finally
        {
            workspace.Memory.Leave();
        }
    }

    /// <summary>Solves by MINPACK's method with differences that it has not.</summary>
    private static LeastSquaresSummary RunWithDifferences(
        LeastSquaresWorkspace workspace,
        Span<double> parameters,
        ResidualFunction residuals,
        LeastSquaresOptions options,
        CancellationToken cancellationToken)
    {
        // As in many fits, which share their differences: no start tells the sizes.
        BoundedProblem problem = BoundedOptions.Problem(
            options,
            new double[parameters.Length],
            workspace.ResidualCount,
            residuals,
            null,
            cancellationToken);
        DifferenceJacobian differences = new(problem);
        LeastSquaresSummary summary = Run(
            workspace,
            parameters,
            differences.FillResiduals,
            differences.FillJacobian,
            jacobianRow: null,
            options with { CheckJacobian = false },
            cancellationToken);
        return differences.Counted(summary);
    }
}
