using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MinpackNet.Cli;

/// <summary>
/// Reads numbers as programs, Fortran, typesetters and countries with a decimal comma write them, and collects from all
/// of them what commas and points mean.
/// </summary>
internal sealed partial class NumberReader
{
    private const int LongestGrouped = 32;

    // Apostrophes and spaces that do not break mean nothing else; a plain space may as well be between two numbers.
    private static readonly SearchValues<char> GroupMarks = SearchValues.Create("'’\u00a0\u2009\u202f");

    /// <summary>The decimal mark that the user names, or that is taken where nothing tells; null for none.</summary>
    public char? DecimalMark { get; init; }

    /// <summary>Whether a number such as 1,5 has shown that commas are decimal.</summary>
    public bool HasDecimalCommas { get; private set; }

    /// <summary>Whether a number such as 1.5 has shown that points are decimal.</summary>
    public bool HasDecimalPoints { get; private set; }

    /// <summary>Whether a number such as 1,000,000 or 1,000.5 has shown that commas separate thousands.</summary>
    public bool HasGroupCommas { get; private set; }

    /// <summary>Whether a number such as 1.000.000 or 1.000,5 has shown that points separate thousands.</summary>
    public bool HasGroupPoints { get; private set; }

    /// <summary>Whether a number such as 1'000 has shown other marks between thousands.</summary>
    public bool HasOtherGroups { get; private set; }

    /// <summary>Whether a number such as 2.31(5) or 2.31 ± 0.05 has shown its error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>The error beside the number that was read last; NaN for none.</summary>
    public double Error { get; private set; }

    /// <summary>Whether that number has a percent sign, without which it is read.</summary>
    public bool IsPercentage { get; private set; }

    /// <summary>Reads a field of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="index">The index of the field.</param>
    /// <param name="value">The number, which may not be finite; with a decimal mark if it is ambiguous.</param>
    /// <param name="ambiguous">The mark in a number such as 1,000 or 1.000 that may separate thousands.</param>
    /// <returns>Whether it is a number.</returns>
    public bool TryRead(RecordReader line, int index, out double value, out char? ambiguous)
    {
        (Error, IsPercentage) = (double.NaN, false);
        return line.TryParse(index, out value)
            ? Examine(line[index], out ambiguous)
            : TryReadOtherwise(line[index], out value, out ambiguous);
    }

    /// <summary>Whether a text is a finite number, however it is written.</summary>
    public static bool IsNumber(string text) =>
        new NumberReader { DecimalMark = ',' }.TryRead(Encoding.UTF8.GetBytes(text), out double value)
        && double.IsFinite(value);

    /// <summary>Whether a text is a number with its error beside it.</summary>
    public static bool HasError(string text)
    {
        NumberReader reader = new() { DecimalMark = ',' };
        return reader.TryRead(Encoding.UTF8.GetBytes(text), out _) && reader.HasErrors;
    }

    /// <summary>Whether a text is a number with a point that can only be decimal, as in 1.5 and 0.500.</summary>
    public static bool HasDecimalPoint(string text)
    {
        NumberReader reader = new();
        return reader.TryRead(Encoding.UTF8.GetBytes(text), out _) && reader.HasDecimalPoints;
    }

    /// <summary>Whether a text is a number with a comma that can only be decimal, as in 1,5 and 0,500.</summary>
    public static bool HasDecimalComma(string text)
    {
        NumberReader reader = new();
        return reader.TryRead(Encoding.UTF8.GetBytes(text), out _) && reader.HasDecimalCommas;
    }

    /// <summary>
    /// The number in a text, with a decimal mark if it is ambiguous; NaN if it is none, or one with an error or a
    /// percent sign, which is more than a number.
    /// </summary>
    public static double ValueOf(string text)
    {
        NumberReader reader = new();
        bool isNumber = reader.TryRead(Encoding.UTF8.GetBytes(text), out double value);
        return isNumber && !reader.HasErrors && !reader.IsPercentage ? value : double.NaN;
    }

