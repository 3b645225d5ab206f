namespace MinpackNet.Fitting;

/// <summary>How the draws of a bootstrap become an interval.</summary>
/// <remarks>
/// Both are wider than the share of draws that the level names, by what Student's t is wider than the normal
/// distribution: draws know the variance of the errors no better than the residuals do, and plain percentiles contain
/// the truth too rarely where points are few (Hesterberg 2015, DOI 10.1080/00031305.2015.1089789). Not so for normal
/// errors of known size.
/// </remarks>
public enum BootstrapIntervalKind
{
    /// <summary>Between two percentiles of the draws, with as many draws beyond one as beyond the other.</summary>
    Percentile = 0,

    /// <summary>
    /// Between percentiles corrected for bias and acceleration, BCa (Efron 1987, DOI 10.1080/01621459.1987.10478410):
    /// those of an estimate that is off the middle of its draws, or whose error grows with it. The acceleration follows
    /// from the linearized model; that of normal errors is zero.
    /// </summary>
    Bca = 1,
}
