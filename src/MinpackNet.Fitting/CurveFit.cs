using System.Numerics;
using System.Runtime.CompilerServices;

namespace MinpackNet.Fitting;

/// <summary>Fits models to data by least squares, with results that explain themselves.</summary>
/// <remarks>
/// <para>
/// Estimates and counts are those of <see cref="Optimize"/>'s CurveFit for the same problem, with one exception. From a
/// start that is orders of magnitude too small, MINPACK's bound on the first step lets it change a large sum of squares
/// by less than the tolerance, and the solver stops there. If the gradient is not zero where the solver stops, and its
/// tolerances are 1e-6 or less, a fit solves again from there as long as that reduces the sum of squares, with a longer
/// first step if need be, within the limit on evaluations of a single solve. So it does for a model without derivatives
/// if that bends over a small share of a parameter, as a peak at a day number does: over a step that is a share of the
/// parameter, the solver's own differences miss the minimum.
/// </para>
/// <para>
/// Covariances are those at the estimates, where SciPy's are those of the point before the solver's last step: the two
/// differ where that step still changed the Jacobian. For a model without derivatives they come from central
/// differences, over steps that suit the scale on which the model bends, wherever a parameter ends: near zero, or far
/// from it.
/// </para>
/// <para>
/// After the solve a fit without derivatives spends 2 n + 8 further evaluations on errors and on the evidence for
/// <see cref="FitResult.Diagnoses"/>: for a large model, about as many as the shortest solve. Up to 14 more go to each
/// parameter whose size is not the scale on which the model bends, as for one near zero, up to 100 to the search for an
/// edge next to up to four of those, up to 10 to each parameter without effect or with an error above its size, and
/// 2 n + 1 to the derivatives at the start where some parameters have no effect of their own, and at up to 16 other
/// points where the Jacobian is singular, a quarter as many as the solve at most, or 50. Fits without a term that
/// may be spare cost, with the 2 n, about as many as the solve, or 50. None of these are counted.
/// The result says how a fit ended; exceptions are for bad arguments and for whatever the user's functions throw.
/// </para>
/// </remarks>
public static partial class CurveFit
{
    /// <summary>Fits a curve, with derivatives by differences.</summary>
    /// <typeparam name="TX">The type of the predictor, a number.</typeparam>
    /// <typeparam name="TY">The type of an observation, a number.</typeparam>
    /// <param name="model">The model's value at one point.</param>
    /// <param name="x">The predictor at m points; finite.</param>
    /// <param name="y">The m observations; finite, and at least as many as there are parameters to fit.</param>
    /// <param name="start">The start values of the parameters, with or without names; finite.</param>
    /// <param name="options">Weights, fixed parameters, strategy and solver; null for the defaults.</param>
    /// <param name="cancellationToken">
    /// Ends the fit: the result has the status <see cref="LeastSquaresStatus.Canceled"/> and the best point so far.
    /// </param>
    /// <returns>The fit.</returns>
    /// <exception cref="ArgumentException">An argument or option is not as described.</exception>
    [OverloadResolutionPriority(1)]
    public static FitResult Fit<TX, TY>(
        CurveFunction model,
        IReadOnlyList<TX> x,
        IReadOnlyList<TY> y,
        StartValues start,
        FitOptions? options = null,
        CancellationToken cancellationToken = default)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY> =>
        Fit(Model.FromCurve(model), Predictors.OfNumbers(x), y, start, options, cancellationToken);

