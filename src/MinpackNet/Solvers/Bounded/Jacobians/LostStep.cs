namespace MinpackNet;

/// <summary>
/// Steps relative to a parameter that is close to zero, as at a bound of zero, have effects that are lost in the
/// rounding of the residuals, or that this leaves few digits of. Such a step is made wider: with no effect at all, by
/// as much as the rounding can have hidden, since the parameter's unit is not known.
/// </summary>
internal struct LostStep
{
    // In units of the rounding of the largest residual. Errors of a column turn it by as much as they are of it, and
    // an angle of a thousandth to the residuals already decides whether this is a minimum.
    private const double LeastVisible = 16384;

    /// <summary>How often a step is changed at most: what is seen of a lost effect may be rounding.</summary>
    public const int MostTimes = 4;

    private readonly double _x;
    private readonly double _relative;
    private readonly double _parameterSize;
    private readonly double _residualSize;
    private readonly double _least;
    private double _taken;
    private double _change;
    private double _widest;

    /// <param name="problem">The problem; its steps tell how exact the residuals are.</param>
    /// <param name="j">The parameter.</param>
    /// <param name="x">Its value.</param>
    /// <param name="taken">The step taken.</param>
    /// <param name="change">The largest change of a residual by it.</param>
    /// <param name="size">The largest residual that may change.</param>
    public LostStep(BoundedProblem problem, int j, double x, double taken, double change, double size)
    {
        _x = x;
        // The problem of SciPy's door takes its steps as they are.
        _relative = problem.IsUnitFree ? problem.DifferenceStep![j] : 0;
        _parameterSize = problem.SizeOf(j);
        _residualSize = size;
        _least = LeastVisible * Math.Pow(_relative, problem.Differences == DifferenceScheme.TwoPoint ? 2 : 3) * size;
        _taken = Math.Abs(taken);
        _change = change;
        _widest = double.PositiveInfinity;
    }

    /// <summary>The next step to be tried; null if the effect is seen, or no step is wider.</summary>
    public readonly double? Wider
    {
        get
        {
            if (!(_change < _least))
            {
                return null;
            }

            double bySize = _relative * Math.Max(_parameterSize, Math.Abs(_x));
            double wider = _change > 0 ? _taken * _relative * _residualSize / _change
                : bySize > 2 * _taken ? bySize
                : Math.Max(
                    _relative * Math.Max(1, Math.Abs(_x)),
                    Math.Abs(_x) < _parameterSize ? _taken / _relative : 0);

            // A step as rounded, or cut short at a bound, is not the one that was asked for.
            double step = Math.Min(wider, _widest);
            return step > 2 * _taken ? _x >= 0 ? step : -step : null;
        }
    }

    /// <summary>
    /// Whether a step that was tried tells more; one that changes the residuals by more than they are may have left the
    /// model's linear range, and the next one is narrower.
    /// </summary>
    /// <param name="tried">The step.</param>
    /// <param name="change">The largest change of a residual by it.</param>
    public bool Accepts(double tried, double change)
    {
        if (change > _residualSize)
        {
            _widest = Math.Abs(tried) * _relative * _residualSize / change;
            return false;
        }

        _taken = Math.Abs(tried);
        _change = change;
        return true;
    }
}
