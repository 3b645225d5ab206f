namespace MinpackNet.Fitting;

/// <summary>Starts for several data sets together, from fits of single ones without start values.</summary>
/// <param name="all">The problem of all.</param>
/// <param name="sets">The sets.</param>
/// <param name="shared">What they have in common.</param>
/// <param name="options">The options, by the names of the model of a set.</param>
/// <param name="together">The same, by the names of the model of all.</param>
/// <param name="cancellationToken">Ends them.</param>
internal sealed class GlobalStarts(
    GlobalProblem all,
    IReadOnlyList<FitDataSet> sets,
    IReadOnlyList<string> shared,
    FitOptions options,
    FitOptions together,
    CancellationToken cancellationToken)
{
    // Each set can suggest what is shared; all of them are then fitted with that.
    private const int MostSuggestions = 6;
    private const int MostFits = 60;

    // What the sums of aliases may differ by: of those the lowest frequency is meant.
    private const double Alike = 1e-4;

    // What the sums of mirror images may differ by.
    private const double SameSum = 1e-9;

    private readonly string[] _names = [.. all.Model.Own.ParameterNames!];

    /// <summary>The start from which a plain fit of all sets ends lowest, and that fit.</summary>
    /// <exception cref="ArgumentException">No set has points enough to be fitted alone.</exception>
    public (StartValues Start, FitResult Fit) Best()
    {
        RealVector?[] alone = Alone();
        StartValues best = all.StartOf(alone, together.Bounds);
        FitResult lowest = FitFrom(best);
        foreach (StartValues start in Suggestions(alone))
        {
            FitResult fit = FitFrom(start);
            (double sum, double least) = (fit.ChiSquared, lowest.ChiSquared);
            bool isLower = sum < least * (1 - Alike) || double.IsNaN(least);
            bool isSlower = sum <= least * (1 + Alike)
                && all.Model.Oscillates != false && SizeOf(start) < SizeOf(best);
            (best, lowest) = isLower || isSlower ? (start, fit) : (best, lowest);
        }

        // People write widths and frequencies as positive numbers; other signs have a form of their own.
        string[] turned = [.. ((all.Model.Own as Formula)?.Exchanges ?? []).SelectMany(exchange => exchange.Turned)];
        double[] values = [.. _names.Select(name => best.FirstOrDefault(value => value.Name == name).Value)];
        double[] flipped = [.. values.Zip(_names, (value, name) => turned.Contains(name) ? value : Math.Abs(value))];
        if (!flipped.SequenceEqual(values) && !options.Counts)
        {
            StartValues positive = Holding(flipped, alone);
            FitResult fit = FitFrom(positive);
            (best, lowest) = fit.ChiSquared <= lowest.ChiSquared * (1 + SameSum) ? (positive, fit) : (best, lowest);
        }

        return (best, lowest);
    }

    private double SizeOf(StartValues start) =>
        start.Where(value => shared.Contains(value.Name)).Sum(value => Math.Abs(value.Value));

    private FitResult FitFrom(StartValues start) => CurveFit.Fit(
        all.Model, all.X, all.Y, start, together with { Strategy = FitStrategy.Plain }, cancellationToken);

    private RealVector?[] Alone()
    {
        RealVector?[] estimates = new RealVector?[sets.Count];
        RealVector? first = null;
        for (int k = 0; k < sets.Count; k++)
        {
            if (sets[k].Y.Count > _names.Length)
            {
                estimates[k] = EstimatesOf(k, first);
                first ??= estimates[k];
            }
        }

        return first is not null ? estimates : throw Errors.SmallSets("start", _names.Length);
    }

    /// <summary>
    /// The estimates of a set near those of the first, so that of mirror images and aliases all sets end in the same.
    /// </summary>
    private RealVector EstimatesOf(int set, RealVector? first)
    {
        FitOptions own = OptionsOf(set);
        FitDataSet data = sets[set];
        return first is null || own.Counts
            ? CurveFit.Fit(all.Model.Own, data.X, data.Y, own, cancellationToken).Estimates
            : Canonical(CurveFit.Fit(
                all.Model.Own,
                data.X,
                data.Y,
                StartValues.Create([.. _names.Select((name, j) =>
                    new StartValue(name, Within(own.Bounds, name, first[j])))]),
                own with { Strategy = FitStrategy.Search },
                cancellationToken));
    }

    /// <summary>The estimates with what may trade places in its form, but for what another set has a say in.</summary>
    private RealVector Canonical(FitResult fit)
    {
        FitProblem problem = fit.Problem;
        double[] end = problem.FreeOf([.. fit.Estimates]);
        double sum = problem.SumOfSquares(end);
        foreach (FreeExchange exchange in FreeExchange.Of(problem).Where(exchange =>
            !exchange.Places.Any(k => shared.Contains(problem.NameOfFree(k)))))
        {
            double[] image = exchange.ImageOf(end);
            bool isSame = problem.IsWithin(image) && problem.SumOfSquares(image) <= sum * (1 + SameSum);
            end = isSame && !exchange.IsCanonical(end) ? image : end;
        }

        return [.. problem.AllOf(end)];
    }

    /// <summary>For what some of the sets suggest to share, all sets with that held.</summary>
    private IEnumerable<StartValues> Suggestions(RealVector?[] alone)
    {
        int[] from = [.. Enumerable.Range(0, sets.Count).Where(set => alone[set] is not null)];
        int count = shared.Count == 0 || options.Counts
            ? 0
            : Math.Min(Math.Min(MostSuggestions, from.Length), MostFits / sets.Count);
        for (int k = 0; k < count; k++)
        {
            yield return Holding(alone[from[k * from.Length / count]]!, alone);
        }
    }

    private StartValues Holding(IReadOnlyList<double> suggested, RealVector?[] alone) => all.StartOf(
        [.. Enumerable.Range(0, sets.Count).Select(set => Held(set, suggested, alone[set]))], together.Bounds);

    private double[]? Held(int set, IReadOnlyList<double> suggested, RealVector? otherwise)
    {
        FitOptions own = OptionsOf(set);
        int free = _names.Except(shared).Except(own.Fixed)
            .Except(own.Bounds.Where(bound => bound.Lower.Equals(bound.Upper)).Select(bound => bound.Name))
            .Count();
        StartValue[] held =
        [
            .. _names.Zip(suggested).Where(one => shared.Contains(one.First))
                .Select(one => new StartValue(one.First, Within(own.Bounds, one.First, one.Second))),
        ];
        if (otherwise is null && (free == 0 || sets[set].Y.Count <= free))
        {
            return null;
        }

        double[] estimates = free == 0 || sets[set].Y.Count <= free
            ? [.. otherwise!]
            : [.. CurveFit.Fit(
                all.Model.Own,
                sets[set].X,
                sets[set].Y,
                StartValues.Create(held),
                own with { Fixed = [.. own.Fixed.Union(shared)], Strategy = FitStrategy.Search },
                cancellationToken).Estimates];
        for (int j = 0; j < estimates.Length; j++)
        {
            estimates[j] = shared.Contains(_names[j]) ? suggested[j] : estimates[j];
        }

        return estimates;
    }

    private FitOptions OptionsOf(int set) => options with
    {
        Sigma = sets[set].Sigma,
        Loss = null,
        Bounds = all.BoundsIn(set, together.Bounds),
    };

    private static double Within(IReadOnlyList<ParameterBound> bounds, string name, double value) =>
        bounds.FirstOrDefault(bound => bound.Name == name) is { Name: not null } bound
            ? Math.Clamp(value, bound.Lower, bound.Upper)
            : value;
}
