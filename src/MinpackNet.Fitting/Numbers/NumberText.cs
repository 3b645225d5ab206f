using System.Globalization;

namespace MinpackNet.Fitting;

/// <summary>Numbers as people write them.</summary>
internal static class NumberText
{
    private const int PlainDigits = 6;
    private const int ErrorDigits = 2;
    private const int OwnDigits = 3;

    // A double has 15 digits that are reliable, and 17 tell it from any other.
    private const int ReliableDigits = 15;
    private const int MostDigits = 17;

    // Numbers within these limits are written without an exponent.
    private const int LeastFixedExponent = -5;
    private const int LeastFixedErrorPlace = -7;
    private const int MostFixedExponent = 8;

    // A decimal number has all digits of a double above this.
    private const double LeastDecimal = 1e-9;

    // Closer to one, a correlation is rounding.
    private const double LeastMissing = 1e-7;

    /// <summary>All digits: reads back as the same number.</summary>
    public static string Exact(double value) =>
        value == 0 ? "0" : value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');

    /// <summary>Three significant digits, for use within a sentence.</summary>
    public static string Short(double value) => double.IsNaN(value) ? "unknown" : Plain(value, OwnDigits);

    /// <summary>Significant digits without zeros at the end, for a number without a known error.</summary>
    public static string Plain(double value, int digits = PlainDigits) => value switch
    {
        double.PositiveInfinity => "infinite",
        double.NegativeInfinity => "-infinite",
        double.NaN => "-",
        0 => "0",
        _ when digits >= MostDigits => Exact(value),
        _ => value.ToString($"G{digits}", CultureInfo.InvariantCulture).Replace('E', 'e'),
    };

    /// <summary>
    /// Digits down to the second significant digit of the error. An error that is larger than the number does not hide
    /// it: three digits of its own are left.
    /// </summary>
    /// <param name="value">The number.</param>
    /// <param name="error">Its error; infinite or NaN when unknown.</param>
    /// <param name="tolerance">
    /// By how much rounding may change the number; where the error leaves too few digits for that, they go down to the
    /// second significant digit of the tolerance.
    /// </param>
    public static string WithError(double value, double error, double tolerance = double.PositiveInfinity)
    {
        if (!double.IsFinite(value) || error == 0)
        {
            return Plain(value, ReliableDigits);
        }

        bool isKnown = double.IsFinite(error);
        bool isHidden = value != 0 && !(Math.Abs(value) >= error);
        int place = isKnown ? SecondPlace(error) : int.MaxValue;
        int shown = isHidden ? Math.Min(place, Exponent(value) - (isKnown ? OwnDigits : PlainDigits) + 1) : place;
        if (tolerance > 0 && 0.5 * Math.Pow(10, shown) > tolerance)
        {
            return AtPlace(value, SecondPlace(tolerance), MostDigits);
        }

        return !isKnown ? Plain(value)
            : shown < place ? WithoutZeros(AtPlace(value, shown, ReliableDigits), value)
            : AtPlace(value, place, ReliableDigits);
    }

    /// <summary>A correlation: four decimals, or as many as it takes to see that it is not one.</summary>
    public static string Correlation(double value, int? digits = null) =>
        double.IsNaN(value) ? "-"
        : Math.Abs(value) > 1 - LeastMissing ? value > 0 ? "> 0.9999999" : "< -0.9999999"
        : BelowOne(
            value, digits is int given ? Plain(value, given) : AtPlace(Math.Round(value, 4), -4, ReliableDigits));

    /// <summary>A share, such as R-squared: as many digits as it takes to see that it is not one.</summary>
    public static string Share(double value, int? digits = null) => BelowOne(
        value,
        digits is int given ? Plain(value, given)
        : 1 - value is var missing and > 0 and < 1e-3 ? WithError(value, missing)
        : Plain(value));

    /// <summary>A probability in percent with all its digits, so that none below one becomes 100.</summary>
    public static string Percent(double level) => level < LeastDecimal
        ? Plain(100 * level, ReliableDigits)
        : (100 * decimal.Parse(Exact(level), NumberStyles.Float, CultureInfo.InvariantCulture))
            .ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>A count of things, such as 1 row or 2 rows.</summary>
    public static string Count(int count, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")}");

    /// <summary>The same with a verb: is 1 row, are 2 rows.</summary>
    public static string Are(int count, string thing) => $"{(count == 1 ? "is" : "are")} {Count(count, thing)}";

    /// <summary>What is usual for a number, unless that would round it to one.</summary>
    private static string BelowOne(double value, string usual) =>
        double.TryParse(usual, CultureInfo.InvariantCulture, out double read) && Math.Abs(read) == 1
            && Math.Abs(value) < 1
            ? AtPlace(value, SecondPlace(1 - Math.Abs(value)), MostDigits)
            : usual;

    /// <summary>
    /// A number rounded at a decimal place, 0 for units and -2 for hundredths, but to no more than so many digits.
    /// </summary>
    private static string AtPlace(double value, int place, int most)
    {
        int exponent = Math.Max(Exponent(value), place);
        int digits = exponent - place + 1;
        if (digits > ReliableDigits)
        {
            return Plain(value, Math.Min(digits, most));
        }

        bool isSmall = exponent < LeastFixedExponent && !(digits <= ErrorDigits && place >= LeastFixedErrorPlace);
        if (exponent <= MostFixedExponent && !isSmall)
        {
            double unit = Math.Pow(10, Math.Max(place, 0));
            double rounded = place > 0 ? Math.Round(value / unit) * unit : value;
            return (rounded == 0 ? 0 : rounded)
                .ToString($"F{Math.Max(-place, 0)}", CultureInfo.InvariantCulture);
        }

        return value == 0
            ? "0"
            : value.ToString($"0.{new string('0', digits - 1)}e+00", CultureInfo.InvariantCulture);
    }

    /// <summary>A decimal number without zeros at the end if they are those of the number itself.</summary>
    private static string WithoutZeros(string text, double value)
    {
        string shorter = text.Contains('.') && !text.Contains('e') ? text.TrimEnd('0').TrimEnd('.') : text;
        return double.Parse(shorter, CultureInfo.InvariantCulture) == value ? shorter : text;
    }

    /// <summary>The decimal place of the second significant digit.</summary>
    private static int SecondPlace(double value) => Exponent(value) - ErrorDigits + 1;

    /// <summary>The power of ten of the first digit, after rounding to as many digits as an error has.</summary>
    private static int Exponent(double value)
    {
        if (value == 0)
        {
            return int.MinValue;
        }

        string text = Math.Abs(value).ToString($"e{ErrorDigits - 1}", CultureInfo.InvariantCulture);
        return int.Parse(text.AsSpan(text.IndexOf('e', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
    }

    /// <summary>A bound that holds a parameter back, in the column of errors.</summary>
    public static string Words(BoundState bound) => bound == BoundState.AtLower ? "lower bound" : "upper bound";
}
