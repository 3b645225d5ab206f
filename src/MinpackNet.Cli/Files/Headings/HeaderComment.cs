namespace MinpackNet.Cli;

/// <summary>The names of columns in a comment.</summary>
/// <param name="Names">The names.</param>
/// <param name="Line">The line of the comment.</param>
/// <param name="Note">Where they are, in words.</param>
internal sealed record HeaderComment(string[] Names, int Line, string Note)
{
    /// <summary>
    /// Finds names in a comment directly above the first row or a ruled line there, or, if those may be units, in one
    /// above it that is not a title.
    /// </summary>
    /// <returns>As many names as the row has fields; null without them.</returns>
    public static HeaderComment? Above(SampleLine row, IReadOnlyList<SampleLine> lines, char delimiter)
    {
        int line = row.Line - 1;
        while (CommentIn(line) is { } comment && !comment.Text.Any(char.IsLetterOrDigit))
        {
            line--;
        }

        string[]? last = NamesIn(line);
        bool areUnits = last is not null && Array.TrueForAll(last, Units.Is);
        return areUnits && NamesIn(line - 1) is { } upper ? Of(upper, line - 1)
            : last is not null ? Of(last, line)
            : null;

        SampleLine? CommentIn(int number) =>
            lines.FirstOrDefault(other => other.Line == number && other.IsComment);

        string[]? NamesIn(int number) =>
            CommentIn(number) is { } comment
                && !TitleLine.IsSentence(comment.Text)
                && FieldsOf(comment, delimiter, row.Count) is { } names
                && !Array.Exists(names, name => name.Length == 0 || BadValue.LooksLikeOne(name))
                && !TitleLine.Is(names, areWords: comment.Text.AsSpan().IndexOfAny("\t,;") < 0)
                ? names
                : null;
    }

    /// <summary>The lines with the first as one of names, which may be a comment.</summary>
    public static IReadOnlyList<SampleLine> FirstAsNames(IReadOnlyList<SampleLine> lines, char delimiter)
    {
        SampleLine first = lines[0];
        int count = lines.FirstOrDefault(line => !line.IsComment)?.Count ?? first.Count;
        string[] names = first.IsComment ? FieldsOf(first, delimiter, count) ?? [first.Text] : first.Fields;
        return [new(first.Line, names, first.IsQuoted, IsComment: false, first.Text), .. lines.Skip(1)];
    }

    private static string[]? FieldsOf(SampleLine comment, char delimiter, int count) =>
        Numbered(comment, count) ?? Split(comment.Text, delimiter, count);

    /// <summary>The fields of a comment if # is the name of the first, as over rows with numbers.</summary>
    private static string[]? Numbered(SampleLine comment, int count) =>
        comment.Fields[0] == "#" && comment.Count == count ? comment.Fields[..count] : null;

    /// <summary>The fields of a comment by the delimiter of the file, or by another if those are as many.</summary>
    private static string[]? Split(string comment, char delimiter, int count)
    {
        string text = comment.TrimStart().TrimStart('#', '!', '%').Trim();
        return new char[] { delimiter, '\t', ',', ';', Delimiter.Space }
            .Select(separator => text.Split(
                separator,
                StringSplitOptions.TrimEntries
                    | (separator == Delimiter.Space ? StringSplitOptions.RemoveEmptyEntries : default)))
            .FirstOrDefault(fields => fields.Length == count)?
            .Select(field => field.Trim('"'))
            .ToArray();
    }

    private static HeaderComment Of(string[] names, int line) => new(
        [.. names.Select(HeaderRows.NameIn)], line, $"the comment in line {line} is read as the names of the columns");
}
