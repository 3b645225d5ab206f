using System.Globalization;

namespace MinpackNet.Fitting;

/// <summary>Numbers as people write them.</summary>
internal static class NumberText
{
    private const int ErrorDigits = 2;
    private const int LeastFixedPlace = -9;
    private const int MostFixedExponent = 8;

    /// <summary>All digits: reads back as the same number.</summary>
    public static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Three significant digits, for use within a sentence.</summary>
    public static string Short(double value) => value.ToString("G3", CultureInfo.InvariantCulture).ToLowerInvariant();

    /// <summary>Six significant digits, for a number without a known error.</summary>
    public static string Plain(double value) => value switch
    {
        double.PositiveInfinity => "infinite",
        double.NegativeInfinity => "-infinite",
        double.NaN => "-",
        _ => value.ToString("G6", CultureInfo.InvariantCulture).ToLowerInvariant(),
    };

    /// <summary>Digits down to the second significant digit of the error.</summary>
    public static string WithError(double value, double error)
    {
        if (!double.IsFinite(value) || !(error > 0) || !double.IsFinite(error))
        {
            return Plain(value);
        }

        int place = Exponent(error) - ErrorDigits + 1;
        int exponent = Math.Max(Exponent(value), place);
        if (place >= LeastFixedPlace && exponent <= MostFixedExponent)
        {
            double unit = Math.Pow(10, Math.Max(place, 0));
            return (Math.Round(value / unit) is var units && place > 0 ? units * unit : value)
                .ToString($"F{Math.Max(-place, 0)}", CultureInfo.InvariantCulture);
        }

        // A double has no more than 15 reliable digits.
        int digits = Math.Clamp(exponent - place, 0, 15);
        return value.ToString($"0.{new string('0', digits)}e+00", CultureInfo.InvariantCulture);
    }

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
}
