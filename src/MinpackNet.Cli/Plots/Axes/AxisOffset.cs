using System.Globalization;

namespace MinpackNet.Cli;

/// <summary>
/// What the labels of an axis count from: a whole number of powers of ten, so that its text is exact.
/// </summary>
/// <param name="Units">How many.</param>
/// <param name="Exponent">The power of ten.</param>
internal readonly record struct AxisOffset(decimal Units, int Exponent)
{
    private const int LargestPlain = 6;
    private const int SmallestPlain = -3;

    /// <summary>The nearest double.</summary>
    public double Value => double.Parse(
        string.Create(CultureInfo.InvariantCulture, $"{Units:F0}e{Exponent}"), CultureInfo.InvariantCulture);

    /// <summary>All its digits, with a sign.</summary>
    public override string ToString()
    {
        string sign = Units < 0 ? "-" : "+";
        string digits = Math.Abs(Units).ToString("F0", CultureInfo.InvariantCulture);
        int exponent = Exponent + digits.Length - 1;
        digits = digits.TrimEnd('0');
        if (exponent is < SmallestPlain or >= LargestPlain)
        {
            string fraction = digits.Length > 1 ? $".{digits[1..]}" : "";
            return $"{sign}{digits[..1]}{fraction}e{exponent}";
        }

        string padded = digits.PadLeft(Math.Max(digits.Length, digits.Length - exponent), '0');
        int whole = Math.Max(exponent, 0) + 1;
        padded = padded.PadRight(whole, '0');
        return padded.Length == whole ? $"{sign}{padded}" : $"{sign}{padded[..whole]}.{padded[whole..]}";
    }
}
