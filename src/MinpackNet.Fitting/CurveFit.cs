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

        if (options.Strategy == FitStrategy.Search
            && model is Formula formula
            && start.IsPartOf(formula.ParameterNames))
        {
            return FitFromData(formula, x, observations, start, options, cancellationToken);
        }

        if (options.Strategy == FitStrategy.Projected && model is Formula separable)
        {
            return FitProjected(separable, x, observations, start, options, cancellationToken);
        }

        FitProblem problem = new(model, x, observations, start, options);
        LeastSquaresOptions solver = options.Solver ?? LeastSquaresOptions.Default;
        if (options.Strategy != FitStrategy.Search)
        {
            (FitOutcome solve, EndPoint reached) = PlainSolve.Of(problem, solver, cancellationToken);
            return new(problem, solve, reached, options, cancellationToken);
        }

        return Search(problem, options, space: null, cancellationToken);
    }

    /// <summary>
    /// Fits a formula without start values: these are drawn from ranges that the formula and the data suggest, and the
    /// search for the lowest minimum, <see cref="FitStrategy.Search"/>, says whether it is certified.
    /// </summary>
    /// <typeparam name="TY">The type of an observation, a number.</typeparam>
    /// <param name="formula">The model.</param>
    /// <param name="x">As in the other overloads.</param>
    /// <param name="y">The same.</param>
    /// <param name="options">
    /// The same, but without a loss and without fixed parameters, which have no value to stay at; the strategy is
    /// always the search, from the end of which counts are fitted in one solve. Bounds narrow the ranges, and so do
    /// start values of some of the parameters, in the other overloads with that strategy.
    /// </param>
    /// <param name="cancellationToken">As in the other overloads.</param>
    /// <returns>The fit, in which <see cref="FitParameter.Start"/> is the best of the samples.</returns>
    /// <exception cref="ArgumentException">An argument or option is not as described.</exception>
    public static FitResult Fit<TY>(
        Formula formula,
        Predictors x,
        IReadOnlyList<TY> y,
        FitOptions? options = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        options ??= FitOptions.Default;
        if (options.Counts)
        {
            return FitCountsFromData(formula, x, Checked(x, y, options), options, cancellationToken);
        }

        options = options with { Strategy = FitStrategy.Search };
        return FitFromData(formula, x, Checked(x, y, options), [], options, cancellationToken);
    }

    private static FitResult FitProjected(
        Formula formula,
        Predictors x,
        double[] observations,
        StartValues start,
        FitOptions options,
        CancellationToken cancellationToken)
    {
        bool isPartial = start.IsPartOf(formula.ParameterNames);
        FitProblem problem = new(
            formula,
            x,
            observations,
            isPartial ? StartValues.Completed(formula.ParameterNames, start, options.Bounds) : start,
            options);
        LinearPart linear = new(problem, _ => problem.FreeOf(problem.Start));
        Validate.OnlyLinearAreOpen(
            problem, isPartial ? [.. start.Select(value => value.Name!)] : problem.Names, linear, nameof(start));
        LeastSquaresOptions solver = options.Solver ?? LeastSquaresOptions.Default;
        (FitOutcome solve, EndPoint end) = ProjectedSolve.Suits(problem, linear)
            ? ProjectedSolve.ThenPlain(ref problem, linear, solver, cancellationToken)
            : PlainSolve.Of(problem, solver, cancellationToken);
        return new(problem, solve, end, options, cancellationToken);
    }

    /// <summary>A search in squares with about the weights of counts, and the fit of counts from its end.</summary>
    private static FitResult FitCountsFromData(
        Formula formula, Predictors x, double[] counts, FitOptions options, CancellationToken cancellationToken)
    {
        FitResult squares = FitFromData(
            formula,
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
        return Fit(formula, x, counts, squares.Estimates, options, cancellationToken);
    }

    private static FitResult FitFromData(
        Formula formula,
        Predictors x,
        double[] observations,
        IReadOnlyList<StartValue> given,
        FitOptions options,
        CancellationToken cancellationToken)
    {
        StartValues starts = StartValues.Completed(formula.ParameterNames, given, options.Bounds);
        string[] names = [.. given.Select(value => value.Name!)];
        Validate.FixedHaveValues(options.Fixed, names, nameof(options.Fixed));
        FitProblem problem = new(formula, x, observations, starts, options);
        if (ThinnedSearch.Suits(problem))
        {
            (problem, FitOutcome outcome) = ThinnedSearch.Of(problem, formula, names, cancellationToken);
            return new(problem, outcome, EndPoint.Of(problem, outcome), options, cancellationToken);
        }

        DataStart start = DataStart.Of(problem, formula, names);
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
