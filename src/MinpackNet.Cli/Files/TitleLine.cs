using System.Text.RegularExpressions;

namespace MinpackNet.Cli;

/// <summary>Lines above a table that are a title or a remark, although they have as many fields as the table.</summary>
internal static partial class TitleLine
{
    /// <summary>Whether fields are parts of a title and not names of columns.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="areWords">Whether a space is between them, so that each word is a field.</param>
    public static bool Is(string[] fields, bool areWords)
    {
        bool[] areErrors = ErrorColumn.Among(fields);
        return fields.Where((field, i) => !areErrors[i] && !IndexColumn.IsName(field)).Any(field =>
            Part().IsMatch(field) || (areWords && PartOfSentence().IsMatch(field)));
    }

    // A word before a colon, initials or a sentence.
    [GeneratedRegex(@":(\s|$)|(^|\s)(\p{Lu}\.)+(\s|$)|^\S+(\s+\S+){2,}\.$")]
    private static partial Regex Part();

    [GeneratedRegex(@"\.$|^(by|of|the|from|with|for|and|was|were|is|are|this)$", RegexOptions.IgnoreCase)]
    private static partial Regex PartOfSentence();
}
