namespace MinpackNet.Cli;

/// <summary>Text that fits its place.</summary>
internal static class TextWidth
{
    // Nobody reads on, and measuring takes its time.
    private const int Longest = 300;

    /// <summary>A text, cut with an ellipsis where it would be wider than its place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="room">The width of its place.</param>
    /// <param name="measure">Measures a text in the unit of the place.</param>
    public static string Fit(string text, double room, Func<string, double> measure)
    {
        string fit = PlainText.Cut(text, Longest);
        for (int length = fit.Length - 1; length > 1 && measure(fit) > room; length--)
        {
            fit = PlainText.Cut(text, length);
        }

        return fit;
    }
}
