namespace MinpackNet.Tests;

/// <summary>Large arrays, and large workspaces in memory that others have used, hold what is written.</summary>
public sealed class LargeArrayTests
{
    private const int Many = 600_000;

    private static readonly double[] X = [.. Enumerable.Range(0, Many).Select(i => 10.0 * i / Many)];

    private static readonly double[] Y = [.. X.Select((x, i) => (3 * Math.Exp(-x)) + (0.01 * (i % 7)))];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(262_143)]
    [InlineData(1_000_003)]
    public void A_copy_has_the_numbers_and_no_others(int length)
    {
        double[] values = [.. Enumerable.Range(0, length).Select(i => i + 0.5)];
        double[] copy = LargeArray.Copy<double>(values);
        Assert.NotSame(values, copy);
        Assert.Equal(values, copy);
        Assert.Equal(length, LargeArray.Allocate<int>(length).Length);
    }

    [Fact]
    public void A_negative_length_is_refused() =>
        Assert.Throws<OverflowException>(() => LargeArray.Allocate<double>(-1));

    [Fact]
    public void Large_workspaces_have_the_same_bits_whatever_was_in_their_memory_before()
    {
        double[] first = Solved();
        // Of another shape, in the same memory, which it leaves full of numbers.
        LeastSquares.Solve([1.0, 1, 1, 1, 1, 1], Many / 2, (p, r) => r.Fill(p[0] + p[5] - 7e300));
        Assert.Equal(first, Solved());
    }

    [Fact]
    public void Large_workspaces_in_use_at_once_do_not_share_memory()
    {
        double[] alone = Solved();
        double[][] together = new double[4][];
        Parallel.For(0, together.Length, i => together[i] = Solved());
        Assert.All(together, parameters => Assert.Equal(alone, parameters));
    }

    [Fact]
    public void A_vector_is_written_in_place()
    {
        RealVector squares = RealVector.Create(
            5,
            2.0,
            static (values, factor) =>
            {
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] = factor * i;
                }
            });
        Assert.Equal([0, 2, 4, 6, 8], squares);
        Assert.Empty(RealVector.Create(0, 0, static (values, _) => values.Clear()));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => RealVector.Create(-1, 0, static (values, _) => values.Clear()));
        Assert.Throws<ArgumentNullException>(() => RealVector.Create(1, 0, null!));
    }

    private static double[] Solved()
    {
        LeastSquaresResult result = LeastSquares.Solve(
            [1.0, 0.5],
            Many,
            static (p, r) =>
            {
                for (int i = 0; i < r.Length; i++)
                {
                    r[i] = (p[0] * Math.Exp(-p[1] * X[i])) - Y[i];
                }
            });
        return [.. result.Parameters, result.ResidualNorm, .. result.StandardErrors!];
    }
}
