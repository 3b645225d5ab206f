namespace MinpackNet.Fitting;

/// <summary>
/// The border of a joint region of two parameters by profile likelihood (Bates and Watts 1988, chapter 6).
/// </summary>
/// <remarks>
/// At values of the first parameter, whose profile has a τ of q cos θ there, the second has an interval by profile
/// likelihood in the fit that holds the first, with what is left of the increase of the sum of squares: for a linear
/// model q sin θ on both sides, and so an ellipse. However bent the region is, it is met, unless a value of the first
/// parameter has several stretches of the second.
/// </remarks>
internal sealed class ContourTrace
{
    // From one end of the first parameter to the other.
    private const int Steps = 48;

    // Sections that are shorter than this share of the longest are points, and so is the way to the longest.
    private const double Short = 1e-4;

    private readonly FitProblem _problem;
    private readonly double[] _estimates;
    private readonly Profile _profile;
    private readonly double _variance;
    private readonly double _sum;
    private readonly double _quantile;
    private readonly int _a;
    private readonly int _b;
    private readonly CancellationToken _cancellation;

    /// <param name="profile">The profile of the fit.</param>
    /// <param name="variance">The variance of an observation of unit weight.</param>
    /// <param name="pair">The free parameters.</param>
    /// <param name="quantile">The root of the increase of the sum of squares over the variance.</param>
    /// <param name="cancellation">Ends the fits.</param>
    public ContourTrace(
        Profile profile,
        double variance,
        (int A, int B) pair,
        double quantile,
        CancellationToken cancellation)
    {
        (_problem, _estimates, _profile, _variance) = (profile.Problem, profile.Estimates, profile, variance);
        (_quantile, _cancellation) = (quantile, cancellation);
        _sum = _problem.SumOfSquares(_estimates);
        (_a, _b) = pair;
    }

    /// <summary>
    /// The points, once around; infinite where the region is open, and null where there is a lower minimum.
    /// </summary>
    public List<ContourPoint>? Run()
    {
        Section[] sections = [.. Enumerable.Range(0, Steps + 1).Select(i => At(Math.PI * i / Steps))];
        IEnumerable<ContourPoint> points = sections.Select(section => new ContourPoint(section.At, section.Upper))
            .Concat(Enumerable.Reverse(sections).Select(section => new ContourPoint(section.At, section.Lower)));

        // At the ends both sides are one, and at a bound of the first parameter many sections are.
        List<ContourPoint> border = [];
        foreach (ContourPoint point in points.Where(point => border.Count == 0 || border[^1] != point))
        {
            border.Add(point);
        }

        return border.Exists(point => double.IsNaN(point.First) || double.IsNaN(point.Second)) ? null
            : border.Count > 1 && border[0] == border[^1] ? border[..^1] : border;
    }

    private Section At(double angle)
    {
        double tau = _quantile * Math.Cos(angle);
        (double value, double sum, double[] point) = Math.Abs(tau) < Short * _quantile
            ? (_estimates[_a], _sum, _estimates)
            : _profile.End(_a, Math.Sign(tau), Math.Abs(tau));
        if (!double.IsFinite(value))
        {
            return new(value, value, value);
        }

        double left = Math.Sqrt(Math.Max((_quantile * _quantile) - ((sum - _sum) / _variance), 0));
        FitProblem others = _problem.Holding(point, [_problem.NameOfFree(_a)]);
        double[] free = others.FreeOf(_problem.AllOf(point));
        int b = Array.IndexOf(others.Free, _problem.Free[_b]);
        if (left <= Short * _quantile)
        {
            return new(value, free[b], free[b]);
        }

        if (Linearization.At(others, free) is not { HasFullRank: true } linear)
        {
            return new(value, double.NaN, double.NaN);
        }

        Interval interval = new Profile(others, free, linear.UnscaledCovariance, _variance, _cancellation).Of(b, left);
        return new(value, interval.Lower, interval.Upper);
    }

    /// <summary>What the second parameter may be at a value of the first.</summary>
    private readonly record struct Section(double At, double Lower, double Upper);
}
