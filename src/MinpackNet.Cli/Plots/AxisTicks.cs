using System.Globalization;

namespace MinpackNet.Cli;

/// <summary>Places on an axis at round numbers, and their labels.</summary>
internal static class AxisTicks
{
    private const double LargestPlain = 1e6;
    private const double SmallestPlain = 1e-3;
    private const int MostDigits = 12;

    // So much more or less than a round number is one.
    private const double Rounding = 1e-9;

    // A narrower range, over its size, is a point: there are no numbers to put on its axis.
    private const double Narrowest = 1e-12;

    /// <summary>The ticks of a range at steps of 1, 2 or 5 times a power of ten.</summary>
    /// <param name="from">Where the range starts.</param>
    /// <param name="to">Where it ends, above that.</param>
    /// <param name="most">How many there may be, at least 2.</param>
    public static (double[] Places, double Step) Of(double from, double to, int most)
    {
        double least = (to - from) / (most - 1);
        double power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        double share = least / power * (1 - Rounding);
        double step = power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
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

    /// <summary>The largest size of a number in a range.</summary>
    public static double Size((double From, double To) range) => Math.Max(Math.Abs(range.From), Math.Abs(range.To));

    /// <summary>A range with room at both ends, even when it is a point.</summary>
    public static (double From, double To) Widened(double from, double to, double share)
    {
        double size = Size((from, to));
        double room = to - from > Narrowest * size ? share * (to - from) : size == 0 ? 1 : share * size;
        return (from - room, to + room);
    }

    /// <summary>The power of ten of the first digit.</summary>
    private static int Exponent(double value) => (int)Math.Floor(Math.Log10(value * (1 + Rounding)));
}
