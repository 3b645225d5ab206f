using System.Numerics;
using System.Runtime.CompilerServices;

namespace MinpackNet;

/// <content>
/// Jacobians that are not dense. A lambda that only throws, which returns anything, means the dense one.
/// </content>
public static partial class Optimize
{
    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart},
    /// Func{double[], double[,]}, Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double,
    /// TrSolver?, TrOptions, int?, Func{IntermediateResult, bool}, CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <param name="fun">
    /// Takes n parameters and returns m residuals, the same number at every call. Each call gets its own array.
    /// </param>
    /// <param name="x0">The start values, n finite values within the bounds; not changed.</param>
    /// <param name="jac">
    /// The Jacobian of <paramref name="fun"/>, m by n, without its zeros: memory and work grow with the number of its
    /// entries. The result has it as <see cref="OptimizeResult.JacSparse"/>.
    /// </param>
    /// <param name="bounds">As with a dense Jacobian.</param>
    /// <param name="method">As with a dense Jacobian, but not <see cref="LeastSquaresMethod.Lm"/>.</param>
    /// <param name="ftol">As with a dense Jacobian.</param>
    /// <param name="xtol">As with a dense Jacobian.</param>
    /// <param name="gtol">As with a dense Jacobian.</param>
    /// <param name="xScale">As with a dense Jacobian.</param>
    /// <param name="loss">As with a dense Jacobian.</param>
    /// <param name="fScale">As with a dense Jacobian.</param>
    /// <param name="trSolver"><see cref="TrSolver.Lsmr"/> or null.</param>
    /// <param name="trOptions">The options of <see cref="TrSolver.Lsmr"/>; null for the defaults.</param>
    /// <param name="maxNfev">As with a dense Jacobian.</param>
    /// <param name="callback">As with a dense Jacobian.</param>
    /// <param name="cancellationToken">As with a dense Jacobian.</param>
    [OverloadResolutionPriority(-1)]
    public static OptimizeResult LeastSquares<TStart>(
        Func<double[], double[]> fun,
        IReadOnlyList<TStart> x0,
        Func<double[], SparseMatrix> jac,
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
            Jacobian = JacobianChoice.Sparse(jac),
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
    /// <param name="jac">
    /// The products with the Jacobian of <paramref name="fun"/>, m by n. The result has it as
    /// <see cref="OptimizeResult.JacOperator"/>.
    /// </param>
    /// <param name="bounds">As with a dense Jacobian.</param>
    /// <param name="method">As with a dense Jacobian, but not <see cref="LeastSquaresMethod.Lm"/>.</param>
    /// <param name="ftol">As with a dense Jacobian.</param>
    /// <param name="xtol">As with a dense Jacobian.</param>
    /// <param name="gtol">As with a dense Jacobian.</param>
    /// <param name="xScale">As with a dense Jacobian, but not <see cref="XScale.Jac"/>.</param>
    /// <param name="loss">As with a dense Jacobian.</param>
    /// <param name="fScale">As with a dense Jacobian.</param>
    /// <param name="trSolver"><see cref="TrSolver.Lsmr"/> or null.</param>
    /// <param name="trOptions">The options of <see cref="TrSolver.Lsmr"/>; null for the defaults.</param>
    /// <param name="maxNfev">As with a dense Jacobian.</param>
    /// <param name="callback">As with a dense Jacobian.</param>
    /// <param name="cancellationToken">As with a dense Jacobian.</param>
    [OverloadResolutionPriority(-1)]
    public static OptimizeResult LeastSquares<TStart>(
        Func<double[], double[]> fun,
        IReadOnlyList<TStart> x0,
        Func<double[], JacobianOperator> jac,
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
            Jacobian = JacobianChoice.Operator(jac),
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
}
