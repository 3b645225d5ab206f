using System.Numerics;

namespace MinpackNet.Tests;

/// <summary>
/// Functions of vectors and spans. How accurate they are beside MPFR, <c>MinpackNet.Benchmarks -- accuracy</c> shows.
/// </summary>
public sealed class LaneMathTests
{
    private const int Draws = 100_000;

    private static readonly double[] Odd =
    [
        double.NaN, double.PositiveInfinity, double.NegativeInfinity, 800, -800, 0, -0.0, 1e-310, -1e-310, 1e300,
        -1e300, 3 * Math.PI, 1e7, 5e-324,
    ];

    public delegate Vector<double> OfVector(Vector<double> x);

    public delegate void OfSpan(ReadOnlySpan<double> x, Span<double> results);

    public static TheoryData<string> Names => [.. Functions.Keys];

    private static Dictionary<string, (OfVector Vector, OfSpan Span, Func<double, double> Scalar, int Units)> Functions
    { get; } = new()
    {
        ["exp"] = (LaneMath.Exp, LaneMath.Exp, Math.Exp, 2),
        ["log"] = (LaneMath.Log, LaneMath.Log, Math.Log, 2),
        ["sin"] = (LaneMath.Sin, LaneMath.Sin, Math.Sin, 2),
        ["cos"] = (LaneMath.Cos, LaneMath.Cos, Math.Cos, 2),
        ["tan"] = (LaneMath.Tan, LaneMath.Tan, Math.Tan, 3),
        ["tanh"] = (LaneMath.Tanh, LaneMath.Tanh, Math.Tanh, 3),
    };

