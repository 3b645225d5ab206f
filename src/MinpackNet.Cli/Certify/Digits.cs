namespace MinpackNet.Cli;

/// <summary>Counts correct decimal digits by the log relative error, -log10(|value - exact| / |exact|).</summary>
internal static class Digits
{
    /// <summary>The most digits counted: as many as NIST publishes.</summary>
    public const double Most = 11;

    /// <summary>The correct digits of a value, from 0 to <see cref="Most"/>; 0 if it is not finite.</summary>
    public static double Correct(double value, double exact)
    {
        double error = Math.Abs(value - exact) / Math.Abs(exact);
        return double.IsFinite(error) ? Math.Clamp(-Math.Log10(error), 0, Most) : 0;
    }

    /// <summary>The correct digits of the worst value.</summary>
    public static double Worst(IEnumerable<double> values, IEnumerable<double> exact) =>
        values.Zip(exact, Correct).Min();
}
