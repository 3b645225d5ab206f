namespace MinpackNet.Cli;

/// <summary>The columns of units behind columns of numbers, such as keV and from some row on MeV.</summary>
/// <param name="columns">The columns of the file.</param>
/// <param name="wanted">Those that are read.</param>
/// <param name="label">The column of labels; null for none.</param>
internal sealed class UnitsBeside(FileColumn[] columns, int[] wanted, int? label)
{
    private readonly int[] _places = [.. wanted.Select(column => column + 1).Except([.. wanted, label ?? -1])
        .Where(column => column < columns.Length && columns[column].HasUnits)];

    private readonly Dictionary<int, (string Text, int Line)> _first = [];

    /// <summary>What makes the numbers of a row others than those above it, and what to do; null for nothing.</summary>
    public string? Complaint(RecordReader line)
    {
        foreach (int column in _places)
        {
            string text = line.GetString(column);
            if (MissingValue.Is(text))
            {
                continue;
            }

            string what = $"'{PlainText.Brief(text)}' in column {PlainText.Brief(columns[column].Name)}";
            if (Units.IsExponent(text))
            {
                return $"{what} seems to be the exponent of the number before it. Write both without a space.";
            }

            (string first, int above) = _first.TryGetValue(column, out (string, int) known)
                ? known
                : _first[column] = (text, line.Line);
            if (text != first && Units.AreAlike(text, first))
            {
                return FormattableString.Invariant(
                    $"{what} is another unit than '{first}' in line {above}. Write all numbers in one unit.");
            }
        }

        return null;
    }
}
