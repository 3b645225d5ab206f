using System.Text.RegularExpressions;

namespace MinpackNet.Cli;

/// <summary>Lines above a table that are a title or a remark, although they have as many fields as the table.</summary>
internal static partial class TitleLine
{
    private const string Month =
        @"(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?"
        + @"|sep(?:t|tember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)";

    /// <summary>Whether fields are parts of a title and not names of columns.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="areWords">Whether a space is between them, so that each word is a field.</param>
    public static bool Is(string[] fields, bool areWords)
    {
        bool[] areErrors = ErrorColumn.Among(fields);
        return fields.Where((field, i) => !areErrors[i] && !IndexColumn.IsName(field)).Any(field =>
            Part().IsMatch(field) || (areWords && PartOfSentence().IsMatch(field)));
    }

    /// <summary>
    /// Whether a text is a remark and not a list of names: it has an equals sign, a date, a verb or a clause such as
    /// measured on Monday.
    /// </summary>
    public static bool IsSentence(string text) => Sentence().IsMatch(text);

    // A part of a list may start as a clause does: by hand, from the archive.
    [GeneratedRegex(
        @"=|(?:^[#!%\s]*|[,;\t]\s*)(?:by|from|with|without|for|the|this|these|see|note|using|all)\s"
        + @"|\b(?:was|were|are|has|have|had|will)\b"
        + @"|\b\p{L}+(?:ed|ten|ken|ade|one)\s+(?:on|by|at|in|with|from|using|during|for|to|as)\s"
        + @"|\b\d{1,2}(?:st|nd|rd|th|\.)?\s+" + Month + @"\b|\b" + Month + @"\.?\s+\d{1,4}\b"
        + @"|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\w\s+\w.*\d\.$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Sentence();

    // A word before a colon, initials or a sentence.
    [GeneratedRegex(@":(\s|$)|(^|\s)(\p{Lu}\.)+(\s|$)|^\S+(\s+\S+){2,}\.$")]
    private static partial Regex Part();

    [GeneratedRegex(@"\.$|^(by|of|the|from|with|for|and|was|were|is|are|this)$", RegexOptions.IgnoreCase)]
    private static partial Regex PartOfSentence();
}
