// Written by build/SciPyOverloads.cs: change that, not this.
using System.Numerics;
using System.Runtime.CompilerServices;

namespace MinpackNet;

/// <content>
/// Curve fits of models with explicit scalar parameters: how many follows from the lambda, so the start values may be
/// left out.
/// </content>
public static partial class Optimize
{
    /// <summary>Fits a model of one point with explicit scalar parameters, as scipy.optimize.curve_fit does.</summary>
    /// <typeparam name="TX">
    /// The type of a point: <c>double</c>, or for several independent variables <c>double[]</c>, a tuple or a record.
    /// </typeparam>
    /// <typeparam name="TY">The type of an observation, a number.</typeparam>
    /// <param name="f">
    /// Takes a point and one to 12 parameters, returns the model there. For more parameters let it take an
    /// array of them: <c>(x, p) => p[0] * …</c>.
    /// </param>
    /// <param name="xdata">The m points.</param>
    /// <param name="ydata">The m observations; at least n.</param>
    /// <param name="p0">The start values; null for all 1.</param>
    /// <param name="sigma">The uncertainty of the observations; null for all equal.</param>
    /// <param name="absoluteSigma">
    /// Whether <paramref name="sigma"/> holds in absolute terms, or gives weights only.
    /// </param>
    /// <param name="checkFinite">
    /// Whether NaN and infinity in the data are errors; null for yes, unless there is a policy.
    /// </param>
    /// <param name="nanPolicy">
    /// What to do with NaN in the data; null to leave it to <paramref name="checkFinite"/>.
    /// </param>
    /// <param name="jac">The model's n derivatives at a point; null for forward differences.</param>
    /// <param name="options">Tolerances, limits and scaling; null for SciPy's defaults.</param>
    /// <param name="cancellationToken">Ends the fit: an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The parameters and their covariance.</returns>
    /// <exception cref="ArgumentException">An argument, or the shape of what a function returned, is wrong.</exception>
    /// <exception cref="FitFailedException">The solver found no solution; the exception holds the solve.</exception>
    /// <exception cref="NonFiniteValueException">The model at the start, or a derivative, is not finite.</exception>
    /// <exception cref="OperationCanceledException">The token was set.</exception>
    [OverloadResolutionPriority(1)]
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double, double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        Func<TX, double[], double[]>? jac = null,
        LeastSquaresOptions? options = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return CurveFit(
            (x, p) => f(x, p[0]),
            xdata,
            ydata,
            StartOf(p0, 1),
            sigma,
            absoluteSigma,
            checkFinite,
            nanPolicy,
            jac,
            options,
            cancellationToken);
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY}, InitialGuess,
    /// Sigma, bool, bool?, NanPolicy?, Func{TX, double[], double[]}, LeastSquaresOptions, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double, double, double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        Func<TX, double[], double[]>? jac = null,
        LeastSquaresOptions? options = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return CurveFit(
            (x, p) => f(x, p[0], p[1]),
            xdata,
            ydata,
            StartOf(p0, 2),
            sigma,
            absoluteSigma,
            checkFinite,
            nanPolicy,
            jac,
            options,
            cancellationToken);
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY}, InitialGuess,
    /// Sigma, bool, bool?, NanPolicy?, Func{TX, double[], double[]}, LeastSquaresOptions, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double, double, double, double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        Func<TX, double[], double[]>? jac = null,
        LeastSquaresOptions? options = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return CurveFit(
            (x, p) => f(x, p[0], p[1], p[2]),
            xdata,
            ydata,
            StartOf(p0, 3),
            sigma,
            absoluteSigma,
            checkFinite,
            nanPolicy,
            jac,
            options,
            cancellationToken);
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY}, InitialGuess,
    /// Sigma, bool, bool?, NanPolicy?, Func{TX, double[], double[]}, LeastSquaresOptions, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double, double, double, double, double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        Func<TX, double[], double[]>? jac = null,
        LeastSquaresOptions? options = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return CurveFit(
            (x, p) => f(x, p[0], p[1], p[2], p[3]),
            xdata,
            ydata,
            StartOf(p0, 4),
            sigma,
            absoluteSigma,
            checkFinite,
            nanPolicy,
            jac,
            options,
            cancellationToken);
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY}, InitialGuess,
    /// Sigma, bool, bool?, NanPolicy?, Func{TX, double[], double[]}, LeastSquaresOptions, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double, double, double, double, double, double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        Func<TX, double[], double[]>? jac = null,
        LeastSquaresOptions? options = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return CurveFit(
            (x, p) => f(x, p[0], p[1], p[2], p[3], p[4]),
            xdata,
            ydata,
            StartOf(p0, 5),
            sigma,
            absoluteSigma,
            checkFinite,
            nanPolicy,
            jac,
            options,
            cancellationToken);
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY}, InitialGuess,
    /// Sigma, bool, bool?, NanPolicy?, Func{TX, double[], double[]}, LeastSquaresOptions, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double, double, double, double, double, double, double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        Func<TX, double[], double[]>? jac = null,
        LeastSquaresOptions? options = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return CurveFit(
            (x, p) => f(x, p[0], p[1], p[2], p[3], p[4], p[5]),
            xdata,
            ydata,
            StartOf(p0, 6),
            sigma,
            absoluteSigma,
            checkFinite,
            nanPolicy,
            jac,
            options,
            cancellationToken);
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY}, InitialGuess,
    /// Sigma, bool, bool?, NanPolicy?, Func{TX, double[], double[]}, LeastSquaresOptions, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double, double, double, double, double, double, double, double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        Func<TX, double[], double[]>? jac = null,
        LeastSquaresOptions? options = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return CurveFit(
            (x, p) => f(x, p[0], p[1], p[2], p[3], p[4], p[5], p[6]),
            xdata,
            ydata,
            StartOf(p0, 7),
            sigma,
            absoluteSigma,
            checkFinite,
            nanPolicy,
            jac,
            options,
            cancellationToken);
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY}, InitialGuess,
    /// Sigma, bool, bool?, NanPolicy?, Func{TX, double[], double[]}, LeastSquaresOptions, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double, double, double, double, double, double, double, double, double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        Func<TX, double[], double[]>? jac = null,
        LeastSquaresOptions? options = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return CurveFit(
            (x, p) => f(x, p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7]),
            xdata,
            ydata,
            StartOf(p0, 8),
            sigma,
            absoluteSigma,
            checkFinite,
            nanPolicy,
            jac,
            options,
            cancellationToken);
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY}, InitialGuess,
    /// Sigma, bool, bool?, NanPolicy?, Func{TX, double[], double[]}, LeastSquaresOptions, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double, double, double, double, double, double, double, double, double, double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        Func<TX, double[], double[]>? jac = null,
        LeastSquaresOptions? options = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return CurveFit(
            (x, p) => f(x, p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8]),
            xdata,
            ydata,
            StartOf(p0, 9),
            sigma,
            absoluteSigma,
            checkFinite,
            nanPolicy,
            jac,
            options,
            cancellationToken);
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY}, InitialGuess,
    /// Sigma, bool, bool?, NanPolicy?, Func{TX, double[], double[]}, LeastSquaresOptions, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double, double, double, double, double, double, double, double, double, double, double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        Func<TX, double[], double[]>? jac = null,
        LeastSquaresOptions? options = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return CurveFit(
            (x, p) => f(x, p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8], p[9]),
            xdata,
            ydata,
            StartOf(p0, 10),
            sigma,
            absoluteSigma,
            checkFinite,
            nanPolicy,
            jac,
            options,
            cancellationToken);
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY}, InitialGuess,
    /// Sigma, bool, bool?, NanPolicy?, Func{TX, double[], double[]}, LeastSquaresOptions, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double, double, double, double, double, double, double, double, double, double, double, double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        Func<TX, double[], double[]>? jac = null,
        LeastSquaresOptions? options = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return CurveFit(
            (x, p) => f(x, p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8], p[9], p[10]),
            xdata,
            ydata,
            StartOf(p0, 11),
            sigma,
            absoluteSigma,
            checkFinite,
            nanPolicy,
            jac,
            options,
            cancellationToken);
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY}, InitialGuess,
    /// Sigma, bool, bool?, NanPolicy?, Func{TX, double[], double[]}, LeastSquaresOptions, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double, double, double, double, double, double, double, double, double, double, double, double,
            double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        Func<TX, double[], double[]>? jac = null,
        LeastSquaresOptions? options = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return CurveFit(
            (x, p) => f(x, p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8], p[9], p[10], p[11]),
            xdata,
            ydata,
            StartOf(p0, 12),
            sigma,
            absoluteSigma,
            checkFinite,
            nanPolicy,
            jac,
            options,
            cancellationToken);
    }

    private static InitialGuess StartOf(InitialGuess? p0, int parameterCount)
    {
        InitialGuess start = p0 ?? [.. Enumerable.Repeat(1.0, parameterCount)];
        return start.Values.Length == parameterCount
            ? start
            : throw Errors.StartLength("p0", start.Values.Length, parameterCount);
    }
}
