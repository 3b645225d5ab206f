using System.Globalization;
using System.Text.RegularExpressions;

namespace MinpackNet.Cli;

/// <summary>A date or a time in a text, in ticks of 100 ns; null where its parts are none in that order.</summary>
/// <param name="DayFirst">With the day before the month, where the text may have either order.</param>
/// <param name="MonthFirst">With the month before the day.</param>
/// <param name="IsTime">Whether it is a time without a date.</param>
internal readonly partial record struct DateText(long? DayFirst, long? MonthFirst, bool IsTime)
{
    private const int Longest = 40;
    private const int HoursOfHalfDay = 12;

    /// <summary>Whether it has a time zone, so that it is one of UTC.</summary>
    public bool HasZone { get; private init; }

    /// <summary>Whether the two orders are different dates.</summary>
    public bool IsAmbiguous => DayFirst != MonthFirst;

    /// <summary>Reads one whose time of day is in another text.</summary>
    public static DateText? Of(string date, string time) => Parse($"{date} {time}");

    /// <summary>Reads one; null if it is neither a date with a year nor a time with seconds.</summary>
    public static DateText? Parse(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        if (Time().Match(text) is { Success: true } time)
        {
            return TimeOf(time) is { } ticks ? new(ticks, ticks, IsTime: true) : null;
        }

        Match match = Date().Match(text);
        if (!match.Success || (match.Groups["hour"].Success ? TimeOf(match) : 0) is not { } ofDay)
        {
            return null;
        }

        ofDay -= OffsetOf(match);
        (int year, int one) = (YearOf(match), Number(match, "one"));
        long? dayFirst;
        long? monthFirst;
        if (match.Groups["name"].Success)
        {
            dayFirst = monthFirst = Ticks(year, MonthOf(match.Groups["name"].Value), one);
        }
        else if (match.Groups["month"].Success)
        {
            dayFirst = monthFirst = Ticks(year, Number(match, "month"), one);
        }
        else
        {
            int other = Number(match, "other");
            dayFirst = Ticks(year, other, one);
            // Where points divide, the day is first.
            monthFirst = match.Groups["mark"].Value == "." ? dayFirst : Ticks(year, one, other);
        }

        return (dayFirst ?? monthFirst) is null ? null : new(dayFirst + ofDay, monthFirst + ofDay, IsTime: false)
        {
            HasZone = match.Groups["zone"].Success,
        };
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    /// <summary>The year; of two digits, which count only before a time of day, one from 1970 to 2069.</summary>
    private static int YearOf(Match match)
    {
        const int First = 70;
        int year = Number(match, "year");
        return match.Groups["year"].Length > 2 ? year : year < First ? year + 2000 : year + 1900;
    }

    private static long? Ticks(int year, int month, int day) =>
        year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified).Ticks
            : null;

    private static int MonthOf(string name) =>
        Array.FindIndex(
            CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames,
            month => month.Length > 0 && name.StartsWith(month, StringComparison.OrdinalIgnoreCase)) + 1;

    private static long? TimeOf(Match match)
    {
        (int hour, int minute) = (Number(match, "hour"), Number(match, "minute"));
        double second = match.Groups["second"].Success
            ? double.Parse(match.Groups["second"].Value.Replace(',', '.'), CultureInfo.InvariantCulture)
            : 0;
        if (match.Groups["half"].Success)
        {
            if (hour is < 1 or > HoursOfHalfDay)
            {
                return null;
            }

            hour = (hour % HoursOfHalfDay) + (match.Groups["half"].Value[0] is 'p' or 'P' ? HoursOfHalfDay : 0);
        }

        return minute < 60 && second < 61 && (hour < 24 || !match.Groups["year"].Success)
            ? (hour * TimeSpan.TicksPerHour) + (minute * TimeSpan.TicksPerMinute)
                + (long)Math.Round(second * TimeSpan.TicksPerSecond)
            : null;
    }

    private static long OffsetOf(Match match) => !match.Groups["sign"].Success ? 0
        : (match.Groups["sign"].Value == "-" ? -1 : 1)
            * ((Number(match, "hours") * TimeSpan.TicksPerHour) + (Number(match, "minutes") * TimeSpan.TicksPerMinute));

    private const string OfDay =
        @"(?<hour>\d{1,2}):(?<minute>\d\d)(:(?<second>\d\d([.,]\d{1,9})?))?( ?(?<half>[AaPp])\.?[Mm]\.?)?"
        + @"( ?(?<zone>[Zz]|UTC|(?<sign>[-+])(?<hours>\d\d):?(?<minutes>\d\d)))?";

    // Two numbers may be hours and minutes or minutes and seconds.
    [GeneratedRegex(
        @"^(?<hour>\d{1,3}):(?<minute>\d\d):(?<second>\d\d([.,]\d{1,9})?)( ?(?<half>[AaPp])\.?[Mm]\.?)?$")]
    private static partial Regex Time();

    [GeneratedRegex(
        @"^((?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<one>\d{1,2})"
        + @"|(?<one>\d{1,2})(?<mark>[-/.])(?<other>\d{1,2})\k<mark>(?<year>\d{4}|\d\d(?= \d{1,2}:))"
        + @"|(?<one>\d{1,2})[- ](?<name>(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})\.?[- ]"
        + $@"(?<year>\d{{4}}))(([T ]|, ?){OfDay})?$")]
    private static partial Regex Date();
}
