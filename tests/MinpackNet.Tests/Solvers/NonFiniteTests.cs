namespace MinpackNet.Tests;

/// <summary>What NaN and infinity lead to, at the start and on the way.</summary>
public sealed class NonFiniteTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_starting_residual_is_named_with_its_index_and_the_point(double value)
    {
        NonFiniteValueException exception = Assert.Throws<NonFiniteValueException>(() => LeastSquares.Solve(
            Decay.Start,
            Decay.Count,
            (b, r) =>
            {
                Decay.Residuals(b, r);
                r[4] = value;
            }));

        Assert.Equal(value, exception.Value);
        Assert.Equal(4, exception.ResidualIndex);
        Assert.Null(exception.ParameterIndex);
        Assert.Equal(Decay.Start, exception.Point);
        Assert.Contains("Residual 4", exception.Message, StringComparison.Ordinal);
        Assert.Contains("(4, 0.4)", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_residual_in_a_difference_is_named_with_the_point_moved()
    {
        NonFiniteValueException exception = Assert.Throws<NonFiniteValueException>(() => LeastSquares.Solve(
            Decay.Start,
            Decay.Count,
            (b, r) =>
            {
                Decay.Residuals(b, r);
                r[1] = b[1] > 0.4 ? double.NaN : r[1];
            }));

        Assert.Equal((1, null), (exception.ResidualIndex, exception.ParameterIndex));
        Assert.Equal([4, 0.4 + (0.4 / (1 << 26))], exception.Point);
    }

    [Fact]
    public void A_derivative_is_named_with_its_row_and_column()
    {
        NonFiniteValueException whole = Assert.Throws<NonFiniteValueException>(() => LeastSquares.Solve(
            Decay.Start,
            Decay.Count,
            Decay.Residuals,
            (b, j) =>
            {
                Decay.Jacobian(b, j);
                j[3, 1] = double.NegativeInfinity;
            }));
        NonFiniteValueException byRows = Assert.Throws<NonFiniteValueException>(() => LeastSquares.SolveByRows(
            Decay.Start,
            Decay.Count,
            Decay.Residuals,
            (row, b, gradient) =>
            {
                Decay.JacobianRow(row, b, gradient);
                gradient[1] = row == 3 ? double.NegativeInfinity : gradient[1];
            }));

        foreach (NonFiniteValueException exception in new[] { whole, byRows })
        {
            Assert.Equal(double.NegativeInfinity, exception.Value);
            Assert.Equal((3, 1), (exception.ResidualIndex, exception.ParameterIndex));
            Assert.Equal(Decay.Start, exception.Point);
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void One_value_is_found_wherever_it_stands(double value)
    {
        for (int length = 1; length <= 40; length++)
        {
            double[] values = [.. Enumerable.Range(0, length).Select(Extreme)];
            Assert.True(NonFinite.AreFinite(values));
            Assert.Equal(-1, NonFinite.IndexIn(values));
            for (int place = 0; place < length; place++)
            {
                values[place] = value;
                Assert.False(NonFinite.AreFinite(values));
                Assert.Equal(place, NonFinite.IndexIn(values));
                values[place] = Extreme(place);
            }
        }
    }

    [Fact]
    public void Finite_derivatives_whose_norm_overflows_are_taken_as_they_are()
    {
        LeastSquaresResult Solve(NonFinitePolicy policy) => LeastSquares.Solve(
            [1.0],
            residualCount: 4,
            (b, r) => r.Fill(b[0]),
            (b, j) => j.Column(0).Fill(1e308),
            new() { NonFiniteValues = policy });

        LeastSquaresResult checkedOnes = Solve(NonFinitePolicy.Throw);
        LeastSquaresResult propagated = Solve(NonFinitePolicy.Propagate);

        Assert.Equal(propagated.Status, checkedOnes.Status);
        Assert.Equal(propagated.Evaluations, checkedOnes.Evaluations);
        Assert.Equal(propagated.JacobianEvaluations, checkedOnes.JacobianEvaluations);
    }

    [Fact]
    public void A_derivative_that_is_rejected_has_been_counted_once()
    {
        FitBatch fits = new(fitCount: 1, parameterCount: 2, Decay.Count);
        Decay.Start.CopyTo(fits.ParametersOf(0));

        LeastSquares.FitMany(
            fits,
            (_, b, r) => Decay.Residuals(b, r),
            (_, b, j) =>
            {
                Decay.Jacobian(b, j);
                j[3, 1] = double.NaN;
            });

        Assert.Equal(LeastSquaresStatus.Failed, fits.Statuses[0]);
        Assert.Equal((1, 1), (fits.Evaluations[0], fits.JacobianEvaluations[0]));
    }

    [Fact]
    public void A_derivative_is_named_wherever_in_the_Jacobian_it_stands()
    {
        const int M = 7;
        const int N = 3;
        for (int place = 0; place < M * N; place++)
        {
            (int row, int column) = (place % M, place / M);
            NonFiniteValueException exception = Assert.Throws<NonFiniteValueException>(() => LeastSquares.Solve(
                new double[N],
                M,
                (x, r) => r.Fill(1),
                (x, j) =>
                {
                    Identity(x, j);
                    j[row, column] = double.NaN;
                }));

            Assert.Equal((row, column), (exception.ResidualIndex, exception.ParameterIndex));
        }
    }

    [Fact]
    public void A_trial_point_without_a_value_is_a_step_to_be_shortened()
    {
        // The first full step goes beyond 5, where this model is not defined; the minimum lies beyond too.
        bool met = false;
        LeastSquaresResult result = LeastSquares.Solve(
            Decay.Start,
            Decay.Count,
            (b, r) =>
            {
                Decay.Residuals(b, r);
                if (b[0] > 5)
                {
                    met = true;
                    r[0] = double.NaN;
                }
            },
            Decay.Jacobian);

        Assert.True(met);
        Assert.InRange(result.Parameters[0], 4, 5);
        Assert.True(double.IsFinite(result.ResidualNorm));
        Assert.True(result.ResidualNorm < NormAtStart());
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(5, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(5, true)]
    public void From_a_start_of_zero_with_no_value_anywhere_else_a_solve_ends_at_zero(int n, bool scaled)
    {
        double[] start = new double[n];
        LeastSquaresOptions options = new() { ParameterScale = scaled ? Enumerable.Repeat(3.0, n).ToArray() : null };
        ResidualFunction onlyAtZero = Undefined(beyond: 0);

        // Every trial point is refused, so the step is shortened until the limit on evaluations.
        LeastSquaresResult whole = LeastSquares.Solve(start, n + 2, onlyAtZero, Identity, options);
        LeastSquaresResult byRows = LeastSquares.SolveByRows(start, n + 2, onlyAtZero, IdentityRow, options);
        AssertEndedAtZero(whole, 100 * (n + 1));
        AssertEndedAtZero(byRows, 100 * (n + 1));

        // Differences from zero have the step 2^-26; just beyond begins the undefined here.
        LeastSquaresResult differences = LeastSquares.Solve(start, n + 2, Undefined(beyond: 1e-7), options: options);
        Assert.InRange(differences.Evaluations, 1, 201 * (n + 1));
        Assert.All(differences.Parameters, x => Assert.InRange(x, -1e-7, 1e-7));
        Assert.True(double.IsFinite(differences.ResidualNorm));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void With_differences_and_no_value_anywhere_else_the_policy_decides(int n)
    {
        double[] start = new double[n];
        Assert.Throws<NonFiniteValueException>(() => LeastSquares.Solve(start, n + 2, Undefined(beyond: 0)));

        LeastSquaresResult propagated = LeastSquares.Solve(
            start, n + 2, Undefined(beyond: 0), options: new() { NonFiniteValues = NonFinitePolicy.Propagate });
        Assert.InRange(propagated.Evaluations, 1, 201 * (n + 1));
        Assert.False(propagated.Converged);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void A_solve_whose_residuals_overflow_has_not_converged(int count)
    {
        ResidualFunction huge = (x, r) =>
        {
            for (int i = 0; i < r.Length; i++)
            {
                r[i] = 1.79e308 * ((x[0] / (1 + i)) - 0.5);
            }
        };
        LeastSquaresResult result = LeastSquares.Solve([1.5], count + 1, huge);
        Assert.Equal(double.PositiveInfinity, result.ResidualNorm);
        Assert.False(result.Converged);
        Assert.Null(result.UnscaledCovariance);
        Assert.DoesNotContain("Converged", result.Message, StringComparison.Ordinal);
    }

    private static void AssertEndedAtZero(LeastSquaresResult result, int limit)
    {
        Assert.InRange(result.Evaluations, 1, limit);
        Assert.All(result.Parameters, x => Assert.Equal(0, x));
        Assert.Equal(Math.Sqrt(result.Residuals.Count), result.ResidualNorm, 1e-15);
    }

    /// <summary>x - 1 and twice the constant -1, but NaN where any x is farther from zero than a limit.</summary>
    private static ResidualFunction Undefined(double beyond) => (x, r) =>
    {
        r.Fill(-1);
        for (int j = 0; j < x.Length; j++)
        {
            r[j] += x[j];
            r[0] = Math.Abs(x[j]) <= beyond ? r[0] : double.NaN;
        }
    };

    private static void Identity(ReadOnlySpan<double> x, JacobianMatrix jacobian)
    {
        for (int i = 0; i < jacobian.RowCount; i++)
        {
            for (int j = 0; j < jacobian.ColumnCount; j++)
            {
                jacobian[i, j] = i == j ? 1 : 0;
            }
        }
    }

    private static void IdentityRow(int row, ReadOnlySpan<double> x, Span<double> gradient)
    {
        gradient.Clear();
        if (row < x.Length)
        {
            gradient[row] = 1;
        }
    }

    /// <summary>Finite values that a careless look takes for something else.</summary>
    private static double Extreme(int i) =>
        (i % 5) switch { 0 => double.MaxValue, 1 => -0.0, 2 => double.Epsilon, 3 => double.MinValue, _ => 1 };

    private static double NormAtStart() => Math.Sqrt(Decay.Residuals(Decay.Start).Sum(r => r * r));
}
