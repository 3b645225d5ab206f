using System.Numerics;

namespace MinpackNet;

public static partial class Optimize
{
    /// <summary>
    /// Minimizes the sum of the squares, or of a robust loss, of a set of equations whose parameters may have bounds,
    /// as scipy.optimize.least_squares does.
    /// </summary>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <param name="fun">
    /// Takes n parameters and returns m residuals, the same number at every call. Each call gets its own array.
    /// </param>
    /// <param name="x0">The start values, n finite values within the bounds; not changed.</param>
    /// <param name="jac">
    /// The Jacobian of <paramref name="fun"/>, m by n: the derivatives with respect to one parameter are a column.
    /// </param>
    /// <param name="bounds">
    /// Bounds of the parameters, each lower one below the upper one; null, the default, for none.
    /// <see cref="LeastSquaresMethod.Trf"/> starts a little inside a bound and never returns one itself: 4.5 comes back
    /// as 4.499999999999999.
    /// </param>
    /// <param name="method">The method; trust-region reflective by default.</param>
    /// <param name="ftol">
    /// The relative reduction of the cost below which to stop; not negative, null to turn the test off. Default 1e-8.
    /// </param>
    /// <param name="xtol">
    /// The relative length of a step below which to stop; not negative, null to turn the test off. Default 1e-8.
    /// </param>
    /// <param name="gtol">
    /// The gradient, in the sense of <see cref="OptimizeResult.Optimality"/>, below which to stop; not negative, null
    /// to turn the test off. Default 1e-8. At least one tolerance must be 2^-52 or more, for
    /// <see cref="LeastSquaresMethod.Lm"/> all three.
    /// </param>
    /// <param name="xScale">
    /// What counts as one unit of each parameter, or <see cref="XScale.Jac"/>. Null, the default, for 1, and for
    /// <see cref="XScale.Jac"/> by <see cref="LeastSquaresMethod.Lm"/>.
    /// </param>
    /// <param name="loss">
    /// The loss that replaces the square of each residual, a <see cref="LossFunction"/> or a loss of the caller's own
    /// by <see cref="Loss.Custom"/> or <see cref="Loss.Callable"/>. Null, the default, for the linear one, which is all
    /// that <see cref="LeastSquaresMethod.Lm"/> takes.
    /// </param>
    /// <param name="fScale">
    /// The margin between inliers and outliers for a loss, in the unit of the residuals; finite and not zero. Default
    /// 1. No effect on the linear loss.
    /// </param>
    /// <param name="trSolver">
    /// How steps are found; null, the default, for <see cref="TrSolver.Exact"/> with a dense Jacobian, else for
    /// <see cref="TrSolver.Lsmr"/>. Not with <see cref="LeastSquaresMethod.Lm"/>.
    /// </param>
    /// <param name="trOptions">The options of <see cref="TrSolver.Lsmr"/>; null for the defaults.</param>
    /// <param name="maxNfev">
    /// The limit on evaluations, differences not counted; positive. Null, the default, for 100 n.
    /// </param>
    /// <param name="callback">
    /// Sees where the solve stands after each iteration, and returns whether to stop: then the result has the status -2
    /// and the best point so far. SciPy's raises StopIteration for that. Null, the default, for none.
    /// </param>
    /// <param name="cancellationToken">
    /// Ends the solve: the result has the status -2 and the best point so far.
    /// </param>
    /// <returns>The outcome. Status 1 to 4 mean that the solver converged.</returns>
    /// <exception cref="ArgumentException">An argument, or the shape of what a function returned, is wrong.</exception>
    /// <exception cref="NonFiniteValueException">
    /// A residual at the start, or a derivative, is NaN or infinite.
    /// </exception>
    /// <remarks>
    /// A trial point where a residual is NaN or infinite is refused, and the next one is closer. Exceptions thrown by
    /// the functions come out as the same instance.
    /// </remarks>
    public static OptimizeResult LeastSquares<TStart>(
        Func<double[], double[]> fun,
        IReadOnlyList<TStart> x0,
        Func<double[], double[,]> jac,
        Bounds? bounds = null,
        LeastSquaresMethod method = LeastSquaresMethod.Trf,
        double? ftol = Defaults.BoundedTolerance,
        double? xtol = Defaults.BoundedTolerance,
        double? gtol = Defaults.BoundedTolerance,
        XScale? xScale = null,
        Loss? loss = null,
        double fScale = 1,
        TrSolver? trSolver = null,
        TrOptions? trOptions = null,
        int? maxNfev = null,
        Func<IntermediateResult, bool>? callback = null,
        CancellationToken cancellationToken = default)
        where TStart : INumberBase<TStart>
    {
        ArgumentNullException.ThrowIfNull(fun);
        ArgumentNullException.ThrowIfNull(x0);
        ArgumentNullException.ThrowIfNull(jac);
        LeastSquaresArguments arguments = new()
        {
            X0 = CurveData.ToNumbers(x0),
            Jacobian = JacobianChoice.Dense(jac),
            Bounds = bounds,
            Method = method,
            Ftol = ftol,
            Xtol = xtol,
            Gtol = gtol,
            XScale = xScale,
            Loss = loss,
            FScale = fScale,
            TrSolver = trSolver,
            TrOptions = trOptions,
            MaxNfev = maxNfev,
            Callback = callback,
            Cancellation = cancellationToken,
        };
        return arguments.Solve(fun);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart},
    /// Func{double[], double[,]}, Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double,
    /// TrSolver?, TrOptions, int?, Func{IntermediateResult, bool}, CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <param name="fun">
    /// Takes n parameters and returns m residuals, the same number at every call. Each call gets its own array.
    /// </param>
    /// <param name="x0">The start values, n finite values within the bounds; not changed.</param>
    /// <param name="jac">How derivatives are estimated; by forward differences by default.</param>
    /// <param name="bounds">As with a Jacobian; the points of the differences are within them too.</param>
    /// <param name="method">As with a Jacobian.</param>
    /// <param name="ftol">As with a Jacobian.</param>
    /// <param name="xtol">As with a Jacobian.</param>
    /// <param name="gtol">As with a Jacobian.</param>
    /// <param name="xScale">As with a Jacobian.</param>
    /// <param name="loss">As with a Jacobian.</param>
    /// <param name="fScale">As with a Jacobian.</param>
    /// <param name="diffStep">
    /// The steps of the differences relative to the parameters: one for all or one for each, finite; a negative one
    /// turns the direction. Null, the default, for 2^-26 max(1, |x|), with three points 2^(-52/3) max(1, |x|), which
    /// also takes the place of a step that would be zero.
    /// </param>
    /// <param name="trSolver">As with a Jacobian.</param>
    /// <param name="trOptions">As with a Jacobian.</param>
    /// <param name="jacSparsity">
    /// Where the Jacobian has entries, m by n; their values have no effect. Columns that share no row are estimated
    /// together, and memory and work grow with the number of entries. What is not an entry is taken to be zero. Null,
    /// the default, for a dense Jacobian. Not with <see cref="LeastSquaresMethod.Lm"/>, nor with
    /// <see cref="TrSolver.Exact"/>.
    /// </param>
    /// <param name="maxNfev">As with a Jacobian.</param>
    /// <param name="callback">As with a Jacobian.</param>
    /// <param name="workers">
    /// On how many threads the function may be called at once for the differences of a dense Jacobian; positive, or -1
    /// for as many as there are processors. Default 1. The result has the same bits for any number.
    /// </param>
    /// <param name="cancellationToken">As with a Jacobian.</param>
    public static OptimizeResult LeastSquares<TStart>(
        Func<double[], double[]> fun,
        IReadOnlyList<TStart> x0,
        DifferenceScheme jac = DifferenceScheme.TwoPoint,
        Bounds? bounds = null,
        LeastSquaresMethod method = LeastSquaresMethod.Trf,
        double? ftol = Defaults.BoundedTolerance,
        double? xtol = Defaults.BoundedTolerance,
        double? gtol = Defaults.BoundedTolerance,
        XScale? xScale = null,
        Loss? loss = null,
        double fScale = 1,
        DiffStep? diffStep = null,
        TrSolver? trSolver = null,
        TrOptions? trOptions = null,
        SparseMatrix? jacSparsity = null,
        int? maxNfev = null,
        Func<IntermediateResult, bool>? callback = null,
        int workers = 1,
        CancellationToken cancellationToken = default)
        where TStart : INumberBase<TStart>
    {
        ArgumentNullException.ThrowIfNull(fun);
        ArgumentNullException.ThrowIfNull(x0);
        Validate.Known(jac, nameof(jac));
        LeastSquaresArguments arguments = new()
        {
            X0 = CurveData.ToNumbers(x0),
            Jacobian = JacobianChoice.Differences(jac, jacSparsity),
            Bounds = bounds,
            Method = method,
            Ftol = ftol,
            Xtol = xtol,
            Gtol = gtol,
            XScale = xScale,
            Loss = loss,
            FScale = fScale,
            DiffStep = diffStep,
            TrSolver = trSolver,
            TrOptions = trOptions,
            MaxNfev = maxNfev,
            Callback = callback,
            Workers = workers,
            Cancellation = cancellationToken,
        };
        return arguments.Solve(fun);
    }
}
