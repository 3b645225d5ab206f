namespace MinpackNet.Cli;

/// <summary>Which columns have percentages; all values of such a column must be some.</summary>
/// <param name="count">The number of columns.</param>
internal sealed class Percentages(int count)
{
    private readonly bool?[] _row = new bool?[count];
    private readonly bool[] _haveOthers = new bool[count];
    private readonly string?[] _first = new string?[count];

    /// <summary>Whether any column has some.</summary>
    public bool Any => Array.Exists(_first, first => first is not null);

    /// <summary>Whether a column has some.</summary>
    public bool Has(int column) => _first[column] is not null;

    /// <summary>Whether a column has others, and none.</summary>
    public bool AreNone(int column) => _haveOthers[column] && _first[column] is null;

    /// <summary>Keeps whether a field of the next row is one; null without a number.</summary>
    public void Read(int column, bool? isPercentage) => _row[column] = isPercentage;

    /// <summary>Adds a field of a row that is complete.</summary>
    /// <param name="column">The column.</param>
    /// <param name="describe">Describes the location and the text of the field.</param>
    /// <exception cref="InputException">The column has other values.</exception>
    public void Add(int column, Func<int, string> describe)
    {
        _haveOthers[column] |= _row[column] == false;
        if (_row[column] == true)
        {
            _first[column] ??= describe(column);
        }

        if (_haveOthers[column] && _first[column] is { } first)
        {
            throw new InputException(
                $"{first} is a percentage, but not all values in its column are. Write them all alike.");
        }
    }
}
