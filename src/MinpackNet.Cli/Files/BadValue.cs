using System.Globalization;
using System.Text.RegularExpressions;

namespace MinpackNet.Cli;

/// <summary>What is wrong with a value that is not a number, and what to do about it.</summary>
internal static partial class BadValue
{
    /// <summary>The advice where nothing better is known.</summary>
    public const string NoNumber =
        "is not a finite number. Write numbers like -1.5e-3, and leave the field empty if there is no value.";

    private const string Number = @"[-+−]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eEdD][-+]?\d+)?";
    private const string Mantissa = @"[-+−]?(?:\d+(?:[.,]\d*)?|[.,]\d+)";
    private const string Month =
        @"(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\p{L}*\.?";
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const int Longest = 40;

    /// <summary>A sentence about the value that goes on with its cure.</summary>
    public static string Advice(string value) =>
        value.Length > Longest ? NoNumber
        : Share().IsMatch(value)
            ? "is a share of a whole. Write the number alone, and its unit in the header."
        : Limit().Match(value) is { Success: true } limit
            ? "is a limit, not a value. To skip such rows, leave the field empty or give --missing "
                + $"\"{limit.Groups[1].Value.TrimEnd()}*\"; else write a number."
        : WithError().IsMatch(value) && value.EndsWith('%')
            ? "has its error beside it, of which it is not clear whether it is a share of the value. Write the error "
                + "in a column of its own, and for shares in percent give --sigma \"c2*c3/100\" with the two columns."
        : WithError().Match(value) is { Success: true } measured
            ? $"has its error beside it. Write {measured.Groups[1]}, and the error in a column of its own for --sigma."
        : WithoutLetter().Match(value) is { Success: true } real
            ? $"has an exponent without its letter. Write {real.Groups[1]}e{real.Groups[2]}."
        : PowerOfTen(value) is { } power
            ? $"has a power of ten in it. Write {power}."
        : Fraction(value) is { } quotient
            ? $"is a fraction. Write {quotient}."
        : Date().IsMatch(value)
            ? "is a date or a time. Write a number, such as the days or seconds since the first."
        : Grouped().IsMatch(value)
            ? "has separators between thousands. Write the number without them."
        : OfMoney().Match(value) is { Success: true } money
            ? $"has more in it than a number. Write {money.Groups[1]}, and units in the header."
        : WithText(value) ?? NoNumber;

    /// <summary>The option that skips rows with a text that may stand for no value; null for others.</summary>
    public static string? Missing(string value) => Word().IsMatch(value) ? $"--missing \"{value}\"" : null;

    /// <summary>Whether a text begins as a value does, and names and units do not.</summary>
    public static bool LooksLikeOne(string text) => Beginning().IsMatch(text);

    /// <summary>Whether a text is a number with separators between thousands.</summary>
    public static bool IsGrouped(string text) => Grouped().IsMatch(text);

    /// <summary>The number that a text such as 3×10^5 or 3 e5 means, as programs write it; null for others.</summary>
    private static string? PowerOfTen(string value)
    {
        Match match = Power().Match(value);
        if (!match.Success)
        {
            return null;
        }

        string mantissa = match.Groups["mantissa"].Success ? Plain(match.Groups["mantissa"].Value) : "1";
        string exponent = string.Concat(match.Groups["exponent"].Value.Select(c => c switch
        {
            '−' or '⁻' => "-",
            '+' or '⁺' => "",
            _ => Superscripts.IndexOf(c, StringComparison.Ordinal) is var digit and >= 0 ? $"{digit}" : $"{c}",
        }));
        string number = $"{mantissa}e{exponent}";
        return NumberReader.IsNumber(number) ? number : null;
    }

    private static string? Fraction(string value)
    {
        Match match = OneOverOther().Match(value);
        if (!match.Success)
        {
            return null;
        }

        double quotient = double.Parse(Plain(match.Groups[1].Value), CultureInfo.InvariantCulture)
            / double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
        return double.IsFinite(quotient) ? quotient.ToString(CultureInfo.InvariantCulture) : null;
    }

    /// <summary>What to do about text after a number; null where it is not a unit, factor or mark.</summary>
    private static string? WithText(string value)
    {
        Match match = BeforeText().Match(value);
        (string number, string text) = (Plain(match.Groups[1].Value), match.Groups[2].Value);
        return !match.Success ? null
            : text == "k" && Thousands(number) is { } thousands
                ? $"has a factor behind it. Write {thousands}."
            : Factor().IsMatch(text)
                ? "has more in it than a number. Write a factor as an exponent, such as e6, and a unit in the header."
            : text.Any(char.IsDigit) ? null
            : Units.Is(text) || Words().IsMatch(text)
                ? $"has more in it than a number. Write {match.Groups[1]}, and units in the header."
            : null;
    }

