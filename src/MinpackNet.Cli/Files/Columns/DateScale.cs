using System.Globalization;

namespace MinpackNet.Cli;

/// <summary>What a date or time is as a number: how far it is from the first one.</summary>
/// <param name="First">The first one, in ticks.</param>
/// <param name="IsTime">Whether it is a time without a date.</param>
/// <param name="InDays">Whether the unit is the day, and not the second.</param>
/// <param name="DayIsFirst">Whether the day is before the month where a text does not tell.</param>
internal sealed record DateScale(long First, bool IsTime, bool InDays, bool DayIsFirst)
{
    /// <summary>The number that a date or time is.</summary>
    public double ValueOf(long ticks) =>
        (ticks - First) / (double)(InDays ? TimeSpan.TicksPerDay : TimeSpan.TicksPerSecond);

    /// <summary>The unit of the numbers.</summary>
    public string Unit => InDays ? "days" : "seconds";

    /// <summary>What the numbers in a column count.</summary>
    /// <param name="column">The name of the column.</param>
    /// <param name="inGroups">Whether they count from the first of each group.</param>
    public string Note(string column, bool inGroups) =>
        $"{PlainText.Brief(column)} counts {Unit} from {(inGroups ? "the first of each group" : Origin)}";

    /// <summary>The first one.</summary>
    public string Origin => IsTime
        ? SheetText.TextOf(new TimeSpan(First))
        : new DateTime(First, DateTimeKind.Unspecified).ToString(
            First % TimeSpan.TicksPerDay == 0 ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss.FFFFFFF",
            CultureInfo.InvariantCulture);
}
