namespace MinpackNet.Cli;

/// <summary>Columns of dates and times, which become numbers when all of them are known.</summary>
/// <param name="names">The names of the columns.</param>
/// <param name="format">What the user says about dates.</param>
internal sealed class DateColumns(string[] names, CsvFormat format)
{
    private readonly List<DateText>?[] _dates = new List<DateText>?[names.Length];
    private readonly bool[] _haveNumbers = new bool[names.Length];
    private readonly DateText?[] _row = new DateText?[names.Length];
    private bool? _zoned;
    private string? _ambiguous;
    private DateScale? _scale = format.DateScale;

    /// <summary>What dates are as numbers; null without any so far.</summary>
    public DateScale? Scale => _scale;

    /// <summary>Whether a column has dates.</summary>
    public bool Has(int column) => _dates[column] is not null;

    /// <summary>Whether a column has numbers, and no dates.</summary>
    public bool AreNumbers(int column) => _haveNumbers[column] && !Has(column);

    /// <summary>Reads a field of the next row that is no number.</summary>
    public bool TryRead(int column, string text)
    {
        _row[column] = !format.HasDates || _haveNumbers[column] ? null : DateText.Parse(text);
        return _row[column] is not null;
    }

    /// <summary>Adds a field of a row that is complete.</summary>
    /// <param name="column">The column.</param>
    /// <param name="isNumber">Whether it is a number.</param>
    /// <param name="describe">Describes the location and the text of the field.</param>
    public void Add(int column, bool isNumber, Func<int, string> describe)
    {
        _haveNumbers[column] |= isNumber;
        if (isNumber || _row[column] is not { } date)
        {
            return;
        }

        _zoned ??= date.HasZone;
        if (_zoned != date.HasZone)
        {
            throw new InputException(
                $"{describe(column)} {(date.HasZone ? "has a time zone, but others have none" : "has no time zone, "
                    + "but others have one")}. Write all alike.");
        }

        if (_scale is { } scale ? date.IsTime != scale.IsTime : First() is { } first && first.IsTime != date.IsTime)
        {
            throw new InputException(
                $"{describe(column)} is {(date.IsTime ? "a time without a date, but others have one"
                    : "a date, but others are times without one")}. Write all alike.");
        }

        _dates[column] ??= [];
        if (date.IsTime && _dates[column] is [.., { } last]
            && last.DayFirst - date.DayFirst > TimeSpan.TicksPerDay / 2)
        {
            throw new InputException(
                $"{describe(column)} is much earlier than the time above it, as behind midnight. Write dates as well.");
        }

        _dates[column]!.Add(date);
        _ambiguous ??= date is { IsAmbiguous: true, DayFirst: not null, MonthFirst: not null }
            ? describe(column)
            : null;
    }

    /// <summary>Puts numbers into the columns that have dates, and starts anew with the rows that follow.</summary>
    /// <param name="columns">The columns.</param>
    /// <returns>What the numbers count, in words.</returns>
    /// <exception cref="InputException">The order of day and month is not evident.</exception>
    public IReadOnlyList<string> Settle(double[][] columns)
    {
        if (First() is not { } first)
        {
            return [];
        }

        DateText[] all = [.. _dates.SelectMany(dates => dates ?? [])];
        bool dayIsFirst = _scale?.DayIsFirst ?? IsDayFirst(all);
        long Ticks(DateText date) => (dayIsFirst ? date.DayFirst : date.MonthFirst) ?? throw new InputException(
            $"not all dates have the {(dayIsFirst ? "day before the month" : "month before the day")}, as others have. "
            + "Write them like 2024-01-31.");
        if (_scale is null)
        {
            long span = all.Max(Ticks) - all.Min(Ticks);
            _scale = new(Ticks(first), first.IsTime, !first.IsTime && span >= TimeSpan.TicksPerDay, dayIsFirst);
        }

        List<string> notes = [];
        string order = !all.Any(date => date.IsAmbiguous) ? ""
            : dayIsFirst ? ", with the day before the month" : ", with the month before the day";
        for (int k = 0; k < _dates.Length; k++)
        {
            if (_dates[k] is { } dates)
            {
                columns[k] = [.. dates.Select(date => _scale.ValueOf(Ticks(date)))];
                notes.Add(_scale.Note(names[k], format.HasGroups) + order);
                dates.Clear();
            }
        }

        return notes;
    }

    private DateText? First() => _dates.FirstOrDefault(dates => dates is { Count: > 0 })?[0];

    private bool IsDayFirst(DateText[] all)
    {
        bool mayBeDay = Array.TrueForAll(all, date => date.DayFirst is not null);
        bool mayBeMonth = Array.TrueForAll(all, date => date.MonthFirst is not null);
        return format.DayIsFirst ?? (mayBeDay && mayBeMonth && _ambiguous is not null
            ? throw new InputException(
                $"{_ambiguous} may have the day or the month first, and the other dates do not tell. Give --dates dmy "
                + "or --dates mdy.")
            : mayBeDay);
    }
}
