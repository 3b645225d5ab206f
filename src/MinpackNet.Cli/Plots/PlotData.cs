namespace MinpackNet.Cli;

/// <summary>What a plot shows: points with their residuals, and a curve.</summary>
internal sealed record PlotData
{
    private const double MostBeyondData = 0.25;

    public required string Title { get; init; }

    /// <summary>The line below the title.</summary>
    public required string Caption { get; init; }

    /// <summary>The number of rows shown and in total, in words.</summary>
    public required string RowCount { get; init; }

    public required string XTitle { get; init; }

    public required string YTitle { get; init; }

    /// <summary>What <see cref="CurveY"/> is.</summary>
    public required string CurveTitle { get; init; }

    public required double[] X { get; init; }

    public required double[] Y { get; init; }

    public required double[] Residuals { get; init; }

    /// <summary>What <see cref="Y"/> is.</summary>
    public string DataTitle { get; init; } = "data";

    /// <summary>Half the length of the error bars; null for none.</summary>
    public double[]? Errors { get; init; }

    public required double[] CurveX { get; init; }

    public required double[] CurveY { get; init; }

    /// <summary>A band along the curve; null for none.</summary>
    public PlotBand? Band { get; init; }

    /// <summary>Whether there are points and none of the axes overflows.</summary>
    public bool CanBeDrawn => X.Length > 0
        && new[] { YRange(1), ResidualRange(1), AxisTicks.Widened(X.Min(), X.Max(), 1) }
            .All(range => double.IsFinite(range.To - range.From));

    /// <summary>
    /// The range of the observations with their error bars, and of the curve unless it runs far away from them.
    /// </summary>
    public (double From, double To) YRange(double margin)
    {
        (double from, double to) = Extent(Y);
        double room = MostBeyondData * (to - from);
        double[] around = [.. CurveY.Concat(Band?.Lower ?? []).Concat(Band?.Upper ?? []).Where(double.IsFinite)];
        return AxisTicks.Widened(
            Math.Max(from - room, around.Append(from).Min()), Math.Min(to + room, around.Append(to).Max()), margin);
    }

    /// <summary>The range of the residuals with their error bars.</summary>
    public (double From, double To) ResidualRange(double margin)
    {
        (double from, double to) = Extent(Residuals);
        return AxisTicks.Widened(Math.Min(from, 0), Math.Max(to, 0), margin);
    }

    private (double From, double To) Extent(double[] values)
    {
        double[] errors = Errors ?? new double[values.Length];
        double[] ends = [.. values.Zip(errors, (value, error) => value - error)
            .Concat(values.Zip(errors, (value, error) => value + error))
            .Where(double.IsFinite)];
        return (ends.DefaultIfEmpty().Min(), ends.DefaultIfEmpty().Max());
    }
}
