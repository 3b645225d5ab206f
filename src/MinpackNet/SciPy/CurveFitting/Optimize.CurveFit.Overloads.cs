// Written by build/SciPyOverloads.cs: change that, not this.
using System.Numerics;
using System.Runtime.CompilerServices;

namespace MinpackNet;

/// <content>
/// Curve fits of models of one point, with an array of parameters, or with explicit scalar ones: how many follows from
/// the lambda, so the start values may be left out. And all forms with differences in place of derivatives.
/// </content>
public static partial class Optimize
{
    /// <summary>Fits a model of one point, as scipy.optimize.curve_fit does.</summary>
    /// <typeparam name="TX">The type of a point: <c>double</c>, or for several independent variables <c>double[]</c>, a
    /// tuple or a record.</typeparam>
    /// <typeparam name="TY">The type of an observation, a number.</typeparam>
    /// <param name="f">Takes a point and n parameters, returns the model there.</param>
    /// <param name="xdata">The m points.</param>
    /// <param name="ydata">The m observations; at least n with method lm.</param>
    /// <param name="p0">The start values, within the bounds. Null where <paramref name="bounds"/> tell how many there
    /// are: for the middle of two finite bounds, one from a single one, 1 where there is none.</param>
    /// <param name="sigma">The uncertainty of the observations; null for all equal.</param>
    /// <param name="absoluteSigma">Whether <paramref name="sigma"/> holds in absolute terms, or gives weights
    /// only.</param>
    /// <param name="checkFinite">Whether NaN and infinity in the data are errors; null for yes, unless there is a
    /// policy.</param>
    /// <param name="nanPolicy">What to do with NaN in the data; null to leave it to <paramref
    /// name="checkFinite"/>.</param>
    /// <param name="jac">The model's n derivatives at a point; null for forward differences.</param>
    /// <param name="options">Tolerances, limits and scaling of method lm; null for SciPy's defaults.</param>
    /// <param name="bounds">Bounds of the parameters, each lower one below the upper one; null, the default, for
    /// none.</param>
    /// <param name="method">Null, the default, for lm, which is <c>Leastsq</c>, and for trf where there is a finite
    /// bound, a loss, or another argument that lm does not have.</param>
    /// <param name="loss">The loss that replaces the square of each residual; null, the default, for none, which is all
    /// that lm takes.</param>
    /// <param name="fScale">The margin between inliers and outliers for a loss; finite and not zero. Default 1.</param>
    /// <param name="xScale">What counts as one unit of each parameter; null, the default, for 1. Not for lm.</param>
    /// <param name="ftol">The relative reduction of the cost below which to stop; not negative, 0 to turn the test off.
    /// Null, the default, for the method's own.</param>
    /// <param name="xtol">The relative length of a step below which to stop; the same.</param>
    /// <param name="gtol">The gradient below which to stop; the same.</param>
    /// <param name="diffStep">The relative steps of the differences; null, the default, for the usual ones. Not for
    /// lm.</param>
    /// <param name="maxNfev">The limit on evaluations, differences not counted; null, the default, for 100 n. Not for
    /// lm.</param>
    /// <param name="maxfev">The limit on evaluations of method lm, differences counted; null, the default, or 0 for 200
    /// (n + 1), and 100 (n + 1) with a Jacobian. Of the others what maxNfev is, as in SciPy.</param>
    /// <param name="cancellationToken">Ends the fit: an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The parameters and their covariance.</returns>
    /// <exception cref="ArgumentException">
    /// An argument, or the shape of what a function returned, is wrong.
    /// </exception>
    /// <exception cref="FitFailedException">
    /// The solver found no solution; the exception holds the solve.
    /// </exception>
    /// <exception cref="NonFiniteValueException">
    /// An observation, the model at the start, or a derivative is not finite.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was set.</exception>
    [OverloadResolutionPriority(0)]
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double[], double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        Func<TX, double[], double[]>? jac = null,
        LeastSquaresOptions? options = null,
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        XScale? xScale = null,
        double? ftol = null,
        double? xtol = null,
        double? gtol = null,
        DiffStep? diffStep = null,
        int? maxNfev = null,
        int? maxfev = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return FitPoints(
            f,
            xdata,
            ydata,
            jac,
            new()
            {
                P0 = p0,
                Sigma = sigma,
                AbsoluteSigma = absoluteSigma,
                CheckFinite = checkFinite,
                NanPolicy = nanPolicy,
                Options = options,
                Bounds = bounds,
                Method = method,
                Loss = loss,
                FScale = fScale,
                XScale = xScale,
                Ftol = ftol,
                Xtol = xtol,
                Gtol = gtol,
                DiffStep = diffStep,
                MaxNfev = maxNfev,
                Maxfev = maxfev,
                Cancellation = cancellationToken,
            });
    }

    /// <summary>Fits a model of one point, as scipy.optimize.curve_fit does.</summary>
    /// <typeparam name="TX">The type of a point: <c>double</c>, or for several independent variables <c>double[]</c>, a
    /// tuple or a record.</typeparam>
    /// <typeparam name="TY">The type of an observation, a number.</typeparam>
    /// <param name="f">Takes a point and one to 12 parameters, returns the model there. For more parameters let it take
    /// an array of them: <c>(x, p) => p[0] * …</c>.</param>
    /// <param name="xdata">The m points.</param>
    /// <param name="ydata">The m observations; at least n with method lm.</param>
    /// <param name="p0">The start values, within the bounds. Null, the default, for the middle of two finite bounds,
    /// one from a single one, 1 where there is none.</param>
    /// <param name="sigma">The uncertainty of the observations; null for all equal.</param>
    /// <param name="absoluteSigma">Whether <paramref name="sigma"/> holds in absolute terms, or gives weights
    /// only.</param>
    /// <param name="checkFinite">Whether NaN and infinity in the data are errors; null for yes, unless there is a
    /// policy.</param>
    /// <param name="nanPolicy">What to do with NaN in the data; null to leave it to <paramref
    /// name="checkFinite"/>.</param>
    /// <param name="jac">The model's n derivatives at a point; null for forward differences.</param>
    /// <param name="options">Tolerances, limits and scaling of method lm; null for SciPy's defaults.</param>
    /// <param name="bounds">Bounds of the parameters, each lower one below the upper one; null, the default, for
    /// none.</param>
    /// <param name="method">Null, the default, for lm, which is <c>Leastsq</c>, and for trf where there is a finite
    /// bound, a loss, or another argument that lm does not have.</param>
    /// <param name="loss">The loss that replaces the square of each residual; null, the default, for none, which is all
    /// that lm takes.</param>
    /// <param name="fScale">The margin between inliers and outliers for a loss; finite and not zero. Default 1.</param>
    /// <param name="xScale">What counts as one unit of each parameter; null, the default, for 1. Not for lm.</param>
    /// <param name="ftol">The relative reduction of the cost below which to stop; not negative, 0 to turn the test off.
    /// Null, the default, for the method's own.</param>
    /// <param name="xtol">The relative length of a step below which to stop; the same.</param>
    /// <param name="gtol">The gradient below which to stop; the same.</param>
    /// <param name="diffStep">The relative steps of the differences; null, the default, for the usual ones. Not for
    /// lm.</param>
    /// <param name="maxNfev">The limit on evaluations, differences not counted; null, the default, for 100 n. Not for
    /// lm.</param>
    /// <param name="maxfev">The limit on evaluations of method lm, differences counted; null, the default, or 0 for 200
    /// (n + 1), and 100 (n + 1) with a Jacobian. Of the others what maxNfev is, as in SciPy.</param>
    /// <param name="cancellationToken">Ends the fit: an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The parameters and their covariance.</returns>
    /// <exception cref="ArgumentException">
    /// An argument, or the shape of what a function returned, is wrong.
    /// </exception>
    /// <exception cref="FitFailedException">
    /// The solver found no solution; the exception holds the solve.
    /// </exception>
    /// <exception cref="NonFiniteValueException">
    /// An observation, the model at the start, or a derivative is not finite.
    /// </exception>
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
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        XScale? xScale = null,
        double? ftol = null,
        double? xtol = null,
        double? gtol = null,
        DiffStep? diffStep = null,
        int? maxNfev = null,
        int? maxfev = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return FitPoints(
            (x, p, y, differences) =>
            {
                double p1 = p[0];
                for (int i = 0; i < x.Length; i++)
                {
                    differences[i] = f(x[i], p1) - y[i];
                }
            },
            xdata,
            ydata,
            jac,
            new()
            {
                ParameterCount = 1,
                P0 = p0,
                Sigma = sigma,
                AbsoluteSigma = absoluteSigma,
                CheckFinite = checkFinite,
                NanPolicy = nanPolicy,
                Options = options,
                Bounds = bounds,
                Method = method,
                Loss = loss,
                FScale = fScale,
                XScale = xScale,
                Ftol = ftol,
                Xtol = xtol,
                Gtol = gtol,
                DiffStep = diffStep,
                MaxNfev = maxNfev,
                Maxfev = maxfev,
                Cancellation = cancellationToken,
            });
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY}, InitialGuess,
    /// Sigma, bool, bool?, NanPolicy?, Func{TX, double[], double[]}, LeastSquaresOptions, Bounds, LeastSquaresMethod?,
    /// Loss, double, XScale, double?, double?, double?, DiffStep, int?, int?, CancellationToken)"/>
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
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        XScale? xScale = null,
        double? ftol = null,
        double? xtol = null,
        double? gtol = null,
        DiffStep? diffStep = null,
        int? maxNfev = null,
        int? maxfev = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return FitPoints(
            (x, p, y, differences) =>
            {
                var (p1, p2) = (p[0], p[1]);
                for (int i = 0; i < x.Length; i++)
                {
                    differences[i] = f(x[i], p1, p2) - y[i];
                }
            },
            xdata,
            ydata,
            jac,
            new()
            {
                ParameterCount = 2,
                P0 = p0,
                Sigma = sigma,
                AbsoluteSigma = absoluteSigma,
                CheckFinite = checkFinite,
                NanPolicy = nanPolicy,
                Options = options,
                Bounds = bounds,
                Method = method,
                Loss = loss,
                FScale = fScale,
                XScale = xScale,
                Ftol = ftol,
                Xtol = xtol,
                Gtol = gtol,
                DiffStep = diffStep,
                MaxNfev = maxNfev,
                Maxfev = maxfev,
                Cancellation = cancellationToken,
            });
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY}, InitialGuess,
    /// Sigma, bool, bool?, NanPolicy?, Func{TX, double[], double[]}, LeastSquaresOptions, Bounds, LeastSquaresMethod?,
    /// Loss, double, XScale, double?, double?, double?, DiffStep, int?, int?, CancellationToken)"/>
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
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        XScale? xScale = null,
        double? ftol = null,
        double? xtol = null,
        double? gtol = null,
        DiffStep? diffStep = null,
        int? maxNfev = null,
        int? maxfev = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return FitPoints(
            (x, p, y, differences) =>
            {
                var (p1, p2, p3) = (p[0], p[1], p[2]);
                for (int i = 0; i < x.Length; i++)
                {
                    differences[i] = f(x[i], p1, p2, p3) - y[i];
                }
            },
            xdata,
            ydata,
            jac,
            new()
            {
                ParameterCount = 3,
                P0 = p0,
                Sigma = sigma,
                AbsoluteSigma = absoluteSigma,
                CheckFinite = checkFinite,
                NanPolicy = nanPolicy,
                Options = options,
                Bounds = bounds,
                Method = method,
                Loss = loss,
                FScale = fScale,
                XScale = xScale,
                Ftol = ftol,
                Xtol = xtol,
                Gtol = gtol,
                DiffStep = diffStep,
                MaxNfev = maxNfev,
                Maxfev = maxfev,
                Cancellation = cancellationToken,
            });
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY}, InitialGuess,
    /// Sigma, bool, bool?, NanPolicy?, Func{TX, double[], double[]}, LeastSquaresOptions, Bounds, LeastSquaresMethod?,
    /// Loss, double, XScale, double?, double?, double?, DiffStep, int?, int?, CancellationToken)"/>
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
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        XScale? xScale = null,
        double? ftol = null,
        double? xtol = null,
        double? gtol = null,
        DiffStep? diffStep = null,
        int? maxNfev = null,
        int? maxfev = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return FitPoints(
            (x, p, y, differences) =>
            {
                var (p1, p2, p3, p4) = (p[0], p[1], p[2], p[3]);
                for (int i = 0; i < x.Length; i++)
                {
                    differences[i] = f(x[i], p1, p2, p3, p4) - y[i];
                }
            },
            xdata,
            ydata,
            jac,
            new()
            {
                ParameterCount = 4,
                P0 = p0,
                Sigma = sigma,
                AbsoluteSigma = absoluteSigma,
                CheckFinite = checkFinite,
                NanPolicy = nanPolicy,
                Options = options,
                Bounds = bounds,
                Method = method,
                Loss = loss,
                FScale = fScale,
                XScale = xScale,
                Ftol = ftol,
                Xtol = xtol,
                Gtol = gtol,
                DiffStep = diffStep,
                MaxNfev = maxNfev,
                Maxfev = maxfev,
                Cancellation = cancellationToken,
            });
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY}, InitialGuess,
    /// Sigma, bool, bool?, NanPolicy?, Func{TX, double[], double[]}, LeastSquaresOptions, Bounds, LeastSquaresMethod?,
    /// Loss, double, XScale, double?, double?, double?, DiffStep, int?, int?, CancellationToken)"/>
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
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        XScale? xScale = null,
        double? ftol = null,
        double? xtol = null,
        double? gtol = null,
        DiffStep? diffStep = null,
        int? maxNfev = null,
        int? maxfev = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return FitPoints(
            (x, p, y, differences) =>
            {
                var (p1, p2, p3, p4, p5) = (p[0], p[1], p[2], p[3], p[4]);
                for (int i = 0; i < x.Length; i++)
                {
                    differences[i] = f(x[i], p1, p2, p3, p4, p5) - y[i];
                }
            },
            xdata,
            ydata,
            jac,
            new()
            {
                ParameterCount = 5,
                P0 = p0,
                Sigma = sigma,
                AbsoluteSigma = absoluteSigma,
                CheckFinite = checkFinite,
                NanPolicy = nanPolicy,
                Options = options,
                Bounds = bounds,
                Method = method,
                Loss = loss,
                FScale = fScale,
                XScale = xScale,
                Ftol = ftol,
                Xtol = xtol,
                Gtol = gtol,
                DiffStep = diffStep,
                MaxNfev = maxNfev,
                Maxfev = maxfev,
                Cancellation = cancellationToken,
            });
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY}, InitialGuess,
    /// Sigma, bool, bool?, NanPolicy?, Func{TX, double[], double[]}, LeastSquaresOptions, Bounds, LeastSquaresMethod?,
    /// Loss, double, XScale, double?, double?, double?, DiffStep, int?, int?, CancellationToken)"/>
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
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        XScale? xScale = null,
        double? ftol = null,
        double? xtol = null,
        double? gtol = null,
        DiffStep? diffStep = null,
        int? maxNfev = null,
        int? maxfev = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return FitPoints(
            (x, p, y, differences) =>
            {
                var (p1, p2, p3, p4, p5, p6) = (p[0], p[1], p[2], p[3], p[4], p[5]);
                for (int i = 0; i < x.Length; i++)
                {
                    differences[i] = f(x[i], p1, p2, p3, p4, p5, p6) - y[i];
                }
            },
            xdata,
            ydata,
            jac,
            new()
            {
                ParameterCount = 6,
                P0 = p0,
                Sigma = sigma,
                AbsoluteSigma = absoluteSigma,
                CheckFinite = checkFinite,
                NanPolicy = nanPolicy,
                Options = options,
                Bounds = bounds,
                Method = method,
                Loss = loss,
                FScale = fScale,
                XScale = xScale,
                Ftol = ftol,
                Xtol = xtol,
                Gtol = gtol,
                DiffStep = diffStep,
                MaxNfev = maxNfev,
                Maxfev = maxfev,
                Cancellation = cancellationToken,
            });
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY}, InitialGuess,
    /// Sigma, bool, bool?, NanPolicy?, Func{TX, double[], double[]}, LeastSquaresOptions, Bounds, LeastSquaresMethod?,
    /// Loss, double, XScale, double?, double?, double?, DiffStep, int?, int?, CancellationToken)"/>
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
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        XScale? xScale = null,
        double? ftol = null,
        double? xtol = null,
        double? gtol = null,
        DiffStep? diffStep = null,
        int? maxNfev = null,
        int? maxfev = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return FitPoints(
            (x, p, y, differences) =>
            {
                var (p1, p2, p3, p4, p5, p6, p7) = (p[0], p[1], p[2], p[3], p[4], p[5], p[6]);
                for (int i = 0; i < x.Length; i++)
                {
                    differences[i] = f(x[i], p1, p2, p3, p4, p5, p6, p7) - y[i];
                }
            },
            xdata,
            ydata,
            jac,
            new()
            {
                ParameterCount = 7,
                P0 = p0,
                Sigma = sigma,
                AbsoluteSigma = absoluteSigma,
                CheckFinite = checkFinite,
                NanPolicy = nanPolicy,
                Options = options,
                Bounds = bounds,
                Method = method,
                Loss = loss,
                FScale = fScale,
                XScale = xScale,
                Ftol = ftol,
                Xtol = xtol,
                Gtol = gtol,
                DiffStep = diffStep,
                MaxNfev = maxNfev,
                Maxfev = maxfev,
                Cancellation = cancellationToken,
            });
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY}, InitialGuess,
    /// Sigma, bool, bool?, NanPolicy?, Func{TX, double[], double[]}, LeastSquaresOptions, Bounds, LeastSquaresMethod?,
    /// Loss, double, XScale, double?, double?, double?, DiffStep, int?, int?, CancellationToken)"/>
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
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        XScale? xScale = null,
        double? ftol = null,
        double? xtol = null,
        double? gtol = null,
        DiffStep? diffStep = null,
        int? maxNfev = null,
        int? maxfev = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return FitPoints(
            (x, p, y, differences) =>
            {
                var (p1, p2, p3, p4, p5, p6, p7, p8) = (p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7]);
                for (int i = 0; i < x.Length; i++)
                {
                    differences[i] = f(x[i], p1, p2, p3, p4, p5, p6, p7, p8) - y[i];
                }
            },
            xdata,
            ydata,
            jac,
            new()
            {
                ParameterCount = 8,
                P0 = p0,
                Sigma = sigma,
                AbsoluteSigma = absoluteSigma,
                CheckFinite = checkFinite,
                NanPolicy = nanPolicy,
                Options = options,
                Bounds = bounds,
                Method = method,
                Loss = loss,
                FScale = fScale,
                XScale = xScale,
                Ftol = ftol,
                Xtol = xtol,
                Gtol = gtol,
                DiffStep = diffStep,
                MaxNfev = maxNfev,
                Maxfev = maxfev,
                Cancellation = cancellationToken,
            });
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY}, InitialGuess,
    /// Sigma, bool, bool?, NanPolicy?, Func{TX, double[], double[]}, LeastSquaresOptions, Bounds, LeastSquaresMethod?,
    /// Loss, double, XScale, double?, double?, double?, DiffStep, int?, int?, CancellationToken)"/>
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
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        XScale? xScale = null,
        double? ftol = null,
        double? xtol = null,
        double? gtol = null,
        DiffStep? diffStep = null,
        int? maxNfev = null,
        int? maxfev = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return FitPoints(
            (x, p, y, differences) =>
            {
                var (p1, p2, p3, p4, p5, p6, p7, p8, p9) =
                    (p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8]);
                for (int i = 0; i < x.Length; i++)
                {
                    differences[i] = f(x[i], p1, p2, p3, p4, p5, p6, p7, p8, p9) - y[i];
                }
            },
            xdata,
            ydata,
            jac,
            new()
            {
                ParameterCount = 9,
                P0 = p0,
                Sigma = sigma,
                AbsoluteSigma = absoluteSigma,
                CheckFinite = checkFinite,
                NanPolicy = nanPolicy,
                Options = options,
                Bounds = bounds,
                Method = method,
                Loss = loss,
                FScale = fScale,
                XScale = xScale,
                Ftol = ftol,
                Xtol = xtol,
                Gtol = gtol,
                DiffStep = diffStep,
                MaxNfev = maxNfev,
                Maxfev = maxfev,
                Cancellation = cancellationToken,
            });
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY}, InitialGuess,
    /// Sigma, bool, bool?, NanPolicy?, Func{TX, double[], double[]}, LeastSquaresOptions, Bounds, LeastSquaresMethod?,
    /// Loss, double, XScale, double?, double?, double?, DiffStep, int?, int?, CancellationToken)"/>
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
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        XScale? xScale = null,
        double? ftol = null,
        double? xtol = null,
        double? gtol = null,
        DiffStep? diffStep = null,
        int? maxNfev = null,
        int? maxfev = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return FitPoints(
            (x, p, y, differences) =>
            {
                var (p1, p2, p3, p4, p5, p6, p7, p8, p9, p10) =
                    (p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8], p[9]);
                for (int i = 0; i < x.Length; i++)
                {
                    differences[i] = f(x[i], p1, p2, p3, p4, p5, p6, p7, p8, p9, p10) - y[i];
                }
            },
            xdata,
            ydata,
            jac,
            new()
            {
                ParameterCount = 10,
                P0 = p0,
                Sigma = sigma,
                AbsoluteSigma = absoluteSigma,
                CheckFinite = checkFinite,
                NanPolicy = nanPolicy,
                Options = options,
                Bounds = bounds,
                Method = method,
                Loss = loss,
                FScale = fScale,
                XScale = xScale,
                Ftol = ftol,
                Xtol = xtol,
                Gtol = gtol,
                DiffStep = diffStep,
                MaxNfev = maxNfev,
                Maxfev = maxfev,
                Cancellation = cancellationToken,
            });
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY}, InitialGuess,
    /// Sigma, bool, bool?, NanPolicy?, Func{TX, double[], double[]}, LeastSquaresOptions, Bounds, LeastSquaresMethod?,
    /// Loss, double, XScale, double?, double?, double?, DiffStep, int?, int?, CancellationToken)"/>
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
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        XScale? xScale = null,
        double? ftol = null,
        double? xtol = null,
        double? gtol = null,
        DiffStep? diffStep = null,
        int? maxNfev = null,
        int? maxfev = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return FitPoints(
            (x, p, y, differences) =>
            {
                var (p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11) =
                    (p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8], p[9], p[10]);
                for (int i = 0; i < x.Length; i++)
                {
                    differences[i] = f(x[i], p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11) - y[i];
                }
            },
            xdata,
            ydata,
            jac,
            new()
            {
                ParameterCount = 11,
                P0 = p0,
                Sigma = sigma,
                AbsoluteSigma = absoluteSigma,
                CheckFinite = checkFinite,
                NanPolicy = nanPolicy,
                Options = options,
                Bounds = bounds,
                Method = method,
                Loss = loss,
                FScale = fScale,
                XScale = xScale,
                Ftol = ftol,
                Xtol = xtol,
                Gtol = gtol,
                DiffStep = diffStep,
                MaxNfev = maxNfev,
                Maxfev = maxfev,
                Cancellation = cancellationToken,
            });
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY}, InitialGuess,
    /// Sigma, bool, bool?, NanPolicy?, Func{TX, double[], double[]}, LeastSquaresOptions, Bounds, LeastSquaresMethod?,
    /// Loss, double, XScale, double?, double?, double?, DiffStep, int?, int?, CancellationToken)"/>
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
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        XScale? xScale = null,
        double? ftol = null,
        double? xtol = null,
        double? gtol = null,
        DiffStep? diffStep = null,
        int? maxNfev = null,
        int? maxfev = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return FitPoints(
            (x, p, y, differences) =>
            {
                var (p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12) =
                    (p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8], p[9], p[10], p[11]);
                for (int i = 0; i < x.Length; i++)
                {
                    differences[i] = f(x[i], p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12) - y[i];
                }
            },
            xdata,
            ydata,
            jac,
            new()
            {
                ParameterCount = 12,
                P0 = p0,
                Sigma = sigma,
                AbsoluteSigma = absoluteSigma,
                CheckFinite = checkFinite,
                NanPolicy = nanPolicy,
                Options = options,
                Bounds = bounds,
                Method = method,
                Loss = loss,
                FScale = fScale,
                XScale = xScale,
                Ftol = ftol,
                Xtol = xtol,
                Gtol = gtol,
                DiffStep = diffStep,
                MaxNfev = maxNfev,
                Maxfev = maxfev,
                Cancellation = cancellationToken,
            });
    }

    /// <summary>Fits a model of all data at once, as scipy.optimize.curve_fit does.</summary>
    /// <typeparam name="TX">The type of the independent variables: an array, a matrix, a tuple of arrays,
    /// ...</typeparam>
    /// <typeparam name="TY">The type of an observation, a number.</typeparam>
    /// <param name="f">Takes the independent variables and n parameters, returns the model at each of the m
    /// points.</param>
    /// <param name="xdata">The independent variables, passed to the model.</param>
    /// <param name="ydata">The m observations; at least n with method lm.</param>
    /// <param name="jac">How derivatives are estimated; method lm has forward differences only.</param>
    /// <param name="p0">The start values, within the bounds. Null where <paramref name="bounds"/> tell how many there
    /// are: for the middle of two finite bounds, one from a single one, 1 where there is none.</param>
    /// <param name="sigma">The uncertainty of the observations; null for all equal.</param>
    /// <param name="absoluteSigma">Whether <paramref name="sigma"/> holds in absolute terms, or gives weights
    /// only.</param>
    /// <param name="checkFinite">Whether NaN and infinity in the data are errors; null for yes, unless there is a
    /// policy.</param>
    /// <param name="nanPolicy">What to do with NaN in the data; null to leave it to <paramref
    /// name="checkFinite"/>.</param>
    /// <param name="options">Tolerances, limits and scaling of method lm; null for SciPy's defaults.</param>
    /// <param name="bounds">Bounds of the parameters, each lower one below the upper one; null, the default, for
    /// none.</param>
    /// <param name="method">Null, the default, for lm, which is <c>Leastsq</c>, and for trf where there is a finite
    /// bound, a loss, or another argument that lm does not have.</param>
    /// <param name="loss">The loss that replaces the square of each residual; null, the default, for none, which is all
    /// that lm takes.</param>
    /// <param name="fScale">The margin between inliers and outliers for a loss; finite and not zero. Default 1.</param>
    /// <param name="xScale">What counts as one unit of each parameter; null, the default, for 1. Not for lm.</param>
    /// <param name="ftol">The relative reduction of the cost below which to stop; not negative, 0 to turn the test off.
    /// Null, the default, for the method's own.</param>
    /// <param name="xtol">The relative length of a step below which to stop; the same.</param>
    /// <param name="gtol">The gradient below which to stop; the same.</param>
    /// <param name="diffStep">The relative steps of the differences; null, the default, for the usual ones. Not for
    /// lm.</param>
    /// <param name="maxNfev">The limit on evaluations, differences not counted; null, the default, for 100 n. Not for
    /// lm.</param>
    /// <param name="maxfev">The limit on evaluations of method lm, differences counted; null, the default, or 0 for 200
    /// (n + 1), and 100 (n + 1) with a Jacobian. Of the others what maxNfev is, as in SciPy.</param>
    /// <param name="cancellationToken">Ends the fit: an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The parameters and their covariance.</returns>
    /// <exception cref="ArgumentException">
    /// An argument, or the shape of what a function returned, is wrong.
    /// </exception>
    /// <exception cref="FitFailedException">
    /// The solver found no solution; the exception holds the solve.
    /// </exception>
    /// <exception cref="NonFiniteValueException">
    /// An observation, the model at the start, or a derivative is not finite.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was set.</exception>
    [OverloadResolutionPriority(-2)]
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double[], double[]> f,
        TX xdata,
        IReadOnlyList<TY> ydata,
        DifferenceScheme jac,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        LeastSquaresOptions? options = null,
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        XScale? xScale = null,
        double? ftol = null,
        double? xtol = null,
        double? gtol = null,
        DiffStep? diffStep = null,
        int? maxNfev = null,
        int? maxfev = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return FitAll(
            f,
            xdata,
            ydata,
            jac: null,
            new()
            {
                Differences = jac,
                P0 = p0,
                Sigma = sigma,
                AbsoluteSigma = absoluteSigma,
                CheckFinite = checkFinite,
                NanPolicy = nanPolicy,
                Options = options,
                Bounds = bounds,
                Method = method,
                Loss = loss,
                FScale = fScale,
                XScale = xScale,
                Ftol = ftol,
                Xtol = xtol,
                Gtol = gtol,
                DiffStep = diffStep,
                MaxNfev = maxNfev,
                Maxfev = maxfev,
                Cancellation = cancellationToken,
            });
    }

    /// <summary>Fits a model of one point, as scipy.optimize.curve_fit does.</summary>
    /// <typeparam name="TX">The type of a point: <c>double</c>, or for several independent variables <c>double[]</c>, a
    /// tuple or a record.</typeparam>
    /// <typeparam name="TY">The type of an observation, a number.</typeparam>
    /// <param name="f">Takes a point and n parameters, returns the model there.</param>
    /// <param name="xdata">The m points.</param>
    /// <param name="ydata">The m observations; at least n with method lm.</param>
    /// <param name="jac">How derivatives are estimated; method lm has forward differences only.</param>
    /// <param name="p0">The start values, within the bounds. Null where <paramref name="bounds"/> tell how many there
    /// are: for the middle of two finite bounds, one from a single one, 1 where there is none.</param>
    /// <param name="sigma">The uncertainty of the observations; null for all equal.</param>
    /// <param name="absoluteSigma">Whether <paramref name="sigma"/> holds in absolute terms, or gives weights
    /// only.</param>
    /// <param name="checkFinite">Whether NaN and infinity in the data are errors; null for yes, unless there is a
    /// policy.</param>
    /// <param name="nanPolicy">What to do with NaN in the data; null to leave it to <paramref
    /// name="checkFinite"/>.</param>
    /// <param name="options">Tolerances, limits and scaling of method lm; null for SciPy's defaults.</param>
    /// <param name="bounds">Bounds of the parameters, each lower one below the upper one; null, the default, for
    /// none.</param>
    /// <param name="method">Null, the default, for lm, which is <c>Leastsq</c>, and for trf where there is a finite
    /// bound, a loss, or another argument that lm does not have.</param>
    /// <param name="loss">The loss that replaces the square of each residual; null, the default, for none, which is all
    /// that lm takes.</param>
    /// <param name="fScale">The margin between inliers and outliers for a loss; finite and not zero. Default 1.</param>
    /// <param name="xScale">What counts as one unit of each parameter; null, the default, for 1. Not for lm.</param>
    /// <param name="ftol">The relative reduction of the cost below which to stop; not negative, 0 to turn the test off.
    /// Null, the default, for the method's own.</param>
    /// <param name="xtol">The relative length of a step below which to stop; the same.</param>
    /// <param name="gtol">The gradient below which to stop; the same.</param>
    /// <param name="diffStep">The relative steps of the differences; null, the default, for the usual ones. Not for
    /// lm.</param>
    /// <param name="maxNfev">The limit on evaluations, differences not counted; null, the default, for 100 n. Not for
    /// lm.</param>
    /// <param name="maxfev">The limit on evaluations of method lm, differences counted; null, the default, or 0 for 200
    /// (n + 1), and 100 (n + 1) with a Jacobian. Of the others what maxNfev is, as in SciPy.</param>
    /// <param name="cancellationToken">Ends the fit: an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The parameters and their covariance.</returns>
    /// <exception cref="ArgumentException">
    /// An argument, or the shape of what a function returned, is wrong.
    /// </exception>
    /// <exception cref="FitFailedException">
    /// The solver found no solution; the exception holds the solve.
    /// </exception>
    /// <exception cref="NonFiniteValueException">
    /// An observation, the model at the start, or a derivative is not finite.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was set.</exception>
    [OverloadResolutionPriority(-2)]
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double[], double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        DifferenceScheme jac,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        LeastSquaresOptions? options = null,
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        XScale? xScale = null,
        double? ftol = null,
        double? xtol = null,
        double? gtol = null,
        DiffStep? diffStep = null,
        int? maxNfev = null,
        int? maxfev = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return FitPoints(
            f,
            xdata,
            ydata,
            jac: null,
            new()
            {
                Differences = jac,
                P0 = p0,
                Sigma = sigma,
                AbsoluteSigma = absoluteSigma,
                CheckFinite = checkFinite,
                NanPolicy = nanPolicy,
                Options = options,
                Bounds = bounds,
                Method = method,
                Loss = loss,
                FScale = fScale,
                XScale = xScale,
                Ftol = ftol,
                Xtol = xtol,
                Gtol = gtol,
                DiffStep = diffStep,
                MaxNfev = maxNfev,
                Maxfev = maxfev,
                Cancellation = cancellationToken,
            });
    }

    /// <summary>Fits a model of one point, as scipy.optimize.curve_fit does.</summary>
    /// <typeparam name="TX">The type of a point: <c>double</c>, or for several independent variables <c>double[]</c>, a
    /// tuple or a record.</typeparam>
    /// <typeparam name="TY">The type of an observation, a number.</typeparam>
    /// <param name="f">Takes a point and one to 12 parameters, returns the model there. For more parameters let it take
    /// an array of them: <c>(x, p) => p[0] * …</c>.</param>
    /// <param name="xdata">The m points.</param>
    /// <param name="ydata">The m observations; at least n with method lm.</param>
    /// <param name="jac">How derivatives are estimated; method lm has forward differences only.</param>
    /// <param name="p0">The start values, within the bounds. Null, the default, for the middle of two finite bounds,
    /// one from a single one, 1 where there is none.</param>
    /// <param name="sigma">The uncertainty of the observations; null for all equal.</param>
    /// <param name="absoluteSigma">Whether <paramref name="sigma"/> holds in absolute terms, or gives weights
    /// only.</param>
    /// <param name="checkFinite">Whether NaN and infinity in the data are errors; null for yes, unless there is a
    /// policy.</param>
    /// <param name="nanPolicy">What to do with NaN in the data; null to leave it to <paramref
    /// name="checkFinite"/>.</param>
    /// <param name="options">Tolerances, limits and scaling of method lm; null for SciPy's defaults.</param>
    /// <param name="bounds">Bounds of the parameters, each lower one below the upper one; null, the default, for
    /// none.</param>
    /// <param name="method">Null, the default, for lm, which is <c>Leastsq</c>, and for trf where there is a finite
    /// bound, a loss, or another argument that lm does not have.</param>
    /// <param name="loss">The loss that replaces the square of each residual; null, the default, for none, which is all
    /// that lm takes.</param>
    /// <param name="fScale">The margin between inliers and outliers for a loss; finite and not zero. Default 1.</param>
    /// <param name="xScale">What counts as one unit of each parameter; null, the default, for 1. Not for lm.</param>
    /// <param name="ftol">The relative reduction of the cost below which to stop; not negative, 0 to turn the test off.
    /// Null, the default, for the method's own.</param>
    /// <param name="xtol">The relative length of a step below which to stop; the same.</param>
    /// <param name="gtol">The gradient below which to stop; the same.</param>
    /// <param name="diffStep">The relative steps of the differences; null, the default, for the usual ones. Not for
    /// lm.</param>
    /// <param name="maxNfev">The limit on evaluations, differences not counted; null, the default, for 100 n. Not for
    /// lm.</param>
    /// <param name="maxfev">The limit on evaluations of method lm, differences counted; null, the default, or 0 for 200
    /// (n + 1), and 100 (n + 1) with a Jacobian. Of the others what maxNfev is, as in SciPy.</param>
    /// <param name="cancellationToken">Ends the fit: an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The parameters and their covariance.</returns>
    /// <exception cref="ArgumentException">
    /// An argument, or the shape of what a function returned, is wrong.
    /// </exception>
    /// <exception cref="FitFailedException">
    /// The solver found no solution; the exception holds the solve.
    /// </exception>
    /// <exception cref="NonFiniteValueException">
    /// An observation, the model at the start, or a derivative is not finite.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was set.</exception>
    [OverloadResolutionPriority(-1)]
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double, double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        DifferenceScheme jac,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        LeastSquaresOptions? options = null,
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        XScale? xScale = null,
        double? ftol = null,
        double? xtol = null,
        double? gtol = null,
        DiffStep? diffStep = null,
        int? maxNfev = null,
        int? maxfev = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return FitPoints(
            (x, p, y, differences) =>
            {
                double p1 = p[0];
                for (int i = 0; i < x.Length; i++)
                {
                    differences[i] = f(x[i], p1) - y[i];
                }
            },
            xdata,
            ydata,
            jac: null,
            new()
            {
                Differences = jac,
                ParameterCount = 1,
                P0 = p0,
                Sigma = sigma,
                AbsoluteSigma = absoluteSigma,
                CheckFinite = checkFinite,
                NanPolicy = nanPolicy,
                Options = options,
                Bounds = bounds,
                Method = method,
                Loss = loss,
                FScale = fScale,
                XScale = xScale,
                Ftol = ftol,
                Xtol = xtol,
                Gtol = gtol,
                DiffStep = diffStep,
                MaxNfev = maxNfev,
                Maxfev = maxfev,
                Cancellation = cancellationToken,
            });
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY},
    /// DifferenceScheme, InitialGuess, Sigma, bool, bool?, NanPolicy?, LeastSquaresOptions, Bounds,
    /// LeastSquaresMethod?, Loss, double, XScale, double?, double?, double?, DiffStep, int?, int?,
    /// CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double, double, double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        DifferenceScheme jac,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        LeastSquaresOptions? options = null,
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        XScale? xScale = null,
        double? ftol = null,
        double? xtol = null,
        double? gtol = null,
        DiffStep? diffStep = null,
        int? maxNfev = null,
        int? maxfev = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return FitPoints(
            (x, p, y, differences) =>
            {
                var (p1, p2) = (p[0], p[1]);
                for (int i = 0; i < x.Length; i++)
                {
                    differences[i] = f(x[i], p1, p2) - y[i];
                }
            },
            xdata,
            ydata,
            jac: null,
            new()
            {
                Differences = jac,
                ParameterCount = 2,
                P0 = p0,
                Sigma = sigma,
                AbsoluteSigma = absoluteSigma,
                CheckFinite = checkFinite,
                NanPolicy = nanPolicy,
                Options = options,
                Bounds = bounds,
                Method = method,
                Loss = loss,
                FScale = fScale,
                XScale = xScale,
                Ftol = ftol,
                Xtol = xtol,
                Gtol = gtol,
                DiffStep = diffStep,
                MaxNfev = maxNfev,
                Maxfev = maxfev,
                Cancellation = cancellationToken,
            });
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY},
    /// DifferenceScheme, InitialGuess, Sigma, bool, bool?, NanPolicy?, LeastSquaresOptions, Bounds,
    /// LeastSquaresMethod?, Loss, double, XScale, double?, double?, double?, DiffStep, int?, int?,
    /// CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double, double, double, double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        DifferenceScheme jac,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        LeastSquaresOptions? options = null,
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        XScale? xScale = null,
        double? ftol = null,
        double? xtol = null,
        double? gtol = null,
        DiffStep? diffStep = null,
        int? maxNfev = null,
        int? maxfev = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return FitPoints(
            (x, p, y, differences) =>
            {
                var (p1, p2, p3) = (p[0], p[1], p[2]);
                for (int i = 0; i < x.Length; i++)
                {
                    differences[i] = f(x[i], p1, p2, p3) - y[i];
                }
            },
            xdata,
            ydata,
            jac: null,
            new()
            {
                Differences = jac,
                ParameterCount = 3,
                P0 = p0,
                Sigma = sigma,
                AbsoluteSigma = absoluteSigma,
                CheckFinite = checkFinite,
                NanPolicy = nanPolicy,
                Options = options,
                Bounds = bounds,
                Method = method,
                Loss = loss,
                FScale = fScale,
                XScale = xScale,
                Ftol = ftol,
                Xtol = xtol,
                Gtol = gtol,
                DiffStep = diffStep,
                MaxNfev = maxNfev,
                Maxfev = maxfev,
                Cancellation = cancellationToken,
            });
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY},
    /// DifferenceScheme, InitialGuess, Sigma, bool, bool?, NanPolicy?, LeastSquaresOptions, Bounds,
    /// LeastSquaresMethod?, Loss, double, XScale, double?, double?, double?, DiffStep, int?, int?,
    /// CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double, double, double, double, double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        DifferenceScheme jac,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        LeastSquaresOptions? options = null,
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        XScale? xScale = null,
        double? ftol = null,
        double? xtol = null,
        double? gtol = null,
        DiffStep? diffStep = null,
        int? maxNfev = null,
        int? maxfev = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return FitPoints(
            (x, p, y, differences) =>
            {
                var (p1, p2, p3, p4) = (p[0], p[1], p[2], p[3]);
                for (int i = 0; i < x.Length; i++)
                {
                    differences[i] = f(x[i], p1, p2, p3, p4) - y[i];
                }
            },
            xdata,
            ydata,
            jac: null,
            new()
            {
                Differences = jac,
                ParameterCount = 4,
                P0 = p0,
                Sigma = sigma,
                AbsoluteSigma = absoluteSigma,
                CheckFinite = checkFinite,
                NanPolicy = nanPolicy,
                Options = options,
                Bounds = bounds,
                Method = method,
                Loss = loss,
                FScale = fScale,
                XScale = xScale,
                Ftol = ftol,
                Xtol = xtol,
                Gtol = gtol,
                DiffStep = diffStep,
                MaxNfev = maxNfev,
                Maxfev = maxfev,
                Cancellation = cancellationToken,
            });
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY},
    /// DifferenceScheme, InitialGuess, Sigma, bool, bool?, NanPolicy?, LeastSquaresOptions, Bounds,
    /// LeastSquaresMethod?, Loss, double, XScale, double?, double?, double?, DiffStep, int?, int?,
    /// CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double, double, double, double, double, double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        DifferenceScheme jac,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        LeastSquaresOptions? options = null,
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        XScale? xScale = null,
        double? ftol = null,
        double? xtol = null,
        double? gtol = null,
        DiffStep? diffStep = null,
        int? maxNfev = null,
        int? maxfev = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return FitPoints(
            (x, p, y, differences) =>
            {
                var (p1, p2, p3, p4, p5) = (p[0], p[1], p[2], p[3], p[4]);
                for (int i = 0; i < x.Length; i++)
                {
                    differences[i] = f(x[i], p1, p2, p3, p4, p5) - y[i];
                }
            },
            xdata,
            ydata,
            jac: null,
            new()
            {
                Differences = jac,
                ParameterCount = 5,
                P0 = p0,
                Sigma = sigma,
                AbsoluteSigma = absoluteSigma,
                CheckFinite = checkFinite,
                NanPolicy = nanPolicy,
                Options = options,
                Bounds = bounds,
                Method = method,
                Loss = loss,
                FScale = fScale,
                XScale = xScale,
                Ftol = ftol,
                Xtol = xtol,
                Gtol = gtol,
                DiffStep = diffStep,
                MaxNfev = maxNfev,
                Maxfev = maxfev,
                Cancellation = cancellationToken,
            });
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY},
    /// DifferenceScheme, InitialGuess, Sigma, bool, bool?, NanPolicy?, LeastSquaresOptions, Bounds,
    /// LeastSquaresMethod?, Loss, double, XScale, double?, double?, double?, DiffStep, int?, int?,
    /// CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double, double, double, double, double, double, double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        DifferenceScheme jac,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        LeastSquaresOptions? options = null,
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        XScale? xScale = null,
        double? ftol = null,
        double? xtol = null,
        double? gtol = null,
        DiffStep? diffStep = null,
        int? maxNfev = null,
        int? maxfev = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return FitPoints(
            (x, p, y, differences) =>
            {
                var (p1, p2, p3, p4, p5, p6) = (p[0], p[1], p[2], p[3], p[4], p[5]);
                for (int i = 0; i < x.Length; i++)
                {
                    differences[i] = f(x[i], p1, p2, p3, p4, p5, p6) - y[i];
                }
            },
            xdata,
            ydata,
            jac: null,
            new()
            {
                Differences = jac,
                ParameterCount = 6,
                P0 = p0,
                Sigma = sigma,
                AbsoluteSigma = absoluteSigma,
                CheckFinite = checkFinite,
                NanPolicy = nanPolicy,
                Options = options,
                Bounds = bounds,
                Method = method,
                Loss = loss,
                FScale = fScale,
                XScale = xScale,
                Ftol = ftol,
                Xtol = xtol,
                Gtol = gtol,
                DiffStep = diffStep,
                MaxNfev = maxNfev,
                Maxfev = maxfev,
                Cancellation = cancellationToken,
            });
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY},
    /// DifferenceScheme, InitialGuess, Sigma, bool, bool?, NanPolicy?, LeastSquaresOptions, Bounds,
    /// LeastSquaresMethod?, Loss, double, XScale, double?, double?, double?, DiffStep, int?, int?,
    /// CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double, double, double, double, double, double, double, double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        DifferenceScheme jac,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        LeastSquaresOptions? options = null,
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        XScale? xScale = null,
        double? ftol = null,
        double? xtol = null,
        double? gtol = null,
        DiffStep? diffStep = null,
        int? maxNfev = null,
        int? maxfev = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return FitPoints(
            (x, p, y, differences) =>
            {
                var (p1, p2, p3, p4, p5, p6, p7) = (p[0], p[1], p[2], p[3], p[4], p[5], p[6]);
                for (int i = 0; i < x.Length; i++)
                {
                    differences[i] = f(x[i], p1, p2, p3, p4, p5, p6, p7) - y[i];
                }
            },
            xdata,
            ydata,
            jac: null,
            new()
            {
                Differences = jac,
                ParameterCount = 7,
                P0 = p0,
                Sigma = sigma,
                AbsoluteSigma = absoluteSigma,
                CheckFinite = checkFinite,
                NanPolicy = nanPolicy,
                Options = options,
                Bounds = bounds,
                Method = method,
                Loss = loss,
                FScale = fScale,
                XScale = xScale,
                Ftol = ftol,
                Xtol = xtol,
                Gtol = gtol,
                DiffStep = diffStep,
                MaxNfev = maxNfev,
                Maxfev = maxfev,
                Cancellation = cancellationToken,
            });
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY},
    /// DifferenceScheme, InitialGuess, Sigma, bool, bool?, NanPolicy?, LeastSquaresOptions, Bounds,
    /// LeastSquaresMethod?, Loss, double, XScale, double?, double?, double?, DiffStep, int?, int?,
    /// CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double, double, double, double, double, double, double, double, double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        DifferenceScheme jac,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        LeastSquaresOptions? options = null,
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        XScale? xScale = null,
        double? ftol = null,
        double? xtol = null,
        double? gtol = null,
        DiffStep? diffStep = null,
        int? maxNfev = null,
        int? maxfev = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return FitPoints(
            (x, p, y, differences) =>
            {
                var (p1, p2, p3, p4, p5, p6, p7, p8) = (p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7]);
                for (int i = 0; i < x.Length; i++)
                {
                    differences[i] = f(x[i], p1, p2, p3, p4, p5, p6, p7, p8) - y[i];
                }
            },
            xdata,
            ydata,
            jac: null,
            new()
            {
                Differences = jac,
                ParameterCount = 8,
                P0 = p0,
                Sigma = sigma,
                AbsoluteSigma = absoluteSigma,
                CheckFinite = checkFinite,
                NanPolicy = nanPolicy,
                Options = options,
                Bounds = bounds,
                Method = method,
                Loss = loss,
                FScale = fScale,
                XScale = xScale,
                Ftol = ftol,
                Xtol = xtol,
                Gtol = gtol,
                DiffStep = diffStep,
                MaxNfev = maxNfev,
                Maxfev = maxfev,
                Cancellation = cancellationToken,
            });
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY},
    /// DifferenceScheme, InitialGuess, Sigma, bool, bool?, NanPolicy?, LeastSquaresOptions, Bounds,
    /// LeastSquaresMethod?, Loss, double, XScale, double?, double?, double?, DiffStep, int?, int?,
    /// CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double, double, double, double, double, double, double, double, double, double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        DifferenceScheme jac,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        LeastSquaresOptions? options = null,
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        XScale? xScale = null,
        double? ftol = null,
        double? xtol = null,
        double? gtol = null,
        DiffStep? diffStep = null,
        int? maxNfev = null,
        int? maxfev = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return FitPoints(
            (x, p, y, differences) =>
            {
                var (p1, p2, p3, p4, p5, p6, p7, p8, p9) =
                    (p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8]);
                for (int i = 0; i < x.Length; i++)
                {
                    differences[i] = f(x[i], p1, p2, p3, p4, p5, p6, p7, p8, p9) - y[i];
                }
            },
            xdata,
            ydata,
            jac: null,
            new()
            {
                Differences = jac,
                ParameterCount = 9,
                P0 = p0,
                Sigma = sigma,
                AbsoluteSigma = absoluteSigma,
                CheckFinite = checkFinite,
                NanPolicy = nanPolicy,
                Options = options,
                Bounds = bounds,
                Method = method,
                Loss = loss,
                FScale = fScale,
                XScale = xScale,
                Ftol = ftol,
                Xtol = xtol,
                Gtol = gtol,
                DiffStep = diffStep,
                MaxNfev = maxNfev,
                Maxfev = maxfev,
                Cancellation = cancellationToken,
            });
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY},
    /// DifferenceScheme, InitialGuess, Sigma, bool, bool?, NanPolicy?, LeastSquaresOptions, Bounds,
    /// LeastSquaresMethod?, Loss, double, XScale, double?, double?, double?, DiffStep, int?, int?,
    /// CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double, double, double, double, double, double, double, double, double, double, double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        DifferenceScheme jac,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        LeastSquaresOptions? options = null,
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        XScale? xScale = null,
        double? ftol = null,
        double? xtol = null,
        double? gtol = null,
        DiffStep? diffStep = null,
        int? maxNfev = null,
        int? maxfev = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return FitPoints(
            (x, p, y, differences) =>
            {
                var (p1, p2, p3, p4, p5, p6, p7, p8, p9, p10) =
                    (p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8], p[9]);
                for (int i = 0; i < x.Length; i++)
                {
                    differences[i] = f(x[i], p1, p2, p3, p4, p5, p6, p7, p8, p9, p10) - y[i];
                }
            },
            xdata,
            ydata,
            jac: null,
            new()
            {
                Differences = jac,
                ParameterCount = 10,
                P0 = p0,
                Sigma = sigma,
                AbsoluteSigma = absoluteSigma,
                CheckFinite = checkFinite,
                NanPolicy = nanPolicy,
                Options = options,
                Bounds = bounds,
                Method = method,
                Loss = loss,
                FScale = fScale,
                XScale = xScale,
                Ftol = ftol,
                Xtol = xtol,
                Gtol = gtol,
                DiffStep = diffStep,
                MaxNfev = maxNfev,
                Maxfev = maxfev,
                Cancellation = cancellationToken,
            });
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY},
    /// DifferenceScheme, InitialGuess, Sigma, bool, bool?, NanPolicy?, LeastSquaresOptions, Bounds,
    /// LeastSquaresMethod?, Loss, double, XScale, double?, double?, double?, DiffStep, int?, int?,
    /// CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double, double, double, double, double, double, double, double, double, double, double, double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        DifferenceScheme jac,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        LeastSquaresOptions? options = null,
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        XScale? xScale = null,
        double? ftol = null,
        double? xtol = null,
        double? gtol = null,
        DiffStep? diffStep = null,
        int? maxNfev = null,
        int? maxfev = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return FitPoints(
            (x, p, y, differences) =>
            {
                var (p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11) =
                    (p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8], p[9], p[10]);
                for (int i = 0; i < x.Length; i++)
                {
                    differences[i] = f(x[i], p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11) - y[i];
                }
            },
            xdata,
            ydata,
            jac: null,
            new()
            {
                Differences = jac,
                ParameterCount = 11,
                P0 = p0,
                Sigma = sigma,
                AbsoluteSigma = absoluteSigma,
                CheckFinite = checkFinite,
                NanPolicy = nanPolicy,
                Options = options,
                Bounds = bounds,
                Method = method,
                Loss = loss,
                FScale = fScale,
                XScale = xScale,
                Ftol = ftol,
                Xtol = xtol,
                Gtol = gtol,
                DiffStep = diffStep,
                MaxNfev = maxNfev,
                Maxfev = maxfev,
                Cancellation = cancellationToken,
            });
    }

    /// <inheritdoc cref="CurveFit{TX, TY}(Func{TX, double, double}, IReadOnlyList{TX}, IReadOnlyList{TY},
    /// DifferenceScheme, InitialGuess, Sigma, bool, bool?, NanPolicy?, LeastSquaresOptions, Bounds,
    /// LeastSquaresMethod?, Loss, double, XScale, double?, double?, double?, DiffStep, int?, int?,
    /// CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double, double, double, double, double, double, double, double, double, double, double, double,
            double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        DifferenceScheme jac,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        LeastSquaresOptions? options = null,
        Bounds? bounds = null,
        LeastSquaresMethod? method = null,
        Loss? loss = null,
        double fScale = 1,
        XScale? xScale = null,
        double? ftol = null,
        double? xtol = null,
        double? gtol = null,
        DiffStep? diffStep = null,
        int? maxNfev = null,
        int? maxfev = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(f);
        return FitPoints(
            (x, p, y, differences) =>
            {
                var (p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12) =
                    (p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8], p[9], p[10], p[11]);
                for (int i = 0; i < x.Length; i++)
                {
                    differences[i] = f(x[i], p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12) - y[i];
                }
            },
            xdata,
            ydata,
            jac: null,
            new()
            {
                Differences = jac,
                ParameterCount = 12,
                P0 = p0,
                Sigma = sigma,
                AbsoluteSigma = absoluteSigma,
                CheckFinite = checkFinite,
                NanPolicy = nanPolicy,
                Options = options,
                Bounds = bounds,
                Method = method,
                Loss = loss,
                FScale = fScale,
                XScale = xScale,
                Ftol = ftol,
                Xtol = xtol,
                Gtol = gtol,
                DiffStep = diffStep,
                MaxNfev = maxNfev,
                Maxfev = maxfev,
                Cancellation = cancellationToken,
            });
    }
}
