namespace MinpackNet.Cli.Tests;

/// <summary>The axes of both pictures.</summary>
public sealed class AxisTests
{
    [Theory]
    [InlineData(0, 1, 6, "0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(-3.1, 2.4, 6, "-2 0 2")]
    [InlineData(0, 1500, 6, "0 500 1000 1500")]
    [InlineData(0, 3.2e7, 6, "0 1e7 2e7 3e7")]
    [InlineData(1e7, 1.4e7, 5, "1e7 1.1e7 1.2e7 1.3e7 1.4e7")]
    [InlineData(0, 5e-6, 6, "0 1e-6 2e-6 3e-6 4e-6 5e-6")]
    [InlineData(45123, 45131, 5, "45124 45126 45128 45130")]
    [InlineData(0, 4e300, 5, "0 1e300 2e300 3e300 4e300")]
    [InlineData(-4e-300, -1e-300, 4, "-4e-300 -3e-300 -2e-300 -1e-300")]
    [InlineData(0.5, 4.52, 3, "2 4")]
    [InlineData(0.8, 1.9, 2, "1.0 1.5")]
    public void Ticks_are_round_numbers_with_the_digits_that_tell_them_apart(
        double from, double to, int most, string expected)
    {
        AxisTicks ticks = new PlotAxis((from, to), 0).Ticks(most);
        Assert.Equal(expected, string.Join(' ', ticks.Labels));
        Assert.Equal("", ticks.Offset);
    }

    [Theory]
    [InlineData(1, 1.00000011, 4, "0 5e-8 1e-7", " (+1)")]
    [InlineData(1e9, 1.000000000041e9, 5, "0 0.02 0.04", " (+1e9)")]
    [InlineData(1e15, 1.000000000000002e15, 5, "0 0.5 1.0 1.5 2.0", " (+1e15)")]
    [InlineData(-1000000040, -1e9, 5, "0 10 20 30 40", " (-1.00000004e9)")]
    [InlineData(101325.005, 101325.045, 5, "25.01 25.02 25.03 25.04", " (+101300)")]
    [InlineData(1.0000000999e300, 1.0000003001e300, 5, "1e293 2e293 3e293", " (+1e300)")]
    [InlineData(-1.0000003001e-290, -1.0000000999e-290, 5, "9.997e-294 9.998e-294 9.999e-294", " (-1.001e-290)")]
    [InlineData(999999.98, 1000000.02, 5, "0 0.01 0.02 0.03 0.04", " (+999999.98)")]
    public void Labels_with_many_digits_count_from_an_offset(
        double from, double to, int most, string expected, string offset)
    {
        AxisTicks ticks = new PlotAxis((from, to), 0).Ticks(most);
        Assert.Equal(expected, string.Join(' ', ticks.Labels));
        Assert.Equal(offset, ticks.Offset);
    }

    [Theory]
    [InlineData(0.01, 1000, 7, "0.01 0.1 1 10 100 1000")]
    [InlineData(1e-6, 1e6, 13, "1e-6 1e-5 1e-4 1e-3 1e-2 1e-1 1e0 1e1 1e2 1e3 1e4 1e5 1e6")]
    [InlineData(1e-6, 1e6, 7, "1e-6 1e-4 1e-2 1e0 1e2 1e4 1e6")]
    [InlineData(1e-300, 1e300, 5, "1e-200 1e0 1e200")]
    [InlineData(2, 60, 7, "2 5 10 20 50")]
    [InlineData(3, 6.5, 7, "3 4 5 6")]
    [InlineData(1.02, 1.05, 4, "1.02 1.03 1.04 1.05")]
    [InlineData(7, 7, 7, "5 10 20")]
    public void A_logarithmic_axis_has_decades_or_what_is_between(double from, double to, int most, string expected) =>
        Assert.Equal(expected, string.Join(' ', new PlotAxis((from, to), 0, true).Ticks(most).Labels));

    [Fact]
    public void Decades_are_equally_far_apart_with_small_ticks_between()
    {
        PlotAxis axis = new((1, 1000), 0, isLogarithmic: true);
        AxisTicks ticks = axis.Ticks(7);
        double[] expected = [0, 1.0 / 3, 2.0 / 3, 1];
        Assert.All(expected.Zip(ticks.Places), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        Assert.Equal(3 * 8, ticks.Minor.Length);
        Assert.Equal(Math.Log10(2) / 3, ticks.Minor[0], 1e-12);
        Assert.True(axis.Place(0) < 0);
        Assert.True(axis.Place(-5) < 0);
    }

    [Theory]
    [InlineData(1e9, 1e9 + 3)]
    [InlineData(1e15, 1e15 + 1)]
    [InlineData(-1e300, 1e300)]
    [InlineData(1e-300, 4e-300)]
    [InlineData(-7.00000000000002, -7)]
    [InlineData(1, 1.0000000000000009)]
    public void Ticks_are_where_their_labels_say_and_all_different(double from, double to)
    {
        AxisTicks ticks = new PlotAxis((from, to), 0.05).Ticks(7);
        Assert.InRange(ticks.Labels.Length, 2, 8);
        Assert.Equal(ticks.Labels.Length, ticks.Labels.Distinct().Count());
        double offset = ticks.Offset.Length == 0 ? 0 : Number(ticks.Offset.Trim(' ', '(', ')'));
        foreach ((string label, double place) in ticks.Labels.Zip(ticks.Places))
        {
            double share = (((Number(label) / 2) - ((from - offset) / 2)) / ((to / 2) - (from / 2)) + 0.05) / 1.1;
            Assert.Equal(share, place, 1e-9);
            Assert.InRange(place, 0, 1);
        }
    }

    [Fact]
    public void Offset_and_label_add_up_to_the_tick_in_random_ranges()
    {
        Random random = new(7);
        int offsets = 0;
        for (int trial = 0; trial < 3000; trial++)
        {
            double middle = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-6, 13));
            double width = (1 + random.NextDouble()) * Math.Abs(middle) * Math.Pow(10, -random.Next(0, 13));
            (double from, double to) = (middle - width, middle + width);
            AxisTicks ticks = new PlotAxis((from, to), 0.05).Ticks(random.Next(2, 10));
            decimal offset = ticks.Offset.Length == 0 ? 0 : Exact(ticks.Offset.Trim(' ', '(', ')'));
            decimal[] labels = [.. ticks.Labels.Select(Exact)];
            Assert.True(labels.Length > 1);
            for (int i = 0; i < labels.Length; i++)
            {
                decimal value = offset + labels[i];
                Assert.Equal((double)value, ticks.Values[i], 4e-16 * (Math.Abs(middle) + width));
                Assert.Equal(labels[1] - labels[0], labels[Math.Max(i, 1)] - labels[Math.Max(i, 1) - 1]);
                double share = (double)((value - Exact($"{from:E16}")) / (Exact($"{to:E16}") - Exact($"{from:E16}")));
                Assert.Equal((share + 0.05) / 1.1, ticks.Places[i], 1e-9 + (1e-15 * Math.Abs(middle) / width));
            }

            if (offset != 0)
            {
                offsets++;
                Assert.InRange(labels[0], 0, 9999 * (labels[1] - labels[0]));
            }
        }

        Assert.InRange(offsets, 1000, 2500);
    }

    [Theory]
    [InlineData(1e9 - 0.5, 1e9 + 0.5)]
    [InlineData(-1e9 - 3, -1e9 + 2)]
    [InlineData(999_999.5, 1_000_003)]
    [InlineData(-100_000.02, -99_999.98)]
    [InlineData(4e15 - 1, 4e15 + 1)]
    [InlineData(0.99999999, 1.00000001)]
    public void An_offset_is_not_above_the_first_tick(double from, double to)
    {
        AxisTicks ticks = new PlotAxis((from, to), 0.05).Ticks(7);
        Assert.NotEmpty(ticks.Offset);
        Assert.True(Number(ticks.Offset.Trim(' ', '(', ')')) <= ticks.Values[0]);
        Assert.All(ticks.Labels, label => Assert.True(Number(label) >= 0, label));
    }

    [Theory]
    [InlineData(12, 0, "+12")]
    [InlineData(-12, -1, "-1.2")]
    [InlineData(1200, 3, "+1.2e6")]
    [InlineData(1200, 2, "+120000")]
    [InlineData(12, -4, "+0.0012")]
    [InlineData(12, -5, "+1.2e-4")]
    [InlineData(99999998, -2, "+999999.98")]
    [InlineData(1, 300, "+1e300")]
    [InlineData(9007199254740993, 0, "+9.007199254740993e15")]
    public void An_offset_has_all_its_digits(long units, int exponent, string expected) =>
        Assert.Equal(expected, new AxisOffset(units, exponent).ToString());

    private static decimal Exact(string text) => decimal.Parse(
        text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture);

    private static double Number(string text) =>
        double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
