// Written by build/SciPyOverloads.cs: change that, not this.
using System.Numerics;
using System.Runtime.CompilerServices;

namespace MinpackNet;

/// <content>
/// Other forms of the functions of LeastSquares: with further arguments, of one number.
/// </content>
public static partial class Optimize
{
    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[],
    /// double[,]}, Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, TrSolver?, TrOptions,
    /// int?, Func{IntermediateResult, bool}, CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T">The type of <c>args</c>, which is passed to both functions at every call.</typeparam>
    public static OptimizeResult LeastSquares<TStart, T>(
        Func<double[], T, double[]> fun,
        IReadOnlyList<TStart> x0,
        T args,
        Func<double[], T, double[,]> jac,
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
        ArgumentNullException.ThrowIfNull(jac);
        return LeastSquares(
            x => fun(x, args),
            x0,
            x => jac(x, args),
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            trSolver,
            trOptions,
            maxNfev,
            callback,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[],
    /// double[,]}, Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, TrSolver?, TrOptions,
    /// int?, Func{IntermediateResult, bool}, CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    public static OptimizeResult LeastSquares<TStart, T1, T2>(
        Func<double[], T1, T2, double[]> fun,
        IReadOnlyList<TStart> x0,
        (T1, T2) args,
        Func<double[], T1, T2, double[,]> jac,
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
        ArgumentNullException.ThrowIfNull(jac);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2),
            x0,
            x => jac(x, args.Item1, args.Item2),
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            trSolver,
            trOptions,
            maxNfev,
            callback,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[],
    /// double[,]}, Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, TrSolver?, TrOptions,
    /// int?, Func{IntermediateResult, bool}, CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    public static OptimizeResult LeastSquares<TStart, T1, T2, T3>(
        Func<double[], T1, T2, T3, double[]> fun,
        IReadOnlyList<TStart> x0,
        (T1, T2, T3) args,
        Func<double[], T1, T2, T3, double[,]> jac,
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
        ArgumentNullException.ThrowIfNull(jac);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3),
            x0,
            x => jac(x, args.Item1, args.Item2, args.Item3),
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            trSolver,
            trOptions,
            maxNfev,
            callback,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[],
    /// double[,]}, Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, TrSolver?, TrOptions,
    /// int?, Func{IntermediateResult, bool}, CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    public static OptimizeResult LeastSquares<TStart, T1, T2, T3, T4>(
        Func<double[], T1, T2, T3, T4, double[]> fun,
        IReadOnlyList<TStart> x0,
        (T1, T2, T3, T4) args,
        Func<double[], T1, T2, T3, T4, double[,]> jac,
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
        ArgumentNullException.ThrowIfNull(jac);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4),
            x0,
            x => jac(x, args.Item1, args.Item2, args.Item3, args.Item4),
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            trSolver,
            trOptions,
            maxNfev,
            callback,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[],
    /// double[,]}, Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, TrSolver?, TrOptions,
    /// int?, Func{IntermediateResult, bool}, CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    public static OptimizeResult LeastSquares<TStart, T1, T2, T3, T4, T5>(
        Func<double[], T1, T2, T3, T4, T5, double[]> fun,
        IReadOnlyList<TStart> x0,
        (T1, T2, T3, T4, T5) args,
        Func<double[], T1, T2, T3, T4, T5, double[,]> jac,
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
        ArgumentNullException.ThrowIfNull(jac);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5),
            x0,
            x => jac(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5),
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            trSolver,
            trOptions,
            maxNfev,
            callback,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[],
    /// double[,]}, Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, TrSolver?, TrOptions,
    /// int?, Func{IntermediateResult, bool}, CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <typeparam name="T6">The type of the sixth.</typeparam>
    public static OptimizeResult LeastSquares<TStart, T1, T2, T3, T4, T5, T6>(
        Func<double[], T1, T2, T3, T4, T5, T6, double[]> fun,
        IReadOnlyList<TStart> x0,
        (T1, T2, T3, T4, T5, T6) args,
        Func<double[], T1, T2, T3, T4, T5, T6, double[,]> jac,
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
        ArgumentNullException.ThrowIfNull(jac);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6),
            x0,
            x => jac(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6),
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            trSolver,
            trOptions,
            maxNfev,
            callback,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[],
    /// double[,]}, Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, TrSolver?, TrOptions,
    /// int?, Func{IntermediateResult, bool}, CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <typeparam name="T6">The type of the sixth.</typeparam>
    /// <typeparam name="T7">The type of the seventh.</typeparam>
    public static OptimizeResult LeastSquares<TStart, T1, T2, T3, T4, T5, T6, T7>(
        Func<double[], T1, T2, T3, T4, T5, T6, T7, double[]> fun,
        IReadOnlyList<TStart> x0,
        (T1, T2, T3, T4, T5, T6, T7) args,
        Func<double[], T1, T2, T3, T4, T5, T6, T7, double[,]> jac,
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
        ArgumentNullException.ThrowIfNull(jac);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6, args.Item7),
            x0,
            x => jac(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6, args.Item7),
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            trSolver,
            trOptions,
            maxNfev,
            callback,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[],
    /// double[,]}, Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, TrSolver?, TrOptions,
    /// int?, Func{IntermediateResult, bool}, CancellationToken)"/>
    /// <remarks>For one parameter and several residuals.</remarks>
    public static OptimizeResult LeastSquares(
        Func<double, double[]> fun,
        double x0,
        Func<double, double[]> jac,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        ArgumentNullException.ThrowIfNull(jac);
        return LeastSquares(
            x => fun(x[0]),
            [x0],
            x => Column(jac(x[0]), nameof(jac), colDeriv: false),
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            trSolver,
            trOptions,
            maxNfev,
            callback,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[],
    /// double[,]}, Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, TrSolver?, TrOptions,
    /// int?, Func{IntermediateResult, bool}, CancellationToken)"/>
    /// <remarks>For one parameter and one residual.</remarks>
    public static OptimizeResult LeastSquares(
        Func<double, double> fun,
        double x0,
        Func<double, double> jac,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        ArgumentNullException.ThrowIfNull(jac);
        return LeastSquares(
            x => [fun(x[0])],
            [x0],
            x => new double[,] { { jac(x[0]) } },
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            trSolver,
            trOptions,
            maxNfev,
            callback,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[],
    /// double[,]}, Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, TrSolver?, TrOptions,
    /// int?, Func{IntermediateResult, bool}, CancellationToken)"/>
    /// <typeparam name="T">The type of <c>args</c>, which is passed to both functions at every call.</typeparam>
    /// <remarks>For one parameter and several residuals.</remarks>
    public static OptimizeResult LeastSquares<T>(
        Func<double, T, double[]> fun,
        double x0,
        T args,
        Func<double, T, double[]> jac,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        ArgumentNullException.ThrowIfNull(jac);
        return LeastSquares(
            x => fun(x, args),
            x0,
            x => jac(x, args),
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            trSolver,
            trOptions,
            maxNfev,
            callback,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[],
    /// double[,]}, Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, TrSolver?, TrOptions,
    /// int?, Func{IntermediateResult, bool}, CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <remarks>For one parameter and several residuals.</remarks>
    public static OptimizeResult LeastSquares<T1, T2>(
        Func<double, T1, T2, double[]> fun,
        double x0,
        (T1, T2) args,
        Func<double, T1, T2, double[]> jac,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        ArgumentNullException.ThrowIfNull(jac);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2),
            x0,
            x => jac(x, args.Item1, args.Item2),
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            trSolver,
            trOptions,
            maxNfev,
            callback,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[],
    /// double[,]}, Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, TrSolver?, TrOptions,
    /// int?, Func{IntermediateResult, bool}, CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <remarks>For one parameter and several residuals.</remarks>
    public static OptimizeResult LeastSquares<T1, T2, T3>(
        Func<double, T1, T2, T3, double[]> fun,
        double x0,
        (T1, T2, T3) args,
        Func<double, T1, T2, T3, double[]> jac,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        ArgumentNullException.ThrowIfNull(jac);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3),
            x0,
            x => jac(x, args.Item1, args.Item2, args.Item3),
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            trSolver,
            trOptions,
            maxNfev,
            callback,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[],
    /// double[,]}, Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, TrSolver?, TrOptions,
    /// int?, Func{IntermediateResult, bool}, CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <remarks>For one parameter and several residuals.</remarks>
    public static OptimizeResult LeastSquares<T1, T2, T3, T4>(
        Func<double, T1, T2, T3, T4, double[]> fun,
        double x0,
        (T1, T2, T3, T4) args,
        Func<double, T1, T2, T3, T4, double[]> jac,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        ArgumentNullException.ThrowIfNull(jac);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4),
            x0,
            x => jac(x, args.Item1, args.Item2, args.Item3, args.Item4),
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            trSolver,
            trOptions,
            maxNfev,
            callback,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[],
    /// double[,]}, Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, TrSolver?, TrOptions,
    /// int?, Func{IntermediateResult, bool}, CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <remarks>For one parameter and several residuals.</remarks>
    public static OptimizeResult LeastSquares<T1, T2, T3, T4, T5>(
        Func<double, T1, T2, T3, T4, T5, double[]> fun,
        double x0,
        (T1, T2, T3, T4, T5) args,
        Func<double, T1, T2, T3, T4, T5, double[]> jac,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        ArgumentNullException.ThrowIfNull(jac);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5),
            x0,
            x => jac(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5),
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            trSolver,
            trOptions,
            maxNfev,
            callback,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[],
    /// double[,]}, Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, TrSolver?, TrOptions,
    /// int?, Func{IntermediateResult, bool}, CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <typeparam name="T6">The type of the sixth.</typeparam>
    /// <remarks>For one parameter and several residuals.</remarks>
    public static OptimizeResult LeastSquares<T1, T2, T3, T4, T5, T6>(
        Func<double, T1, T2, T3, T4, T5, T6, double[]> fun,
        double x0,
        (T1, T2, T3, T4, T5, T6) args,
        Func<double, T1, T2, T3, T4, T5, T6, double[]> jac,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        ArgumentNullException.ThrowIfNull(jac);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6),
            x0,
            x => jac(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6),
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            trSolver,
            trOptions,
            maxNfev,
            callback,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[],
    /// double[,]}, Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, TrSolver?, TrOptions,
    /// int?, Func{IntermediateResult, bool}, CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <typeparam name="T6">The type of the sixth.</typeparam>
    /// <typeparam name="T7">The type of the seventh.</typeparam>
    /// <remarks>For one parameter and several residuals.</remarks>
    public static OptimizeResult LeastSquares<T1, T2, T3, T4, T5, T6, T7>(
        Func<double, T1, T2, T3, T4, T5, T6, T7, double[]> fun,
        double x0,
        (T1, T2, T3, T4, T5, T6, T7) args,
        Func<double, T1, T2, T3, T4, T5, T6, T7, double[]> jac,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        ArgumentNullException.ThrowIfNull(jac);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6, args.Item7),
            x0,
            x => jac(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6, args.Item7),
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            trSolver,
            trOptions,
            maxNfev,
            callback,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[],
    /// double[,]}, Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, TrSolver?, TrOptions,
    /// int?, Func{IntermediateResult, bool}, CancellationToken)"/>
    /// <typeparam name="T">The type of <c>args</c>, which is passed to both functions at every call.</typeparam>
    /// <remarks>For one parameter and one residual.</remarks>
    public static OptimizeResult LeastSquares<T>(
        Func<double, T, double> fun,
        double x0,
        T args,
        Func<double, T, double> jac,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        ArgumentNullException.ThrowIfNull(jac);
        return LeastSquares(
            x => fun(x, args),
            x0,
            x => jac(x, args),
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            trSolver,
            trOptions,
            maxNfev,
            callback,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[],
    /// double[,]}, Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, TrSolver?, TrOptions,
    /// int?, Func{IntermediateResult, bool}, CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <remarks>For one parameter and one residual.</remarks>
    public static OptimizeResult LeastSquares<T1, T2>(
        Func<double, T1, T2, double> fun,
        double x0,
        (T1, T2) args,
        Func<double, T1, T2, double> jac,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        ArgumentNullException.ThrowIfNull(jac);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2),
            x0,
            x => jac(x, args.Item1, args.Item2),
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            trSolver,
            trOptions,
            maxNfev,
            callback,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[],
    /// double[,]}, Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, TrSolver?, TrOptions,
    /// int?, Func{IntermediateResult, bool}, CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <remarks>For one parameter and one residual.</remarks>
    public static OptimizeResult LeastSquares<T1, T2, T3>(
        Func<double, T1, T2, T3, double> fun,
        double x0,
        (T1, T2, T3) args,
        Func<double, T1, T2, T3, double> jac,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        ArgumentNullException.ThrowIfNull(jac);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3),
            x0,
            x => jac(x, args.Item1, args.Item2, args.Item3),
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            trSolver,
            trOptions,
            maxNfev,
            callback,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[],
    /// double[,]}, Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, TrSolver?, TrOptions,
    /// int?, Func{IntermediateResult, bool}, CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <remarks>For one parameter and one residual.</remarks>
    public static OptimizeResult LeastSquares<T1, T2, T3, T4>(
        Func<double, T1, T2, T3, T4, double> fun,
        double x0,
        (T1, T2, T3, T4) args,
        Func<double, T1, T2, T3, T4, double> jac,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        ArgumentNullException.ThrowIfNull(jac);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4),
            x0,
            x => jac(x, args.Item1, args.Item2, args.Item3, args.Item4),
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            trSolver,
            trOptions,
            maxNfev,
            callback,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[],
    /// double[,]}, Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, TrSolver?, TrOptions,
    /// int?, Func{IntermediateResult, bool}, CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <remarks>For one parameter and one residual.</remarks>
    public static OptimizeResult LeastSquares<T1, T2, T3, T4, T5>(
        Func<double, T1, T2, T3, T4, T5, double> fun,
        double x0,
        (T1, T2, T3, T4, T5) args,
        Func<double, T1, T2, T3, T4, T5, double> jac,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        ArgumentNullException.ThrowIfNull(jac);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5),
            x0,
            x => jac(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5),
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            trSolver,
            trOptions,
            maxNfev,
            callback,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[],
    /// double[,]}, Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, TrSolver?, TrOptions,
    /// int?, Func{IntermediateResult, bool}, CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <typeparam name="T6">The type of the sixth.</typeparam>
    /// <remarks>For one parameter and one residual.</remarks>
    public static OptimizeResult LeastSquares<T1, T2, T3, T4, T5, T6>(
        Func<double, T1, T2, T3, T4, T5, T6, double> fun,
        double x0,
        (T1, T2, T3, T4, T5, T6) args,
        Func<double, T1, T2, T3, T4, T5, T6, double> jac,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        ArgumentNullException.ThrowIfNull(jac);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6),
            x0,
            x => jac(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6),
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            trSolver,
            trOptions,
            maxNfev,
            callback,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[],
    /// double[,]}, Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, TrSolver?, TrOptions,
    /// int?, Func{IntermediateResult, bool}, CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <typeparam name="T6">The type of the sixth.</typeparam>
    /// <typeparam name="T7">The type of the seventh.</typeparam>
    /// <remarks>For one parameter and one residual.</remarks>
    public static OptimizeResult LeastSquares<T1, T2, T3, T4, T5, T6, T7>(
        Func<double, T1, T2, T3, T4, T5, T6, T7, double> fun,
        double x0,
        (T1, T2, T3, T4, T5, T6, T7) args,
        Func<double, T1, T2, T3, T4, T5, T6, T7, double> jac,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        ArgumentNullException.ThrowIfNull(jac);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6, args.Item7),
            x0,
            x => jac(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6, args.Item7),
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            trSolver,
            trOptions,
            maxNfev,
            callback,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T">The type of <c>args</c>, which is passed to both functions at every call.</typeparam>
    public static OptimizeResult LeastSquares<TStart, T>(
        Func<double[], T, double[]> fun,
        IReadOnlyList<TStart> x0,
        T args,
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
        return LeastSquares(
            x => fun(x, args),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    public static OptimizeResult LeastSquares<TStart, T1, T2>(
        Func<double[], T1, T2, double[]> fun,
        IReadOnlyList<TStart> x0,
        (T1, T2) args,
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
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    public static OptimizeResult LeastSquares<TStart, T1, T2, T3>(
        Func<double[], T1, T2, T3, double[]> fun,
        IReadOnlyList<TStart> x0,
        (T1, T2, T3) args,
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
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    public static OptimizeResult LeastSquares<TStart, T1, T2, T3, T4>(
        Func<double[], T1, T2, T3, T4, double[]> fun,
        IReadOnlyList<TStart> x0,
        (T1, T2, T3, T4) args,
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
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    public static OptimizeResult LeastSquares<TStart, T1, T2, T3, T4, T5>(
        Func<double[], T1, T2, T3, T4, T5, double[]> fun,
        IReadOnlyList<TStart> x0,
        (T1, T2, T3, T4, T5) args,
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
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <typeparam name="T6">The type of the sixth.</typeparam>
    public static OptimizeResult LeastSquares<TStart, T1, T2, T3, T4, T5, T6>(
        Func<double[], T1, T2, T3, T4, T5, T6, double[]> fun,
        IReadOnlyList<TStart> x0,
        (T1, T2, T3, T4, T5, T6) args,
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
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <typeparam name="T6">The type of the sixth.</typeparam>
    /// <typeparam name="T7">The type of the seventh.</typeparam>
    public static OptimizeResult LeastSquares<TStart, T1, T2, T3, T4, T5, T6, T7>(
        Func<double[], T1, T2, T3, T4, T5, T6, T7, double[]> fun,
        IReadOnlyList<TStart> x0,
        (T1, T2, T3, T4, T5, T6, T7) args,
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
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6, args.Item7),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <remarks>For one parameter and several residuals.</remarks>
    public static OptimizeResult LeastSquares(
        Func<double, double[]> fun,
        double x0,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        return LeastSquares(
            x => fun(x[0]),
            [x0],
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <remarks>For one parameter and one residual.</remarks>
    public static OptimizeResult LeastSquares(
        Func<double, double> fun,
        double x0,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        return LeastSquares(
            x => [fun(x[0])],
            [x0],
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="T">The type of <c>args</c>, which is passed to both functions at every call.</typeparam>
    /// <remarks>For one parameter and several residuals.</remarks>
    public static OptimizeResult LeastSquares<T>(
        Func<double, T, double[]> fun,
        double x0,
        T args,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        return LeastSquares(
            x => fun(x, args),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <remarks>For one parameter and several residuals.</remarks>
    public static OptimizeResult LeastSquares<T1, T2>(
        Func<double, T1, T2, double[]> fun,
        double x0,
        (T1, T2) args,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <remarks>For one parameter and several residuals.</remarks>
    public static OptimizeResult LeastSquares<T1, T2, T3>(
        Func<double, T1, T2, T3, double[]> fun,
        double x0,
        (T1, T2, T3) args,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <remarks>For one parameter and several residuals.</remarks>
    public static OptimizeResult LeastSquares<T1, T2, T3, T4>(
        Func<double, T1, T2, T3, T4, double[]> fun,
        double x0,
        (T1, T2, T3, T4) args,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <remarks>For one parameter and several residuals.</remarks>
    public static OptimizeResult LeastSquares<T1, T2, T3, T4, T5>(
        Func<double, T1, T2, T3, T4, T5, double[]> fun,
        double x0,
        (T1, T2, T3, T4, T5) args,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <typeparam name="T6">The type of the sixth.</typeparam>
    /// <remarks>For one parameter and several residuals.</remarks>
    public static OptimizeResult LeastSquares<T1, T2, T3, T4, T5, T6>(
        Func<double, T1, T2, T3, T4, T5, T6, double[]> fun,
        double x0,
        (T1, T2, T3, T4, T5, T6) args,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <typeparam name="T6">The type of the sixth.</typeparam>
    /// <typeparam name="T7">The type of the seventh.</typeparam>
    /// <remarks>For one parameter and several residuals.</remarks>
    public static OptimizeResult LeastSquares<T1, T2, T3, T4, T5, T6, T7>(
        Func<double, T1, T2, T3, T4, T5, T6, T7, double[]> fun,
        double x0,
        (T1, T2, T3, T4, T5, T6, T7) args,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6, args.Item7),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="T">The type of <c>args</c>, which is passed to both functions at every call.</typeparam>
    /// <remarks>For one parameter and one residual.</remarks>
    public static OptimizeResult LeastSquares<T>(
        Func<double, T, double> fun,
        double x0,
        T args,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        return LeastSquares(
            x => fun(x, args),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <remarks>For one parameter and one residual.</remarks>
    public static OptimizeResult LeastSquares<T1, T2>(
        Func<double, T1, T2, double> fun,
        double x0,
        (T1, T2) args,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <remarks>For one parameter and one residual.</remarks>
    public static OptimizeResult LeastSquares<T1, T2, T3>(
        Func<double, T1, T2, T3, double> fun,
        double x0,
        (T1, T2, T3) args,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <remarks>For one parameter and one residual.</remarks>
    public static OptimizeResult LeastSquares<T1, T2, T3, T4>(
        Func<double, T1, T2, T3, T4, double> fun,
        double x0,
        (T1, T2, T3, T4) args,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <remarks>For one parameter and one residual.</remarks>
    public static OptimizeResult LeastSquares<T1, T2, T3, T4, T5>(
        Func<double, T1, T2, T3, T4, T5, double> fun,
        double x0,
        (T1, T2, T3, T4, T5) args,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <typeparam name="T6">The type of the sixth.</typeparam>
    /// <remarks>For one parameter and one residual.</remarks>
    public static OptimizeResult LeastSquares<T1, T2, T3, T4, T5, T6>(
        Func<double, T1, T2, T3, T4, T5, T6, double> fun,
        double x0,
        (T1, T2, T3, T4, T5, T6) args,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <typeparam name="T6">The type of the sixth.</typeparam>
    /// <typeparam name="T7">The type of the seventh.</typeparam>
    /// <remarks>For one parameter and one residual.</remarks>
    public static OptimizeResult LeastSquares<T1, T2, T3, T4, T5, T6, T7>(
        Func<double, T1, T2, T3, T4, T5, T6, T7, double> fun,
        double x0,
        (T1, T2, T3, T4, T5, T6, T7) args,
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
    {
        ArgumentNullException.ThrowIfNull(fun);
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6, args.Item7),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T">The type of <c>args</c>, which is passed to both functions at every call.</typeparam>
    /// <remarks>For values computed in single precision, with the steps for those.</remarks>
    [OverloadResolutionPriority(-1)]
    public static OptimizeResult LeastSquares<TStart, T>(
        Func<double[], T, float[]> fun,
        IReadOnlyList<TStart> x0,
        T args,
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
        return LeastSquares(
            x => fun(x, args),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <remarks>For values computed in single precision, with the steps for those.</remarks>
    [OverloadResolutionPriority(-1)]
    public static OptimizeResult LeastSquares<TStart, T1, T2>(
        Func<double[], T1, T2, float[]> fun,
        IReadOnlyList<TStart> x0,
        (T1, T2) args,
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
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <remarks>For values computed in single precision, with the steps for those.</remarks>
    [OverloadResolutionPriority(-1)]
    public static OptimizeResult LeastSquares<TStart, T1, T2, T3>(
        Func<double[], T1, T2, T3, float[]> fun,
        IReadOnlyList<TStart> x0,
        (T1, T2, T3) args,
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
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <remarks>For values computed in single precision, with the steps for those.</remarks>
    [OverloadResolutionPriority(-1)]
    public static OptimizeResult LeastSquares<TStart, T1, T2, T3, T4>(
        Func<double[], T1, T2, T3, T4, float[]> fun,
        IReadOnlyList<TStart> x0,
        (T1, T2, T3, T4) args,
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
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <remarks>For values computed in single precision, with the steps for those.</remarks>
    [OverloadResolutionPriority(-1)]
    public static OptimizeResult LeastSquares<TStart, T1, T2, T3, T4, T5>(
        Func<double[], T1, T2, T3, T4, T5, float[]> fun,
        IReadOnlyList<TStart> x0,
        (T1, T2, T3, T4, T5) args,
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
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <typeparam name="T6">The type of the sixth.</typeparam>
    /// <remarks>For values computed in single precision, with the steps for those.</remarks>
    [OverloadResolutionPriority(-1)]
    public static OptimizeResult LeastSquares<TStart, T1, T2, T3, T4, T5, T6>(
        Func<double[], T1, T2, T3, T4, T5, T6, float[]> fun,
        IReadOnlyList<TStart> x0,
        (T1, T2, T3, T4, T5, T6) args,
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
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }

    /// <inheritdoc cref="LeastSquares{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, DifferenceScheme,
    /// Bounds, LeastSquaresMethod, double?, double?, double?, XScale, Loss, double, DiffStep, TrSolver?, TrOptions,
    /// SparseMatrix, int?, Func{IntermediateResult, bool}, int, CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <typeparam name="T6">The type of the sixth.</typeparam>
    /// <typeparam name="T7">The type of the seventh.</typeparam>
    /// <remarks>For values computed in single precision, with the steps for those.</remarks>
    [OverloadResolutionPriority(-1)]
    public static OptimizeResult LeastSquares<TStart, T1, T2, T3, T4, T5, T6, T7>(
        Func<double[], T1, T2, T3, T4, T5, T6, T7, float[]> fun,
        IReadOnlyList<TStart> x0,
        (T1, T2, T3, T4, T5, T6, T7) args,
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
        return LeastSquares(
            x => fun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6, args.Item7),
            x0,
            jac,
            bounds,
            method,
            ftol,
            xtol,
            gtol,
            xScale,
            loss,
            fScale,
            diffStep,
            trSolver,
            trOptions,
            jacSparsity,
            maxNfev,
            callback,
            workers,
            cancellationToken);
    }
}
