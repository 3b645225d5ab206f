namespace MinpackNet.Fitting;

/// <content>Several data sets at once.</content>
public static partial class CurveFit
{
    // A sum of squares is the same with parameters that have traded places, but for so much.
    private const double Rounding = 1e-9;

    /// <summary>
    /// Fits one model to several data sets together: some parameters are the same in all of them, and each set has the
    /// others for itself. Known as a global fit.
    /// </summary>
    /// <param name="model">The model of each set; its parameters need names, from it or from the start.</param>
    /// <param name="sets">The data sets, of the same predictors.</param>
    /// <param name="shared">The names of the parameters that all sets have in common; may be empty.</param>
    /// <param name="start">
    /// Start values by the model's names, for all sets, or for single ones by name and set, such as <c>a_1</c>. Null,
    /// the default, for a model that can be fitted without, such as a formula: each set that has points enough is
    /// fitted alone without start values first, what is shared starts in the middle of the results, and so do the
    /// parameters of the other sets.
    /// </param>
    /// <param name="options">
    /// As for one fit; fixed parameters and bounds by the model's names hold in each set, and by name and set, such as
    /// those of <see cref="GlobalFit.ParameterNames"/>, in one, where a bound is instead of that of all.
    /// </param>
    /// <param name="cancellationToken">As for one fit.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="ArgumentException">An argument or option is not as described.</exception>
    /// <remarks>
    /// <para>
    /// The result is that of one fit of all points. Where the model has derivatives and no loss is used, the solver
    /// sees each set rotated into as many rows as it has parameters, and one, so that a hundred sets of a thousand
    /// points take as long as a few fits of one.
    /// </para>
    /// <example>
    /// Two decays with a common rate:
    /// <code>
    /// GlobalFit fit = CurveFit.FitGlobal(
    ///     Formula.Parse("a*exp(-k*x)"), [new(t1, y1, "cold"), new(t2, y2, "warm")], ["k"], [("a", 1), ("k", 0.5)]);
    /// Console.WriteLine(fit);
    /// </code>
    /// </example>
    /// </remarks>
    public static GlobalFit FitGlobal(
        Model model,
        IReadOnlyList<FitDataSet> sets,
        IReadOnlyList<string> shared,
        StartValues? start = null,
        FitOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(sets);
        ArgumentNullException.ThrowIfNull(shared);
        options ??= FitOptions.Default;
        Validate.Sets(sets, options, nameof(sets));
        string[] parameters =
        [
            .. model.ParameterNames
                ?? start?.Select(value => value.Name ?? throw Errors.NoNames(nameof(start)))
                ?? throw Errors.StartOfSets(nameof(start)),
        ];
        Validate.Shared(shared, parameters, nameof(shared));
        StartValues near = StartValues.Completed(parameters, start ?? [], options.Bounds);
        model = Recording.Of(model, model.Bind(sets[0].X), [.. near.Select(value => value.Value)]);
        GlobalProblem all = new(model, sets, shared, parameters);
        Validate.GlobalNames(all.Model.ParameterNames!, parameters, shared, nameof(sets));
        FitOptions together = all.OptionsOf(options, sets);
        StartValues from = start is not null
            ? all.StartOf(start)
            : all.StartOf(Alone(), together.Bounds);
        FitResult fit = Fit(all.Model, all.X, all.Y, from, together, cancellationToken);
        return new(fit, all, sets, parameters);

        RealVector?[] Alone()
        {
            RealVector?[] estimates = new RealVector?[sets.Count];
            RealVector? first = null;
            for (int k = 0; k < sets.Count; k++)
            {
                if (sets[k].Y.Count > parameters.Length)
                {
                    estimates[k] = EstimatesOf(sets[k], all.BoundsIn(k, together.Bounds), first);
                    first ??= estimates[k];
                }
            }

            return first is not null ? estimates : throw Errors.SmallSets(nameof(start), parameters.Length);
        }

        // Near those of the first set, so that of mirror images and aliases all sets end in the same.
        RealVector EstimatesOf(FitDataSet set, IReadOnlyList<ParameterBound> bounds, RealVector? first)
        {
            FitOptions own = options with { Sigma = set.Sigma, Loss = null, Bounds = bounds };
            if (first is null || own.Counts)
            {
                return Fit(model, set.X, set.Y, own, cancellationToken).Estimates;
            }

            StartValues near = StartValues.Create([.. parameters.Select((name, j) => new StartValue(
                name,
                bounds.FirstOrDefault(bound => bound.Name == name) is { Name: not null } bound
                    ? Math.Clamp(first[j], bound.Lower, bound.Upper)
                    : first[j]))]);
            own = own with { Strategy = FitStrategy.Search };
            return Canonical(Fit(model, set.X, set.Y, near, own, cancellationToken));
        }

        // But for what may trade places without another set's knowledge.
        RealVector Canonical(FitResult fit)
        {
            FitProblem problem = fit.Problem;
            double[] end = problem.FreeOf([.. fit.Estimates]);
            double sum = problem.SumOfSquares(end);
            foreach (FreeExchange exchange in FreeExchange.Of(problem).Where(exchange =>
                !exchange.Places.Any(k => shared.Contains(problem.NameOfFree(k)))))
            {
                double[] image = exchange.ImageOf(end);
                bool isSame = problem.IsWithin(image) && problem.SumOfSquares(image) <= sum * (1 + Rounding);
                end = isSame && !exchange.IsCanonical(end) ? image : end;
            }

            return [.. problem.AllOf(end)];
        }
    }
}
