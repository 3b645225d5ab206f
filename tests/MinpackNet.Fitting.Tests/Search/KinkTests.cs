namespace MinpackNet.Fitting.Tests;

/// <summary>
/// Models with kinks have minima half a standard error apart, so that two searches may agree on one and miss the lower.
/// </summary>
public sealed class KinkTests
{
    private static readonly FitOptions Search = new() { Strategy = FitStrategy.Search };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void A_rectified_sine_ends_at_the_lowest_of_its_twin_minima(int seed)
    {
        double[] x = [.. Enumerable.Range(0, 40).Select(i => 10 * (((i + 1) * 0.6180339887498949 * (seed + 3)) % 1))];
        double[] y = [.. x.Select((at, i) =>
            Math.Abs(2.5 * Math.Sin((3.8 * at) + 0.19)) + (0.3 * Math.Sin(seed + (91.7 * i * i))))];
        FitResult fit = CurveFit.Fit(Formula.Parse("a*abs(sin(w*x + p))"), x, y, [1, 3.8, 0.1], Search);
        Assert.True(fit.ChiSquared <= Scan(x, y) * (1 + 1e-9), $"{fit.ChiSquared} above {Scan(x, y)}\n{fit}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_broken_line_ends_at_the_lowest_of_its_twin_minima(int seed)
    {
        double[] x = [.. Enumerable.Range(0, 30).Select(i => i / 3.0)];
        double[] y = [.. x.Select((at, i) =>
            2 + (1.5 * Math.Max(at - 4.1, 0)) + (0.5 * Math.Sin(seed + (91.7 * i * i))))];
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a + b*(x - m + abs(x - m))/2"), x, y, [1, 1, 5], Search);
        double lowest = Enumerable.Range(0, 9001).Min(k => Left(
            y, Array.ConvertAll(x, _ => 1.0), Array.ConvertAll(x, at => Math.Max(at - (k / 1000.0), 0))));
        Assert.True(fit.ChiSquared <= lowest * (1 + 1e-9), $"{fit.ChiSquared} above {lowest}\n{fit}");
    }

    /// <summary>The lowest sum of squares on a fine grid of frequencies and phases.</summary>
    private static double Scan(double[] x, double[] y) => (
        from w in Enumerable.Range(0, 101)
        from p in Enumerable.Range(0, 101)
        select Left(y, Array.ConvertAll(x, at => Math.Abs(Math.Sin(((3.7 + (0.002 * w)) * at) + (0.005 * p) - 0.1)))))
        .Min();

    /// <summary>What is left of the data without the best combination of columns, one by one made orthogonal.</summary>
    private static double Left(double[] y, params double[][] columns)
    {
        double[] left = [.. y];
        List<double[]> directions = [];
        foreach (double[] column in columns)
        {
            double[] direction = [.. column];
            directions.ForEach(other => Remove(direction, other));
            if (direction.Any(value => value != 0))
            {
                directions.Add(direction);
                Remove(left, direction);
            }
        }

        return left.Sum(r => r * r);
    }

    private static void Remove(double[] from, double[] direction)
    {
        double share = from.Zip(direction, (a, b) => a * b).Sum() / direction.Sum(value => value * value);
        for (int i = 0; i < from.Length; i++)
        {
            from[i] -= share * direction[i];
        }
    }
}
