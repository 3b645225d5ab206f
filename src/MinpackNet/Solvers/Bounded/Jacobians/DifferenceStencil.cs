namespace MinpackNet;

/// <summary>
/// Where a residual is evaluated for its derivative with respect to one parameter, within the bounds, and how the
/// derivative follows from the values. The divisor is the step as rounded.
/// </summary>
internal readonly record struct DifferenceStencil
{
    // The square root and the cube root of 2^-52, at which truncation and rounding balance.
    public const double TwoPointStep = 1.4901161193847656e-8;
    private const double ThreePointStep = 6.055454452393343e-6;

    // The same of 2^-23.
    private const double SingleTwoPointStep = 3.4526698300124393e-4;
    private const double SingleThreePointStep = 4.921566601151848e-3;

    private readonly double _divisor;
    private readonly Shape _shape;

    /// <summary>The points are held within the bounds, past which a sum may round.</summary>
    private DifferenceStencil(Shape shape, double x, double first, double second, double lower, double upper)
    {
        _shape = shape;
        First = Math.Clamp(first, lower, upper);
        Second = Math.Clamp(second, lower, upper);
        _divisor = shape switch
        {
            Shape.Forward => First - x,
            Shape.Central => Second - First,
            _ => Second - x,
        };
    }

    private enum Shape
    {
        Forward,
        Central,
        OneSided,
    }

    /// <summary>The first value of the parameter.</summary>
    public double First { get; }

    /// <summary>The second one; NaN with two points, where one is the present value.</summary>
    public double Second { get; }

    public bool HasSecond => _shape != Shape.Forward;

    /// <param name="scheme">How many points.</param>
    /// <param name="x">The present value.</param>
    /// <param name="lower">Its bound below.</param>
    /// <param name="upper">Its bound above.</param>
    /// <param name="relative">
    /// The step relative to the value; null for the scheme's own, relative to max(1, |x|).
    /// </param>
    /// <param name="isSingle">Whether the residuals have single precision.</param>
    public static DifferenceStencil Of(
        DifferenceScheme scheme, double x, double lower, double upper, double? relative, bool isSingle) =>
        OfStep(scheme, x, lower, upper, Step(x, relative, OwnStep(scheme, isSingle)));

    /// <summary>The same with a step of the parameter.</summary>
    public static DifferenceStencil OfStep(
        DifferenceScheme scheme, double x, double lower, double upper, double step) =>
        scheme == DifferenceScheme.TwoPoint
            ? TwoPoints(x, lower, upper, step)
            : ThreePoints(x, lower, upper, Math.Abs(step));

    /// <summary>The usual step of a scheme, relative to max(1, |x|).</summary>
    public static double OwnStep(DifferenceScheme scheme, bool isSingle = false) => (scheme, isSingle) switch
    {
        (DifferenceScheme.TwoPoint, false) => TwoPointStep,
        (DifferenceScheme.TwoPoint, true) => SingleTwoPointStep,
        (_, false) => ThreePointStep,
        _ => SingleThreePointStep,
    };

    /// <summary>The step of a parameter.</summary>
    /// <param name="x">Its value.</param>
    /// <param name="relative">Relative to it; null for the usual one, as where this is too small to count.</param>
    /// <param name="ownRelative">The usual one, relative to max(1, |x|).</param>
    public static double Step(double x, double? relative, double ownRelative)
    {
        double sign = x >= 0 ? 1 : -1;
        if (relative is { } given)
        {
            double step = given * sign * Math.Abs(x);
            if (x + step - x != 0)
            {
                return step;
            }
        }

        return ownRelative * sign * Math.Max(1, Math.Abs(x));
    }

    /// <summary>The derivative.</summary>
    /// <param name="present">The residual at the present value.</param>
    /// <param name="first">At the first one.</param>
    /// <param name="second">At the second one, if there is one.</param>
    public double Derivative(double present, double first, double second) => _shape switch
    {
        Shape.Forward => (first - present) / _divisor,
        Shape.Central => (second - first) / _divisor,
        // Differences first: what does not change adds nothing, and no rounding of the residual itself.
        _ => ((4 * (first - present)) - (second - present)) / _divisor,
    };

    private static DifferenceStencil TwoPoints(double x, double lower, double upper, double h)
    {
        double down = x - lower;
        double up = upper - x;
        if (x + h < lower || x + h > upper)
        {
            h = Math.Abs(h) <= Math.Max(down, up) ? -h : up >= down ? up : -down;
        }

        return new(Shape.Forward, x, x + h, double.NaN, lower, upper);
    }

    private static DifferenceStencil ThreePoints(double x, double lower, double upper, double h)
    {
        double down = x - lower;
        double up = upper - x;
        if (down < h || up < h)
        {
            double nearer = Math.Min(down, up);
            h = Math.Min(h, 0.5 * Math.Max(down, up));
            if (h > nearer)
            {
                double toward = up >= down ? h : -h;
                return new(Shape.OneSided, x, x + toward, x + (2 * toward), lower, upper);
            }

            h = nearer;
        }

        return new(Shape.Central, x, x - h, x + h, lower, upper);
    }
}
