namespace MinpackNet.Fitting;

/// <content>Profiles of the sum of squares.</content>
public sealed partial class FitResult
{
    /// <summary>
    /// The profiles of the parameters, from which <see cref="ProfileIntervals"/> are: each with its interval and the
    /// points that were computed on the way to the ends. It costs the same.
    /// </summary>
    /// <param name="level">The confidence level of the intervals, between 0 and 1. Default 0.95.</param>
    /// <param name="kind">Student's t, the default, or the normal distribution.</param>
    /// <param name="cancellationToken">Ends the fits: an <see cref="OperationCanceledException"/>.</param>
    /// <returns>
    /// One for each parameter, in order. Without points for a fixed parameter, and where no interval is known but for a
    /// lower sum of squares on the way.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    /// <exception cref="OperationCanceledException">The token was set.</exception>
    public IReadOnlyList<ProfileCurve> ProfileCurves(
        double level = 0.95,
        IntervalKind kind = IntervalKind.StudentT,
        CancellationToken cancellationToken = default)
    {
        double quantile = Factor(level, kind);
        Profile? profile = Profile(cancellationToken);
        return [.. Parameters.Select(parameter =>
        {
            List<ProfilePoint> way = [];
            Interval interval = parameter.IsFixed ? new(parameter.Value, parameter.Value)
                : profile?.IndexOf(parameter.Name) is int k and >= 0 ? profile.Of(k, quantile, way)
                : new(double.NaN, double.NaN);
            return ProfileCurve.Of(
                parameter.Name, parameter.Value, parameter.StandardError, quantile, interval, way);
        })];
    }

    /// <summary>
    /// The profile of a quantity that follows from the parameters, from which <see cref="ProfileInterval"/> is. It
    /// costs the same.
    /// </summary>
    /// <param name="quantity">The quantity, from <see cref="Derive(string, string?, double, IntervalKind)"/>.</param>
    /// <param name="level">The confidence level of the interval, between 0 and 1. Default 0.95.</param>
    /// <param name="kind">Student's t, the default, or the normal distribution.</param>
    /// <param name="cancellationToken">Ends the fits: an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The profile; without points where no interval is known, or one of zero width.</returns>
    /// <exception cref="FormulaException">The formula of the quantity cannot be understood.</exception>
    /// <exception cref="ArgumentException">It has a name that is no parameter.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level or the kind is out of range.</exception>
    /// <exception cref="OperationCanceledException">The token was set.</exception>
    public ProfileCurve ProfileCurveOf(
        DerivedQuantity quantity,
        double level = 0.95,
        IntervalKind kind = IntervalKind.StudentT,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        double quantile = Factor(level, kind);
        List<ProfilePoint> way = [];
        Interval interval = ProfileIntervalOf(
            new(quantity.Formula, _problem.Names, Ties, nameof(quantity)), quantile, way, cancellationToken);
        return ProfileCurve.Of(quantity.Name, quantity.Value, quantity.StandardError, quantile, interval, way);
    }

    /// <summary>
    /// The profile of the sum of squares, in which parameters at bounds may leave these; null where there is none.
    /// </summary>
    private Profile? Profile(CancellationToken cancellationToken)
    {
        // Where only all parameters together act alike, those at bounds stay there.
        (FitProblem problem, Linearization? end) = _problem != _whole
            && Converged
            && Linearization.At(_whole, _whole.FreeOf(_all)) is { HasFullRank: true } whole
                ? (_whole, whole)
                : (_problem, _end.Linearization);
        return Converged
            && _problem.Loss is null
            && end is { HasFullRank: true }
            && VarianceScale > 0
            && double.IsFinite(VarianceScale)
            ? new(problem, problem.FreeOf(_all), end.UnscaledCovariance, VarianceScale, cancellationToken)
            : null;
    }
}
