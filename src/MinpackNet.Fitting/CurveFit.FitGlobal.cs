namespace MinpackNet.Fitting;

/// <content>Several data sets at once.</content>
public static partial class CurveFit
{
    private const int MostSearched = 32;

    /// <summary>
    /// Fits one model to several data sets together: some parameters are the same in all of them, and each set has the
    /// others for itself. Known as a global fit.
    /// </summary>
    /// <param name="model">The model of each set; its parameters need names, from it or from the start.</param>
    /// <param name="sets">The data sets, of the same predictors.</param>
    /// <param name="shared">The names of the parameters that all sets have in common; may be empty.</param>
    /// <param name="start">
    /// Start values by the model's names, for all sets, or for single ones by name and set, such as <c>a_1</c>. Null,
    /// the default, for a model that can be fitted without, such as a formula: the sets are fitted alone without start
    /// values first, where they have points enough, and what that suggests for all of them starts a search, as of one
    /// set without start values. Counts are fitted from there without one, and so without a certificate; more than 32
    /// parameters that are not fixed too, unless <see cref="FitOptions.Strategy"/> asks for a search.
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
        if (start is not null)
        {
            return new(
                Fit(all.Model, all.X, all.Y, all.StartOf(start), together, cancellationToken), all, sets, parameters);
        }

        GlobalStarts starts = new(all, sets, shared, options, together, cancellationToken);
        (StartValues best, FitResult local) = starts.Best();
        // There is no sum of squares of counts to search, and samples do not cover many parameters.
        int count = local.Problem.Free.Length;
        bool isLarge = count > MostSearched && options.Strategy != FitStrategy.Search;
        if (isLarge && !options.Counts)
        {
            local.Explain($"Not certified: a search for the lowest minimum of {count} parameters takes long; above "
                + $"{MostSearched}, it has to be asked for.");
        }

        FitOptions search = together with { Strategy = FitStrategy.Search };
        FitResult fit = isLarge || options.Counts
            ? local
            : Fit(all.Model, all.X, all.Y, best, search, cancellationToken);
        return new(fit, all, sets, parameters);
    }
}
