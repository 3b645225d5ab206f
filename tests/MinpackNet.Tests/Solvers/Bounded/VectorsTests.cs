namespace MinpackNet.Tests;

/// <summary>Vectors of every length around the width of registers, against one element after the other.</summary>
public sealed class VectorsTests
{
    [Fact]
    public void Elements_are_those_of_a_plain_loop()
    {
        for (int length = 0; length < 40; length++)
        {
            double[] a = Numbers(length, 3);
            double[] b = Numbers(length, 5);
            double[] product = new double[length];
            Vectors.Multiply(a, b, product);
            Assert.Equal(a.Zip(b, (x, y) => x * y), product);

            AssertChanges(a, x => Vectors.Multiply(x, 0.7), (x, _) => x * 0.7);
            AssertChanges(a, x => Vectors.Combine(x, 0.7, b), (x, i) => b[i] + (0.7 * x));
            AssertChanges(a, x => Vectors.Add(x, 0.7, b), (x, i) => x + (0.7 * b[i]));
            AssertChanges(a, x => Vectors.Rotate(x, [.. b], 0.8, 0.6), (x, i) => (0.8 * x) - (0.6 * b[i]));
            AssertChanges(b, x => Vectors.Rotate([.. a], x, 0.8, 0.6), (x, i) => (0.6 * a[i]) + (0.8 * x));
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

            Assert.Equal(expected, Vectors.Dot(a, b));
        }

        Assert.Equal(5, Vectors.Norm([3, 4]));
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
