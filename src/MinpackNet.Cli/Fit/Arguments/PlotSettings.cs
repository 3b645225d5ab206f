using System.CommandLine;
using System.Globalization;

namespace MinpackNet.Cli;

/// <summary>The options for how a picture in a file looks.</summary>
internal sealed class PlotSettings
{
    private const int Smallest = 200;
    private const int Largest = 10_000;

    private readonly Option<string?> _size = new("--plot-size")
    {
        Description = "The width and height of the picture in pixels. Default: 800x600.",
    };

    private readonly Option<string?> _title = new("--plot-title")
    {
        Description = "What is above the picture. Default: the column and the formula.",
    };

    private readonly Option<string?> _theme = new("--plot-theme")
    {
        Description = "light, for paper, or dark, for dark screens. Default: light. A page follows the screen of its "
            + "reader.",
    };

    private readonly Option<bool> _panels = new("--plot-panels")
    {
        Description = "Draw panels below the picture, beyond its size: the normal quantiles of the residuals and, with "
            + "--profile, the profiles. A page has them in any case.",
    };

    public Option[] All => [_size, _title, _theme, _panels];

    /// <exception cref="InputException">An argument cannot be used.</exception>
    public PlotStyle Read(ParseResult parsed)
    {
        (int width, int height) = SizeFrom(parsed.GetValue(_size));
        return new()
        {
            Width = width,
            Height = height,
            Title = parsed.GetValue(_title),
            HasPanels = parsed.GetValue(_panels),
            Theme = parsed.GetValue(_theme)?.ToLowerInvariant() switch
            {
                null or "light" => PlotTheme.Light,
                "dark" => PlotTheme.Dark,
                { } other => throw new InputException(
                    $"--plot-theme: '{PlainText.Brief(other)}' is neither light nor dark."),
            },
        };
    }

    private static (int Width, int Height) SizeFrom(string? text)
    {
        if (text is null)
        {
            return (PlotStyle.UsualWidth, PlotStyle.UsualHeight);
        }

        string[] parts = text.ToLowerInvariant().Split('x', StringSplitOptions.TrimEntries);
        return parts.Length == 2 && Parse(parts[0]) is { } width && Parse(parts[1]) is { } height
            ? (width, height)
            : throw new InputException(
                $"--plot-size: '{PlainText.Brief(text)}' is not a width and a height from {Smallest} to {Largest}, "
                + "such as 800x600.");

        static int? Parse(string number) =>
            int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int size)
                && size is >= Smallest and <= Largest
                ? size
                : null;
    }
}
