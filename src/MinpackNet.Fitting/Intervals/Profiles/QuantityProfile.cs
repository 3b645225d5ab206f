namespace MinpackNet.Fitting;

/// <summary>
/// The limits of a quantity by its profile likelihood: those of a parameter that it is in place of another.
/// </summary>
/// <remarks>
/// An end counts only if it is one: the sum of squares has its level there, and the other parameters are at a minimum
/// and not at the edge of the branch or of the bounds of the one that was replaced. Where it does not, another
/// parameter is replaced.
/// </remarks>
/// <param name="profile">The profile of the fit.</param>
/// <param name="quantity">The quantity.</param>
/// <param name="quantile">The largest |τ|.</param>
internal sealed class QuantityProfile(Profile profile, ParameterQuantity quantity, double quantile)
{
    // Places on either side of the estimate at which a quantity of one parameter must go one way.
    private const int Places = 64;

    // The share of the sum of squares that the other parameters may still remove.
    private const double MostReachable = 1e-10;

    private readonly FitProblem _problem = profile.Problem;
    private readonly double[] _all = profile.Problem.AllOf(profile.Estimates);

    /// <summary>The interval; NaN where it is unknown.</summary>
    /// <param name="way">Gets the points of the profile on the way, if the interval is known; null for none.</param>
    public Interval Run(List<ProfilePoint>? way = null)
    {
        int[] own =
            [.. Enumerable.Range(0, _problem.Free.Length).Where(k => quantity.Places.Contains(_problem.Free[k]))];
        double value = quantity.ValueAt(j => _all[j]);
        return !double.IsFinite(value) ? Unknown
            : own.Length == 0 ? new(value, value)
            : own.Length == 1 ? Image(own[0], way)
            : Ends(own, value, way);
    }

    /// <summary>
    /// The interval of a quantity of one parameter: from one end of that of the parameter to the other, if the quantity
    /// does not turn between, nor has a pole.
    /// </summary>
    private Interval Image(int k, List<ProfilePoint>? way)
    {
        List<ProfilePoint> own = [];
        Interval interval = profile.Of(k, quantile, own);
        double estimate = profile.Estimates[k];
        double[] values =
        [
            .. Enumerable.Range(0, Places).Select(i => At(interval.Lower, -1, (double)(Places - i) / Places)),
            .. Enumerable.Range(0, Places + 1).Select(i => At(interval.Upper, 1, (double)i / Places)),
        ];
        (double[] ascending, double[] descending) = ([.. values.Order()], [.. values.OrderDescending()]);
        if (Array.Exists(values, double.IsNaN)
            || values[0] == values[^1]
            || !(values.SequenceEqual(ascending) || values.SequenceEqual(descending)))
        {
            return Unknown;
        }

        int sign = values[0] < values[^1] ? 1 : -1;
        way?.AddRange(own
            .Where(point => !(point.Value < interval.Lower || point.Value > interval.Upper))
            .Select(point => new ProfilePoint(Of(point.Value), sign * point.Root)));
        return new(ascending[0], ascending[^1]);

        double At(double end, int direction, double share)
        {
            double there = share == 0 ? estimate
                : share == 1 ? end
                : double.IsInfinity(end) ? estimate + (direction * profile.ErrorOf(k) * share / (1 - share))
                : estimate + (share * (end - estimate));
            return Of(there);
        }

        double Of(double there) => quantity.ValueAt(j => j == _problem.Free[k] ? there : _all[j]);
    }

    /// <summary>The ends, both unknown where one is: the quantity may turn there, and be larger behind.</summary>
    private Interval Ends(int[] own, double value, List<ProfilePoint>? way)
    {
        double[] gradient = quantity.GradientAt(_all);
        Replacement[] replacements =
        [
            .. own.Select(k => (Place: k, Effect: Math.Abs(gradient[_problem.Free[k]]) * profile.ErrorOf(k)))
                .Where(one => one.Effect > 0 && double.IsFinite(one.Effect))
                .OrderBy(one => _problem.IsBounded(_problem.Free[one.Place]))
                .ThenByDescending(one => one.Effect)
                .Select(one => Replace(one.Place, gradient)),
        ];
        List<ProfilePoint> below = [];
        List<ProfilePoint> above = [];
        double lower = End(replacements, -1, below);
        double upper = double.IsNaN(lower) ? lower : End(replacements, 1, above);
        if (double.IsNaN(upper))
        {
            return Unknown;
        }

        way?.AddRange([.. below, new(value, 0), .. above]);
        return new(lower, upper);
    }

    private double End(Replacement[] replacements, int direction, List<ProfilePoint> way) => replacements
        .Select(one => End(one, direction, way))
        .FirstOrDefault(end => !double.IsNaN(end), double.NaN);

    private double End(Replacement one, int direction, List<ProfilePoint> way)
    {
        way.Clear();
        (double value, double sum, double[] point) = one.Profile.End(one.Place, direction, quantile, way);
        return double.IsFinite(value) && !(one.Profile.IsAt(sum, quantile) && IsMinimum(one, point))
            ? double.NaN
            : value;
    }

    /// <summary>
    /// Whether those parameters are at a minimum that are neither held by the quantity nor at a bound.
    /// </summary>
    private static bool IsMinimum(Replacement one, double[] point)
    {
        FitProblem problem = one.Profile.Problem;
        string[] held =
        [
            .. Enumerable.Range(0, point.Length)
                .Where(k => k == one.Place || problem.Steps.IsAtBound(problem.Free[k], point[k]))
                .Select(problem.NameOfFree),
        ];
        if (held.Length == point.Length)
        {
            return true;
        }

        FitProblem others = problem.Holding(point, held);
        return Linearization.At(others, others.FreeOf(problem.AllOf(point))) is { } there
            && there.ReachableShare <= MostReachable;
    }

    private Replacement Replace(int k, double[] gradient)
    {
        int place = _problem.Free[k];
        string name = _problem.Names[place];
        ParameterBound bound = _problem.Options.Bounds.FirstOrDefault(one => one.Name == name) ?? new(name);
        double[] start = [.. _all];
        start[place] = quantity.ValueAt(j => _all[j]);
        FitProblem problem = new(
            new QuantityModel(_problem.Model, _problem.Names, quantity, place, _all[place], bound),
            _problem.Predictors,
            _problem.Observations,
            StartValues.Create([.. _problem.Names.Zip(start).Select(one => new StartValue(one.First, one.Second))]),
            _problem.Options with { Bounds = [.. _problem.Options.Bounds.Where(one => one.Name != name)] });
        return new(profile.In(problem, problem.FreeOf(start), Covariance(k, _problem.FreeOf(gradient))), k);
    }

    /// <summary>The covariance with the quantity in place of free parameter k.</summary>
    private double[,] Covariance(int k, double[] gradient)
    {
        double[,] covariance = (double[,])profile.Covariance.Clone();
        int n = gradient.Length;
        double[] products = [.. Enumerable.Range(0, n).Select(i =>
            Enumerable.Range(0, n).Sum(j => profile.Covariance[i, j] * gradient[j]))];
        for (int i = 0; i < n; i++)
        {
            covariance[i, k] = covariance[k, i] = products[i];
        }

        covariance[k, k] = gradient.Zip(products).Sum(pair => pair.First * pair.Second);
        return covariance;
    }

    private static Interval Unknown => new(double.NaN, double.NaN);

    /// <summary>The profile of a fit with the quantity in place of a free parameter.</summary>
    private sealed record Replacement(Profile Profile, int Place);
}
