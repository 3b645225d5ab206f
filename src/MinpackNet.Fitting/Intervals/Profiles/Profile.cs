namespace MinpackNet.Fitting;

/// <summary>
/// The limits of a parameter by its profile likelihood: the values at which the best fit of all others has a sum of
/// squares that is not too large (Bates and Watts 1988, chapter 6).
/// </summary>
/// <remarks>
/// The signed root τ(b) = ±√(S(b) - S)/s of the increase of the sum of squares is a straight line for a linear model,
/// so that each end, where |τ| is the quantile, is found in a few steps from where the line would reach it.
/// </remarks>
internal sealed class Profile
{
    // How closely an end is found, in the quantile, and how often a way is looked for.
    private const double Tolerance = 1e-9;
    private const int MostSteps = 100;

    // Where rounding of the sums hides the rest.
    private const double AtQuantile = 1e-6;

    // Chords alone creep where the profile bends.
    private const int HalvedOneIn = 3;

    // The way is gone in steps, so that none leads over a ridge onto another branch of the model, such as the one at
    // zero: the first is this share of what a line would need, or goes half of the way to zero, and later ones that
    // long if the profile is as straight as this, or else twice as far as before.
    private const double FirstShare = 0.25;
    private const double LeastFirstShare = FirstShare / 64;
    private const double Straight = 0.1;
    private const double Growth = 2;

    // Where nothing is reached so far away, nothing will be: the profile is flat.
    private const double FarthestInErrors = 1e6;

    // A sum lower by this share is that of another minimum.
    private const double Lower = 1e-7;

    private readonly FitProblem _problem;
    private readonly double[] _estimates;
    private readonly double[,] _covariance;
    private readonly double _sum;
    private readonly double _variance;
    private readonly CancellationToken _cancellation;

    /// <param name="problem">The fit.</param>
    /// <param name="estimates">Where it ended: the free parameters, at a minimum of full rank.</param>
    /// <param name="covariance">Their covariance, up to a factor.</param>
    /// <param name="variance">That of an observation of unit weight.</param>
    /// <param name="cancellation">Ends the search.</param>
    public Profile(
        FitProblem problem,
        double[] estimates,
        double[,] covariance,
        double variance,
        CancellationToken cancellation)
    {
        _problem = problem;
        _estimates = estimates;
        _covariance = covariance;
        _variance = variance;
        _sum = problem.SumOfSquares(estimates);
        _cancellation = cancellation;
    }

    /// <summary>The fit.</summary>
    public FitProblem Problem => _problem;

    /// <summary>Where it ended: the free parameters.</summary>
    public double[] Estimates => _estimates;

    /// <summary>Their covariance, up to a factor.</summary>
    public double[,] Covariance => _covariance;

    /// <summary>The standard error of free parameter k.</summary>
    public double ErrorOf(int k) => Math.Sqrt(_covariance[k, k] * _variance);

    /// <summary>The profile of the same fit in other parameters.</summary>
    public Profile In(FitProblem problem, double[] estimates, double[,] covariance) =>
        new(problem, estimates, covariance, _variance, _cancellation);

    /// <summary>Whether a sum of squares is the one at which |τ| is the quantile, not one at an edge.</summary>
    public bool IsAt(double sum, double quantile) =>
        Math.Abs(RootOf(sum) - quantile) <= AtQuantile * quantile;

    /// <summary>The index of a parameter among the free ones; -1 if it is fixed.</summary>
    public int IndexOf(string name) => Array.FindIndex(_problem.Free, j => _problem.Names[j] == name);

    /// <summary>The interval of free parameter k.</summary>
    /// <param name="k">Which.</param>
    /// <param name="quantile">The largest |τ|.</param>
    /// <param name="way">Gets the points of the profile on the way; null for none.</param>
    public Interval Of(int k, double quantile, List<ProfilePoint>? way = null)
    {
        way?.Add(new(_estimates[k], 0));
        return new(End(k, -1, quantile, way).Value, End(k, 1, quantile, way).Value);
    }

