namespace MinpackNet.Cli;

/// <summary>A line on a terminal that shows progress, at most ten times a second.</summary>
/// <param name="output">The terminal.</param>
/// <param name="isOn">Whether to show anything.</param>
internal sealed class ProgressLine(TextWriter output, bool isOn)
{
    private const int MillisecondsBetween = 100;

    private long _due = Environment.TickCount64;
    private int _length;

    /// <summary>Replaces the last text, if it is time to.</summary>
    public void Show(Func<string> text)
    {
        if (!isOn || Environment.TickCount64 < _due)
        {
            return;
        }

        Replace(text());
        _due = Environment.TickCount64 + MillisecondsBetween;
    }

    /// <summary>Erases the line.</summary>
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
