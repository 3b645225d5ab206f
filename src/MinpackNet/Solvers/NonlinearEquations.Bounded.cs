using MinpackNet.Interop;

namespace MinpackNet;

/// <content>Equations with bounds: least squares, and whether the minimum is a root.</content>
public static partial class NonlinearEquations
{
    private static NonlinearEquationsSummary RunBounded(
        NonlinearEquationsWorkspace workspace,
        Span<double> parameters,
        ResidualFunction equations,
        JacobianFunction? jacobian,
        NonlinearEquationsOptions options,
        CancellationToken cancellationToken)
    {
        double startNorm = double.NaN;
        workspace.Memory.Enter();
        try
        {
            LeastSquaresOptions squares = new()
            {
                Bounds = options.Bounds,
                FunctionTolerance = options.StepTolerance,
                StepTolerance = options.StepTolerance,
                MaxEvaluations = options.MaxEvaluations,
                ParameterScale = options.ParameterScale,
                ResidualPrecision = options.ResidualPrecision,
                NonFiniteValues = options.NonFiniteValues,
                Observer = options.Observer,
            };
            BoundedProblem problem = BoundedOptions.Problem(
                squares, parameters, parameters.Length, Values, jacobian, cancellationToken) with
            {
                Names = options.Names,
            };
            BoundedSolver? solver = null;
            BoundedOutcome outcome = BoundedLeastSquares.Run(problem, parameters, isDogbox: false, ref solver);
            outcome.Parameters.CopyTo(parameters);
            workspace.Memory.SetResiduals(outcome.Residuals);
            return Summary(outcome, startNorm, options.StepTolerance);
        }
        finally
        {
            workspace.Memory.Leave();
        }

        void Values(ReadOnlySpan<double> x, Span<double> values)
        {
            equations(x, values);
            startNorm = double.IsNaN(startNorm) ? NativeAlgebra.Norm(values) : startNorm;
        }
    }

    private static NonlinearEquationsSummary Summary(BoundedOutcome outcome, double startNorm, double stepTolerance)
    {
        LeastSquaresSummary squares = outcome.Summary;
        NonlinearEquationsStatus status = squares.Status switch
        {
            LeastSquaresStatus.Stopped => NonlinearEquationsStatus.Stopped,
            LeastSquaresStatus.Canceled => NonlinearEquationsStatus.Canceled,
            LeastSquaresStatus.TooManyEvaluations => NonlinearEquationsStatus.TooManyEvaluations,
            _ => NonlinearEquationsStatus.SmallStep,
        };
        double norm = NativeAlgebra.Norm(outcome.Residuals);
        return new(status, squares.Evaluations, squares.JacobianEvaluations, IsRoot: false)
        {
            IsRoot = norm == 0 || (outcome.Remaining is { } remaining && LeadsToRoot(remaining)),
            FellFar = RootTest.FellFar(norm, startNorm),
            HasBounds = true,
            HasZeroDifferences = squares.HasZeroDifferences,
        };

        bool LeadsToRoot(RemainingStep step)
        {
            double longest = RootTest.LongestStep(stepTolerance);
            return step.LeadsToRoot(longest)
                && Vectors.Norm(step.Step) <= longest * Vectors.Norm(outcome.Parameters);
        }
    }
}
