using MinpackNet.Tests.Problems;

namespace MinpackNet.Tests;

/// <summary>A solve row by row reaches what a solve with the whole Jacobian reaches, and never holds more than one
/// row.</summary> <remarks>That it takes the path of MINPACK's own lmstr is the matter of <see
/// cref="MinpackDriverTests"/>.</remarks>
public sealed class RowByRowTests
{
    /// <summary>
    /// Kowalik and Osborne, and Meyer, cut short by the limit on evaluations on paths along which last bits grow.
    /// </summary>
    private static readonly int[] CutShort = [24, 26];

    public static TheoryData<int> Cases => [.. LeastSquaresProblems.Cases.Select(problem => problem.Number)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_driver_case_ends_as_with_the_whole_Jacobian(int number)
    {
        TestCase problem = LeastSquaresProblems.Cases[number - 1];
        LeastSquaresResult whole =
            LeastSquares.Solve(problem.Start(), problem.ResidualCount, problem.Problem.Residuals, problem.Jacobian);
        LeastSquaresResult byRows = LeastSquares.SolveByRows(
            problem.Start(), problem.ResidualCount, problem.Problem.Residuals, problem.JacobianRow);

        // Rotations round otherwise than reflections, so Brown and Dennis from afar stops elsewhere within ftol: 4e-10
        // of the norm, all others 1e-10. Residuals that vanish do so to the rounding of terms near 1.
        double tolerance = CutShort.Contains(number) ? 1e-2 : number == 38 ? 1e-9 : 1e-10;
        Assert.Equal(whole.Converged, byRows.Converged);
        Assert.Equal(whole.ResidualNorm, byRows.ResidualNorm, (tolerance * whole.ResidualNorm) + 1e-12);
        Assert.Equal(CutShort.Contains(number) ? LeastSquaresStatus.TooManyEvaluations : byRows.Status, byRows.Status);
    }

    [Fact]
    public void A_regular_fit_has_the_parameters_counts_and_covariance_of_the_whole_Jacobian()
    {
        LeastSquaresResult whole = LeastSquares.Solve(Decay.Start, Decay.Count, Decay.Residuals, Decay.Jacobian);
        LeastSquaresResult byRows =
            LeastSquares.SolveByRows(Decay.Start, Decay.Count, Decay.Residuals, Decay.JacobianRow);
        Assert.Equal(
            (whole.Status, whole.Evaluations, whole.JacobianEvaluations),
            (byRows.Status, byRows.Evaluations, byRows.JacobianEvaluations));
        for (int j = 0; j < 2; j++)
        {
            // The path is the same up to rounding, which a well-conditioned fit hardly enlarges.
            Assert.Equal(whole.Parameters[j], byRows.Parameters[j], 1e-12);
            Assert.Equal(whole.StandardErrors![j], byRows.StandardErrors![j], 1e-12);
        }
    }

    [Fact]
    public void Rows_are_asked_for_in_order_once_for_each_Jacobian()
    {
        List<int> rows = [];
        LeastSquaresResult result = LeastSquares.SolveByRows(
            Decay.Start,
            Decay.Count,
            Decay.Residuals,
            (row, b, gradient) =>
            {
                rows.Add(row);
                Decay.JacobianRow(row, b, gradient);
            });
        Assert.Equal(
            Enumerable.Range(0, result.JacobianEvaluations).SelectMany(_ => Enumerable.Range(0, Decay.Count)), rows);
    }

    [Fact]
    public void A_row_gets_the_point_of_the_last_accepted_step()
    {
        List<double[]> seen = [];
        LeastSquaresOptions options = new()
        {
            Observer = iteration =>
            {
                seen.Add(iteration.Parameters.ToArray());
                return true;
            },
        };
        List<double[]> points = [];
        LeastSquares.SolveByRows(
            Decay.Start,
            Decay.Count,
            Decay.Residuals,
            (row, b, gradient) =>
            {
                if (row == 0)
                {
                    points.Add(b.ToArray());
                }

                Decay.JacobianRow(row, b, gradient);
            },
            options);
        Assert.Equal(points, seen);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void A_parameter_without_effect_stays_and_the_other_is_fitted(int used, int idle)
    {
        // The slope of Decay's data over their times, which leaves the Jacobian's other column zero.
        LeastSquaresResult result = LeastSquares.SolveByRows(
            [4, 4],
            Decay.Count,
            (b, r) =>
            {
                for (int i = 0; i < Decay.Count; i++)
                {
                    r[i] = (b[used] * Decay.Times[i]) - Decay.Values[i];
                }
            },
            (row, _, gradient) =>
            {
                gradient.Clear();
                gradient[used] = Decay.Times[row];
            });
        double slope = Decay.Times.Zip(Decay.Values, (t, y) => t * y).Sum() / Decay.Times.Sum(t => t * t);
        Assert.True(result.Converged);
        Assert.Equal(slope, result.Parameters[used], 1e-12); // linear: one step, up to rounding
        Assert.Equal(4, result.Parameters[idle]);
        Assert.Null(result.UnscaledCovariance);
    }

    [Fact]
    public void Parallel_columns_end_at_the_minimum_of_their_sum()
    {
        // a + b fitted to the data is their mean; the start lies on no special line.
        LeastSquaresResult result = LeastSquares.SolveByRows(
            [4, 0.4],
            Decay.Count,
            (b, r) =>
            {
                for (int i = 0; i < Decay.Count; i++)
                {
                    r[i] = b[0] + b[1] - Decay.Values[i];
                }
            },
            (_, _, gradient) => gradient.Fill(1));
        Assert.True(result.Converged);
        Assert.Equal(Decay.Values.Average(), result.Parameters.Sum(), 1e-12);
    }
}