    private static string? Thousands(string number) =>
        double.TryParse($"{number}e3", NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value.ToString(CultureInfo.InvariantCulture)
            : null;

    private static string Plain(string number) => number.Replace('−', '-').Replace(',', '.');

    [GeneratedRegex($@"^{Number}\s*(‰|percent)$", RegexOptions.IgnoreCase)]
    private static partial Regex Share();

    [GeneratedRegex($@"^([<>≤≥≲≳~≈]=?|(below|under|above|over|less than|more than)\s)\s*{Number}\W*\w*$")]
    private static partial Regex Limit();

    [GeneratedRegex($@"^({Number})\s*(\(\d+([.,]\d+)?\)([eE][-+]?\d+)?|(±|\+/?[-−])\s*{Number})\s*\S*$")]
    private static partial Regex WithError();

    // Fortran leaves the letter out where an exponent has three digits, other programs with two as well.
    [GeneratedRegex(@"^([-+]?(?:\d+\.\d*|\.\d+))([-+]\d{2,3})$")]
    private static partial Regex WithoutLetter();

    // Without a sign, an exponent whose superscript was lost, as in 3×105, cannot be told from a factor.
    [GeneratedRegex(
        $@"^(?:(?<mantissa>{Mantissa})\s*[×xX*·⋅∙]\s*)?10\s*(?:(?:\^|\*\*)\s*[({{]?(?<exponent>[-+−]?\d+)[)}}]?"
        + $@"|(?<exponent>[⁺⁻]?[{Superscripts}]+))$"
        + $@"|^(?<mantissa>{Mantissa})\s*[×xX*·⋅∙]\s*10\s*(?<exponent>[-+−]\d+)$"
        + $@"|^(?<mantissa>{Mantissa})(?:\s+[eEdD]\s*|[eEdD]\s+)(?<exponent>[-+−]?\d+)$")]
    private static partial Regex Power();

    // A year or a zero below the line is part of a date.
    [GeneratedRegex(@"^([-+−]?\d+)\s*[/⁄∕]\s*([1-9]\d{0,2})$")]
    private static partial Regex OneOverOther();

    [GeneratedRegex(
        @"^(\d{1,4}(?<mark>[-/.])\d{1,2}\k<mark>\d{1,4}|\d{1,2}/(\d{4}|0\d)"
        + $@"|\d{{1,2}}[-/. ]*{Month}[-/. ,]*\d{{2,4}}|{Month} ?\d{{1,2}},? \d{{4}}|\d{{1,2}}-{Month}"
        + @"|\d{4}-?w?\d{2}(-\d{1,2})?T?|\d{1,3}:\d{2})([T ,:].*)?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Date();

    [GeneratedRegex(@"^[-+−]?\d{1,3}(?<mark>[ \u00a0\u2009\u202f'’_.,])\d{3}(\k<mark>\d{3})*([.,]\d*)?$")]
    private static partial Regex Grouped();

    [GeneratedRegex($@"^(?!0[xXbBoO])({Number})\s*([^\d\s.,;:+−-][^;:]*)$")]
    private static partial Regex BeforeText();

    // Letters that are as well prefixes as units, and words for powers of ten.
    [GeneratedRegex(
        @"^([KMGTPmunpfµμ]|[KkMGTP]i?B|(?i:hundred|thousand|million|billion|trillion|dozen)s?"
        + @"|(?i:mil|mln|mio|mrd|bn|tsd)\.?)$")]
    private static partial Regex Factor();

    // Marks of footnotes, currencies and words, but neither a lone exponent nor an imaginary unit.
    [GeneratedRegex(@"^(?![eEdDijx]$)[\p{L}\p{Sc}*†‡§#!?°'""() ]+$")]
    private static partial Regex Words();

    [GeneratedRegex($@"^\p{{Sc}}\s*({Number})$")]
    private static partial Regex OfMoney();

    // What a shell takes for itself, or a list of texts, is left to the user.
    [GeneratedRegex(@"^[^\d,*""$`\\!\x00-\x1f]{1,20}$")]
    private static partial Regex Word();

    [GeneratedRegex(@"^([<>≤≥≲≳~≈]=?)?\s*[-+−±]?[.,]?\d")]
    private static partial Regex Beginning();
}
