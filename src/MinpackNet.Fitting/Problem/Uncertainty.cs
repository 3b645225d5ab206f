namespace MinpackNet.Fitting;

/// <summary>
/// What the covariance of all parameters says of each, also where variances are out of the range of numbers and errors
/// are not: an error of 1e199 is one.
/// </summary>
/// <param name="covariance">Of all parameters.</param>
/// <param name="end">Where the fit ended; null if it did nowhere.</param>
/// <param name="free">The places of the end's parameters among all.</param>
/// <param name="variance">Of an observation of unit weight.</param>
internal sealed class Uncertainty(double[,] covariance, Linearization? end, int[] free, double variance)
{
    public double[,] Covariance => covariance;

    public double Error(int j)
    {
        int k = Array.IndexOf(free, j);
        return IsInRange(j) || k < 0 ? Math.Sqrt(covariance[j, j]) : end!.UnscaledError(k) * Math.Sqrt(variance);
    }

    public double Correlation(int i, int j)
    {
        (int k, int l) = (Array.IndexOf(free, i), Array.IndexOf(free, j));
        return (IsInRange(i) && IsInRange(j)) || k < 0 || l < 0
            ? covariance[i, j] / (Error(i) * Error(j))
            : end!.Correlation(k, l);
    }

    /// <summary>Whether a variance is what it is; one that is unknown, or of a fixed parameter, is so too.</summary>
    private bool IsInRange(int j) => end is null
        || !double.IsFinite(variance)
        || double.IsNaN(covariance[j, j])
        || double.IsNormal(covariance[j, j]);
}
