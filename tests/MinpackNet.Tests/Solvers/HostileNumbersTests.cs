using FsCheck;
using FsCheck.Fluent;

namespace MinpackNet.Tests;

/// <summary>
/// Whatever the numbers, a solve ends in bounded time with a status or a clear exception, and never reports convergence
/// at a point that is not finite.
/// </summary>
public sealed class HostileNumbersTests
{
    private const int MaxEvaluations = HostileModel.MaxEvaluations;

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(3000);

    [Fact]
    public void Least_squares_by_differences_survive_any_numbers() =>
        Check(model => LeastSquares.Solve(model.Start, model.ResidualCount, model.Poisoned(), options: model.Options));

    [Fact]
    public void Least_squares_with_any_Jacobian_survive_any_numbers() => Check(model =>
        LeastSquares.Solve(model.Start, model.ResidualCount, model.Poisoned(), model.Jacobian, model.Options));

    [Fact]
    public void Least_squares_by_any_rows_survive_any_numbers() => Check(model =>
        LeastSquares.SolveByRows(model.Start, model.ResidualCount, model.Poisoned(), model.Row, model.Options));

    [Fact]
    public void MINPACKs_own_path_survives_any_numbers_too() => Prop.ForAll(HostileModel.Any.ToArbitrary(), model =>
    {
        // It may lead to infinity and call that converged.
        LeastSquaresOptions options = model.Options with { NonFiniteValues = NonFinitePolicy.Propagate };
        LeastSquaresResult result =
            LeastSquares.Solve(model.Start, model.ResidualCount, model.Poisoned(), options: options);
        Assert.True(Enum.IsDefined(result.Status));
        Assert.InRange(result.Evaluations, 1, MaxEvaluations + model.ParameterCount);
    }).Check(Many);

    [Fact]
    public void Equations_by_differences_survive_any_numbers() => CheckEquations(hasJacobian: false);

    [Fact]
    public void Equations_with_any_Jacobian_survive_any_numbers() => CheckEquations(hasJacobian: true);

    [Fact]
    public void A_converged_solve_returns_the_residuals_at_its_parameters() =>
        Prop.ForAll(HostileModel.Any.Where(model => model.PoisonedCall == 0).ToArbitrary(), model =>
        {
            try
            {
                LeastSquaresResult result = LeastSquares.Solve(
                    model.Start, model.ResidualCount, model.Poisoned(), options: model.Options);
                double[] residuals = new double[model.ResidualCount];
                model.Evaluate([.. result.Parameters], residuals);
                return residuals.SequenceEqual(result.Residuals);
            }
            catch (NonFiniteValueException)
            {
                return true;
            }
        }).Check(Many);

    private static void CheckEquations(bool hasJacobian) => Prop.ForAll(HostileModel.Any.ToArbitrary(), model =>
    {
        NonlinearEquationsOptions options = new() { InitialStepFactor = model.Factor, MaxEvaluations = MaxEvaluations };
        try
        {
            NonlinearEquationsResult result = NonlinearEquations.Solve(
                model.Start, model.Poisoned(), hasJacobian ? model.Jacobian : null, options);
            AssertSound(
                result.Status, result.Converged, result.Evaluations, model, result.Parameters, result.Residuals);
        }
        catch (NonFiniteValueException)
        {
            return; // as the policy says
        }
    }).Check(Many);

    private static void Check(Func<HostileModel, LeastSquaresResult> solve) =>
        Prop.ForAll(HostileModel.Any.ToArbitrary(), model =>
        {
            try
            {
                LeastSquaresResult result = solve(model);

                AssertSound(
                    result.Status, result.Converged, result.Evaluations, model, result.Parameters, result.Residuals);
            }
            catch (NonFiniteValueException)
            {
                return; // as the policy says
            }
        }).Check(Many);

    private static void AssertSound<TStatus>(
        TStatus status,
        bool converged,
        int evaluations,
        HostileModel model,
        IEnumerable<double> parameters,
        IEnumerable<double> residuals)
        where TStatus : struct, Enum
    {
        string outcome = $"{status} after {evaluations} evaluations at ({string.Join(", ", parameters)}) with "
            + $"({string.Join(", ", residuals)})";
        Assert.True(Enum.IsDefined(status), outcome);

        // The limit is looked at after each step, and a Jacobian by differences takes n evaluations before it.
        Assert.True(evaluations <= MaxEvaluations + model.ParameterCount, outcome);
        Assert.True(!converged || (parameters.All(double.IsFinite) && residuals.All(double.IsFinite)), outcome);
    }
}