    /// <summary>Fits a model of several predictors, with derivatives by differences.</summary>
    /// <typeparam name="TY">The type of an observation, a number.</typeparam>
    /// <param name="model">The model's value at one point.</param>
    /// <param name="x">The predictors at m points.</param>
    /// <param name="y">As in the first overload.</param>
    /// <param name="start">As in the first overload.</param>
    /// <param name="options">As in the first overload.</param>
    /// <param name="cancellationToken">As in the first overload.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="ArgumentException">An argument or option is not as described.</exception>
    public static FitResult Fit<TY>(
        SurfaceFunction model,
        Predictors x,
        IReadOnlyList<TY> y,
        StartValues start,
        FitOptions? options = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY> =>
        Fit(Model.FromSurface(model), x, y, start, options, cancellationToken);

    /// <summary>Fits a curve written for any number type, with exact derivatives.</summary>
    /// <typeparam name="TModel">The type that implements the curve.</typeparam>
    /// <param name="x">The predictor at m points; finite.</param>
    /// <param name="y">As in the first overload.</param>
    /// <param name="start">As in the first overload.</param>
    /// <param name="options">As in the first overload.</param>
    /// <param name="cancellationToken">As in the first overload.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="ArgumentException">An argument or option is not as described.</exception>
    public static FitResult Fit<TModel>(
        Predictors x,
        IReadOnlyList<double> y,
        StartValues start,
        FitOptions? options = null,
        CancellationToken cancellationToken = default)
        where TModel : struct, ICurveModel => Fit(Model.FromCurve<TModel>(), x, y, start, options, cancellationToken);

    /// <summary>Fits a model of any kind, such as a <see cref="Formula"/>.</summary>
    /// <typeparam name="TY">The type of an observation, a number.</typeparam>
    /// <param name="model">The model.</param>
    /// <param name="x">The predictors at m points; an array for a single predictor.</param>
    /// <param name="y">As in the first overload.</param>
    /// <param name="start">As in the first overload.</param>
    /// <param name="options">As in the first overload.</param>
    /// <param name="cancellationToken">As in the first overload.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="ArgumentException">An argument or option is not as described.</exception>
    public static FitResult Fit<TY>(
        Model model,
        Predictors x,
        IReadOnlyList<TY> y,
        StartValues start,
        FitOptions? options = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(start);
        options ??= FitOptions.Default;
        double[] observations = Checked(x, y, options);

        bool isPartial = MayHaveSteps(model) && start.IsPartOf(model.ParameterNames!);
        if (options.Strategy == FitStrategy.Search && isPartial)
        {
            return FitFromData(model, x, observations, start, options, cancellationToken);
        }

        bool isProjected = options.Strategy == FitStrategy.Projected;
        FitProblem problem = new(
            model,
            x,
            observations,
            isPartial && isProjected ? StartValues.Completed(model.ParameterNames!, start, options.Bounds) : start,
            options);
        if (isProjected && (isPartial || problem.Program is not null))
        {
            string[] given = isPartial ? [.. start.Select(value => value.Name!)] : problem.Names;
            return FitProjected(problem, given, options, cancellationToken);
        }

        LeastSquaresOptions solver = options.Solver ?? LeastSquaresOptions.Default;
        if (options.Strategy != FitStrategy.Search)
        {
            (FitOutcome solve, EndPoint reached) = PlainSolve.Of(problem, solver, cancellationToken);
            return new(problem, solve, reached, options, cancellationToken);
        }

        return Search(problem, options, space: null, cancellationToken);
    }

    /// <summary>
    /// Fits a curve written for any number type without start values, if it does not branch: as the next overload does.
    /// </summary>
    /// <typeparam name="TModel">The type that implements the curve.</typeparam>
    /// <param name="x">The predictor at m points; finite.</param>
    /// <param name="y">As in the other overloads.</param>
    /// <param name="parameters">The names of all parameters of the curve, in their order.</param>
    /// <param name="options">As in the next overload.</param>
    /// <param name="cancellationToken">As in the other overloads.</param>
    /// <returns>The fit, as in the next overload.</returns>
    /// <exception cref="ArgumentException">
    /// An argument or option is not as described, or the curve branches.
    /// </exception>
    public static FitResult Fit<TModel>(
        Predictors x,
        IReadOnlyList<double> y,
        IReadOnlyList<string> parameters,
        FitOptions? options = null,
        CancellationToken cancellationToken = default)
        where TModel : struct, ICurveModel =>
        Fit(Model.FromCurve<TModel>(parameters), x, y, options, cancellationToken);

    /// <summary>
    /// Fits a model without start values: a <see cref="Formula"/>, or a model written for any number type whose
    /// parameters have names and which does not branch. The starts are drawn from ranges that the model and the data
    /// suggest, and the search for the lowest minimum, <see cref="FitStrategy.Search"/>, says whether it is certified.
    /// </summary>
    /// <typeparam name="TY">The type of an observation, a number.</typeparam>
    /// <param name="model">The model.</param>
    /// <param name="x">As in the other overloads.</param>
    /// <param name="y">The same.</param>
    /// <param name="options">
    /// The same, but without a loss and without fixed parameters, which have no value to stay at; the strategy is
    /// always the search, from the end of which counts are fitted in one solve. Bounds narrow the ranges, and so do
    /// start values of some of the parameters, in the other overloads with that strategy.
    /// </param>
    /// <param name="cancellationToken">As in the other overloads.</param>
    /// <returns>The fit, in which <see cref="FitParameter.Start"/> is the best of the samples.</returns>
    /// <exception cref="ArgumentException">
    /// An argument or option is not as described, or the model branches.
    /// </exception>
    [OverloadResolutionPriority(1)]
    public static FitResult Fit<TY>(
        Model model,
        Predictors x,
        IReadOnlyList<TY> y,
        FitOptions? options = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        options ??= FitOptions.Default;
        if (options.Counts)
        {
            return FitCountsFromData(model, x, Checked(x, y, options), options, cancellationToken);
        }

        options = options with { Strategy = FitStrategy.Search };
        return FitFromData(model, x, Checked(x, y, options), [], options, cancellationToken);
    }

    /// <summary>Whether the parameters of a model have names, and its steps are known or may be recorded.</summary>
    private static bool MayHaveSteps(Model model) =>
        (model is IStepModel or GenericModel) && model.ParameterNames is not null;

    private static FitResult FitProjected(
        FitProblem problem, string[] given, FitOptions options, CancellationToken cancellationToken)
    {
        Validate.Steps(problem, "model");
        LinearPart linear = new(problem, _ => problem.FreeOf(problem.Start));
        Validate.OnlyLinearAreOpen(problem, given, linear, "start");
        LeastSquaresOptions solver = options.Solver ?? LeastSquaresOptions.Default;
        (FitOutcome solve, EndPoint end) = ProjectedSolve.Suits(problem, linear)
            ? ProjectedSolve.ThenPlain(ref problem, linear, solver, cancellationToken)
            : PlainSolve.Of(problem, solver, cancellationToken);
        return new(problem, solve, end, options, cancellationToken);
    }

    /// <summary>A search in squares with about the weights of counts, and the fit of counts from its end.</summary>
    private static FitResult FitCountsFromData(
        Model model, Predictors x, double[] counts, FitOptions options, CancellationToken cancellationToken)
    {
        FitResult squares = FitFromData(
            model,
            x,
            counts,
            [],
            options with
            {
                Counts = false,
                Sigma = [.. counts.Select(count => Math.Sqrt(Math.Max(count, 1)))],
                Strategy = FitStrategy.Search,
            },
            cancellationToken);
        options = options with { Strategy = FitStrategy.Plain };
        return Fit(model, x, counts, squares.Estimates, options, cancellationToken);
    }

    private static FitResult FitFromData(
        Model model,
        Predictors x,
        double[] observations,
        IReadOnlyList<StartValue> given,
        FitOptions options,
        CancellationToken cancellationToken)
    {
        StartValues starts = StartValues.Completed(
            model.ParameterNames ?? throw Errors.UnnamedWithoutStart(nameof(model)), given, options.Bounds);
        string[] names = [.. given.Select(value => value.Name!)];
        Validate.FixedHaveValues(options.Fixed, names, nameof(options.Fixed));
        FitProblem problem = new(model, x, observations, starts, options);
        Validate.Steps(problem, nameof(model));
        if (ThinnedSearch.Suits(problem))
        {
            (problem, FitOutcome outcome) = ThinnedSearch.Of(problem, names, cancellationToken);
            return new(problem, outcome, EndPoint.Of(problem, outcome), options, cancellationToken);
        }

        DataStart start = DataStart.Of(problem, names);
        return Search(start.Problem, options, start.Space, cancellationToken);
    }

    private static FitResult Search(
        FitProblem problem, FitOptions options, IStartSpace? space, CancellationToken cancellationToken)
    {
        FitOutcome outcome = OptimumSearch.Run(problem, options, space, cancellationToken);
        return new(problem, outcome, EndPoint.Of(problem, outcome), options, cancellationToken);
    }

    /// <summary>The observations as numbers of our own, checked with the options.</summary>
    private static double[] Checked<TY>(Predictors x, IReadOnlyList<TY> y, FitOptions options)
        where TY : INumberBase<TY>
    {
        Validate.Stack();
        double[] observations = Columns.Of(y);
        Validate.Observations(observations, x.PointCount, nameof(y));
        Validate.Options(options, observations.Length);
        if (options.Counts)
        {
            Validate.Counts(observations, nameof(y));
        }

        return observations;
    }
}
