using MinpackNet.Interop;

namespace MinpackNet.Tests;

/// <summary>What exact arithmetic promises, and what fast arithmetic is allowed.</summary>
public sealed class ArithmeticTests
{
    private static readonly LeastSquaresOptions Fast = new() { Arithmetic = Arithmetic.Fast };

    [Fact]
    public void No_level_of_the_processor_changes_a_bit_of_exact_arithmetic()
    {
        LeastSquaresResult best = LeastSquares.Solve(Decay.Start, Decay.Count, Decay.Residuals, Decay.Jacobian);
        foreach (CpuLevel level in Enum.GetValues<CpuLevel>())
        {
            LeastSquaresResult result = LeastSquares.Solve(
                Decay.Start, Decay.Count, Decay.Residuals, Decay.Jacobian, new() { CpuLevel = level });
            Assert.Equal(best.Parameters, result.Parameters);
            Assert.Equal(best.UnscaledCovariance, result.UnscaledCovariance);
            Assert.Equal(best.Evaluations, result.Evaluations);
        }
    }

    [Fact]
    public void Fast_arithmetic_finds_the_same_minimum_or_is_refused_before_any_evaluation()
    {
        int calls = 0;
        ResidualFunction counted = (b, r) =>
        {
            calls++;
            Decay.Residuals(b, r);
        };
        if (Provider.IsBundled)
        {
            LeastSquaresResult exact = LeastSquares.Solve(Decay.Start, Decay.Count, Decay.Residuals, Decay.Jacobian);
            LeastSquaresResult fast = LeastSquares.Solve(Decay.Start, Decay.Count, counted, Decay.Jacobian, Fast);
            Assert.Equal((exact.Status, exact.Evaluations), (fast.Status, fast.Evaluations));
            Assert.Equal(fast.Evaluations, calls);
            Assert.All(exact.Parameters.Zip(fast.Parameters), p => Assert.Equal(p.First, p.Second, 1e-12)); // rounding
        }
        else
        {
            NotSupportedException refused = Assert.Throws<NotSupportedException>(() => LeastSquares.Solve(
                Decay.Start, Decay.Count, counted, Decay.Jacobian, Fast with { CheckJacobian = true }));
            Assert.Contains(MinpackLibrary.Description, refused.Message, StringComparison.Ordinal);
            Assert.Equal(0, calls);
        }
    }

    [Fact]
    public void Fast_arithmetic_is_refused_row_by_row() => Assert.Equal(
        "Arithmetic",
        Assert.Throws<ArgumentException>(
            () => LeastSquares.SolveByRows(Decay.Start, Decay.Count, Decay.Residuals, Decay.JacobianRow, Fast))
            .ParamName);

    [Fact]
    public void Fast_solves_in_a_workspace_allocate_nothing()
    {
        if (!Provider.IsBundled)
        {
            return; // refused there, as another test shows
        }

        using LeastSquaresWorkspace workspace = new(2, Decay.Count);
        double[] parameters = new double[2];
        ResidualFunction residuals = Decay.Residuals;
        Assert.Equal(0, Allocations.LeastOf(() =>
        {
            Decay.Start.CopyTo(parameters, 0);
            LeastSquares.Solve(workspace, parameters, residuals, options: Fast);
        }));
    }
}
