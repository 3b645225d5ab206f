namespace MinpackNet.Fitting;

/// <summary>
/// Which of two points is closer to the given start. Parameters in which the model is not linear, such as frequencies,
/// places and widths, count before the others: amplitudes are often placeholders, and a sine of the other sign is
/// another phase. Before all that comes the canonical form of parameters that may trade places, where the user has
/// given none of them a start value.
/// </summary>
/// <param name="start">The start: the free parameters.</param>
/// <param name="isGiven">
/// Whether a start value is the user's. Of the others a positive number is closer, because people write widths and
/// frequencies so.
/// </param>
/// <param name="foremost">The parameters that count first.</param>
/// <param name="exchanges">What may trade places.</param>
internal sealed class Closeness(
    double[] start, Func<int, bool> isGiven, Func<int[]> foremost, params FreeExchange[] exchanges)
{
    private readonly FreeExchange[] _open = [.. exchanges.Where(exchange => !exchange.Places.Any(isGiven))];

    /// <summary>Negative if the first point is closer, positive if the second is, zero for no telling.</summary>
    public int Compare(double[] a, double[] b)
    {
        int form = _open.Count(exchange => !exchange.IsCanonical(a))
            - _open.Count(exchange => !exchange.IsCanonical(b));
        if (form != 0)
        {
            return form;
        }

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
