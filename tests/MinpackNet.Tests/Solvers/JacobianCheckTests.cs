using MinpackNet.Tests.Problems;

namespace MinpackNet.Tests;

/// <summary>
/// <see cref="SolverOptions.CheckJacobian"/> compares a Jacobian entry by entry with differences, finds the wrong
/// entries and leaves the right ones alone.
/// </summary>
public sealed class JacobianCheckTests
{
    private static readonly LeastSquaresOptions Checked = new() { CheckJacobian = true };

    public static TheoryData<string, int> AllCases =>
        [.. NamedCases.All.Select(c => new TheoryDataRow<string, int>(c.Table, c.Case.Number))];

    public static TheoryData<int, int> Entries =>
    [
        .. Enumerable.Range(0, 2 * Decay.Count).Select(k => new TheoryDataRow<int, int>(k / 2, k % 2)),
    ];

    [Theory]
    [MemberData(nameof(AllCases))]
    public void The_right_Jacobian_of_a_driver_case_is_accepted_at_its_start(string table, int number)
    {
        TestCase problem = NamedCases.Get(table, number);
        if (table == "least-squares")
        {
            LeastSquaresOptions options = Checked with { MaxEvaluations = 1 };
            LeastSquares.Solve(
                problem.Start(), problem.ResidualCount, problem.Problem.Residuals, problem.Jacobian, options);
            LeastSquares.SolveByRows(
                problem.Start(), problem.ResidualCount, problem.Problem.Residuals, problem.JacobianRow, options);
        }
        else
        {
            NonlinearEquations.Solve(
                problem.Start(),
                problem.Problem.Residuals,
                problem.Jacobian,
                new() { CheckJacobian = true, MaxEvaluations = 1 });
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(9)] // the last call of the check, but by rows
    public void A_token_set_during_the_check_ends_it_and_the_solve_at_its_start(int lastCall)
    {
        AssertEnds((residuals, jacobian, token) => LeastSquares.Solve(
            Decay.Start, Decay.Count, residuals, jacobian, Checked, token).Status);
        AssertEnds((residuals, jacobian, token) => LeastSquares.SolveByRows(
            Decay.Start, Decay.Count, residuals, ByRow(jacobian), Checked, token).Status);
        AssertEnds((residuals, jacobian, token) => Many(1, residuals, jacobian, token));
        AssertEnds((residuals, jacobian, token) => Many(ManyDecays.Fits, residuals, jacobian, token));

        void AssertEnds(Func<ResidualFunction, JacobianFunction, CancellationToken, LeastSquaresStatus> solve)
        {
            using CancellationTokenSource source = new();
            int calls = 0;
            LeastSquaresStatus status = solve(
                (x, r) =>
                {
                    Decay.Residuals(x, r);
                    Count();
                },
                (x, j) =>
                {
                    Decay.Jacobian(x, j);
                    Count();
                },
                source.Token);
            Assert.Equal((LeastSquaresStatus.Canceled, lastCall + 1), (status, calls));

            void Count()
            {
                if (++calls == lastCall)
                {
                    source.Cancel();
                }
            }
        }

        static JacobianRowFunction ByRow(JacobianFunction jacobian) => (row, x, gradient) =>
        {
            double[] all = new double[Decay.Count * x.Length];
            jacobian(x, new(ref all[0], Decay.Count, x.Length));
            for (int j = 0; j < x.Length; j++)
            {
                gradient[j] = all[(j * Decay.Count) + row];
            }
        };

        static LeastSquaresStatus Many(
            int count, ResidualFunction residuals, JacobianFunction jacobian, CancellationToken token) =>
            LeastSquares.FitMany(
                Decay.Start,
                count,
                Decay.Count,
                (_, x, r) => residuals(x, r),
                (_, x, j) => jacobian(x, j),
                Checked,
                cancellationToken: token).Statuses[0];
    }

    [Theory]
    [MemberData(nameof(AllCases))]
    public void A_doubled_entry_in_the_Jacobian_of_a_driver_case_is_found(string table, int number)
    {
        TestCase problem = NamedCases.Get(table, number);
        (int row, int column, double value) = LargestEntry(problem.Jacobian(problem.Start()));
        ProblemRow wrong = (i, m, x, gradient) =>
        {
            problem.Problem.Row(i, m, x, gradient);
            gradient[column] *= i == row ? 2 : 1;
        };
        TestCase spoiled = problem with { Problem = problem.Problem with { Row = wrong } };
        JacobianMismatchException found = Assert.Throws<JacobianMismatchException>(() => LeastSquares.Solve(
            problem.Start(), problem.ResidualCount, problem.Problem.Residuals, spoiled.Jacobian, Checked));
        AssertOnly(found, row, column, 2 * value, value);
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void A_single_wrong_entry_is_named_with_row_column_and_both_values(int row, int column)
    {
        double value = Decay.Jacobian(Decay.Start)[row, column];
        JacobianFunction wrong = (b, j) =>
        {
            Decay.Jacobian(b, j);
            j[row, column] = value + 0.01;
        };
        JacobianMismatchException found = Assert.Throws<JacobianMismatchException>(
            () => LeastSquares.Solve(Decay.Start, Decay.Count, Decay.Residuals, wrong, Checked));
        AssertOnly(found, row, column, value + 0.01, value);
        Assert.Contains(
            $"derivative of residual {row} with respect to parameter {column} is",
            found.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void A_single_wrong_entry_of_a_row_is_named(int row, int column)
    {
        double value = Decay.Jacobian(Decay.Start)[row, column];
        JacobianMismatchException found = Assert.Throws<JacobianMismatchException>(() => LeastSquares.SolveByRows(
            Decay.Start,
            Decay.Count,
            Decay.Residuals,
            (i, b, gradient) =>
            {
                Decay.JacobianRow(i, b, gradient);
                gradient[column] -= i == row ? 1 : 0;
            },
            Checked));
        AssertOnly(found, row, column, value - 1, value);
    }

    [Fact]
    public void A_wrong_entry_in_equations_is_named()
    {
        JacobianMismatchException found = Assert.Throws<JacobianMismatchException>(() => NonlinearEquations.Solve(
            Crossing.Start,
            Crossing.Equations,
            (x, j) =>
            {
                Crossing.Jacobian(x, j);
                j[1, 0] = Math.Exp(x[0]);
            },
            new() { CheckJacobian = true }));
        AssertOnly(found, 1, 0, Math.E, Math.E + 1);
    }

    [Fact]
    public void In_a_curve_fit_a_wrong_derivative_is_named()
    {
        JacobianMismatchException found = Assert.Throws<JacobianMismatchException>(() => Optimize.CurveFit(
            (double t, double a, double b) => a * Math.Exp(-b * t),
            Decay.Times,
            Decay.Values,
            Decay.Start,
            jac: (t, p) => [Math.Exp(-p[1] * t), (t == 3 ? 1 : -1) * p[0] * t * Math.Exp(-p[1] * t)],
            options: Checked));
        double value = Decay.Jacobian(Decay.Start)[3, 1];
        AssertOnly(found, 3, 1, -value, value);
    }

    [Fact]
    public void All_wrong_entries_are_listed_column_by_column()
    {
        JacobianMismatchException found = Assert.Throws<JacobianMismatchException>(() => LeastSquares.Solve(
            Decay.Start,
            Decay.Count,
            Decay.Residuals,
            (b, j) =>
            {
                Decay.Jacobian(b, j);
                foreach (int i in (int[])[1, 2, 4])
                {
                    j[i, 0] = -j[i, 0];
                    j[i, 1] = 0;
                }
            },
            Checked));
        Assert.Equal(
            [(1, 0), (2, 0), (4, 0), (1, 1), (2, 1), (4, 1)], found.Entries.Select(entry => (entry.Row, entry.Column)));
        Assert.Contains("6 entries", found.Message, StringComparison.Ordinal);
        Assert.Contains("1 more", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_derivative_that_is_NaN_is_wrong()
    {
        JacobianMismatchException found = Assert.Throws<JacobianMismatchException>(() => LeastSquares.Solve(
            Decay.Start,
            Decay.Count,
            Decay.Residuals,
            (b, j) =>
            {
                Decay.Jacobian(b, j);
                j[2, 1] = double.NaN;
            },
            Checked));
        Assert.Equal((2, 1), (Assert.Single(found.Entries).Row, found.Entries[0].Column));
    }

    [Fact]
    public void The_check_takes_its_evaluations_apart_and_changes_nothing_in_the_solve()
    {
        int calls = 0;
        ResidualFunction counted = (b, r) =>
        {
            calls++;
            Decay.Residuals(b, r);
        };
        LeastSquaresResult plain = LeastSquares.Solve(Decay.Start, Decay.Count, Decay.Residuals, Decay.Jacobian);
        LeastSquaresResult watched = LeastSquares.Solve(Decay.Start, Decay.Count, counted, Decay.Jacobian, Checked);
        Assert.Equal(plain.Evaluations, watched.Evaluations);
        Assert.Equal(plain.JacobianEvaluations, watched.JacobianEvaluations);
        Assert.Equal(plain.Parameters, watched.Parameters);
        Assert.Equal(plain.Evaluations + (4 * 2), calls); // 4 n
    }

    [Fact]
    public void Without_a_Jacobian_there_is_nothing_to_check()
    {
        int calls = 0;
        LeastSquaresResult result = LeastSquares.Solve(
            Decay.Start,
            Decay.Count,
            (b, r) =>
            {
                calls++;
                Decay.Residuals(b, r);
            },
            options: Checked);
        Assert.Equal(result.Evaluations, calls);
    }

    [Fact]
    public void Without_the_option_a_wrong_Jacobian_is_taken_at_its_word() => Assert.False(LeastSquares.Solve(
        Decay.Start,
        Decay.Count,
        Decay.Residuals,
        (b, j) =>
        {
            Decay.Jacobian(b, j);
            j[3, 1] = -j[3, 1];
        }).Parameters.SequenceEqual(
            LeastSquares.Solve(Decay.Start, Decay.Count, Decay.Residuals, Decay.Jacobian).Parameters));

    private static (int Row, int Column, double Value) LargestEntry(double[,] jacobian) =>
        Enumerable.Range(0, jacobian.GetLength(0))
            .SelectMany(i => Enumerable.Range(0, jacobian.GetLength(1)).Select(j => (i, j, jacobian[i, j])))
            .MaxBy(entry => Math.Abs(entry.Item3));

    private static void AssertOnly(
        JacobianMismatchException found, int row, int column, double given, double expected)
    {
        JacobianEntry entry = Assert.Single(found.Entries);
        Assert.Equal((row, column), (entry.Row, entry.Column));
        Assert.Equal(given, entry.Given, 1e-15 * Math.Abs(given)); // as given, up to the test's own rounding

        // A central difference with the cube root of the machine epsilon as its step is good to about 1e-10; where the
        // residuals are large, so is what they lose by cancellation.
        Assert.Equal(expected, entry.Estimated, 1e-4 * Math.Abs(expected));
    }
}
