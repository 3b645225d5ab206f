using System.Diagnostics;
using System.Globalization;
using MinpackNet.Fitting;

namespace MinpackNet.Benchmarks;

/// <summary>
/// Fits of curves written for any number type: by recorded steps, and the same with a branch, which takes dual numbers.
/// </summary>
internal static class GenericSpeed
{
    private const int Rounds = 25;

    public static int Run()
    {
        foreach (int points in (int[])[50, 1000, 100_000])
        {
            Compare<Decay, BranchingDecay>(points, [5, 0.7, 1]);
            Compare<Peaks, BranchingPeaks>(points, [3, 2, 0.6, 5, 4, 0.4, 2, 7, 0.8]);
        }

        return 0;
    }

    private static void Compare<TModel, TBranching>(int points, double[] at)
        where TModel : struct, ICurveModel
        where TBranching : struct, ICurveModel
    {
        double[] x = [.. Enumerable.Range(0, points).Select(i => 10.0 * i / points)];
        double[] y = [.. x.Select((v, i) => TModel.Evaluate<double>(at, v) + (0.1 * ((i * 0.618034 % 1) - 0.5)))];
        StartValues start = Array.ConvertAll(at, value => 1.05 * value);
        int count = Math.Max(1, 100_000 / points);
        double recorded = double.PositiveInfinity;
        double branching = double.PositiveInfinity;
        for (int round = 0; round < Rounds; round++)
        {
            recorded = Math.Min(recorded, Time<TModel>(x, y, start, count));
            branching = Math.Min(branching, Time<TBranching>(x, y, start, count));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{typeof(TModel).Name,-6} {points,7} points: recorded {1e6 * recorded,9:F0} us, "
            + $"dual numbers {1e6 * branching,9:F0} us, ratio {branching / recorded:F2}"));
    }

    private static double Time<TModel>(double[] x, double[] y, StartValues start, int count)
        where TModel : struct, ICurveModel
    {
        Stopwatch watch = Stopwatch.StartNew();
        for (int k = 0; k < count; k++)
        {
            CurveFit.Fit<TModel>(x, y, start);
        }

        return watch.Elapsed.TotalSeconds / count;
    }

    private readonly struct Decay : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) => (b[0] * T.Exp(-b[1] * x)) + b[2];
    }

    private readonly struct BranchingDecay : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) =>
            x < T.Zero ? x : (b[0] * T.Exp(-b[1] * x)) + b[2];
    }

    private readonly struct Peaks : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x)
        {
            T sum = T.Zero;
            for (int k = 0; k < b.Length; k += 3)
            {
                T u = (x - b[k + 1]) / b[k + 2];
                sum += b[k] * T.Exp(-u * u);
            }

            return sum;
        }
    }

    private readonly struct BranchingPeaks : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x)
        {
            T sum = x < T.Zero ? T.One : T.Zero;
            for (int k = 0; k < b.Length; k += 3)
            {
                T u = (x - b[k + 1]) / b[k + 2];
                sum += b[k] * T.Exp(-u * u);
            }

            return sum;
        }
    }
}
