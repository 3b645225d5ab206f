using Spectre.Console;

namespace MinpackNet.Cli;

/// <summary>
/// A plot made of characters: few points are circles on a curve of dots, many are dots under a curve of stars.
/// </summary>
internal sealed class TerminalPlot
{
    private const int Rows = 18;
    private const int LeastWidth = 20;
    private const int MostColumns = 110;
    private const int FewPoints = 150;
    private const int ColumnsPerTick = 10;
    private const int RowsPerTick = 3;

    private readonly PlotData _data;
    private readonly PlotAxis _x;
    private readonly PlotAxis _y;
    private readonly AxisTicks _yTicks;
    private readonly Dictionary<int, string> _yLabels;
    private readonly int _labelWidth;
    private readonly int _width;
    private readonly BrailleCanvas _curve;
    private readonly BrailleCanvas _points;

    private TerminalPlot(PlotData data, int width)
    {
        _data = data;
        _x = data.XAxis(PlotData.Margin);
        _y = data.YAxis(PlotData.Margin);
        _yTicks = _y.Ticks(Rows / RowsPerTick);
        _yLabels = _yTicks.Places.Zip(_yTicks.Labels)
            .DistinctBy(tick => Cell(1 - tick.First, Rows))
            .ToDictionary(tick => Cell(1 - tick.First, Rows), tick => tick.Second);
        _labelWidth = _yTicks.Labels.Select(label => label.Length).DefaultIfEmpty().Max();
        int columns = Math.Min(Math.Max(width, LeastWidth) - _labelWidth - 2, MostColumns);
        _width = columns + _labelWidth + 2;
        _curve = new(columns, Rows);
        _points = new(columns, Rows);
        for (int i = 0; i < data.X.Length; i++)
        {
            Set(_points, _x.Place(data.X[i]), _y.Place(data.Y[i]));
        }

        DrawCurve();
    }

    private bool IsSparse => _data.X.Length <= FewPoints;

    private int Columns => _curve.Width / 2;

    /// <summary>Writes the plot, in color if the output has colors.</summary>
    public static void Write(Streams streams, PlotData data)
    {
        TerminalPlot plot = new(data, streams.Width);
        IAnsiConsole? console = streams.HasColors ? ConsoleOf(streams) : null;
        foreach (string line in plot.Header())
        {
            streams.Output.WriteLine(line);
        }

        for (int row = 0; row < Rows; row++)
        {
            string label = plot._yLabels.GetValueOrDefault(row, "").PadLeft(plot._labelWidth);
            streams.Output.Write($"{label} {(plot._yLabels.ContainsKey(row) ? '┤' : '│')}");
            plot.WriteRow(streams.Output, console, row);
        }

        plot.WriteXAxis(streams.Output);
    }

    private static IAnsiConsole ConsoleOf(Streams streams)
    {
        IAnsiConsole console = AnsiConsole.Create(new()
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Out = new AnsiConsoleOutput(streams.Output),
        });
        console.Profile.Width = streams.Width;
        return console;
    }

    /// <summary>What the axis and the signs stand for, in as many lines as it takes.</summary>
    private IEnumerable<string> Header()
    {
        string title = Fit(_data.YTitle, _yTicks.Offset);
        string[] legend = IsSparse
            ? ["o data", $"⠒ {_data.CurveTitle}"]
            : [$"⠿ data, {_data.RowCount}", $"* {_data.CurveTitle}"];
        string indent = new(' ', _labelWidth + 2);
        string line = $"{indent}{title}   {string.Join("  ", legend)}";
        return line.GetCellWidth() <= _width ? [line] : legend.SelectMany(Wrapped).Prepend(title);
    }

    /// <summary>A text in lines that are not wider than the plot, broken between words.</summary>
    private IEnumerable<string> Wrapped(string text)
    {
        string line = "";
        foreach (string word in text.Split(' '))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (longer.GetCellWidth() <= _width)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
            {
                yield return line;
            }

            line = word;
        }

        yield return line;
    }

    private string Fit(string text, string suffix = "") =>
        TextWidth.Fit(text, _width - suffix.Length, part => part.GetCellWidth()) + suffix;

    private void WriteRow(TextWriter output, IAnsiConsole? console, int row)
    {
        string text = string.Concat(Enumerable.Range(0, Columns).Select(column => Glyph(row, column)));
        if (console is null)
        {
            output.WriteLine(text.TrimEnd());
            return;
        }

        Paragraph line = new();
        for (int column = 0; column < Columns; column++)
        {
            line.Append($"{text[column]}", new(IsCurve(row, column) ? Color.Aqua : Color.Yellow));
        }

        console.Write(line);
        console.WriteLine();
    }

    /// <summary>Whether the curve is in front at a location.</summary>
    private bool IsCurve(int row, int column) => _curve.Has(row, column) && !(IsSparse && _points.Has(row, column));

    private char Glyph(int row, int column) =>
        IsCurve(row, column) ? IsSparse ? _curve[row, column] : '*'
        : !_points.Has(row, column) ? ' '
        : IsSparse ? 'o' : _points[row, column];

    private void WriteXAxis(TextWriter output)
    {
        AxisTicks ticks = _x.Ticks(Math.Max(2, Columns / ColumnsPerTick));
        char[] line = [.. Enumerable.Repeat('─', Columns)];

        // Labels may reach below those of the other axis.
        char[] labels = [.. Enumerable.Repeat(' ', _width)];
        int free = 0;
        foreach ((double place, string label) in ticks.Places.Zip(ticks.Labels))
        {
            int column = Cell(place, Columns);
            int start = Math.Clamp(_labelWidth + 2 + column - (label.Length / 2), 0, _width - label.Length);
            line[column] = '┬';
            if (start >= free)
            {
                label.CopyTo(0, labels, start, label.Length);
                free = start + label.Length + 1;
            }
        }

        string title = Fit(_data.XTitle, ticks.Offset);
        int middle = _labelWidth + 2 + ((Columns - title.GetCellWidth()) / 2);
        int indent = Math.Clamp(middle, 0, _width - title.GetCellWidth());
        output.WriteLine($"{new string(' ', _labelWidth + 1)}└{new string(line)}");
        output.WriteLine(new string(labels).TrimEnd());
        output.WriteLine($"{new string(' ', indent)}{title}");
    }

    /// <summary>Draws the curve in steps of less than a dot in either direction.</summary>
    private void DrawCurve()
    {
        double dot = 1.0 / _curve.Height;
        (double X, double Y)[] places = [.. _data.CurveX.Zip(_data.CurveY, (x, y) =>
            (_x.Place(x), Math.Clamp(_y.Place(y), -dot, 1 + dot)))];
        int steps = _curve.Width + _curve.Height;
        for (int i = 1; i < places.Length; i++)
        {
            for (int step = 0; step <= steps; step++)
            {
                double share = (double)step / steps;
                Set(
                    _curve,
                    places[i - 1].X + (share * (places[i].X - places[i - 1].X)),
                    places[i - 1].Y + (share * (places[i].Y - places[i - 1].Y)));
            }
        }
    }

    private static void Set(BrailleCanvas canvas, double x, double y) =>
        canvas.Set(x * canvas.Width, (1 - y) * canvas.Height);

    private static int Cell(double place, int count) => Math.Clamp((int)(place * count), 0, count - 1);
}
