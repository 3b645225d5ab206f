using Spectre.Console;

namespace MinpackNet.Cli;

/// <summary>
/// A plot made of characters: few points are circles on a curve of dots, many are dots under a curve of stars.
/// </summary>
internal sealed class TerminalPlot
{
    private const int Rows = 18;
    private const int LeastColumns = 24;
    private const int MostColumns = 110;
    private const int FewPoints = 150;
    private const int ColumnsPerTick = 10;
    private const int RowsPerTick = 3;
    private const double Margin = 0.04;

    private readonly PlotData _data;
    private readonly (double From, double To) _xRange;
    private readonly (double From, double To) _yRange;
    private readonly Dictionary<int, string> _yLabels = [];
    private readonly int _labelWidth;
    private readonly BrailleCanvas _curve;
    private readonly BrailleCanvas _points;

    private TerminalPlot(PlotData data, int width)
    {
        _data = data;
        _xRange = AxisTicks.Widened(data.X.Min(), data.X.Max(), Margin);
        _yRange = data.YRange(Margin);
        (double[] places, double step) = AxisTicks.Of(_yRange.From, _yRange.To, Rows / RowsPerTick);
        foreach (double place in places)
        {
            int row = Cell(_yRange.To, _yRange.From, place, Rows);
            _yLabels[row] = AxisTicks.Label(place, step, AxisTicks.Size(_yRange));
        }

        _labelWidth = _yLabels.Values.Select(label => label.Length).DefaultIfEmpty().Max();
        int columns = Math.Clamp(width - _labelWidth - 2, LeastColumns, MostColumns);
        _curve = new(columns, Rows);
        _points = new(columns, Rows);
        Draw(_points, data.X, data.Y);
        DrawCurve();
    }

    private bool IsSparse => _data.X.Length <= FewPoints;

    private int Columns => _curve.Width / 2;

    /// <summary>Writes the plot, in color if the output has colors.</summary>
    public static void Write(Streams streams, PlotData data)
    {
        TerminalPlot plot = new(data, streams.Width);
        IAnsiConsole? console = streams.HasColors ? ConsoleOf(streams) : null;
        streams.Output.WriteLine($"{new string(' ', plot._labelWidth + 2)}{data.YTitle}   {plot.Legend()}");
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

    private string Legend() => IsSparse
        ? $"o data  ⠒ {_data.CurveTitle}"
        : $"⠿ data, {_data.RowCount}  * {_data.CurveTitle}";

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
        (double[] places, double step) = AxisTicks.Of(_xRange.From, _xRange.To, Columns / ColumnsPerTick);
        char[] line = [.. Enumerable.Repeat('─', Columns)];
        char[] labels = [.. Enumerable.Repeat(' ', Columns)];
        int free = 0;
        foreach (double place in places)
        {
            int column = Cell(_xRange.From, _xRange.To, place, Columns);
            string label = AxisTicks.Label(place, step, AxisTicks.Size(_xRange));
            int start = Math.Clamp(column - (label.Length / 2), 0, Columns - label.Length);
            line[column] = '┬';
            if (start >= free)
            {
                label.CopyTo(0, labels, start, label.Length);
                free = start + label.Length + 1;
            }
        }

        string indent = new(' ', _labelWidth + 1);
        output.WriteLine($"{indent}└{new string(line)}");
        output.WriteLine($"{indent} {new string(labels).TrimEnd()}");
        output.WriteLine($"{indent} {_data.XTitle.PadLeft((Columns + _data.XTitle.Length) / 2)}");
    }

    private void Draw(BrailleCanvas canvas, double[] x, double[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            canvas.Set(
                Share(_xRange.From, _xRange.To, x[i]) * canvas.Width,
                Share(_yRange.To, _yRange.From, y[i]) * canvas.Height);
        }
    }

    /// <summary>Draws the curve in steps of less than a dot in either direction.</summary>
    private void DrawCurve()
    {
        double dot = (_yRange.To - _yRange.From) / _curve.Height;
        for (int i = 1; i < _data.CurveX.Length; i++)
        {
            (double x, double dx) = (_data.CurveX[i - 1], _data.CurveX[i] - _data.CurveX[i - 1]);
            double y = Math.Clamp(_data.CurveY[i - 1], _yRange.From - dot, _yRange.To + dot);
            double dy = Math.Clamp(_data.CurveY[i], _yRange.From - dot, _yRange.To + dot) - y;
            int steps = _curve.Width + _curve.Height;
            double[] shares = [.. Enumerable.Range(0, steps + 1).Select(step => (double)step / steps)];
            Draw(_curve, [.. shares.Select(share => x + (share * dx))], [.. shares.Select(share => y + (share * dy))]);
        }
    }

    private static int Cell(double from, double to, double value, int count) =>
        Math.Clamp((int)(Share(from, to, value) * count), 0, count - 1);

    private static double Share(double from, double to, double value) => (value - from) / (to - from);
}
