namespace MinpackNet.Cli;

/// <summary>One line at a terminal that says how far things are, at most ten times a second.</summary>
/// <param name="output">The terminal.</param>
/// <param name="isOn">Whether somebody watches it.</param>
internal sealed class ProgressLine(TextWriter output, bool isOn)
{
    private const int MillisecondsBetween = 100;

    private long _due = Environment.TickCount64;
    private int _length;

    /// <summary>Shows a text in place of the last one, when it is time to.</summary>
    public void Show(Func<string> text)
    {
        if (!isOn || Environment.TickCount64 < _due)
        {
            return;
        }

        Replace(text());
        _due = Environment.TickCount64 + MillisecondsBetween;
    }

    /// <summary>Leaves no trace.</summary>
    public void Clear()
    {
        if (_length > 0)
        {
            Replace("");
            output.Write('\r');
        }
    }

    private void Replace(string text)
    {
        output.Write($"\r{text.PadRight(_length)}");
        _length = text.Length;
    }
}
