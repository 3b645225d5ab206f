namespace MinpackNet.Cli.Tests;

/// <summary>Which of many rows a picture shows.</summary>
public sealed class RowSampleTests
{
    private const int Rows = 5000;

    [Theory]
    [InlineData(1, 1 << 20)]
    [InlineData(2, 100)]
    [InlineData(3, 1)]
    public void Rows_are_ordered_by_their_place_and_then_by_their_number(int seed, int places)
    {
        Random random = new(seed);
        double[] x = [.. Enumerable.Range(0, Rows).Select(_ => random.Next(-places, places) * 0.5)];
        int[] rows = [.. Enumerable.Range(0, Rows).Where(row => row % 7 != 3)];
        Assert.Equal(rows.OrderBy(row => x[row]), AxisOrder.Of(x, rows));
    }

    [Fact]
    public void The_same_points_are_shown_in_whatever_order_they_are_in_the_file()
    {
        Random random = new(4);
        double[] y = [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble())];
        double[] residuals = [.. y.Select((value, row) => row % 50 == 0 ? double.NaN : value - 0.5)];
        double[] errors = [.. y.Select(_ => random.NextDouble())];
        int[] order = [.. Enumerable.Range(0, Rows)];
        int[] place = [.. order];
        random.Shuffle(place);
        int[] shuffled = [.. order.OrderBy(row => place[row])];
        int[] expected = RowSample.Of(order, y, [.. residuals], errors);
        int[] shown = RowSample.Of(
            place,
            [.. shuffled.Select(row => y[row])],
            [.. shuffled.Select(row => residuals[row])],
            [.. shuffled.Select(row => errors[row])]);
        Assert.Equal(1000, expected.Length);
        Assert.Equal(expected, shown.Select(row => shuffled[row]).Order());
        Assert.Equal(shown.Order(), shown);
        double[] finite = [.. residuals.Select(value => double.IsNaN(value) ? 0 : value)];
        foreach (double[] heights in (double[][])[y, finite, errors])
        {
            Assert.Contains(order.MaxBy(row => heights[row]), expected);
            Assert.Contains(order.MinBy(row => heights[row]), expected);
        }
    }

    [Fact]
    public void Those_shown_are_spread_as_all_are()
    {
        Random random = new(5);
        const int count = 100_000;
        double[] residuals = [.. Enumerable.Range(0, count).Select(_ =>
            Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6)];
        double[] errors = [.. residuals.Select(_ => 1 + random.NextDouble())];
        foreach (int[] rows in (int[][])[
            RowSample.Of([.. Enumerable.Range(0, count)], residuals, [.. residuals], errors),
            RowSample.Of([.. Enumerable.Range(0, count)], residuals, [.. residuals], null)])
        {
            // Of normal numbers a third is beyond one standard deviation, and one in twenty-two beyond two.
            Assert.InRange(rows.Count(row => Math.Abs(residuals[row]) > 1) / 1000.0, 0.28, 0.42);
            Assert.InRange(rows.Count(row => Math.Abs(residuals[row]) > 2) / 1000.0, 0.03, 0.15);
        }
    }
}
