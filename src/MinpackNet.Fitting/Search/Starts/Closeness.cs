namespace MinpackNet.Fitting;

/// <summary>
/// Which of two points is closer to the given start. Parameters in which the model is not linear, such as frequencies,
/// places and widths, count before the others: amplitudes are often placeholders, and a sine of the other sign is
/// another phase.
/// </summary>
/// <param name="start">The given start: the free parameters.</param>
/// <param name="foremost">The parameters that count first.</param>
internal sealed class Closeness(double[] start, Func<int[]> foremost)
{
    /// <summary>Negative if the first point is closer, positive if the second is, zero for no telling.</summary>
    public int Compare(double[] a, double[] b)
    {
        int first = Compare(Candidates.Distance(Of(start), Of(a)), Candidates.Distance(Of(start), Of(b)));
        return first != 0 ? first : Compare(Candidates.Distance(start, a), Candidates.Distance(start, b));

        double[] Of(double[] point) => [.. foremost().Select(k => point[k])];
    }

    private static int Compare(double a, double b) => Candidates.AreEqual(a, b) ? 0 : a.CompareTo(b);
}
