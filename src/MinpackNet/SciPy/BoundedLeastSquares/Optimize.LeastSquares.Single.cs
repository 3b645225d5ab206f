using System.Numerics;
using System.Runtime.CompilerServices;

namespace MinpackNet;

/// <content>Residuals in single precision.</content>
public static partial class Optimize
{
    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <remarks>
    /// For values computed in single precision: as in SciPy, the relative step of the differences is then the square
    /// root of the epsilon of <c>float</c>, 3.45e-4, with three points its cube root, 4.92e-3, unless
    /// <paramref name="diffStep"/> is given. With derivatives let the function return <c>double[]</c>.
    /// </remarks>
    [OverloadResolutionPriority(-1)] // a list of whole numbers fits both
    public static OptimizeResult LeastSquares<TStart>(
        Func<double[], float[]> fun,
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
            HasSinglePrecision = true,
            TrSolver = trSolver,
            TrOptions = trOptions,
            MaxNfev = maxNfev,
            Callback = callback,
            Workers = workers,
            Cancellation = cancellationToken,
        };
        return arguments.Solve(x => Widen(fun(x)));
    }
}
