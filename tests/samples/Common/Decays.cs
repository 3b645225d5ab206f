using MinpackNet.Fitting;

namespace MinpackNet.Samples;

/// <summary>Decays that follow from the number of the fit alone, so that any machine makes those of a part.</summary>
internal static class Decays
{
    private const int Points = 50;
    private const int Spoiled = 1000;
    private const ulong Step = 0x9E3779B97F4A7C15;

    /// <summary>The job: a formula, start values, and defaults.</summary>
    public static FitJob Job { get; } = new(Formula.Parse("a*exp(-k*t) + c", ["t"]), [("a", 1), ("k", 1), ("c", 0)]);

    /// <summary>The times that all have in common.</summary>
    public static double[] Times { get; } = [.. Enumerable.Range(0, Points).Select(i => 0.1 * i)];

    /// <summary>The observations of a part. One in a thousand holds a NaN, and fails alone.</summary>
    public static double[][] Of(FitPart part) =>
        [.. Enumerable.Range(part.First, part.Count).Select(Observed)];

    private static double[] Observed(int fit)
    {
        ulong state = (ulong)fit * Step;
        double a = 1 + Next(ref state);
        double k = 0.3 + Next(ref state);
        double c = 0.1 * Next(ref state);
        double[] y = new double[Points];
        for (int i = 0; i < Points; i++)
        {
            y[i] = (a * Math.Exp(-k * Times[i])) + c + (0.02 * (Next(ref state) - 0.5));
        }

        y[7] = fit % Spoiled == Spoiled - 1 ? double.NaN : y[7];
        return y;
    }

    // SplitMix64 (Steele, Lea, Flood 2014), from 0 to 1.
    private static double Next(ref ulong state)
    {
        ulong z = state += Step;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * Math.ScaleB(1, -53);
    }
}
