// Written by build/SciPyOverloads.cs: change that, not this.
using System.Numerics;
using System.Runtime.CompilerServices;

namespace MinpackNet;

/// <content>
/// Other forms of the functions: with further arguments, in single precision, of one number.
/// </content>
public static partial class Optimize
{
    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T">The type of <c>args</c>, which is passed to both functions at every call.</typeparam>
    public static LeastsqResult Leastsq<TStart, T>(
        Func<double[], T, double[]> func,
        IReadOnlyList<TStart> x0,
        T args,
        Func<double[], T, double[,]>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
        where TStart : INumberBase<TStart>
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    public static LeastsqResult Leastsq<TStart, T1, T2>(
        Func<double[], T1, T2, double[]> func,
        IReadOnlyList<TStart> x0,
        (T1, T2) args,
        Func<double[], T1, T2, double[,]>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
        where TStart : INumberBase<TStart>
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args.Item1, args.Item2),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args.Item1, args.Item2),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    public static LeastsqResult Leastsq<TStart, T1, T2, T3>(
        Func<double[], T1, T2, T3, double[]> func,
        IReadOnlyList<TStart> x0,
        (T1, T2, T3) args,
        Func<double[], T1, T2, T3, double[,]>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
        where TStart : INumberBase<TStart>
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args.Item1, args.Item2, args.Item3),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args.Item1, args.Item2, args.Item3),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    public static LeastsqResult Leastsq<TStart, T1, T2, T3, T4>(
        Func<double[], T1, T2, T3, T4, double[]> func,
        IReadOnlyList<TStart> x0,
        (T1, T2, T3, T4) args,
        Func<double[], T1, T2, T3, T4, double[,]>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
        where TStart : INumberBase<TStart>
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args.Item1, args.Item2, args.Item3, args.Item4),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args.Item1, args.Item2, args.Item3, args.Item4),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    public static LeastsqResult Leastsq<TStart, T1, T2, T3, T4, T5>(
        Func<double[], T1, T2, T3, T4, T5, double[]> func,
        IReadOnlyList<TStart> x0,
        (T1, T2, T3, T4, T5) args,
        Func<double[], T1, T2, T3, T4, T5, double[,]>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
        where TStart : INumberBase<TStart>
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <typeparam name="T6">The type of the sixth.</typeparam>
    public static LeastsqResult Leastsq<TStart, T1, T2, T3, T4, T5, T6>(
        Func<double[], T1, T2, T3, T4, T5, T6, double[]> func,
        IReadOnlyList<TStart> x0,
        (T1, T2, T3, T4, T5, T6) args,
        Func<double[], T1, T2, T3, T4, T5, T6, double[,]>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
        where TStart : INumberBase<TStart>
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <typeparam name="T6">The type of the sixth.</typeparam>
    /// <typeparam name="T7">The type of the seventh.</typeparam>
    public static LeastsqResult Leastsq<TStart, T1, T2, T3, T4, T5, T6, T7>(
        Func<double[], T1, T2, T3, T4, T5, T6, T7, double[]> func,
        IReadOnlyList<TStart> x0,
        (T1, T2, T3, T4, T5, T6, T7) args,
        Func<double[], T1, T2, T3, T4, T5, T6, T7, double[,]>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
        where TStart : INumberBase<TStart>
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6, args.Item7),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6, args.Item7),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <remarks>
    /// For values computed in single precision: as in SciPy, the relative step of the differences is then
    /// the square root of the epsilon of <c>float</c>, unless <paramref name="epsfcn"/> is given.
    /// </remarks>
    [OverloadResolutionPriority(-1)]
    public static LeastsqResult Leastsq<TStart>(
        Func<double[], float[]> func,
        IReadOnlyList<TStart> x0,
        Func<double[], double[,]>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
        where TStart : INumberBase<TStart>
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => Widen(func(x)),
            x0,
            dfun,
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn ?? SinglePrecision,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T">The type of <c>args</c>, which is passed to both functions at every call.</typeparam>
    /// <remarks>
    /// For values computed in single precision: as in SciPy, the relative step of the differences is then
    /// the square root of the epsilon of <c>float</c>, unless <paramref name="epsfcn"/> is given.
    /// </remarks>
    [OverloadResolutionPriority(-1)]
    public static LeastsqResult Leastsq<TStart, T>(
        Func<double[], T, float[]> func,
        IReadOnlyList<TStart> x0,
        T args,
        Func<double[], T, double[,]>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
        where TStart : INumberBase<TStart>
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn ?? SinglePrecision,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <remarks>
    /// For values computed in single precision: as in SciPy, the relative step of the differences is then
    /// the square root of the epsilon of <c>float</c>, unless <paramref name="epsfcn"/> is given.
    /// </remarks>
    [OverloadResolutionPriority(-1)]
    public static LeastsqResult Leastsq<TStart, T1, T2>(
        Func<double[], T1, T2, float[]> func,
        IReadOnlyList<TStart> x0,
        (T1, T2) args,
        Func<double[], T1, T2, double[,]>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
        where TStart : INumberBase<TStart>
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args.Item1, args.Item2),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args.Item1, args.Item2),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn ?? SinglePrecision,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <remarks>
    /// For values computed in single precision: as in SciPy, the relative step of the differences is then
    /// the square root of the epsilon of <c>float</c>, unless <paramref name="epsfcn"/> is given.
    /// </remarks>
    [OverloadResolutionPriority(-1)]
    public static LeastsqResult Leastsq<TStart, T1, T2, T3>(
        Func<double[], T1, T2, T3, float[]> func,
        IReadOnlyList<TStart> x0,
        (T1, T2, T3) args,
        Func<double[], T1, T2, T3, double[,]>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
        where TStart : INumberBase<TStart>
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args.Item1, args.Item2, args.Item3),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args.Item1, args.Item2, args.Item3),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn ?? SinglePrecision,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <remarks>
    /// For values computed in single precision: as in SciPy, the relative step of the differences is then
    /// the square root of the epsilon of <c>float</c>, unless <paramref name="epsfcn"/> is given.
    /// </remarks>
    [OverloadResolutionPriority(-1)]
    public static LeastsqResult Leastsq<TStart, T1, T2, T3, T4>(
        Func<double[], T1, T2, T3, T4, float[]> func,
        IReadOnlyList<TStart> x0,
        (T1, T2, T3, T4) args,
        Func<double[], T1, T2, T3, T4, double[,]>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
        where TStart : INumberBase<TStart>
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args.Item1, args.Item2, args.Item3, args.Item4),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args.Item1, args.Item2, args.Item3, args.Item4),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn ?? SinglePrecision,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <remarks>
    /// For values computed in single precision: as in SciPy, the relative step of the differences is then
    /// the square root of the epsilon of <c>float</c>, unless <paramref name="epsfcn"/> is given.
    /// </remarks>
    [OverloadResolutionPriority(-1)]
    public static LeastsqResult Leastsq<TStart, T1, T2, T3, T4, T5>(
        Func<double[], T1, T2, T3, T4, T5, float[]> func,
        IReadOnlyList<TStart> x0,
        (T1, T2, T3, T4, T5) args,
        Func<double[], T1, T2, T3, T4, T5, double[,]>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
        where TStart : INumberBase<TStart>
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn ?? SinglePrecision,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <typeparam name="T6">The type of the sixth.</typeparam>
    /// <remarks>
    /// For values computed in single precision: as in SciPy, the relative step of the differences is then
    /// the square root of the epsilon of <c>float</c>, unless <paramref name="epsfcn"/> is given.
    /// </remarks>
    [OverloadResolutionPriority(-1)]
    public static LeastsqResult Leastsq<TStart, T1, T2, T3, T4, T5, T6>(
        Func<double[], T1, T2, T3, T4, T5, T6, float[]> func,
        IReadOnlyList<TStart> x0,
        (T1, T2, T3, T4, T5, T6) args,
        Func<double[], T1, T2, T3, T4, T5, T6, double[,]>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
        where TStart : INumberBase<TStart>
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn ?? SinglePrecision,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <typeparam name="T6">The type of the sixth.</typeparam>
    /// <typeparam name="T7">The type of the seventh.</typeparam>
    /// <remarks>
    /// For values computed in single precision: as in SciPy, the relative step of the differences is then
    /// the square root of the epsilon of <c>float</c>, unless <paramref name="epsfcn"/> is given.
    /// </remarks>
    [OverloadResolutionPriority(-1)]
    public static LeastsqResult Leastsq<TStart, T1, T2, T3, T4, T5, T6, T7>(
        Func<double[], T1, T2, T3, T4, T5, T6, T7, float[]> func,
        IReadOnlyList<TStart> x0,
        (T1, T2, T3, T4, T5, T6, T7) args,
        Func<double[], T1, T2, T3, T4, T5, T6, T7, double[,]>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
        where TStart : INumberBase<TStart>
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6, args.Item7),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6, args.Item7),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn ?? SinglePrecision,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <remarks>For one parameter and several residuals.</remarks>
    public static LeastsqResult Leastsq(
        Func<double, double[]> func,
        double x0,
        Func<double, double[]>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x[0]),
            [x0],
            dfun is null
                ? null
                : x => Column(dfun(x[0]), nameof(dfun), colDeriv),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <remarks>For one parameter and one residual.</remarks>
    public static LeastsqResult Leastsq(
        Func<double, double> func,
        double x0,
        Func<double, double>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => [func(x[0])],
            [x0],
            dfun is null
                ? null
                : x => new double[,] { { dfun(x[0]) } },
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="T">The type of <c>args</c>, which is passed to both functions at every call.</typeparam>
    /// <remarks>For one parameter and several residuals.</remarks>
    public static LeastsqResult Leastsq<T>(
        Func<double, T, double[]> func,
        double x0,
        T args,
        Func<double, T, double[]>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <remarks>For one parameter and several residuals.</remarks>
    public static LeastsqResult Leastsq<T1, T2>(
        Func<double, T1, T2, double[]> func,
        double x0,
        (T1, T2) args,
        Func<double, T1, T2, double[]>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args.Item1, args.Item2),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args.Item1, args.Item2),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <remarks>For one parameter and several residuals.</remarks>
    public static LeastsqResult Leastsq<T1, T2, T3>(
        Func<double, T1, T2, T3, double[]> func,
        double x0,
        (T1, T2, T3) args,
        Func<double, T1, T2, T3, double[]>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args.Item1, args.Item2, args.Item3),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args.Item1, args.Item2, args.Item3),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <remarks>For one parameter and several residuals.</remarks>
    public static LeastsqResult Leastsq<T1, T2, T3, T4>(
        Func<double, T1, T2, T3, T4, double[]> func,
        double x0,
        (T1, T2, T3, T4) args,
        Func<double, T1, T2, T3, T4, double[]>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args.Item1, args.Item2, args.Item3, args.Item4),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args.Item1, args.Item2, args.Item3, args.Item4),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <remarks>For one parameter and several residuals.</remarks>
    public static LeastsqResult Leastsq<T1, T2, T3, T4, T5>(
        Func<double, T1, T2, T3, T4, T5, double[]> func,
        double x0,
        (T1, T2, T3, T4, T5) args,
        Func<double, T1, T2, T3, T4, T5, double[]>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <typeparam name="T6">The type of the sixth.</typeparam>
    /// <remarks>For one parameter and several residuals.</remarks>
    public static LeastsqResult Leastsq<T1, T2, T3, T4, T5, T6>(
        Func<double, T1, T2, T3, T4, T5, T6, double[]> func,
        double x0,
        (T1, T2, T3, T4, T5, T6) args,
        Func<double, T1, T2, T3, T4, T5, T6, double[]>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <typeparam name="T6">The type of the sixth.</typeparam>
    /// <typeparam name="T7">The type of the seventh.</typeparam>
    /// <remarks>For one parameter and several residuals.</remarks>
    public static LeastsqResult Leastsq<T1, T2, T3, T4, T5, T6, T7>(
        Func<double, T1, T2, T3, T4, T5, T6, T7, double[]> func,
        double x0,
        (T1, T2, T3, T4, T5, T6, T7) args,
        Func<double, T1, T2, T3, T4, T5, T6, T7, double[]>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6, args.Item7),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6, args.Item7),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="T">The type of <c>args</c>, which is passed to both functions at every call.</typeparam>
    /// <remarks>For one parameter and one residual.</remarks>
    public static LeastsqResult Leastsq<T>(
        Func<double, T, double> func,
        double x0,
        T args,
        Func<double, T, double>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <remarks>For one parameter and one residual.</remarks>
    public static LeastsqResult Leastsq<T1, T2>(
        Func<double, T1, T2, double> func,
        double x0,
        (T1, T2) args,
        Func<double, T1, T2, double>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args.Item1, args.Item2),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args.Item1, args.Item2),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <remarks>For one parameter and one residual.</remarks>
    public static LeastsqResult Leastsq<T1, T2, T3>(
        Func<double, T1, T2, T3, double> func,
        double x0,
        (T1, T2, T3) args,
        Func<double, T1, T2, T3, double>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args.Item1, args.Item2, args.Item3),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args.Item1, args.Item2, args.Item3),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <remarks>For one parameter and one residual.</remarks>
    public static LeastsqResult Leastsq<T1, T2, T3, T4>(
        Func<double, T1, T2, T3, T4, double> func,
        double x0,
        (T1, T2, T3, T4) args,
        Func<double, T1, T2, T3, T4, double>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args.Item1, args.Item2, args.Item3, args.Item4),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args.Item1, args.Item2, args.Item3, args.Item4),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <remarks>For one parameter and one residual.</remarks>
    public static LeastsqResult Leastsq<T1, T2, T3, T4, T5>(
        Func<double, T1, T2, T3, T4, T5, double> func,
        double x0,
        (T1, T2, T3, T4, T5) args,
        Func<double, T1, T2, T3, T4, T5, double>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <typeparam name="T6">The type of the sixth.</typeparam>
    /// <remarks>For one parameter and one residual.</remarks>
    public static LeastsqResult Leastsq<T1, T2, T3, T4, T5, T6>(
        Func<double, T1, T2, T3, T4, T5, T6, double> func,
        double x0,
        (T1, T2, T3, T4, T5, T6) args,
        Func<double, T1, T2, T3, T4, T5, T6, double>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }

    /// <inheritdoc cref="Leastsq{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, Func{double[], double[,]},
    /// bool, double, double, double, int, double?, double, IReadOnlyList{double}, NonFinitePolicy,
    /// CancellationToken)"/>
    /// <typeparam name="T1">The type of the first of <c>args</c>, passed to both functions at every call.</typeparam>
    /// <typeparam name="T2">The type of the second.</typeparam>
    /// <typeparam name="T3">The type of the third.</typeparam>
    /// <typeparam name="T4">The type of the fourth.</typeparam>
    /// <typeparam name="T5">The type of the fifth.</typeparam>
    /// <typeparam name="T6">The type of the sixth.</typeparam>
    /// <typeparam name="T7">The type of the seventh.</typeparam>
    /// <remarks>For one parameter and one residual.</remarks>
    public static LeastsqResult Leastsq<T1, T2, T3, T4, T5, T6, T7>(
        Func<double, T1, T2, T3, T4, T5, T6, T7, double> func,
        double x0,
        (T1, T2, T3, T4, T5, T6, T7) args,
        Func<double, T1, T2, T3, T4, T5, T6, T7, double>? dfun = null,
        bool colDeriv = false,
        double ftol = Defaults.Tolerance,
        double xtol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        double? epsfcn = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Leastsq(
            x => func(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6, args.Item7),
            x0,
            dfun is null
                ? null
                : x => dfun(x, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6, args.Item7),
            colDeriv,
            ftol,
            xtol,
            gtol,
            maxfev,
            epsfcn,
            factor,
            diag,
            nonFiniteValues,
            cancellationToken);
    }
}
