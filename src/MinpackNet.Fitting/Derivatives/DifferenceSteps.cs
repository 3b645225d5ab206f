namespace MinpackNet.Fitting;

/// <summary>Central differences over steps that suit the scale on which the model bends in each parameter.</summary>
/// <remarks>
/// The first step is a share of the parameter. What it changes tells how much of the quotients is rounding, and how
/// much the model bends over it tells how much is truncation. A step too short for the one, as for a parameter that
/// ends at 1e-12 because it is zero, grows, and a step too long for the other, as for the day number of a peak ten
/// days wide, shrinks, to where both balance. The next step must prove itself by a much smaller error: where it does
/// not, the bend was noise or a kink. Steps grow no further than the same share of the start or of one, and shrink
/// where they leave the model's domain. They never leave the bounds: next to one, the parabola through three places on
/// the inner side gives the value that the model would have beyond.
/// </remarks>
/// <param name="precision">The relative error of the model's values.</param>
/// <param name="starts">The start values of all parameters: the other evidence of their scales.</param>
/// <param name="bounds">The bounds of all parameters.</param>
internal sealed class DifferenceSteps(double precision, double[] starts, ParameterBound[] bounds)
{
    private const int MostTrials = 8;

    // A step that leaves the model's domain shrinks by this.
    private const double Retreat = 0.01;

    // Rounding differs from point to point and mostly cancels.
    private const double RoundingShare = 0.1;

    // So many times the error of the model's values are no bend.
    private const double MostRounding = 10;

    // A relative error of the quotients that needs no better step, and the gain that one must promise and keep.
    private const double SmallError = 1e-8;
    private const double LeastGain = 0.5;

    private readonly double[] _scales = new double[starts.Length];

    /// <summary>The relative step: the cube root of the noise, which balances it with truncation.</summary>
    public double Share { get; } = Math.Cbrt(precision);

    /// <summary>The scales of all parameters to use as they are; null to find them.</summary>
    public double[]? Known { get; init; }

    /// <summary>The same steps for other points of the data, over scales that were found already.</summary>
    public DifferenceSteps Over(double[]? scales) => new(precision, starts, bounds) { Known = scales };

    /// <summary>
    /// The scales of all parameters where their last differences were taken: the steps divided by <see cref="Share"/>;
    /// zero before any.
    /// </summary>
    public IReadOnlyList<double> Scales => _scales;

    /// <summary>Whether a value lies within the bounds of a parameter.</summary>
    public bool IsWithin(int parameter, double value) =>
        value >= bounds[parameter].Lower && value <= bounds[parameter].Upper;

    /// <summary>Whether a value is one of the bounds of a parameter.</summary>
    public bool IsAtBound(int parameter, double value) =>
        value == bounds[parameter].Lower || value == bounds[parameter].Upper;

    /// <summary>The quotients of the model's values over a step to both sides of one parameter.</summary>
    /// <param name="evaluate">Fills in the model's values, given the parameter.</param>
    /// <param name="parameter">Its index.</param>
    /// <param name="here">Its value.</param>
    /// <param name="values">The model's values there.</param>
    /// <param name="quotients">Receives one quotient for each point; NaN where every step leaves the domain.</param>
    public void CentralDifference(
        Evaluation evaluate, int parameter, double here, ReadOnlySpan<double> values, Span<double> quotients)
    {
        double start = Math.Abs(starts[parameter]);
        double scale = Known?[parameter] ?? (here != 0 ? Math.Abs(here) : start > 0 ? start : 1);
        double least = Share * Math.Abs(here);
        double most = Math.Max(scale, Math.Max(start, 1));
        double size = Norms.Of(values);
        double best = double.PositiveInfinity;
        double[] above = new double[quotients.Length];
        double[] below = new double[quotients.Length];
        for (int trial = 1; trial <= MostTrials; trial++)
        {
            (double right, double left) = Evaluate(evaluate, parameter, here, ref scale, values, above, below);
            (double change, double bend) = Changes(values, above, below);
            double bending = bend <= MostRounding * precision * size ? 0 : bend / change * (bend / change);
            double rounding = RoundingShare
                * ((precision * size / change) + (Precision.MachineEpsilon * Math.Abs(here) / Math.Abs(right - here)));
            double error = bending + rounding;
            bool isFirst = double.IsPositiveInfinity(best);
            if (!isFirst && !(error < LeastGain * best))
            {
                return;
            }

            for (int i = 0; i < quotients.Length; i++)
            {
                quotients[i] = (above[i] - below[i]) / (right - left);
            }

            _scales[parameter] = scale;
            if (!double.IsFinite(change))
            {
                scale = Math.Max(scale * (here == 0 ? Math.Pow(Share, trial) : Retreat), least);
                most = scale;
                continue;
            }

            // The sum of both errors is least where truncation is half of rounding.
            double longest = Math.Max(Math.Min(Share * size / change, 1 / Share), 1);
            double next = Math.Clamp(Math.Cbrt(rounding / (2 * bending)), Share, longest);
            next = Math.Clamp(scale * next, Math.Min(least, most), most) / scale;
            double promise = (bending * next * next) + (rounding / next);
            bool isBest = double.IsFinite(error) && !(promise < LeastGain * error);
            if (Known is not null || error <= SmallError || isBest)
            {
                return;
            }

            best = error;
            scale *= next;
        }
    }

    /// <summary>
    /// The values a step to both sides. Where that would leave the bounds, both are taken from the side with more room,
    /// the second extrapolated from twice as far, and the scale is no longer than that room.
    /// </summary>
    private (double Right, double Left) Evaluate(
        Evaluation evaluate,
        int parameter,
        double here,
        ref double scale,
        ReadOnlySpan<double> values,
        Span<double> above,
        Span<double> below)
    {
        (double right, double left) = (here + (Share * scale), here - (Share * scale));
        if (IsWithin(parameter, right) && IsWithin(parameter, left))
        {
            evaluate(right, above);
            evaluate(left, below);
            return (right, left);
        }

        (_, double lower, double upper) = bounds[parameter];
        double room = upper - here >= here - lower ? upper - here : lower - here;
        scale = Math.Min(scale, Math.Abs(room) / (2 * Share));
        double step = Math.CopySign(Share * scale, room);
        evaluate(Math.Clamp(here + step, lower, upper), above);
        evaluate(Math.Clamp(here + (2 * step), lower, upper), below);
        for (int i = 0; i < below.Length; i++)
        {
            below[i] = below[i] - (3 * (above[i] - values[i]));
        }

        return (here + step, here - step);
    }

    /// <summary>How much the values change over a step, and how much of that is the same on both sides.</summary>
    private static (double Change, double Bend) Changes(ReadOnlySpan<double> values, double[] above, double[] below)
    {
        double[] right = new double[values.Length];
        double[] left = new double[values.Length];
        double[] both = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            right[i] = above[i] - values[i];
            left[i] = below[i] - values[i];
            both[i] = right[i] + left[i];
        }

        return ((Norms.Of(right) + Norms.Of(left)) / 2, Norms.Of(both) / 2);
    }

    /// <summary>Fills in the values of the model, given one parameter.</summary>
    internal delegate void Evaluation(double value, Span<double> values);
}
