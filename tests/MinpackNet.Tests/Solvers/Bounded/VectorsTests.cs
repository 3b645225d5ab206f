namespace MinpackNet.Tests;

/// <summary>Long vectors of every length around the width of registers, against one element after the other.</summary>
public sealed class LongVectorsTests
{
    [Fact]
    public void Elements_are_those_of_a_plain_loop()
    {
        for (int length = 0; length < 40; length++)
        {
            double[] a = Numbers(length, 3);
            double[] b = Numbers(length, 5);
            double[] product = new double[length];
            LongVectors.Multiply(a, b, product);
            Assert.Equal(a.Zip(b, (x, y) => x * y), product);

            AssertChanges(a, x => LongVectors.Multiply(x, 0.7), (x, _) => x * 0.7);
            AssertChanges(a, x => LongVectors.Combine(x, 0.7, b), (x, i) => b[i] + (0.7 * x));
            AssertChanges(a, x => LongVectors.Add(x, 0.7, b), (x, i) => x + (0.7 * b[i]));
        }
    }

    [Fact]
    public void Sums_have_eight_chains_on_every_processor()
    {
        for (int length = 0; length < 40; length++)
        {
            double[] a = Numbers(length, 3);
            double[] b = Numbers(length, 5);
            double[] chains = new double[8];
            int whole = length - (length % 8);
            for (int i = 0; i < whole; i++)
            {
                chains[i % 8] += a[i] * b[i];
            }

            double even = chains[0] + chains[2] + (chains[4] + chains[6]);
            double odd = chains[1] + chains[3] + (chains[5] + chains[7]);
            double expected = even + odd;
            for (int i = whole; i < length; i++)
            {
                expected += a[i] * b[i];
            }

            Assert.Equal(expected, LongVectors.Dot(a, b));
        }

        Assert.Equal(5, LongVectors.Norm([3, 4]));
    }

    private static double[] Numbers(int length, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, length).Select(_ => random.NextDouble() - 0.5)];
    }

    private static void AssertChanges(double[] vector, Action<double[]> change, Func<double, int, double> element)
    {
        double[] changed = [.. vector];
        change(changed);
        Assert.Equal(vector.Select(element), changed);
    }
}
