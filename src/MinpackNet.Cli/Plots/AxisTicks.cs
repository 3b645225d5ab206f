using System.Globalization;

namespace MinpackNet.Cli.Plots;

/// <summary>Places on an axis at round numbers, and their labels.</summary>
internal static class AxisTicks
{
    private const double LargestPlain = 1e6;
    private const double SmallestPlain = 1e-3;
    private const int MostDigits = 15;

    /// <summary>The ticks of a range at steps of 1, 2 or 5 times a power of ten.</summary>
    /// <param name="from">Where the range starts.</param>
    /// <param name="to">Where it ends, above that.</param>
    /// <param name="most">How many there may be, at least 2.</param>
    public static (double[] Places, double Step) Of(double from, double to, int most)
    {
        double least = (to - from) / (most - 1);
        double power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        double step = power * (least / power is var share && share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
        double first = Math.Ceiling(from / step);
        double last = Math.Floor(to / step);
        return ([.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step)], step);
    }

    /// <summary>A tick in as many digits as tell it from the next.</summary>
    /// <param name="value">The tick.</param>
    /// <param name="step">The distance between two.</param>
    /// <param name="largest">The largest size on the axis, which decides between 0.001 and 1e-3 for all of it.</param>
    public static string Label(double value, double step, double largest)
    {
        int last = Exponent(step);
        if (Math.Abs(value) < step / 2)
        {
            return "0";
        }

        if (largest is >= SmallestPlain and < LargestPlain)
        {
            return value.ToString($"F{Math.Clamp(-last, 0, MostDigits)}", CultureInfo.InvariantCulture);
        }

        int digits = Math.Clamp(Exponent(Math.Abs(value)) - last, 0, MostDigits);
        return value.ToString($"0.{new string('#', digits)}e0", CultureInfo.InvariantCulture);
    }

    /// <summary>A range with room at both ends, even when it is a point.</summary>
    public static (double From, double To) Widened(double from, double to, double share)
    {
        double room = to > from ? share * (to - from) : from == 0 ? 1 : share * Math.Abs(from);
        return (from - room, to + room);
    }

    /// <summary>The power of ten of the first digit; the factor is for 0.1 + 0.2 and its like.</summary>
    private static int Exponent(double value) => (int)Math.Floor(Math.Log10(value * (1 + 1e-9)));
}