    private bool TryRead(ReadOnlySpan<byte> text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            ? Examine(text, out _)
            : TryReadOtherwise(text, out value, out _);

    /// <summary>Learns from a number as programs write it.</summary>
    private bool Examine(ReadOnlySpan<byte> field, out char? ambiguous)
    {
        ambiguous = null;
        if (!HasDecimalPoints && field.Contains((byte)'.'))
        {
            Span<char> text = stackalloc char[LongestGrouped];
            int groups = field.Length <= LongestGrouped ? Groups(text[..Encoding.UTF8.GetChars(field, text)], '.') : 0;
            ambiguous = groups == 1 ? '.' : null;
            HasDecimalPoints = groups == 0;
        }

        return true;
    }

    private bool TryReadOtherwise(ReadOnlySpan<byte> field, out double value, out char? ambiguous)
    {
        (value, ambiguous) = (0, null);
        if (field.IsEmpty)
        {
            return false;
        }

        string text = Encoding.UTF8.GetString(field).Replace('\u2212', '-').Trim();
        if (text.EndsWith('%'))
        {
            IsPercentage = true;
            text = text[..^1].TrimEnd();
        }

        // In 10 ± 5 %, the error may be a share of the value or both may be percentages.
        return ValueWithError.Of(text) is not { } both ? TryReadText(text, out value, out ambiguous)
            : !(IsPercentage && both.HasSign) && TryReadBoth(both, out value);
    }

    /// <summary>
    /// Reads a value and its error. A comma that may separate thousands is decimal if another one of the pair is, or
    /// the numbers before, or by the option, and else too unclear for a pair; a point is decimal.
    /// </summary>
    private bool TryReadBoth(ValueWithError both, out double value)
    {
        double error = double.NaN;
        bool areNumbers = TryReadText(both.Error, out error, out char? ofError)
            & TryReadText(both.Value, out value, out char? ofValue)
            && (DecimalMark == ',' || HasDecimalCommas || (ofValue != ',' && ofError != ','));
        Error = error;
        HasErrors |= areNumbers;
        return areNumbers;
    }

    private bool TryReadText(string text, out double value, out char? ambiguous)
    {
        (value, ambiguous) = (0, null);
        text = FortranExponent().Replace(text, "e");
        if (text.AsSpan().ContainsAny(GroupMarks) && Grouped().IsMatch(text))
        {
            string digits = string.Concat(text.Where(c => !GroupMarks.Contains(c)));
            return Parse(digits.Replace(',', '.'), out value)
                && Learn(decimalMark: text.Contains(',') ? ',' : text.Contains('.') ? '.' : null, groupMark: '\'');
        }

        int comma = text.LastIndexOf(',');
        int point = text.LastIndexOf('.');
        char last = comma > point ? ',' : '.';
        char other = comma > point ? '.' : ',';
        int mark = Math.Max(comma, point);
        if (comma >= 0 && point >= 0)
        {
            // The last mark is decimal, if the others separate thousands before it.
            bool isGrouped = Groups(text.AsSpan(0, mark), other) > 0;
            text = text.Replace($"{other}", "", StringComparison.Ordinal).Replace(last, '.');
            return Parse(text, out value) && isGrouped && Learn(decimalMark: last, groupMark: other);
        }

        int groups = Groups(text, last);
        if (groups > 1)
        {
            return Parse(text.Replace($"{last}", "", StringComparison.Ordinal), out value)
                && Learn(decimalMark: null, groupMark: last);
        }

        if (text.TrimStart('+', '-').Equals("inf", StringComparison.OrdinalIgnoreCase))
        {
            value = text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
            return true;
        }

        ambiguous = groups == 1 ? last : null;
        return Parse(text.Replace(',', '.'), out value)
            && Learn(decimalMark: groups == 0 && mark >= 0 ? last : null, groupMark: null);
    }

    private bool Learn(char? decimalMark, char? groupMark)
    {
        HasDecimalCommas |= decimalMark == ',';
        HasDecimalPoints |= decimalMark == '.';
        HasGroupCommas |= groupMark == ',';
        HasGroupPoints |= groupMark == '.';
        HasOtherGroups |= groupMark == '\'';
        return true;
    }

    private static bool Parse(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    /// <summary>The number of groups of three digits, each after a mark; 0 for any other text.</summary>
    private static int Groups(ReadOnlySpan<char> text, char mark)
    {
        text = text is ['+' or '-', ..] ? text[1..] : text;
        int start = text.IndexOf(mark);
        if (start is < 1 or > 3 || text[0] == '0' || (text.Length - start) % 4 != 0)
        {
            return 0;
        }

        for (int i = 0; i < text.Length; i++)
        {
            bool isPlaceOfMark = i >= start && (i - start) % 4 == 0;
            if (isPlaceOfMark ? text[i] != mark : !char.IsAsciiDigit(text[i]))
            {
                return 0;
            }
        }

        return (text.Length - start) / 4;
    }

    [GeneratedRegex(@"^[-+]?\d{1,3}(?<mark>['’\u00a0\u2009\u202f])\d{3}(\k<mark>\d{3})*([.,]\d*)?(e[-+]?\d+)?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Grouped();

    [GeneratedRegex("[dD](?=[-+]?[0-9]+$)")]
    private static partial Regex FortranExponent();
}
