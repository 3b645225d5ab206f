namespace MinpackNet.Fitting;

/// <summary>The distribution whose quantiles set the width of an interval.</summary>
public enum IntervalKind
{
    /// <summary>
    /// Student's t with the degrees of freedom of the fit, because the residual variance is estimated. With
    /// <see cref="FitOptions.AbsoluteSigma"/> it is known, and t becomes the normal distribution.
    /// </summary>
    StudentT = 0,

    /// <summary>The normal distribution, as in R's confint.default.</summary>
    Normal = 1,
}
