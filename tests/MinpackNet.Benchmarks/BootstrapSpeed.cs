using System.Diagnostics;
using System.Globalization;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using MinpackNet.Fitting;

namespace MinpackNet.Benchmarks;

/// <summary>Seconds and memory of a bootstrap of ten thousand refits of 50 points and 4 parameters.</summary>
internal static class BootstrapSpeed
{
    private const int Samples = 10_000;
    private const int PointCount = 50;
    private const int Repetitions = 5;
    private const string Text = "a*exp(-b*x) + c*exp(-d*x)";

    private static readonly double[] Truth = [3, 0.2, 2, 1.5];

    public static int Run()
    {
        double[] x = [.. Enumerable.Range(0, PointCount).Select(i => 0.2 * i)];
        double[] noise = new double[PointCount];
        Normal.Samples(new Xoshiro256StarStar(1, threadSafe: false), noise, 0, 0.02);
        Formula formula = Formula.Parse(Text);
        double[] y = [.. x.Select((at, i) => formula.Evaluate(Truth, at) + noise[i])];
        FitResult byFormula = CurveFit.Fit(formula, x, y, Truth);
        FitResult byFunction = CurveFit.Fit(
            (p, at) => (p[0] * Math.Exp(-p[1] * at)) + (p[2] * Math.Exp(-p[3] * at)), x, y, Truth);
        Console.WriteLine($"{Samples} refits of {PointCount} points, {Text}: the best of {Repetitions} runs");
        foreach (BootstrapKind kind in Enum.GetValues<BootstrapKind>())
        {
            Time($"formula, {kind}", () => byFormula.Bootstrap(kind, Samples));
        }

        Time("function, Residual", () => byFunction.Bootstrap(samples: Samples));
        return 0;
    }

    private static void Time(string name, Func<BootstrapResult> bootstrap)
    {
        double best = double.PositiveInfinity;
        long allocated = 0;
        BootstrapResult result = bootstrap();
        for (int k = 0; k < Repetitions; k++)
        {
            long before = GC.GetTotalAllocatedBytes();
            Stopwatch watch = Stopwatch.StartNew();
            result = bootstrap();
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
            allocated = GC.GetTotalAllocatedBytes() - before;
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-22} {best,7:F3} s, {allocated / 1e6,6:F1} MB allocated in all, {result.FailedCount} failed"));
    }
}
