namespace MinpackNet.Fitting;

/// <content>Many fits of one model.</content>
public static partial class CurveFit
{
    /// <summary>Fits one model to many data sets at the same points, from one start.</summary>
    /// <param name="model">The model, such as a <see cref="Formula"/>.</param>
    /// <param name="x">The predictors at the m points that all data sets share; an array for a single one.</param>
    /// <param name="y">The observations of each data set, m numbers.</param>
    /// <param name="start">The start values of the parameters, with or without names; finite.</param>
    /// <param name="options">
    /// As for a single fit, but <see cref="FitStrategy.Plain"/>. Without <see cref="FitOptions.Solver"/>, fits of
    /// a formula or a generic model run on all processors, fits of other functions on one.
    /// </param>
    /// <param name="sigma">
    /// The standard deviations of each data set, where they differ; null, the default, for
    /// <see cref="FitOptions.Sigma"/>.
    /// </param>
    /// <param name="progress">
    /// Receives the number of fits that have ended, about ten times a second and at the end, on any of the threads;
    /// null for none.
    /// </param>
    /// <param name="cancellationToken">
    /// Once it is set, fits in progress get the status <see cref="LeastSquaresStatus.Canceled"/> and those not started
    /// <see cref="LeastSquaresStatus.None"/>.
    /// </param>
    /// <returns>The estimates, standard errors and status of each fit, in the order of the data sets.</returns>
    /// <exception cref="ArgumentException">
    /// An argument or option is not as described, and not for one data set alone.
    /// </exception>
    /// <remarks>
    /// <para>
    /// One bad data set never stops the others: where its data or start are not as described, or the model throws, its
    /// row has the status <see cref="LeastSquaresStatus.Failed"/> and says why.
    /// </para>
    /// <para>
    /// Each is one solve as <see cref="Optimize"/>'s CurveFit makes it, and with its standard errors, which are those
    /// of the last Jacobian; nothing is solved again, and nothing diagnosed. Fits of a formula, or of a
    /// generic model that does not branch, run several at a time in the lanes of vectors, each with the bits that it
    /// has alone, whatever the number of threads and lanes.
    /// </para>
    /// <example>
    /// Decays at common times, a row of y for each:
    /// <code>
    /// FitTable fits = CurveFit.FitMany(Formula.Parse("a*exp(-k*t)", ["t"]), t, y, [("a", 1), ("k", 0.5)]);
    /// Console.WriteLine($"{fits}: k of the first is {fits[0]["k"]}");
    /// double[] rates = fits.Estimates("k");
    /// </code>
    /// </example>
    /// </remarks>
    public static FitTable FitMany(
        Model model,
        Predictors x,
        IReadOnlyList<double[]> y,
        StartValues start,
        FitOptions? options = null,
        IReadOnlyList<double[]>? sigma = null,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        return FitMany(
            model, new PerFit<Predictors>(x), y, Starts(model, start), options, sigma, progress, cancellationToken);
    }

    /// <summary>Fits one model to many data sets at the same points, each from its own start.</summary>
    /// <param name="model">As in the first overload.</param>
    /// <param name="x">As in the first overload.</param>
    /// <param name="y">As in the first overload.</param>
    /// <param name="start">The start values of each fit, in the order of the model's parameters; finite.</param>
    /// <param name="options">As in the first overload.</param>
    /// <param name="sigma">As in the first overload.</param>
    /// <param name="progress">As in the first overload.</param>
    /// <param name="cancellationToken">As in the first overload.</param>
    /// <returns>As in the first overload.</returns>
    /// <exception cref="ArgumentException">As in the first overload.</exception>
    public static FitTable FitMany(
        Model model,
        Predictors x,
        IReadOnlyList<double[]> y,
        IReadOnlyList<double[]> start,
        FitOptions? options = null,
        IReadOnlyList<double[]>? sigma = null,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        return FitMany(
            model, new PerFit<Predictors>(x), y, Starts(model, start), options, sigma, progress, cancellationToken);
    }

    /// <summary>Fits one model to many data sets, each at its own points, from one start.</summary>
    /// <param name="model">As in the first overload.</param>
    /// <param name="x">The predictors of each data set: see <see cref="Predictors.Each"/>.</param>
    /// <param name="y">The observations of each data set, as many as it has points; these numbers may differ.</param>
    /// <param name="start">As in the first overload.</param>
    /// <param name="options">As in the first overload.</param>
    /// <param name="sigma">As in the first overload.</param>
    /// <param name="progress">As in the first overload.</param>
    /// <param name="cancellationToken">As in the first overload.</param>
    /// <returns>As in the first overload.</returns>
    /// <exception cref="ArgumentException">As in the first overload.</exception>
    public static FitTable FitMany(
        Model model,
        IReadOnlyList<Predictors> x,
        IReadOnlyList<double[]> y,
        StartValues start,
        FitOptions? options = null,
        IReadOnlyList<double[]>? sigma = null,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        return FitMany(
            model, new PerFit<Predictors>(x), y, Starts(model, start), options, sigma, progress, cancellationToken);
    }

    /// <summary>Fits one model to many data sets, each at its own points, from its own start.</summary>
    /// <param name="model">As in the first overload.</param>
    /// <param name="x">As in the third overload.</param>
    /// <param name="y">As in the third overload.</param>
    /// <param name="start">As in the second overload.</param>
    /// <param name="options">As in the first overload.</param>
    /// <param name="sigma">As in the first overload.</param>
    /// <param name="progress">As in the first overload.</param>
    /// <param name="cancellationToken">As in the first overload.</param>
    /// <returns>As in the first overload.</returns>
    /// <exception cref="ArgumentException">As in the first overload.</exception>
    public static FitTable FitMany(
        Model model,
        IReadOnlyList<Predictors> x,
        IReadOnlyList<double[]> y,
        IReadOnlyList<double[]> start,
        FitOptions? options = null,
        IReadOnlyList<double[]>? sigma = null,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        return FitMany(
            model, new PerFit<Predictors>(x), y, Starts(model, start), options, sigma, progress, cancellationToken);
    }

    /// <summary>The names of the parameters, and one start for all.</summary>
    private static (string[] Names, PerFit<double[]> Values) Starts(Model model, StartValues start)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(start);
        (string[] names, double[] values) =
            start.InOrderOf(model.ParameterNames, model.HasPredictors, model.Calls, nameof(start));
        return (names, new(values));
    }

    /// <summary>The same with a start for each fit.</summary>
    private static (string[] Names, PerFit<double[]> Values) Starts(Model model, IReadOnlyList<double[]> start)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(start);
        int n = start.FirstOrDefault(values => values is not null)?.Length ?? 0;
        return ([.. model.ParameterNames ?? [.. Enumerable.Range(0, n).Select(j => $"p[{j}]")]], new(start));
    }

    private static FitTable FitMany(
        Model model,
        PerFit<Predictors> x,
        IReadOnlyList<double[]> y,
        (string[] Names, PerFit<double[]> Values) starts,
        FitOptions? options,
        IReadOnlyList<double[]>? sigma,
        IProgress<int>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(y);
        Validate.Stack();
        options ??= FitOptions.Default;
        Validate.ManyFits(options, y.Count, x.Count, starts.Values.Count, sigma?.Count);
        PerFit<IReadOnlyList<double>?> deviations = sigma is null
            ? new((IReadOnlyList<double>?)options.Sigma)
            : new((IReadOnlyList<IReadOnlyList<double>?>)sigma);
        ManyFits fits = new(new(model, starts.Names, x, y, starts.Values, deviations), options);
        fits.Run(progress, cancellationToken);
        return new(fits, cancellationToken);
    }
}
