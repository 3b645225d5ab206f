namespace MinpackNet.Cli;

/// <summary>Columns in which every field has as many digits as the others, as in 0930 and 1000.</summary>
/// <param name="count">The number of columns.</param>
internal sealed class DigitCodes(int count)
{
    private readonly int?[] _lengths = new int?[count];
    private readonly bool[] _startWithZero = new bool[count];

    /// <summary>Learns from a number as it is written.</summary>
    public void Read(int column, ReadOnlySpan<byte> field)
    {
        int length = field.ContainsAnyExceptInRange((byte)'0', (byte)'9') ? 0 : field.Length;
        _lengths[column] = (_lengths[column] ?? length) == length ? length : 0;
        _startWithZero[column] |= field is [(byte)'0', _, ..];
    }

    /// <summary>Whether all fields of a column so far have as many digits, and nothing else.</summary>
    public bool MayHave(int column) => _lengths[column] != 0;

    /// <summary>Whether a column has such fields, of several digits, and one starts with a zero.</summary>
    public bool Has(int column) => _lengths[column] > 1 && _startWithZero[column];
}
