using System.Globalization;

namespace MinpackNet.Cli;

/// <summary>The ticks of an axis at round numbers, and their labels.</summary>
/// <param name="Values">The numbers.</param>
/// <param name="Places">Where they are on the axis, from 0 at its start to 1 at its end.</param>
/// <param name="Labels">Their labels, all different.</param>
internal sealed record AxisTicks(double[] Values, double[] Places, string[] Labels)
{
    private const double LargestPlain = 1e6;
    private const double SmallestPlain = 1e-3;
    private const int MostDigits = 15;

    // Labels with more digits are counted from an offset, and have at most about four.
    private const int MostDigitsOfLabel = 6;
    private const decimal RoundOffset = 1e4m;

    // A number this close to a round one counts as round.
    private const double Rounding = 1e-9;
    private const double NearlyWhole = 1e-6;

    private const int LeastExponent = -307;
    private const int GreatestExponent = 308;

    private static readonly int[] Digits = [1, 2, 5, 10];

    /// <summary>The places of small ticks without a label.</summary>
    public double[] Minor { get; init; } = [];

    /// <summary>What is added to each label, to follow the title of the axis, such as (+1e9); empty for 0.</summary>
    public string Offset { get; init; } = "";

    /// <summary>Ticks at multiples of 1, 2 or 5 times a power of ten, at least two.</summary>
    /// <param name="from">The start of the axis, less the offset.</param>
    /// <param name="to">The end of the axis, less the offset.</param>
    /// <param name="most">About the largest number of ticks.</param>
    /// <param name="offset">What is added to each.</param>
    /// <param name="place">The place of a tick that is given without the offset.</param>
    public static AxisTicks Even(double from, double to, int most, AxisOffset offset, Func<double, double> place)
    {
        (double step, _) = Step(from, to, most);
        double first = Math.Ceiling(from / step);
        double last = Math.Floor(to / step);
        double[] ticks = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step)];
        double size = ticks.Max(Math.Abs);
        return new(
            [.. ticks.Select(tick => offset.Value + tick)],
            [.. ticks.Select(place)],
            [.. ticks.Select(tick => Label(tick, step, size))])
        {
            Offset = offset.Units == 0 ? "" : $" ({offset})",
        };
    }

    /// <summary>Ticks on a logarithmic axis, with labels that are all plain or all have an exponent.</summary>
    public static AxisTicks OfPowers(double[] ticks, double[] small, Func<double, double> place)
    {
        bool isPlain = ticks[0] >= SmallestPlain && ticks[^1] < LargestPlain;
        return new(
            ticks,
            [.. ticks.Select(place)],
            [.. ticks.Select(tick => isPlain ? Plain(tick) : WithExponent(tick, 0))])
        {
            Minor = [.. small.Except(ticks).Select(place)],
        };
    }

    /// <summary>
    /// What to count from, so that labels in a range are short; 0 if they are. It is round, or else the first tick, and
    /// never above that.
    /// </summary>
    public static AxisOffset OffsetOf(double from, double to, int most)
    {
        (double step, int last) = Step(from, to, most);
        if (Exponent(Size((from, to))) - last < MostDigitsOfLabel)
        {
            return new(0, 0);
        }

        // No more steps than doubles are in the range; a decimal made of a double would have only 15 digits.
        decimal digit = (long)Math.Round(step / Decimal(1, last));
        decimal first = digit * (long)Math.Ceiling(Whole(from / step));
        decimal end = digit * (long)Math.Floor(to / step);
        decimal round = Math.Floor(first / RoundOffset) * RoundOffset;
        return new(end < round + RoundOffset ? round : first, last);
    }

    /// <summary>The exponents of the powers of ten between two logarithms.</summary>
    public static int[] Decades(double from, double to)
    {
        int first = Math.Max((int)Math.Ceiling(from), LeastExponent);
        int last = Math.Min((int)Math.Floor(to), GreatestExponent);
        return [.. Enumerable.Range(first, Math.Max(0, last - first + 1))];
    }

    /// <summary>Every how many decades, 1, 2, 5, 10 and so on, there is a tick.</summary>
    public static int Stride(int decades, int most)
    {
        int unit = 1;
        while (unit * 10 * most < decades)
        {
            unit *= 10;
        }

        return unit * Digits.First(digit => digit * unit * most >= decades);
    }

    /// <summary>Multiples of the powers of ten between two logarithms.</summary>
    public static IEnumerable<double> Multiples(double from, double to, int[] digits) => Decades(Math.Floor(from), to)
        .SelectMany(decade => digits, (decade, digit) => (Digit: digit, Decade: decade))
        .Where(tick => tick.Decade + Math.Log10(tick.Digit) >= from && tick.Decade + Math.Log10(tick.Digit) <= to)
        .Select(tick => Decimal(tick.Digit, tick.Decade));

    /// <summary>The double nearest to a decimal number; a product of powers would not always be it.</summary>
    public static double Decimal(double digits, int exponent) => double.Parse(
        string.Create(CultureInfo.InvariantCulture, $"{digits:F0}e{exponent}"), CultureInfo.InvariantCulture);

    /// <summary>The largest magnitude in a range.</summary>
    public static double Size((double From, double To) range) => Math.Max(Math.Abs(range.From), Math.Abs(range.To));

    /// <summary>The same ticks at other places.</summary>
    public AxisTicks Moved(Func<double, double> place) => this with { Places = [.. Values.Select(place)] };

    /// <summary>A number, or the whole number that it is to within rounding.</summary>
    private static double Whole(double value) =>
        Math.Abs(value - Math.Round(value)) < NearlyWhole ? Math.Round(value) : value;

    private static (double Step, int Exponent) Step(double from, double to, int most)
    {
        double least = (to - from) / Math.Max(most - 1, 2);
        int exponent = (int)Math.Floor(Math.Log10(least));
        double share = least / Decimal(1, exponent);
        int digit = Digits.First(digit => digit >= share * (1 - Rounding));
        if (digit * Decimal(1, exponent) > (to - from) / 2)
        {
            // Not even two multiples might be in the range.
            digit = Digits.Last(digit => digit <= share * (1 + Rounding));
        }

        return (Decimal(digit, exponent), digit == 10 ? exponent + 1 : exponent);
    }

    /// <summary>A tick with as many digits as distinguish it from the next.</summary>
    private static string Label(double value, double step, double largest)
    {
        int last = Exponent(step);
        return Math.Abs(value) < step / 2 ? "0"
            : largest is >= SmallestPlain and < LargestPlain
                ? value.ToString($"F{Math.Clamp(-last, 0, MostDigits)}", CultureInfo.InvariantCulture)
            : WithExponent(value, Exponent(Math.Abs(value)) - last);
    }

    private static string Plain(double value) => value is >= SmallestPlain and < LargestPlain
        ? value.ToString(CultureInfo.InvariantCulture)
        : WithExponent(value, MostDigits);

    private static string WithExponent(double value, int digits) => value.ToString(
        $"0.{new string('#', Math.Clamp(digits, 0, MostDigits))}e0", CultureInfo.InvariantCulture);

    /// <summary>The power of ten of the first digit.</summary>
    private static int Exponent(double value) => (int)Math.Floor(Math.Log10(value * (1 + Rounding)));
}
