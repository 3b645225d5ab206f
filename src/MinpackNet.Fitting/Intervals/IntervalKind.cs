namespace MinpackNet.Fitting;

/// <summary>The distribution whose quantile an interval is made with.</summary>
public enum IntervalKind
{
    /// <summary>
    /// Student's t with the degrees of freedom of the fit, which allows for the residual variance being estimated. With
    /// <see cref="FitOptions.AbsoluteSigma"/> nothing is estimated and t becomes the normal distribution.
    /// </summary>
    StudentT = 0,

    /// <summary>The normal distribution, as R's confint.default.</summary>
    Normal = 1,
}
