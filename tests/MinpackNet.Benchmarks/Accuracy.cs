using System.Diagnostics;
using System.Globalization;

namespace MinpackNet.Benchmarks;

/// <summary>How far the functions of LaneMath are from the exact ones, and how fast they are beside Math's.</summary>
internal static class Accuracy
{
    private const int DefaultDraws = 1_000_000;
    private const int Block = 1000;
    private const int Rounds = 50;
    private const int Repeats = 100;

    private static readonly Function[] Functions =
    [
        new("exp", LaneMath.Exp, Each<ExpOfMath>, 1, -745, 710, 50),
        new("log", LaneMath.Log, Each<LogOfMath>, 1, 0, double.MaxValue, 100),
        new("sin", LaneMath.Sin, Each<SinOfMath>, 1, double.MinValue, double.MaxValue, 100),
        new("cos", LaneMath.Cos, Each<CosOfMath>, 1, double.MinValue, double.MaxValue, 100),
        new("tan", LaneMath.Tan, Each<TanOfMath>, 2, double.MinValue, double.MaxValue, 100),
        new("pow", Powers, PowersOfMath, 2, double.Epsilon, double.MaxValue, 100),
        new("tanh", LaneMath.Tanh, Each<TanhOfMath>, 2, double.MinValue, double.MaxValue, 10),
    ];

    private static double[] _bases = [];
    private static double[] _exponents = [];

    private interface IOfMath
    {
        static abstract double Of(double x);
    }

    private delegate void OfSpan(ReadOnlySpan<double> x, Span<double> results);

    /// <param name="arguments">How many numbers for each function; a million if empty.</param>
    /// <returns>0, or 1 if one is less accurate than promised.</returns>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        int draws = arguments.IsEmpty ? DefaultDraws : int.Parse(arguments[0], CultureInfo.InvariantCulture);
        Console.WriteLine($"{draws:N0} numbers each: uniform in the range, and as many of any size in it");
        Console.WriteLine("| function | uniform | any size | worst at | promised | times as fast as Math's |");
        Console.WriteLine("|---|---|---|---|---|---|");
        bool good = true;
        foreach (Function function in Functions)
        {
            Random random = new(1);
            (double uniform, _) = Worst(function, draws, () => function.Uniform(random));
            (double any, double at) = Worst(function, draws, () => function.OfAnySize(random));
            good &= Math.Max(uniform, any) <= function.Promised;
            double speed = Speed(function);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {function.Name} | {uniform:F3} | {any:F3} | {at:R} | {function.Promised} | {speed:F1} |"));
        }

        Console.WriteLine(good ? "All are as accurate as promised." : "Not all are as accurate as promised.");
        return good ? 0 : 1;
    }

    private static (double Units, double At) Worst(Function function, int draws, Func<double> draw)
    {
        double[] x = new double[Block];
        double[] results = new double[Block];
        (double Units, double At) worst = default;
        for (int first = 0; first < draws; first += Block)
        {
            for (int i = 0; i < Block; i++)
            {
                x[i] = draw();
            }

            function.Lanes(x, results);
            for (int i = 0; i < Block; i++)
            {
                (double value, double units) = Mpfr.ErrorOf(function.Name, x[i], results[i]);
                if (double.IsFinite(value) && !(units <= worst.Units))
                {
                    worst = (units, x[i]);
                }
            }
        }

        return worst;
    }

    /// <summary>An exponent for a base, so that the powers have all sizes; those of usual bases are normal.</summary>
    public static double ExponentOf(double x) =>
        (x is > 0.01 and < 100 ? 700 : 745) * Math.Sin(1e3 * x) / Math.Log(x == 1 ? 2 : x);

    private static void Powers(ReadOnlySpan<double> x, Span<double> results) =>
        LaneMath.Pow(x, ExponentsOf(x), results);

    private static void PowersOfMath(ReadOnlySpan<double> x, Span<double> results)
    {
        double[] exponents = ExponentsOf(x);
        for (int i = 0; i < x.Length; i++)
        {
            results[i] = Math.Pow(x[i], exponents[i]);
        }
    }

    /// <summary>Made once for the same numbers, so that their time does not count.</summary>
    private static double[] ExponentsOf(ReadOnlySpan<double> x)
    {
        if (!x.SequenceEqual(_bases))
        {
            _bases = x.ToArray();
            _exponents = Array.ConvertAll(_bases, ExponentOf);
        }

        return _exponents;
    }

    private static void Each<TFunction>(ReadOnlySpan<double> x, Span<double> results)
        where TFunction : struct, IOfMath
    {
        for (int i = 0; i < x.Length; i++)
        {
            results[i] = TFunction.Of(x[i]);
        }
    }

    /// <summary>How many times as fast the function is as that of Math, over a span of numbers of usual size.</summary>
    private static double Speed(Function function)
    {
        Random random = new(2);
        double[] x = [.. Enumerable.Range(0, Block).Select(_ => function.Uniform(random))];
        double[] results = new double[Block];
        double lanes = double.PositiveInfinity;
        double scalar = double.PositiveInfinity;
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int repeat = 0; repeat < Repeats; repeat++)
            {
                function.Lanes(x, results);
            }

            lanes = Math.Min(lanes, Stopwatch.GetElapsedTime(start).TotalSeconds);
            start = Stopwatch.GetTimestamp();
            for (int repeat = 0; repeat < Repeats; repeat++)
            {
                function.Scalars(x, results);
            }

            scalar = Math.Min(scalar, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return scalar / lanes;
    }

    /// <param name="Name">What it is called, also by MPFR.</param>
    /// <param name="Lanes">The function to judge.</param>
    /// <param name="Scalars">That of Math, one by one.</param>
    /// <param name="Promised">How many units in the last place it may be off.</param>
    /// <param name="Least">The smallest number to try.</param>
    /// <param name="Most">The largest.</param>
    /// <param name="Usual">Up to here, in size, numbers are drawn uniformly.</param>
    private sealed record Function(
        string Name, OfSpan Lanes, OfSpan Scalars, double Promised, double Least, double Most, double Usual)
    {
        public double Uniform(Random random) =>
            Math.Max(Least, -Usual) + ((Usual - Math.Max(Least, -Usual)) * random.NextDouble());

        public double OfAnySize(Random random)
        {
            while (true)
            {
                double x = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
                if (x >= Least && x <= Most)
                {
                    return x;
                }
            }
        }
    }

    private readonly struct ExpOfMath : IOfMath
    {
        public static double Of(double x) => Math.Exp(x);
    }

    private readonly struct LogOfMath : IOfMath
    {
        public static double Of(double x) => Math.Log(x);
    }

    private readonly struct SinOfMath : IOfMath
    {
        public static double Of(double x) => Math.Sin(x);
    }

    private readonly struct CosOfMath : IOfMath
    {
        public static double Of(double x) => Math.Cos(x);
    }

    private readonly struct TanOfMath : IOfMath
    {
        public static double Of(double x) => Math.Tan(x);
    }

    private readonly struct TanhOfMath : IOfMath
    {
        public static double Of(double x) => Math.Tanh(x);
    }
}
