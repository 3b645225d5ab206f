using System.Globalization;

namespace MinpackNet.Cli;

/// <summary>Ticks at round numbers on an axis, and their labels.</summary>
internal static class AxisTicks
{
    private const double LargestPlain = 1e6;
    private const double SmallestPlain = 1e-3;
    private const int MostDigits = 12;

    // A number this close to a round one counts as round.
    private const double Rounding = 1e-9;

    // A range narrower than this share of its size is a point: its axis has no room for numbers.
    private const double Narrowest = 1e-12;

    /// <summary>The ticks in a range, at steps of 1, 2 or 5 times a power of ten.</summary>
    /// <param name="from">The start of the range.</param>
    /// <param name="to">The end of the range, greater than the start.</param>
    /// <param name="most">The largest number of ticks, at least 2.</param>
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

    /// <summary>A tick with as many digits as distinguish it from the next.</summary>
    /// <param name="value">The tick.</param>
    /// <param name="step">The distance between two ticks.</param>
    /// <param name="largest">
    /// The largest magnitude on the axis, which decides between 0.001 and 1e-3 for all labels.
    /// </param>
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

    /// <summary>The largest magnitude in a range.</summary>
    public static double Size((double From, double To) range) => Math.Max(Math.Abs(range.From), Math.Abs(range.To));

    /// <summary>A range with a margin at both ends, even if it is a point.</summary>
    public static (double From, double To) Widened(double from, double to, double share)
    {
        double size = Size((from, to));
        double room = to - from > Narrowest * size ? share * (to - from) : size == 0 ? 1 : share * size;
        return (from - room, to + room);
    }

    /// <summary>The power of ten of the first digit.</summary>
    private static int Exponent(double value) => (int)Math.Floor(Math.Log10(value * (1 + Rounding)));
}
