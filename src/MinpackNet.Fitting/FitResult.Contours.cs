namespace MinpackNet.Fitting;

/// <content>Joint regions of two parameters.</content>
public sealed partial class FitResult
{
    /// <summary>
    /// The border of the joint confidence region of two parameters by profile likelihood: where a fit of all others has
    /// a sum of squares of χ² + 2 s² F, with the quantile F for 2 degrees of freedom and those of the variance s²
    /// behind the standard errors, or with <see cref="FitOptions.AbsoluteSigma"/> of χ² plus the quantile of χ² for 2.
    /// For a linear model it is the ellipse of the covariance (Bates and Watts 1988, chapter 6).
    /// </summary>
    /// <remarks>
    /// It has up to 96 points, and each costs some twenty fits of the other parameters, which are not counted. Where a
    /// value of the first parameter has several stretches of the second, only the one is found in which the fit lies
    /// that holds the first.
    /// </remarks>
    /// <param name="first">The name of a parameter that is not fixed.</param>
    /// <param name="second">The name of another.</param>
    /// <param name="level">The confidence level of the region, between 0 and 1. Default 0.95.</param>
    /// <param name="cancellationToken">Ends the fits: an <see cref="OperationCanceledException"/>.</param>
    /// <returns>
    /// The border. It is open where the sum never gets so large, and runs along a bound where that comes first. Without
    /// points for the reasons that <see cref="ProfileIntervals"/> has for NaN.
    /// </returns>
    /// <exception cref="KeyNotFoundException">There is no parameter of that name.</exception>
    /// <exception cref="ArgumentException">A parameter is fixed, or both are the same.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    /// <exception cref="OperationCanceledException">The token was set.</exception>
    public Contour ProfileContour(
        string first, string second, double level = 0.95, CancellationToken cancellationToken = default)
    {
        Validate.Level(level, nameof(level));
        Validate.Pair(this[first], this[second], nameof(first), nameof(second));
        if (Profile(cancellationToken) is not { } profile
            || profile.IndexOf(first) is not (>= 0 and var a)
            || profile.IndexOf(second) is not (>= 0 and var b))
        {
            return new(first, second, level, [], IsClosed: false);
        }

        double quantile = Quantile.OfPair(level, HasAbsoluteSigma ? double.PositiveInfinity : DegreesOfFreedom);
        List<ContourPoint>? points = new ContourTrace(
            profile, VarianceScale, (a, b), quantile, cancellationToken).Run();
        return new(first, second, level, points ?? [], points?.TrueForAll(IsFinite) ?? false);

        static bool IsFinite(ContourPoint point) => double.IsFinite(point.First) && double.IsFinite(point.Second);
    }
}