    /// <summary>The libm's own error is below one unit as well, or two.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_function_is_within_its_error_of_the_libms(string name)
    {
        (OfVector vector, _, Func<double, double> scalar, int most) = Functions[name];
        Random random = new(1);
        for (int k = 0; k < Draws; k++)
        {
            double x = k % 2 == 0 ? Math.ScaleB(random.NextDouble() - 0.3, random.Next(-40, 11)) : random.NextDouble();
            double expected = scalar(x);
            double actual = One(vector, x);
            double unit = Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected);
            bool isClose = double.IsNaN(expected)
                ? double.IsNaN(actual)
                : actual == expected || Math.Abs(actual - expected) <= most * unit;
            Assert.True(isClose, $"{name} {x:R}: {actual:R}, and not {expected:R}");
        }
    }

    [Theory]
    [InlineData("exp", 0.0, 1.0)]
    [InlineData("exp", 5e-324, 1.0)]
    [InlineData("exp", -5e-324, 1.0)]
    [InlineData("exp", double.NaN, double.NaN)]
    [InlineData("exp", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("exp", double.MaxValue, double.PositiveInfinity)]
    [InlineData("exp", 709.79, double.PositiveInfinity)]
    [InlineData("exp", double.NegativeInfinity, 0.0)]
    [InlineData("exp", double.MinValue, 0.0)]
    [InlineData("exp", -745.14, 0.0)]
    [InlineData("exp", -745.13, 5e-324)]
    [InlineData("log", 1.0, 0.0)]
    [InlineData("log", 0.0, double.NegativeInfinity)]
    [InlineData("log", -5e-324, double.NaN)]
    [InlineData("log", double.NegativeInfinity, double.NaN)]
    [InlineData("log", double.NaN, double.NaN)]
    [InlineData("log", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("log", 5e-324, -744.4400719213812)]
    [InlineData("log", double.MaxValue, 709.782712893384)]
    [InlineData("sin", 0.0, 0.0)]
    [InlineData("sin", 5e-324, 5e-324)]
    [InlineData("sin", 1e22, -0.8522008497671888)]
    [InlineData("sin", double.PositiveInfinity, double.NaN)]
    [InlineData("sin", double.NaN, double.NaN)]
    [InlineData("cos", 0.0, 1.0)]
    [InlineData("cos", 5.319372648326541e+255, -4.687165924254628e-19)] // no double is closer to a right angle
    [InlineData("cos", 1.5707963267948966, 6.123233995736766e-17)]
    [InlineData("cos", double.NegativeInfinity, double.NaN)]
    [InlineData("tan", 1.5707963267948966, 1.633123935319537e+16)]
    [InlineData("tan", 3.141592653589793, -1.2246467991473532e-16)]
    [InlineData("tanh", 5e-324, 5e-324)]
    [InlineData("tanh", 30.0, 1.0)]
    [InlineData("tanh", double.NegativeInfinity, -1.0)]
    [InlineData("tanh", double.NaN, double.NaN)]
    public void At_its_edges_a_function_is_what_it_should_be(string name, double x, double expected) => Assert.Equal(
        BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(One(Functions[name].Vector, x)));

    [Fact]
    public void Zero_keeps_its_sign()
    {
        Assert.True(double.IsNegative(One(LaneMath.Sin, -0.0)));
        Assert.True(double.IsNegative(One(LaneMath.Tan, -0.0)));
        Assert.True(double.IsNegative(One(LaneMath.Tanh, -0.0)));
        Assert.Equal(double.NegativeInfinity, One(LaneMath.Log, -0.0));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_neighbor_changes_no_bit(string name)
    {
        OfVector function = Functions[name].Vector;
        Random random = new(2);
        double[] lanes = new double[Vector<double>.Count];
        for (int k = 0; k < Draws; k++)
        {
            for (int lane = 0; lane < lanes.Length; lane++)
            {
                lanes[lane] = random.Next(4) == 0 ? Odd[random.Next(Odd.Length)] : (100 * random.NextDouble()) - 50;
            }

            Vector<double> together = function(new(lanes));
            for (int lane = 0; lane < lanes.Length; lane++)
            {
                Assert.Equal(One(function, lanes[lane]), together[lane]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_span_of_any_length_gets_the_bits_of_single_numbers(string name)
    {
        (OfVector vector, OfSpan span, _, _) = Functions[name];
        Random random = new(3);
        for (int length = 0; length < 40; length++)
        {
            double[] x = [.. Enumerable.Range(0, length).Select(_ => random.Next(9) == 0
                ? Odd[random.Next(Odd.Length)]
                : 100 * (random.NextDouble() - 0.5))];
            double[] expected = [.. x.Select(number => One(vector, number)), 7];
            double[] results = [.. x, 7];
            span(x, results);
            Assert.Equal(expected, results);
            span(x, x);
            Assert.Equal(expected[..^1], x);
        }
    }

    [Fact]
    public void Sine_and_cosine_may_be_had_at_once()
    {
        double[] x = [.. Odd, .. Enumerable.Range(0, 1000).Select(i => 0.37 * i)];
        double[] sines = new double[x.Length];
        double[] cosines = new double[x.Length];
        LaneMath.SinCos(x, sines, cosines);
        double[] expected = new double[x.Length];
        LaneMath.Sin(x, expected);
        Assert.Equal(expected, sines);
        LaneMath.Cos(x, expected);
        Assert.Equal(expected, cosines);
    }

    [Fact]
    public void A_power_is_within_its_error_of_the_libms()
    {
        Random random = new(4);
        for (int k = 0; k < Draws; k++)
        {
            double x = k % 2 == 0
                ? Math.ScaleB(random.NextDouble(), random.Next(-1080, 1024))
                : random.NextDouble() + 0.5;
            double y = 750 * ((2 * random.NextDouble()) - 1) / Math.Log(x);
            double expected = Math.Pow(x, y);
            double actual = LaneMath.Pow(new Vector<double>(x), new Vector<double>(y))[0];
            double unit = Math.BitIncrement(expected) - expected;
            Assert.True(
                actual == expected || Math.Abs(actual - expected) <= 2 * unit,
                $"{x:R} to the {y:R}: {actual:R}, and not {expected:R}");
        }
    }

    [Fact]
    public void A_power_that_is_a_number_is_that_number()
    {
        for (int x = 1; x <= 100; x++)
        {
            double expected = x;
            for (int y = 1; expected < 1e15; y++, expected *= x)
            {
                Assert.Equal(expected, Power(x, y));
                Assert.Equal(x, Power(expected, 1.0 / y), 1e-14 * x);
                if (x == 1 && y == 60)
                {
                    break;
                }
            }
        }
    }

    /// <summary>.NET's has the rules of IEEE 754, too.</summary>
    [Fact]
    public void Powers_of_odd_numbers_follow_the_standard()
    {
        double[] all =
        [
            .. Odd, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 1.5, -1.5, 1e22, -1e22, 9007199254740991, -9007199254740993,
            double.MaxValue, double.MinValue, 2.2250738585072014e-308, Math.BitDecrement(1), Math.BitIncrement(1),
        ];
        foreach (double x in all)
        {
            foreach (double y in all)
            {
                double expected = Math.Pow(x, y);
                double actual = Power(x, y);
                bool isSame = double.IsFinite(expected) && expected != 0
                    ? Math.Abs(actual - expected) <= 1e-15 * Math.Abs(expected)
                    : double.IsNaN(expected)
                        ? double.IsNaN(actual)
                        : expected.Equals(actual) && double.IsNegative(expected) == double.IsNegative(actual);
                Assert.True(isSame, $"{x:R} to the {y:R}: {actual:R}, and not {expected:R}");
            }
        }
    }

    [Fact]
    public void Spans_of_powers_have_the_bits_of_single_ones()
    {
        Random random = new(5);
        for (int length = 0; length < 40; length++)
        {
            double[] x = [.. Enumerable.Range(0, length).Select(_ => Number())];
            double[] y = [.. Enumerable.Range(0, length).Select(_ => Number())];
            double[] expected = [.. x.Zip(y, Power), 7];
            double[] results = [.. x, 7];
            LaneMath.Pow(x, y, results);
            Assert.Equal(expected, results);
            results = [.. x];
            LaneMath.Pow(results, y, results);
            Assert.Equal(expected[..^1], results);
            LaneMath.Pow(x, y, y);
            Assert.Equal(expected[..^1], y);
        }

        double Number() => random.Next(9) == 0 ? Odd[random.Next(Odd.Length)] : 10 * (random.NextDouble() - 0.2);
    }

    [Fact]
    public void Powers_have_the_same_bits_everywhere()
    {
        double[] x = [.. Scattered().Select(Math.Abs)];
        double[] y = [.. Scattered().Reverse()];
        LaneMath.Pow(x, y, y);
        Assert.Equal(8141286200535103193UL, DigestOf(y));
    }

    [Fact]
    public void Vectors_are_replaced_in_place()
    {
        // Pairs of moderate numbers, and then some that are not.
        Vector<double>[] values =
        [
            .. Enumerable.Range(-20, 41).Select(i =>
                new Vector<double>([.. Enumerable.Range(0, Vector<double>.Count).Select(j => (35.3 * i) + (0.7 * j))])),
            new(1.5), new(-800), new(double.NaN), new(2.5),
        ];
        Vector<double>[] expected = [.. values.Select(LaneMath.Exp)];
        LaneMath.ExpInPlace(values);
        Assert.Equal(expected.Select(Vector.AsVectorInt64), values.Select(Vector.AsVectorInt64));
    }

    [Fact]
    public void Too_little_room_is_refused()
    {
        Assert.Contains(
            "There is room for 1 result of 2 numbers.",
            Assert.Throws<ArgumentException>("results", () => LaneMath.Exp(new double[2], new double[1])).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "There are 2 exponents for 1 number.",
            Assert.Throws<ArgumentException>("y", () => LaneMath.Pow(new double[1], new double[2], [0])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("sines", () => LaneMath.SinCos(new double[2], new double[1], new double[2]));
        Assert.Throws<ArgumentException>("cosines", () => LaneMath.SinCos(new double[2], new double[2], new double[1]));
    }

    [Fact]
    public void Results_that_would_change_numbers_before_they_are_used_are_refused()
    {
        double[] all = [.. Enumerable.Range(0, 40).Select(k => k / 10.0)];
        double[] apart = new double[30];
        Assert.Contains(
            "would change before they are used",
            Assert.Throws<ArgumentException>(
                "results", () => LaneMath.Exp(all.AsSpan(0, 30), all.AsSpan(3, 30))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("results", () => LaneMath.Log(all.AsSpan(3, 30), all.AsSpan(0, 30)));
        Assert.Throws<ArgumentException>("results", () => LaneMath.Pow(apart, all.AsSpan(0, 30), all.AsSpan(3, 30)));
        Assert.Throws<ArgumentException>(
            "sines", () => LaneMath.SinCos(all.AsSpan(0, 30), all.AsSpan(3, 30), new double[30]));
        Assert.Throws<ArgumentException>("cosines", () => LaneMath.SinCos(new double[30], apart, apart));

        // Side by side, in place, and with room behind that belongs to other numbers, they may be.
        LaneMath.Exp(all.AsSpan(0, 20), all.AsSpan(20));
        Assert.Equal(Math.Exp(1.9), all[39], 1e-14);
        LaneMath.SinCos(all.AsSpan(0, 20), all.AsSpan(0, 20), all.AsSpan(20));
        Assert.Equal(Math.Sin(1.9), all[19], 1e-15);
        LaneMath.Exp(all.AsSpan(20, 5), all.AsSpan(0, 40));
        Assert.Equal(Math.Exp(1), all[0], 1e-15);
    }

    /// <summary>The same on every processor, operating system and length of vectors; numbers of any size.</summary>
    [Theory]
    [InlineData("exp", 13422488594524354427UL)]
    [InlineData("log", 12104331606303414128UL)]
    [InlineData("sin", 14720855534715908845UL)]
    [InlineData("cos", 12132796240906631993UL)]
    [InlineData("tan", 14580962307987138874UL)]
    [InlineData("tanh", 12578054417236102597UL)]
    public void The_bits_are_the_same_everywhere(string name, ulong digest)
    {
        double[] x = Scattered();
        Functions[name].Span(x, x);
        Assert.Equal(digest, DigestOf(x));
    }

    private static double[] Scattered()
    {
        ulong state = 1;
        double[] x = new double[Draws];
        for (int i = 0; i < x.Length; i++)
        {
            state = (state * 6364136223846793005) + 1442695040888963407;
            x[i] = i % 2 == 0 ? BitConverter.UInt64BitsToDouble(state) : ((state >> 11) * 1e-14) - 40;
        }

        return x;
    }

    private static ulong DigestOf(double[] results)
    {
        ulong hash = 14695981039346656037; // FNV-1a
        foreach (double result in results)
        {
            hash = (hash ^ (double.IsNaN(result) ? 0 : BitConverter.DoubleToUInt64Bits(result))) * 1099511628211;
        }

        return hash;
    }

    private static double Power(double x, double y) => LaneMath.Pow(new Vector<double>(x), new Vector<double>(y))[0];

    private static double One(OfVector function, double x) => function(new(x))[0];
}
