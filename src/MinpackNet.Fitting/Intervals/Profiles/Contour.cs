using System.Diagnostics;

namespace MinpackNet.Fitting;

/// <summary>The border of a joint confidence region of two parameters.</summary>
/// <param name="First">The name of the first parameter.</param>
/// <param name="Second">The name of the second parameter.</param>
/// <param name="Level">The confidence level of the region.</param>
/// <param name="Points">
/// Points of the border, once around the estimates: from the largest value of the first parameter along the larger
/// values of the second, and back along the smaller ones; the first point is not repeated. Where the region has no end,
/// a value is infinite. Empty where there is no region.
/// </param>
/// <param name="IsClosed">Whether the border goes all the way around.</param>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Contour(
    string First, string Second, double Level, IReadOnlyList<ContourPoint> Points, bool IsClosed)
{
    /// <summary>The parameters, the level, and the number of points.</summary>
    public override string ToString() =>
        $"{First}, {Second}: {NumberText.Percent(Level)} %, {NumberText.Count(Points.Count, "point")}, "
        + (IsClosed ? "closed" : Points.Count > 0 ? "open" : "unknown");
}
