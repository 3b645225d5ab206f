using System.Globalization;
using System.Text.RegularExpressions;

namespace MinpackNet.Cli;

/// <summary>Columns that only number the rows.</summary>
internal static partial class IndexColumn
{
    /// <summary>Whether texts are 0, 1, 2, ... or 1, 2, 3, ...</summary>
    public static bool Counts(IReadOnlyCollection<string> texts)
    {
        return texts.Count > 0 && (CountFrom(0) || CountFrom(1));

        bool CountFrom(int start) => texts.Index().All(text =>
            text.Item == (text.Index + start).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Whether texts are whole numbers from 0 on, each one more than the one before.</summary>
    public static bool AreConsecutive(IReadOnlyCollection<string> texts)
    {
        double first = texts.Count > 0 ? NumberReader.ValueOf(texts.First()) : double.NaN;
        return first >= 0 && double.IsInteger(first)
            && texts.Index().All(text => NumberReader.ValueOf(text.Item).Equals(first + text.Index));
    }

    /// <summary>What a column is whose values are consecutive, by its name.</summary>
    public static ColumnKind KindOf(string name) =>
        Number().IsMatch(name) ? ColumnKind.CountsRows
        : NumberOrQuantity().IsMatch(name) ? ColumnKind.MayCountRows
        : ColumnKind.Quantity;

    /// <summary>Whether a text is a name of an index and of nothing else.</summary>
    public static bool IsName(string text) => Number().IsMatch(text);

    [GeneratedRegex(
        "^(|#|no|nr|id|idx|index|rows?|row[_ .]?names?|Unnamed: 0|sample|point|obs|observation|record"
        + "|(sample|point|row|obs|observation|record|run|trial|test)s?[_ .-]?(id|no|nr|num|number|idx|index)"
        + "|.+[_ .-]id|(?-i:.+[a-z]I[dD]))[.]?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    // These also stand for quantities, such as a quantum number.
    [GeneratedRegex(
        "^(n|i|j|k|num|number|run|trial|test|measurement|experiment|replicate|rep)[.]?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberOrQuantity();
}
