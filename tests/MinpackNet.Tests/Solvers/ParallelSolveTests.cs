using System.Collections.Concurrent;

namespace MinpackNet.Tests;

/// <summary>Threads change the time of a single solve and nothing else.</summary>
[Collection("alone")] // the helpers come from the thread pool, which one test blocks
public sealed class ParallelSolveTests
{
    private const int Parameters = 12;
    private const int Residuals = 60;

    private static readonly LeastSquaresOptions Few = new() { MaxEvaluations = 5 };
    private static readonly double[] Start = [.. Enumerable.Range(1, Parameters).Select(j => 0.3 * j)];

    public static TheoryData<int> Degrees => [-1, 1, 2, 3, 7, 40];

    [Theory]
    [MemberData(nameof(Degrees))]
    public void The_result_has_the_same_bits_and_counts_on_any_number_of_threads(int degree)
    {
        LeastSquaresOptions options = new() { MaxDegreeOfParallelism = degree, ThreadSafeModel = true };
        AssertSame(
            LeastSquares.Solve(Start, Residuals, Model),
            LeastSquares.Solve(Start, Residuals, Model, options: options));
        AssertSame(
            LeastSquares.Solve(Start, Residuals, Model, Jacobian),
            LeastSquares.Solve(Start, Residuals, Model, Jacobian, options));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void A_large_factorization_has_the_same_bits_on_any_number_of_threads(int degree)
    {
        LeastSquaresResult alone = SolveRidge(Few);
        AssertSame(alone, SolveRidge(Few with { MaxDegreeOfParallelism = degree }));
        Assert.True(alone.JacobianEvaluations > 2); // steps were taken
    }

    [Fact]
    public void In_fast_arithmetic_too_and_it_differs_from_exact_by_rounding()
    {
        if (!Provider.IsBundled)
        {
            return; // refused there, as another test shows
        }

        LeastSquaresResult exact = SolveRidge(Few);
        LeastSquaresOptions fast = Few with { Arithmetic = Arithmetic.Fast };
        LeastSquaresResult alone = SolveRidge(fast);
        AssertSame(alone, SolveRidge(fast with { MaxDegreeOfParallelism = 2 }));
        AssertSame(alone, SolveRidge(fast with { MaxDegreeOfParallelism = 3 }));
        Assert.NotEqual(exact.Parameters, alone.Parameters);
        Assert.All(
            exact.Parameters.Zip(alone.Parameters),
            pair => Assert.Equal(pair.First, pair.Second, 1e-10 * Math.Abs(pair.First))); // rounding, and some more
    }

    [Fact]
    public void Columns_of_differences_are_computed_at_once_when_the_model_allows_it()
    {
        using Barrier meeting = new(2);
        int calls = 0;
        LeastSquares.Solve(
            Start,
            Residuals,
            (x, r) =>
            {
                Model(x, r);
                if (Interlocked.Increment(ref calls) is 2 or 3 && Provider.IsBundled)
                {
                    meeting.SignalAndWait(); // the first two differences; ends only if they overlap
                }
            },
            options: new() { MaxDegreeOfParallelism = 2, ThreadSafeModel = true });
        Assert.Equal(Provider.IsBundled ? 1 : 0, meeting.CurrentPhaseNumber); // CMinpack: one column at a time
    }

    [Fact]
    public void A_model_that_is_not_said_to_be_thread_safe_is_called_by_one_thread()
    {
        ConcurrentDictionary<int, bool> threads = [];
        LeastSquares.Solve(
            Start,
            Residuals,
            (x, r) =>
            {
                threads[Environment.CurrentManagedThreadId] = true;
                Model(x, r);
            },
            options: new() { MaxDegreeOfParallelism = 4 });
        Assert.Equal([Environment.CurrentManagedThreadId], threads.Keys);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Of_several_columns_that_throw_the_exception_of_the_lowest_comes_out(int degree)
    {
        // Columns 3 and beyond throw, each its own instance; a single thread meets that of column 3.
        for (int repetition = 0; repetition < 50; repetition++)
        {
            Exception[] thrown =
                [.. Enumerable.Range(0, Parameters).Select(j => new InvalidOperationException($"{j}"))];
            Exception? caught = Record.Exception(() => LeastSquares.Solve(
                Start,
                Residuals,
                (x, r) =>
                {
                    int column = x.CommonPrefixLength(Start);
                    if (column is >= 3 and < Parameters && x[(column + 1)..].SequenceEqual(Start.AsSpan(column + 1)))
                    {
                        throw thrown[column];
                    }

                    Model(x, r);
                },
                options: new() { MaxDegreeOfParallelism = degree, ThreadSafeModel = true }));
            Assert.Same(thrown[3], caught);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_value_that_is_not_finite_is_named_as_a_single_thread_would(int degree)
    {
        NonFiniteValueException exception = Assert.Throws<NonFiniteValueException>(() => LeastSquares.Solve(
            Start,
            Residuals,
            (x, r) =>
            {
                Model(x, r);
                r[5] = x.CommonPrefixLength(Start) is >= 4 and < Parameters ? double.NaN : r[5];
            },
            options: new() { MaxDegreeOfParallelism = degree, ThreadSafeModel = true }));
        Assert.Equal(5, exception.ResidualIndex);
        Assert.Equal(4, exception.Point.ToArray().AsSpan().CommonPrefixLength(Start));
    }

    [Fact]
    public void Cancellation_in_the_middle_of_concurrent_differences_is_seen_by_all_threads()
    {
        using CancellationTokenSource source = new();
        int calls = 0;
        int late = 0;
        bool isCanceled = false;
        LeastSquaresResult result = LeastSquares.Solve(
            Start,
            Residuals,
            (x, r) =>
            {
                if (Volatile.Read(ref isCanceled))
                {
                    Interlocked.Increment(ref late);
                }

                Model(x, r);
                if (Interlocked.Increment(ref calls) == 4)
                {
                    source.Cancel();
                    Volatile.Write(ref isCanceled, true);
                }
            },
            options: new() { MaxDegreeOfParallelism = 3, ThreadSafeModel = true },
            cancellationToken: source.Token);
        Assert.Equal(LeastSquaresStatus.Canceled, result.Status);
        Assert.InRange(late, 0, 2); // two threads may have been on their way in
        Assert.Equal(Start, result.Parameters);
    }

    [Fact]
    public void Parallel_solves_inside_parallel_differences_work()
    {
        LeastSquaresOptions options = new() { MaxDegreeOfParallelism = 3, ThreadSafeModel = true };
        LeastSquaresResult alone = LeastSquares.Solve(Start, Residuals, Model);
        LeastSquaresResult outer = LeastSquares.Solve(
            Start,
            Residuals,
            (x, r) =>
            {
                Assert.Equal(
                    alone.Parameters, LeastSquares.Solve(Start, Residuals, Model, options: options).Parameters);
                Model(x, r);
            },
            options: options);
        AssertSame(alone, outer);
    }

    [Fact]
    public void With_a_starved_pool_a_solve_ends_all_the_same()
    {
        LeastSquaresResult alone = LeastSquares.Solve(Start, Residuals, Model);
        LeastSquaresOptions options = new() { MaxDegreeOfParallelism = 3, ThreadSafeModel = true };
        using StarvedPool pool = new();
        AssertSame(alone, LeastSquares.Solve(Start, Residuals, Model, options: options));
    }

    [Fact]
    public void Parallel_solves_in_a_workspace_allocate_nothing()
    {
        using LeastSquaresWorkspace workspace = new(Parameters, Residuals);
        ResidualFunction residuals = Model;
        double[] parameters = new double[Parameters];
        LeastSquaresOptions options = new() { MaxDegreeOfParallelism = 2, ThreadSafeModel = true };
        Assert.Equal(0, Allocations.LeastOf(() =>
        {
            Start.CopyTo(parameters, 0);
            LeastSquares.Solve(workspace, parameters, residuals, options: options);
        }));
    }

    [Fact]
    public void A_workspace_serves_solves_of_any_degree_and_arithmetic_in_turn()
    {
        using LeastSquaresWorkspace workspace = new(Parameters, Residuals);
        double[] alone = [.. LeastSquares.Solve(Start, Residuals, Model).Parameters];
        foreach (int degree in new[] { 2, 1, 5, 3, 1, 2 })
        {
            double[] parameters = [.. Start];
            LeastSquaresOptions options = new() { MaxDegreeOfParallelism = degree, ThreadSafeModel = true };
            LeastSquares.Solve(workspace, parameters, Model, options: options);
            Assert.Equal(alone, parameters);
        }
    }

    private static void AssertSame(LeastSquaresResult expected, LeastSquaresResult actual)
    {
        Assert.Equal(
            (expected.Status, expected.Evaluations, expected.JacobianEvaluations),
            (actual.Status, actual.Evaluations, actual.JacobianEvaluations));
        Assert.Equal(expected.Parameters, actual.Parameters);
        Assert.Equal(expected.Residuals, actual.Residuals);
        Assert.Equal(expected.UnscaledCovariance, actual.UnscaledCovariance);
    }

    /// <summary>Coupled quadratics: x_j² + x_(j+1) / 2 and so on around, minus what x_j = 1 + j / 10 gives.</summary>
    private static void Model(ReadOnlySpan<double> x, Span<double> r)
    {
        for (int i = 0; i < r.Length; i++)
        {
            int j = i % x.Length;
            int k = (j + 1 + (i / x.Length)) % x.Length;
            double a = 1 + (0.1 * j);
            double b = 1 + (0.1 * k);
            r[i] = (x[j] * x[j]) + (0.5 * x[k]) - ((a * a) + (0.5 * b)) + (0.01 * (i % 7));
        }
    }

    private static void Jacobian(ReadOnlySpan<double> x, JacobianMatrix jacobian)
    {
        for (int j = 0; j < x.Length; j++)
        {
            jacobian.Column(j).Clear();
        }

        for (int i = 0; i < jacobian.RowCount; i++)
        {
            int j = i % x.Length;
            int k = (j + 1 + (i / x.Length)) % x.Length;
            jacobian[i, j] += 2 * x[j];
            jacobian[i, k] += 0.5;
        }
    }

    /// <summary>Large enough that the core shares the work out.</summary>
    private static LeastSquaresResult SolveRidge(LeastSquaresOptions options)
    {
        double[] start = [.. Enumerable.Range(0, 120).Select(j => 1 + (0.01 * j))];
        return LeastSquares.Solve(start, 8000, Ridge, RidgeJacobian, options);
    }

    /// <summary>Weighted sums of squares of the parameters, minus one.</summary>
    private static void Ridge(ReadOnlySpan<double> x, Span<double> r)
    {
        for (int i = 0; i < r.Length; i++)
        {
            double sum = -1;
            for (int j = 0; j < x.Length; j++)
            {
                sum += Weight(i, j) * x[j] * x[j];
            }

            r[i] = sum;
        }
    }

    private static void RidgeJacobian(ReadOnlySpan<double> x, JacobianMatrix jacobian)
    {
        for (int j = 0; j < x.Length; j++)
        {
            Span<double> column = jacobian.Column(j);
            for (int i = 0; i < column.Length; i++)
            {
                column[i] = 2 * Weight(i, j) * x[j];
            }
        }
    }

    /// <summary>
    /// A bump for each parameter, wide enough to overlap its neighbors' and to leave the columns independent.
    /// </summary>
    private static double Weight(int i, int j) => 1 / (1 + (0.25 * ((0.015 * i) - j) * ((0.015 * i) - j)));
}
