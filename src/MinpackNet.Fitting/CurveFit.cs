using MinpackNet.Fitting.Ladder;

namespace MinpackNet.Fitting;

/// <summary>Fits models to data by least squares, with results that explain themselves.</summary>
/// <remarks>
/// Estimates, counts and covariances are those of <see cref="Optimize"/>'s CurveFit for the same problem. After the
/// solve a fit spends at most 4 n + 12 further evaluations, which are not counted, on the evidence for
/// <see cref="FitResult.Diagnoses"/>.
/// How a fit ended is told by the result; exceptions are for bad arguments and for what the user's own functions throw.
/// </remarks>
public static class CurveFit
{
    /// <summary>Fits a curve, taking derivatives by differences.</summary>
    /// <param name="model">The model's value at a point.</param>
    /// <param name="x">The predictor at m points; finite.</param>
    /// <param name="y">The m observations; finite, and at least as many as parameters that are not fixed.</param>
    /// <param name="start">Where the parameters start, with or without their names; finite.</param>
    /// <param name="options">Weights, fixed parameters, strategy, solver; null for the defaults.</param>
    /// <param name="cancellationToken">
    /// When set, the result has the status <see cref="LeastSquaresStatus.Cancelled"/> and the best point so far.
    /// </param>
    /// <returns>The fit.</returns>
    /// <exception cref="ArgumentException">An argument or option is not as described.</exception>
    public static FitResult Fit(
        CurveFunction model,
        double[] x,
        double[] y,
        StartValues start,
        FitOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Fit(Model.Of(model), x, y, start, options, cancellationToken);

    /// <summary>Fits a model of several predictors, taking derivatives by differences.</summary>
    /// <param name="model">The model's value at a point.</param>
    /// <param name="x">The predictors at m points.</param>
    /// <param name="y">As in the other overload.</param>
    /// <param name="start">As in the other overload.</param>
    /// <param name="options">As in the other overload.</param>
    /// <param name="cancellationToken">As in the other overload.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="ArgumentException">An argument or option is not as described.</exception>
    public static FitResult Fit(
        PointFunction model,
        Predictors x,
        double[] y,
        StartValues start,
        FitOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Fit(Model.OfPoints(model), x, y, start, options, cancellationToken);

    /// <summary>Fits a curve written over any number type, with its exact derivatives.</summary>
    /// <typeparam name="TModel">The type that holds the curve.</typeparam>
    /// <param name="x">The predictor at m points; finite.</param>
    /// <param name="y">As in the other overload.</param>
    /// <param name="start">As in the other overload.</param>
    /// <param name="options">As in the other overload.</param>
    /// <param name="cancellationToken">As in the other overload.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="ArgumentException">An argument or option is not as described.</exception>
    public static FitResult Fit<TModel>(
        double[] x,
        double[] y,
        StartValues start,
        FitOptions? options = null,
        CancellationToken cancellationToken = default)
        where TModel : struct, ICurveModel => Fit(Model.Of<TModel>(), x, y, start, options, cancellationToken);

    /// <summary>Fits a model of any kind, a <see cref="Formula"/> for example.</summary>
    /// <param name="model">The model.</param>
    /// <param name="x">The predictors at m points; an array for a single one.</param>
    /// <param name="y">As in the other overload.</param>
    /// <param name="start">As in the other overload.</param>
    /// <param name="options">As in the other overload.</param>
    /// <param name="cancellationToken">As in the other overload.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="ArgumentException">An argument or option is not as described.</exception>
    public static FitResult Fit(
        Model model,
        Predictors x,
        double[] y,
        StartValues start,
        FitOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(start);
        options ??= FitOptions.Default;
        Validate.Observations(y, x.PointCount, nameof(y));
        Validate.Options(options, y.Length);

        FitProblem problem = new(model, x, y, start, options);
        FitOutcome outcome = Solve(problem, options, cancellationToken);
        Linearization? end = outcome.WasInterrupted ? null : Linearization.At(problem, outcome.Parameters);
        return new(problem, outcome, end, options);
    }

    private static FitOutcome Solve(FitProblem problem, FitOptions options, CancellationToken cancellationToken) =>
        options.Strategy == FitStrategy.Robust
            ? SolveLadder.Climb(problem, options, cancellationToken)
            : FitOutcome.Of(problem, options.Solver ?? LeastSquaresOptions.Default, cancellationToken);
}
