namespace MinpackNet.Fitting;

/// <summary>
/// What the covariance of all parameters says of each, also where variances are out of the range of numbers and errors
/// are not: an error of 1e199 is one.
/// </summary>
internal sealed class Uncertainty
{
    private readonly Linearization? _end;
    private readonly double _variance;
    private readonly int[] _places;
    private readonly double[] _errors;

    /// <param name="covariance">Of all parameters.</param>
    /// <param name="end">Where the fit ended; null if it did nowhere.</param>
    /// <param name="free">The places of the end's parameters among all.</param>
    /// <param name="variance">Of an observation of unit weight.</param>
    public Uncertainty(double[,] covariance, Linearization? end, int[] free, double variance)
    {
        Covariance = covariance;
        _end = end;
        _variance = variance;
        _places = [.. Enumerable.Range(0, covariance.GetLength(0)).Select(j => Array.IndexOf(free, j))];
        _errors = [.. _places.Select((k, j) => IsInRange(j) || k < 0
            ? Math.Sqrt(covariance[j, j])
            : end!.UnscaledError(k) * Math.Sqrt(variance))];
    }

    public double[,] Covariance { get; }

    public double Error(int j) => _errors[j];

    public double Correlation(int i, int j)
    {
        (int k, int l) = (_places[i], _places[j]);
        return (IsInRange(i) && IsInRange(j)) || k < 0 || l < 0
            ? Covariance[i, j] / (Error(i) * Error(j))
            : _end!.Correlation(k, l);
    }

    /// <summary>Whether a variance is what it is; one that is unknown, or of a fixed parameter, is so too.</summary>
    private bool IsInRange(int j) => _end is null
        || !double.IsFinite(_variance)
        || double.IsNaN(Covariance[j, j])
        || double.IsNormal(Covariance[j, j]);
}
