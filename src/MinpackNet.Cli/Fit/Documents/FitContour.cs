using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>The border of a joint region of two parameters, as written to JSON: points of two values.</summary>
internal sealed record FitContour(string First, string Second, bool IsClosed, double[][] Points)
{
    public static FitContour Of(Contour contour) => new(
        contour.First,
        contour.Second,
        contour.IsClosed,
        [.. contour.Points.Select(point => (double[])[point.First, point.Second])]);
}
