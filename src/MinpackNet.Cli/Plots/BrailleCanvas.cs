namespace MinpackNet.Cli;

/// <summary>A canvas of dots, two wide and four high in each character.</summary>
/// <param name="columns">The width in characters.</param>
/// <param name="rows">The height in characters.</param>
internal sealed class BrailleCanvas(int columns, int rows)
{
    private const char Empty = '\u2800';

    // The bits of the eight dots in Unicode's order, by column and row.
    private static readonly int[,] Bits = { { 0x01, 0x02, 0x04, 0x40 }, { 0x08, 0x10, 0x20, 0x80 } };

    private readonly int[,] _cells = new int[rows, columns];

    /// <summary>The width in dots.</summary>
    public int Width => 2 * columns;

    /// <summary>The height in dots.</summary>
    public int Height => 4 * rows;

    /// <summary>Sets a dot, if it is on the canvas.</summary>
    public void Set(double x, double y)
    {
        if (x >= 0 && x < Width && y >= 0 && y < Height)
        {
            _cells[(int)y / 4, (int)x / 2] |= Bits[(int)x % 2, (int)y % 4];
        }
    }

    /// <summary>Whether a character has any dot.</summary>
    public bool Has(int row, int column) => _cells[row, column] != 0;

    /// <summary>The character at a location.</summary>
    public char this[int row, int column] => (char)(Empty | _cells[row, column]);
}
