namespace MinpackNet.Tests;

/// <summary>Optimize.FixedPoint. The numbers are what SciPy 1.10 prints for the same calls.</summary>
public sealed class FixedPointTests
{
    [Fact]
    public void The_example_of_SciPys_page_gives_its_numbers()
    {
        double[] c1 = [10, 12];
        double[] c2 = [3, 5];
        double[] point = Optimize.FixedPoint(x => [.. x.Select((v, i) => Math.Sqrt(c1[i] / (v + c2[i])))], [1.2, 1.3]);
        Assert.Equal([1.4920333, 1.37228132], point.Select(value => Math.Round(value, 8)));
    }

    [Fact]
    public void Both_methods_end_where_SciPys_end()
    {
        int calls = 0;
        double accelerated = Optimize.FixedPoint(
            x =>
            {
                calls++;
                return Math.Cos(x);
            },
            1.0);
        Assert.Equal(0.73908513, accelerated, 5e-9);
        Assert.Equal(8, calls);
        Assert.Equal(
            0.7390851309037209, Optimize.FixedPoint(Math.Cos, 1.0, method: FixedPointMethod.Iteration), 1e-15);
        Assert.Equal(-1, Optimize.FixedPoint(x => (2 * x) + 1, 1.0));
        Assert.Equal(0, Optimize.FixedPoint(x => 0 * x, 0.0));
    }

    [Fact]
    public void What_does_not_converge_throws_with_the_last_point()
    {
        FixedPointException limit = Assert.Throws<FixedPointException>(() => Optimize.FixedPoint(
            x => (2 * x) + 1, 1.0, maxiter: 5, method: FixedPointMethod.Iteration));
        Assert.Equal([63], limit.Point);
        Assert.StartsWith(
            "No fixed point was found within 5 iterations; the last point is (63). Start closer, raise maxiter, or",
            limit.Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "after 1 iteration the point is (NaN).",
            Assert.Throws<FixedPointException>(() => Optimize.FixedPoint(_ => double.NaN, 1.0)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Assert.Equal("x0", NameOf(() => Optimize.FixedPoint(x => x, double.NaN)));
        Assert.Equal("x0", NameOf(() => Optimize.FixedPoint(x => x, Array.Empty<double>())));
        Assert.Equal("xtol", NameOf(() => Optimize.FixedPoint(x => x, 1.0, xtol: -1)));
        Assert.Equal("maxiter", NameOf(() => Optimize.FixedPoint(x => x, 1.0, maxiter: 0)));
        Assert.Equal("method", NameOf(() => Optimize.FixedPoint(x => x, 1.0, method: (FixedPointMethod)9)));
        Assert.Equal("func", NameOf(() => Optimize.FixedPoint(_ => [1, 2], [1.0])));
        Assert.Equal("func", NameOf(() => Optimize.FixedPoint(_ => null!, [1.0])));
        Assert.Throws<OperationCanceledException>(
            () => Optimize.FixedPoint(x => x + 1, 1.0, cancellationToken: new(canceled: true)));
    }

    private static string? NameOf(Action call) => Assert.ThrowsAny<ArgumentException>(call).ParamName;
}
