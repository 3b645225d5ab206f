using System.Diagnostics;
using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>
/// The profile of a parameter or quantity over its confidence interval: the signed root τ of the increase of the sum of
/// squares, which is (b - estimate)/standard error, a straight line, for a linear model (Bates and Watts 1988, chapter
/// 6). R: profile of nls.
/// </summary>
/// <param name="Name">What it is called.</param>
/// <param name="Estimate">The estimate.</param>
/// <param name="StandardError">Its standard error; infinite or NaN where there is none.</param>
/// <param name="Quantile">The |τ| at which the interval ends.</param>
/// <param name="Interval">The interval, as <see cref="FitResult.ProfileIntervals"/> and
/// <see cref="FitResult.ProfileInterval"/> have it.</param>
/// <param name="Points">
/// Where the profile was computed on the way to the ends, ascending, with the estimate: some three to ten on each side,
/// close together near an end, and on an open side as far as it was looked for. Empty where there is no profile.
/// </param>
[DebuggerDisplay("{ToString(),nq}")]
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed record ProfileCurve(
    string Name,
    double Estimate,
    double StandardError,
    double Quantile,
    Interval Interval,
    IReadOnlyList<ProfilePoint> Points)
{
    /// <summary>The name, the interval, and the number of points.</summary>
    public override string ToString() => $"{Name}: {Interval}, {NumberText.Count(Points.Count, "point")}";

    /// <summary>The profile with those of the points that are not beyond an end.</summary>
    internal static ProfileCurve Of(
        string name, double estimate, double error, double quantile, Interval interval, List<ProfilePoint> way) =>
        new(
            name,
            estimate,
            error,
            quantile,
            interval,
            [.. way.Where(point => !(point.Value < interval.Lower || point.Value > interval.Upper))
                .OrderBy(point => point.Value)]);
}
