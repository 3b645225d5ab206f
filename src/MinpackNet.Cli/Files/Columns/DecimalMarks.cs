namespace MinpackNet.Cli;

/// <summary>Refuses numbers with decimal points beside others with decimal commas.</summary>
/// <param name="name">The file.</param>
internal sealed class DecimalMarks(string name)
{
    private string? _comma;
    private string? _point;

    /// <summary>Learns from the number that has just been read.</summary>
    /// <param name="numbers">What read it.</param>
    /// <param name="line">Its line.</param>
    /// <param name="field">Its place there.</param>
    /// <exception cref="InputException">It has another decimal mark than one before.</exception>
    public void Read(NumberReader numbers, RecordReader line, int field)
    {
        bool isFirstComma = numbers.HasDecimalCommas && _comma is null;
        bool isFirstPoint = numbers.HasDecimalPoints && _point is null;
        if (!isFirstComma && !isFirstPoint)
        {
            return;
        }

        string text = $"'{PlainText.Brief(PlainText.Of(line.GetString(field)).Trim())}'";
        string place = $"{text} in line {line.Line}";
        (string? before, string mark, string other) = isFirstComma
            ? (_point, "comma", "point")
            : (_comma, "point", "comma");
        (_comma, _point) = (isFirstComma ? place : _comma, isFirstPoint ? place : _point);
        if (before is not null)
        {
            throw new InputException(
                $"{name}, line {line.Line}: {text} has a decimal {mark}, but {before} has a decimal {other}. Write all "
                + "numbers alike, or give --decimal comma if both marks are decimal.");
        }
    }
}
