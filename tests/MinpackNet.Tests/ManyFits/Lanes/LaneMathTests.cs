using System.Numerics;

namespace MinpackNet.Tests;

/// <summary>Functions of lanes that do not know each other.</summary>
public sealed class LaneMathTests
{
    private const int Draws = 200_000;

    [Fact]
    public void The_exponential_is_within_a_unit_in_the_last_place_of_the_libms()
    {
        // The libm's own error is below one unit as well.
        Random random = new(1);
        for (int k = 0; k < Draws; k++)
        {
            double x = k % 2 == 0 ? -746 + (1456 * random.NextDouble()) : (2 * random.NextDouble()) - 1;
            double expected = Math.Exp(x);
            double actual = Exp(x);
            long units = Math.Abs(BitConverter.DoubleToInt64Bits(expected) - BitConverter.DoubleToInt64Bits(actual));
            Assert.True(units <= 1, $"exp {x:R}: {actual:R}, and not {expected:R}");
        }
    }

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(5e-324, 1.0)]
    [InlineData(-5e-324, 1.0)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.MaxValue, double.PositiveInfinity)]
    [InlineData(709.79, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 0.0)]
    [InlineData(double.MinValue, 0.0)]
    [InlineData(-745.14, 0.0)]
    [InlineData(-745.13, 5e-324)]
    public void At_its_edges_the_exponential_is_what_it_should_be(double x, double expected) =>
        Assert.Equal(expected, Exp(x));

    [Fact]
    public void A_neighbor_changes_no_bit()
    {
        Random random = new(2);
        double[] odd = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 800, -800, 0, 1e-310];
        double[] lanes = new double[Vector<double>.Count];
        for (int k = 0; k < Draws; k++)
        {
            for (int lane = 0; lane < lanes.Length; lane++)
            {
                lanes[lane] = random.Next(4) == 0 ? odd[random.Next(odd.Length)] : (100 * random.NextDouble()) - 50;
            }

            Vector<double> together = LaneMath.Exp(new(lanes));
            for (int lane = 0; lane < lanes.Length; lane++)
            {
                Assert.Equal(Exp(lanes[lane]), together[lane]);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void A_whole_span_gets_the_bits_of_its_vectors(int length)
    {
        Random random = new(3);
        Vector<double>[] values = new Vector<double>[length];
        double[] lanes = new double[Vector<double>.Count];
        for (int k = 0; k < Draws / 10; k++)
        {
            double spread = k % 2 == 0 ? 100 : 1500;
            for (int i = 0; i < length; i++)
            {
                for (int lane = 0; lane < lanes.Length; lane++)
                {
                    lanes[lane] = random.Next(1000) == 0 ? double.NaN : spread * (random.NextDouble() - 0.5);
                }

                values[i] = new(lanes);
            }

            Vector<double>[] expected = [.. values.Select(value => LaneMath.Exp(value))];
            LaneMath.ExpInPlace(values);
            Assert.Equal(expected.Select(Vector.AsVectorInt64), values.Select(Vector.AsVectorInt64));
        }
    }

    private static double Exp(double x) => LaneMath.Exp(new(x))[0];
}
