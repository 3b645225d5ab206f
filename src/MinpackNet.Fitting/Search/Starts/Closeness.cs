namespace MinpackNet.Fitting;

/// <summary>
/// Which of two points is closer to the given start. Parameters in which the model is not linear, such as frequencies,
/// places and widths, count before the others: amplitudes are often placeholders, and a sine of the other sign is
/// another phase.
/// </summary>
/// <param name="start">The start: the free parameters.</param>
/// <param name="isGiven">
/// Whether a start value is the user's. Of the others a positive number is closer, because people write widths and
/// frequencies so.
/// </param>
/// <param name="foremost">The parameters that count first.</param>
internal sealed class Closeness(double[] start, Func<int, bool> isGiven, Func<int[]> foremost)
{
    /// <summary>Negative if the first point is closer, positive if the second is, zero for no telling.</summary>
    public int Compare(double[] a, double[] b)
    {
        int first = Compare(DistanceOf(a, foremost()), DistanceOf(b, foremost()));
        int[] all = [.. Enumerable.Range(0, start.Length)];
        return first != 0 ? first : Compare(DistanceOf(a, all), DistanceOf(b, all));
    }

    private double DistanceOf(double[] point, int[] parameters) => parameters.Sum(k =>
        isGiven(k) ? Candidates.Distance([start[k]], [point[k]])
        : point[k] < 0 ? 1
        : 0);

    private static int Compare(double a, double b) => Candidates.AreEqual(a, b) ? 0 : a.CompareTo(b);
}
