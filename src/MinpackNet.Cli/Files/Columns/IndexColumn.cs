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

    /// <summary>
    /// What a column is by its name and its values: whole numbers from 0 on, of which each is one more than the one
    /// before or, under a name of an index and of nothing else, at least greater, as where rows were removed.
    /// </summary>
    public static ColumnKind KindOf(string name, IReadOnlyCollection<string> texts)
    {
        double[] values = [.. texts.Select(NumberReader.ValueOf)];
        (double, double)[] steps = [.. values.Zip(values.Skip(1))];
        return values.Length == 0 || !Array.TrueForAll(values, value => value >= 0 && double.IsInteger(value))
                ? ColumnKind.Quantity
            : Number().IsMatch(name) && Array.TrueForAll(steps, step =>
                step.Item2.Equals(step.Item1 + 1) || (name.Length > 0 && step.Item2 > step.Item1))
                ? ColumnKind.CountsRows
            : NumberOrQuantity().IsMatch(name) && Array.TrueForAll(steps, step => step.Item2.Equals(step.Item1 + 1))
                ? ColumnKind.MayCountRows
            : ColumnKind.Quantity;
    }

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
