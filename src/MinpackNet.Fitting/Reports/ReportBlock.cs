using System.Text;

namespace MinpackNet.Fitting;

/// <summary>A table or a paragraph of the report of a fit, for pages in other formats than text.</summary>
/// <param name="Text">The paragraph, or the line below the table before it; empty for a table.</param>
/// <param name="Rows">
/// The rows of a table, of which the first may be headings; shorter ones end with empty cells. Empty for a paragraph.
/// </param>
public sealed record ReportBlock(string Text, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    private const int LineWidth = 100;

    /// <summary>Whether this is a table.</summary>
    public bool IsTable => Rows.Count > 0;

    /// <summary>Whether the first row of a table has headings, and not a name with a number.</summary>
    public bool HasHeadings { get; init; }

    /// <summary>Whether a section starts here, with an empty line before it in the text.</summary>
    public bool StartsSection { get; init; }

    /// <summary>What comes before the lines of a paragraph after its first; null for a line of any length.</summary>
    internal string? Indent { get; init; }

    /// <summary>Whether the last column of a table has text, and not numbers.</summary>
    internal bool LastIsText { get; init; }

    internal void AppendTo(StringBuilder text)
    {
        if (StartsSection)
        {
            text.AppendLine();
        }

        if (IsTable)
        {
            TextTable.Append(text, Rows, LastIsText);
        }
        else if (Indent is null)
        {
            text.AppendLine(Text);
        }
        else
        {
            AppendParagraph(text, Indent);
        }
    }

    /// <summary>Breaks the text into lines at spaces.</summary>
    private void AppendParagraph(StringBuilder text, string indent)
    {
        int used = 0;
        foreach (string word in Text.Split(' '))
        {
            if (used > 0 && used + 1 + word.Length > LineWidth)
            {
                text.AppendLine().Append(indent);
                used = indent.Length;
            }
            else if (used > 0)
            {
                text.Append(' ');
                used++;
            }

            text.Append(word);
            used += word.Length;
        }

        text.AppendLine();
    }
}
