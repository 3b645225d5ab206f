namespace MinpackNet.Fitting.Tests;

/// <summary>What is summed in vectors is what the definitions say, for lengths that vectors divide or do not.</summary>
public sealed class ResidualSumsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.02)]
    [InlineData(0.7)]
    public void Runs_are_counted_as_by_hand(double shareOfZeros)
    {
        Random random = new(3);
        for (int m = 2; m < 150; m++)
        {
            double[] residuals = [.. Enumerable.Range(0, m).Select(_ =>
                random.NextDouble() < shareOfZeros ? random.Next(2) * -0.0 : random.NextDouble() - 0.5)];
            bool[] signs = [.. residuals.Where(residual => residual != 0).Select(residual => residual > 0)];
            int runs = 1 + signs.Zip(signs.Skip(1)).Count(pair => pair.First != pair.Second);
            double above = signs.Count(sign => sign);
            RunsTest? test = RunsTest.Of(residuals);
            if (test is null)
            {
                double least = Math.Min(above, signs.Length - above);
                Assert.True(least < 2, $"no test of {m} residuals, {least} of the rarer sign");
                continue;
            }

            Assert.Equal(runs, test.Runs);
            Assert.Equal(1 + (2 * above * (signs.Length - above) / signs.Length), test.Expected, 1e-12);
        }
    }

    [Fact]
    public void Neighbors_and_moments_are_summed_as_by_hand()
    {
        Random random = new(4);
        for (int m = 20; m < 90; m++)
        {
            double[] residuals = [.. Enumerable.Range(0, m).Select(_ => Math.Pow(random.NextDouble() - 0.4, 3))];
            double squares = residuals.Sum(r => r * r);
            (double, double)[] neighbors = [.. residuals.Zip(residuals.Skip(1))];
            AutocorrelationTest test = AutocorrelationTest.Of(residuals)!;
            Assert.Equal(neighbors.Sum(r => r.Item1 * r.Item2) / squares, test.Coefficient, 1e-13);
            Assert.Equal(neighbors.Sum(r => Math.Pow(r.Item1 - r.Item2, 2)) / squares, test.DurbinWatson, 1e-13);

            double mean = residuals.Average();
            double Moment(int power) => residuals.Average(r => Math.Pow(r - mean, power));
            NormalityTest normality = NormalityTest.Of(residuals)!;
            Assert.Equal(Moment(3) / Math.Pow(Moment(2), 1.5), normality.Skewness, 1e-12);
            Assert.Equal((Moment(4) / Math.Pow(Moment(2), 2)) - 3, normality.ExcessKurtosis, 1e-11);
        }
    }

    [Fact]
    public void The_largest_is_found_wherever_it_is_and_NaN_stays()
    {
        for (int m = 0; m < 20; m++)
        {
            double[] values = new double[m];
            Assert.Equal(0, Norms.Largest(values));
            for (int i = 0; i < m; i++)
            {
                values[i] = -i - 1;
                Assert.Equal(i + 1, Norms.Largest(values));
                Assert.Equal(double.NaN, Norms.Largest([.. values[..i], double.NaN, .. values[(i + 1)..]]));
                Assert.Equal(
                    double.PositiveInfinity, Norms.Largest([.. values[..i], double.NegativeInfinity, 1]));
            }
        }
    }

    [Fact]
    public void Order_is_told_wherever_it_breaks()
    {
        for (int m = 0; m < 20; m++)
        {
            double[] values = [.. Enumerable.Range(0, m).Select(i => (double)i)];
            Assert.True(Columns.Ascend(values, strictly: true));
            for (int i = 1; i < m; i++)
            {
                double[] equal = [.. values[..i], values[i - 1], .. values[(i + 1)..]];
                Assert.True(Columns.Ascend(equal, strictly: false));
                Assert.False(Columns.Ascend(equal, strictly: true));
                Assert.False(Columns.Ascend([.. values[..i], i - 1.5, .. values[(i + 1)..]], strictly: false));
            }
        }
    }

    [Fact]
    public void A_difference_is_that_of_each_pair()
    {
        for (int m = 0; m < 20; m++)
        {
            double[] a = [.. Enumerable.Range(0, m).Select(i => 3.0 * i)];
            double[] b = [.. Enumerable.Range(0, m).Select(i => i + 0.25)];
            double[] expected = [.. a.Zip(b, (left, right) => left - right)];
            double[] difference = new double[m];
            Columns.Difference(a, b, difference);
            Assert.Equal(expected, difference);
            Columns.Difference(a, b, a);
            Assert.Equal(expected, a);
            difference.AsSpan().Clear();
            Columns.Difference(difference, b, b);
            Assert.Equal([.. Enumerable.Range(0, m).Select(i => -i - 0.25)], b);
        }
    }
}