    /// <summary>
    /// One end: infinite where the profile never reaches the quantile, a bound where that comes first, NaN where there
    /// is a lower minimum; and the sum and the point there, if it is finite.
    /// </summary>
    /// <param name="k">Which free parameter.</param>
    /// <param name="direction">1 or -1.</param>
    /// <param name="quantile">The |τ| to reach.</param>
    /// <param name="way">Gets the points of the profile on the way; null for none.</param>
    public (double Value, double Sum, double[] Point) End(
        int k, int direction, double quantile, List<ProfilePoint>? way = null)
    {
        double estimate = _estimates[k];
        double error = ErrorOf(k);
        double limit = _problem.Within(At(k, direction * double.MaxValue))[k];
        double[] others = _estimates;
        double inside = 0;
        double rootInside = 0;
        double outside = double.PositiveInfinity;
        double rootOutside = double.NaN;
        (double, double, double[]) end = Open();
        double distance = First(estimate, direction, quantile * error);
        for (int step = 0; step < MostSteps; step++)
        {
            double value = estimate + (direction * distance);
            bool isAtLimit = direction * value >= direction * limit;
            if (isAtLimit && Math.Abs(limit) == double.MaxValue)
            {
                return Open(); // beyond the numbers that there are
            }

            value = isAtLimit ? limit : value;
            distance = Math.Abs(value - estimate);
            (double sum, double[] there) = BestAt(k, value, others);
            if (sum < _sum * (1 - Lower))
            {
                return (double.NaN, sum, there);
            }

            double root = RootOf(sum);
            if (double.IsFinite(root))
            {
                way?.Add(new(value, direction * root));
            }

            if (Math.Abs(root - quantile) <= Tolerance * quantile)
            {
                return (value, sum, there);
            }

            if (root < quantile)
            {
                if (isAtLimit || distance > FarthestInErrors * error)
                {
                    return isAtLimit ? (limit, sum, there) : Open();
                }

                (inside, rootInside, others) = (distance, root, there);
            }
            else
            {
                (outside, rootOutside, end) = (distance, root, (value, sum, there));
            }

            bool isStraight = Math.Abs((rootInside * error) - inside) <= Straight * inside;
            distance = double.IsPositiveInfinity(outside)
                ? Outward(inside, rootInside, isStraight ? 1 / FirstShare : Growth, quantile)
                : step % HalvedOneIn == 0 ? inside + (0.5 * (outside - inside))
                : Between(inside, rootInside, outside, rootOutside, quantile);
        }

        // An edge of the model's domain, or a jump of the profile, is met by halving.
        return end;

        (double Value, double Sum, double[] Point) Open() =>
            (direction * double.PositiveInfinity, double.NaN, _estimates);
    }

    private double RootOf(double sum) =>
        double.IsFinite(sum) ? Math.Sqrt(Math.Max(sum - _sum, 0) / _variance) : double.NaN;

    private static double First(double estimate, int direction, double ofLine) =>
        direction * estimate < 0
            ? Math.Clamp(Math.Abs(estimate) / 2, LeastFirstShare * ofLine, FirstShare * ofLine)
            : FirstShare * ofLine;

    /// <summary>As far as a line from the estimate through the last point would go, or not quite.</summary>
    private static double Outward(double inside, double root, double most, double quantile) =>
        inside * Math.Clamp(root > 0 ? quantile / root : most, 1 + (1 / 64.0), most);

    /// <summary>Where a chord reaches the quantile, or halfway.</summary>
    private static double Between(double inside, double rootInside, double outside, double rootOutside, double quantile)
    {
        double chord = inside + ((outside - inside) * (quantile - rootInside) / (rootOutside - rootInside));
        double middle = inside + (0.5 * (outside - inside));
        double margin = 1e-3 * (outside - inside);
        return double.IsFinite(chord) ? Math.Clamp(chord, inside + margin, outside - margin) : middle;
    }

    /// <summary>The least sum of squares with a value of free parameter k, and the point.</summary>
    private (double Sum, double[] Point) BestAt(int k, double value, double[] from)
    {
        double[] start = Start(k, value, from);
        if (!Finite.AreAll(start))
        {
            return (double.NaN, start);
        }

        if (start.Length == 1)
        {
            return (_problem.SumOfSquares(start), start);
        }

        FitProblem others = _problem.Holding(start, [_problem.NameOfFree(k)]);
        double[] free = [.. Enumerable.Range(0, start.Length).Where(j => j != k).Select(j => start[j])];
        FitOutcome outcome = FitOutcome.Of(
            others, free, others.SolverJacobian, Solver(others.Free.Length), _cancellation);
        _cancellation.ThrowIfCancellationRequested();
        double[] point = [.. outcome.Parameters];
        return (others.SumOfSquares(point), [.. point[..k], value, .. point[k..]]);
    }

    /// <summary>Where the others are likely to be: on the line from the estimates through the last point.</summary>
    private double[] Start(int k, double value, double[] last)
    {
        double step = value - _estimates[k];
        double before = last[k] - _estimates[k];
        double[] start = [.. _estimates.Select((estimate, j) => estimate + (before == 0
            ? step * _covariance[j, k] / _covariance[k, k]
            : step * (last[j] - estimate) / before))];
        start[k] = value;
        return _problem.Within(start);
    }

    private double[] At(int k, double value)
    {
        double[] point = [.. _estimates];
        point[k] = value;
        return point;
    }

    private LeastSquaresOptions Solver(int count) => (_problem.Options.Solver ?? LeastSquaresOptions.Default) with
    {
        FunctionTolerance = 1e-13,
        StepTolerance = 1e-13,
        ParameterScale = null,
        Observer = null,
        MaxEvaluations = 2000 * (count + 1),
    };
}
