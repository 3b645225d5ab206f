using System.Globalization;
using System.Text.RegularExpressions;

namespace MinpackNet.Cli;

/// <summary>Dates and times written as numbers, such as 20240131, which are unevenly far apart as numbers.</summary>
internal static partial class DateNumbers
{
    private const int FirstYear = 1800;
    private const int LastYear = 2199;
    private const int MinutesPerHour = 60;

    /// <summary>Forms that numbers seldom have by chance.</summary>
    private static readonly Form[] Evident =
    [
        new("yyyymmdd", number => Date(number, "yyyyMMdd")),
        new("yyyymmddhh", number => Date(number, "yyyyMMddHH")),
        new("yyyymmddhhmm", number => Date(number, "yyyyMMddHHmm")),
        new("yyyymmddhhmmss", number => Date(number, "yyyyMMddHHmmss")),
    ];

    // Months within one year are as good as other numbers.
    private static readonly Form Months =
        new("yyyymm", number => Date(number, "yyyyMM")) { IsEvident = (_, dates) => HaveSeveral(dates, d => d.Year) };

    /// <summary>Forms that other numbers may have, unless their column is named after dates.</summary>
    private static readonly Form[] OfNamed =
    [
        new("yyyymmdd.f", number => Date(Math.Floor(number), "yyyyMMdd")),
        new("ddmmyyyy", number => Date(number, "ddMMyyyy")),
        new("mmddyyyy", number => Date(number, "MMddyyyy")),
        new("yyyy.mm", number => Date(Math.Round(100 * number), "yyyyMM", 100 * number))
        {
            IsEvident = (_, dates) => HaveSeveral(dates, d => d.Year) && HaveSeveral(dates, d => d.Month),
        },
        new("yyyyq", Quarter)
        {
            IsEvident = (_, dates) => HaveSeveral(dates, d => d.Year) && HaveSeveral(dates, d => d.Month),
        },
        new("yymmdd", number => number > 10000 ? Date(number, "yyMMdd") : null),
        new("mmyyyy", number => Date(number, "MMyyyy")) { IsEvident = (_, dates) => HaveSeveral(dates, d => d.Month) },
        new("yymm", number => Date(number, "yyMM"))
        {
            IsEvident = (numbers, dates) => AreEven([.. dates.Select(d => (12.0 * d.Year) + d.Month)])
                && !AreEven(numbers),
        },
        new("hhmm", TimeOfDay)
        {
            IsEvident = (numbers, times) => (AreEven([.. times.Select(time => time.TimeOfDay.TotalMinutes)])
                    && !AreEven(numbers))
                || (times.All(time => time.Hour > 0 && time.Minute % 15 == 0) && HaveSeveral(times, time => time.Hour)
                    && times.Any(time => time.Minute > 0)),
        },
        new("hhmmss", number => number >= 10000 ? Date(number, "HHmmss") : null)
        {
            IsEvident = (numbers, times) => HaveSeveral(times, time => time.Minute)
                && !numbers.All(number => number % 1000 == 0),
        },
    ];

    /// <summary>
    /// The form in which all numbers of a column are dates of the years 1800 to 2199 or times of a day, such as
    /// yyyymmdd; null if there is none. Some forms count only under a name of dates, yyyymm also under none.
    /// </summary>
    /// <param name="name">The name of the column.</param>
    /// <param name="numbers">Its numbers.</param>
    /// <param name="areCodes">Whether they are written as dates are, with zeros before them.</param>
    public static string? FormOf(string name, IReadOnlyList<double> numbers, bool areCodes)
    {
        Form[] forms = areCodes || IsNameOfDates(name) ? [.. Evident, Months, .. OfNamed]
            : NoName().IsMatch(name) ? [.. Evident, Months]
            : Evident;
        return numbers.Count == 0 ? null : forms.FirstOrDefault(form => form.Fits(numbers))?.Name;
    }

    /// <summary>Whether a name is one of dates or times, and not of a time with a unit.</summary>
    public static bool IsNameOfDates(string name) => NameOfDates().IsMatch(name) && !WithUnit().IsMatch(name);

    private static DateTime? Date(double number, string form) => Date(number, form, number);

    /// <param name="number">The number.</param>
    /// <param name="form">How it is written, with a letter for each digit, of which the first may be 0.</param>
    /// <param name="exact">What the number must be but for rounding.</param>
    private static DateTime? Date(double number, string form, double exact) =>
        number >= 0 && number < long.MaxValue && double.IsInteger(number) && Math.Abs(number - exact) < 1e-6
        && DateTime.TryParseExact(
            ((long)number).ToString($"D{form.Length}", CultureInfo.InvariantCulture),
            form,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateTime date)
        && (date.Year is >= FirstYear and <= LastYear || !form.Contains('y'))
            ? date
            : null;

    private static DateTime? Quarter(double number) =>
        number % 10 is 1 or 2 or 3 or 4 ? Date(Math.Floor(number / 10) * 100 + (number % 10 * 3), "yyyyMM") : null;

    private static DateTime? TimeOfDay(double number) =>
        number % 100 < MinutesPerHour && number < 2400 ? Date(number, "HHmm") : null;

    private static bool HaveSeveral(IEnumerable<DateTime> dates, Func<DateTime, int> part) =>
        dates.Select(part).Distinct().Skip(1).Any();

    private static bool AreEven(IReadOnlyList<double> values)
    {
        double[] steps = [.. values.Zip(values.Skip(1), (one, next) => next - one)];
        return steps.Length > 1 && steps[0] > 0 && Array.TrueForAll(steps, step => step.Equals(steps[0]));
    }

    // With the words between digits, underscores and capitals, as in start_date, MeasDate and date2.
    [GeneratedRegex(
        @"(?:(?<![\p{L}])|(?<=[a-z])(?=[A-Z]))(?i:dates?|datum|dat|days?|tage?|months?|monate?|mois|mes|years?|jahre?"
        + "|time|times|zeit|datetime|timestamps?|period|quarter|quartal|qtr|week|woche|hour|uhr|uhrzeit|stunde|clock"
        + @"|fecha|jour|hora|heure|año|année|yy(?:yy)?mm(?:dd)?|ddmmyy(?:yy)?|hhmm(?:ss)?)(?![a-z])")]
    private static partial Regex NameOfDates();

    [GeneratedRegex(
        @"(?:[(\[{</_. ]\s*(?:[munpfµμ]?s|secs?|seconds?|min|mins|minutes?|h|hrs?|hours?|d|days?|a|yrs?)[)\]}>]?"
        + "|^(?:elapsed|delay|lag).*|(?:elapsed|delay|lag))$",
        RegexOptions.IgnoreCase)]
    private static partial Regex WithUnit();

    [GeneratedRegex("^(|#|[xX]|[tT]|c[0-9]+)$")]
    private static partial Regex NoName();

    /// <summary>A form of dates.</summary>
    /// <param name="Name">What it is called.</param>
    /// <param name="Read">The date that a number is; null if it is none.</param>
    private sealed record Form(string Name, Func<double, DateTime?> Read)
    {
        /// <summary>Whether numbers, all of which are dates, are hardly anything else.</summary>
        public Func<IReadOnlyList<double>, IReadOnlyList<DateTime>, bool> IsEvident { get; init; } = (_, _) => true;

        public bool Fits(IReadOnlyList<double> numbers)
        {
            List<DateTime> dates = [];
            foreach (double number in numbers)
            {
                if (Read(number) is not { } date)
                {
                    return false;
                }

                dates.Add(date);
            }

            return IsEvident(numbers, dates);
        }
    }
}
