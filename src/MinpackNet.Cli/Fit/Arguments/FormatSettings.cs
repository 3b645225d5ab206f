using System.CommandLine;
using System.Globalization;

namespace MinpackNet.Cli;

/// <summary>The options about the format of a file.</summary>
internal sealed class FormatSettings
{
    private readonly Option<string?> _delimiter = new("--delimiter")
    {
        Description = $"The delimiter between fields: {Delimiter.Names}. Default: detected.",
    };

    private readonly Option<string?> _decimal = new("--decimal")
    {
        Description = "What 1,000 or 1.000 means where other numbers do not tell: point (the comma separates "
            + "thousands) or comma (the point does).",
    };

    private readonly Option<string?> _header = new("--header")
    {
        Description = "The line with the names of the columns, counted from 1; what is above it is left out. Without a "
            + "number, the first row has them even if it has numbers. Default: if none of its fields is a number, "
            + "if one is text above numbers, or if only its numbers are in quotes. With "
            + "--skip, the first row is the one behind the lines that are left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _noHeader = new("--no-header")
    {
        Description = "The first row is data, and no line has names of columns, which are c1, c2, ... then.",
    };

    private readonly Option<bool> _noDates = new("--no-dates")
    {
        Description = "Numbers such as 20240131 are no dates or times. Default: a column in which all are such is "
            + "refused as x.",
    };

    private readonly Option<string?> _dates = new("--dates")
    {
        Description = "What 01/02/2024 means where other dates do not tell: dmy (the day is first) or mdy. Dates and "
            + "times as x count seconds or days from the first.",
    };

    private readonly Option<string[]> _missing = new("--missing")
    {
        Description = "More texts that stand for no value, such as \"n.d.,-999,<*\"; * at the end is any text. May be "
            + "repeated.",
    };

    private readonly Option<string?> _skip = new("--skip")
    {
        Description = "The number of lines to leave out before the header or the first row. Default: 0.",
    };

    private readonly Option<string?> _rows = new("--rows")
    {
        Description = "The number of rows to read, to leave out what is below the table. Default: all.",
    };

    private readonly Option<string?> _sheet = new("--sheet")
    {
        Description = "The sheet of a workbook, by its name or by its number. Default: the only one with numbers.",
    };

    /// <summary>All of them, in the order of the help.</summary>
    public IEnumerable<Option> All =>
        [_delimiter, _decimal, _header, _noHeader, _noDates, _dates, _missing, _skip, _rows, _sheet];

    /// <exception cref="InputException">One cannot be used.</exception>
    public CsvFormat Read(ParseResult parsed)
    {
        char? delimiter = parsed.GetValue(_delimiter) is { } text ? Delimiter.Parse(text) : null;
        Refuse(
            parsed.GetValue(_delimiter) is not null && delimiter is null,
            $"--delimiter: '{PlainText.Brief(parsed.GetValue(_delimiter))}' cannot be one. Give {Delimiter.Names}.");
        int? namesLine = NamesLineFrom(parsed.GetValue(_header));
        int? skip = SkipFrom(parsed.GetValue(_skip));
        Refuse(
            skip is not null && namesLine is not null,
            "--skip contradicts --header with a line, which says what is left out. Leave one of them out.");
        return new()
        {
            Delimiter = delimiter,
            DecimalMark = DecimalFrom(parsed.GetValue(_decimal)),
            HasHeader = HasHeaderFrom(parsed.GetResult(_header) is not null, parsed.GetValue(_noHeader)),
            HasDates = !parsed.GetValue(_noDates),
            DayIsFirst = DatesFrom(parsed.GetValue(_dates), !parsed.GetValue(_noDates)),
            Missing = [.. (parsed.GetValue(_missing) ?? []).SelectMany(MissingFrom)],
            Skip = skip ?? namesLine - 1,
            HasNamesLine = namesLine is not null,
            Rows = RowsFrom(parsed.GetValue(_rows)),
            Sheet = parsed.GetValue(_sheet),
        };
    }

    private static string[] MissingFrom(string text)
    {
        string[] texts = [.. text.Split(',').Select(one => one.Trim())];
        string? number = Array.Find(texts, one => NumberReader.IsNumber(one.TrimEnd('*')) && one.EndsWith('*'));
        Refuse(
            texts.Contains("") || texts.Contains("*"),
            $"--missing: '{PlainText.Brief(text)}' has a text that every field would be or none. Write texts such as "
            + "n.d.,-999,<*.");
        Refuse(
            number is not null,
            $"--missing: '{PlainText.Brief(number)}' would leave out numbers that only start so. Write the whole "
            + "number, such as -999.");
        return texts;
    }

    private static char? DecimalFrom(string? text)
    {
        Refuse(
            text is not (null or "point" or "comma"),
            $"--decimal: '{PlainText.Brief(text)}' is neither point nor comma.");
        return text is null ? null : text == "comma" ? ',' : '.';
    }

    private static bool? HasHeaderFrom(bool header, bool noHeader)
    {
        Refuse(header && noHeader, "--no-header contradicts --header. Leave one of them out.");
        return header ? true : noHeader ? false : null;
    }

    private static bool? DatesFrom(string? text, bool hasDates)
    {
        Refuse(
            text is not (null or "dmy" or "mdy"), $"--dates: '{PlainText.Brief(text)}' is neither dmy nor mdy.");
        Refuse(text is not null && !hasDates, "--dates contradicts --no-dates. Leave one of them out.");
        return text is null ? null : text == "dmy";
    }

    private static int? NamesLineFrom(string? text)
    {
        int line = 0;
        Refuse(
            text is not null
                && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out line) && line > 0),
            $"--header: '{PlainText.Brief(text)}' is not the number of a line, such as 4. Give the file before the "
            + "options.");
        return text is null ? null : line;
    }

    private static int? SkipFrom(string? text)
    {
        int lines = 0;
        Refuse(
            text is not null && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out lines),
            $"--skip: '{PlainText.Brief(text)}' is not a number of lines, such as 1.");
        return text is null ? null : lines;
    }

    private static int? RowsFrom(string? text)
    {
        int rows = 0;
        Refuse(
            text is not null
                && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out rows) && rows > 0),
            $"--rows: '{PlainText.Brief(text)}' is not a number of rows, such as 100.");
        return text is null ? null : rows;
    }

    private static void Refuse(bool isBad, string message) => FitArguments.Refuse(isBad, message);
}
