using System.Numerics;

namespace MinpackNet;

public static partial class Optimize
{
    /// <summary>Fits a model of all data at once, as scipy.optimize.curve_fit does.</summary>
    /// <typeparam name="TX">
    /// The type of the independent variables: an array, a matrix, a tuple of arrays, ...
    /// </typeparam>
    /// <typeparam name="TY">The type of an observation, a number.</typeparam>
    /// <param name="f">
    /// Takes the independent variables and n parameters, returns the model at each of the m points.
    /// </param>
    /// <param name="xdata">The independent variables, passed to the model.</param>
    /// <param name="ydata">The m observations; at least n with method lm.</param>
    /// <param name="p0">
    /// The start values, n finite values within the bounds; not changed. Null where <paramref name="bounds"/> tell how
    /// many there are: then the middle of two finite bounds, one from a single one, 1 where there is none.
    /// </param>
    /// <param name="sigma">
    /// The uncertainty of the observations: one standard deviation, m of them, or their m by m covariance matrix. Null
    /// for all equal.
    /// </param>
    /// <param name="absoluteSigma">
    /// Whether <paramref name="sigma"/> holds in absolute terms. If not, the default, it only gives weights, and the
    /// covariance is scaled so that reduced chi-squared is one.
    /// </param>
    /// <param name="checkFinite">
    /// Whether NaN and infinity in the data are argument errors. Null, the default, for yes, unless
    /// <paramref name="nanPolicy"/> is given.
    /// </param>
    /// <param name="nanPolicy">
    /// What to do with NaN in the data; null, the default, to leave it to <paramref name="checkFinite"/>.
    /// </param>
    /// <param name="jac">The model's derivatives, m by n, at the same arguments; null for forward differences.</param>
    /// <param name="options">
    /// Tolerances, limits and scaling of method lm, in place of SciPy's keywords for leastsq; null for its defaults.
    /// </param>
    /// <param name="bounds">
    /// Bounds of the parameters, each lower one below the upper one; null, the default, for none. A bound does not
    /// change the errors: see <see cref="CurveFitResult.Pcov"/>.
    /// </param>
    /// <param name="method">
    /// The method. Null, the default, for lm, which is <c>Leastsq</c>, and for trf where there is a finite bound, a
    /// loss, or another argument that lm does not have.
    /// </param>
    /// <param name="loss">
    /// The loss that replaces the square of each residual; null, the default, for none, which is all that lm
    /// takes.
    /// </param>
    /// <param name="fScale">
    /// The margin between inliers and outliers for a loss, in standard deviations where there is a
    /// <paramref name="sigma"/>; finite and not zero. Default 1.
    /// </param>
    /// <param name="xScale">
    /// What counts as one unit of each parameter, or <see cref="XScale.Jac"/>; null, the default, for 1. Not for lm,
    /// which scales by the Jacobian unless <paramref name="options"/> say otherwise.
    /// </param>
    /// <param name="ftol">
    /// The relative reduction of the cost below which to stop; not negative, 0 to turn the test off. Null, the default,
    /// for the method's own: 1.49012e-8 for lm, 1e-8 for the others.
    /// </param>
    /// <param name="xtol">The relative length of a step below which to stop; the same.</param>
    /// <param name="gtol">The gradient below which to stop; the same, but 0 for lm.</param>
    /// <param name="diffStep">
    /// The relative steps of the differences, as in <c>LeastSquares</c>; null, the default, for the usual ones. Not for
    /// lm, and not with <paramref name="jac"/>.
    /// </param>
    /// <param name="maxNfev">
    /// The limit on evaluations, differences not counted; positive. Null, the default, for 100 n. Not for lm.
    /// </param>
    /// <param name="maxfev">
    /// The limit on evaluations of method lm, differences counted; null, the default, or 0 for 200 (n + 1), and for
    /// 100 (n + 1) with <paramref name="jac"/>. Of the others what <paramref name="maxNfev"/> is, as in SciPy.
    /// </param>
    /// <param name="cancellationToken">Ends the fit: an <see cref="OperationCanceledException"/>.</param>
    /// <returns>
    /// The parameters and their covariance: <c>var (popt, pcov) = …</c> or
    /// <c>var (popt, pcov, infodict, mesg, ier) = …</c>.
    /// </returns>
    /// <exception cref="ArgumentException">An argument, or the shape of what a function returned, is wrong.</exception>
    /// <exception cref="FitFailedException">The solver found no solution; the exception holds the solve.</exception>
    /// <exception cref="NonFiniteValueException">
    /// An observation, the model at the start, or a derivative is NaN or infinite.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was set.</exception>
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double[], double[]> f,
        TX xdata,
        IReadOnlyList<TY> ydata,
        InitialGuess? p0 = null,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        Func<TX, double[], double[,]>? jac = null,
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

    private static CurveFitResult FitAll<TX, TY>(
        Func<TX, double[], double[]> f,
        TX xdata,
        IReadOnlyList<TY> ydata,
        Func<TX, double[], double[,]>? jac,
        CurveFitArguments arguments)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(ydata);
        return Fit(Subtract, xdata, CurveData.ToNumbers(ydata), jac, CurveData.Select, arguments);

        void Subtract(TX x, double[] p, double[] y, Span<double> differences)
        {
            double[] values = f(x, p) ?? throw Errors.NullFromFunction(nameof(f));
            if (values.Length != y.Length)
            {
                throw Errors.ModelLength(nameof(f), values.Length, y.Length);
            }

            for (int i = 0; i < values.Length; i++)
            {
                differences[i] = values[i] - y[i];
            }
        }
    }

    private static CurveFitResult FitPoints<TX, TY>(
        Func<TX, double[], double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        Func<TX, double[], double[]>? jac,
        CurveFitArguments arguments)
        where TY : INumberBase<TY> =>
        FitPoints((x, p, y, differences) => Subtract(f, x, p, y, differences), xdata, ydata, jac, arguments);

    private static CurveFitResult FitPoints<TX, TY>(
        CurveDifferences<TX[]> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        Func<TX, double[], double[]>? jac,
        CurveFitArguments arguments)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(xdata);
        ArgumentNullException.ThrowIfNull(ydata);
        if (xdata.Count != ydata.Count)
        {
            throw Errors.DataLengths(nameof(xdata), xdata.Count, ydata.Count);
        }

        return Fit(
            f,
            CurveData.ToArray(xdata),
            CurveData.ToNumbers(ydata),
            jac is null ? null : (x, p) => Gradients(jac, x, p),
            CurveData.SelectPoints,
            arguments);
    }

    /// <summary>
    /// The model at all points less the observations. A model may use its parameters as its own variables, as it may
    /// in other functions: then each point gets its own.
    /// </summary>
    private static void Subtract<TX>(
        Func<TX, double[], double> f, TX[] x, double[] p, double[] y, Span<double> differences)
    {
        double[] shown = [.. p];
        for (int i = 0; i < x.Length; i++)
        {
            differences[i] = f(x[i], shown) - y[i];
        }

        if (!shown.AsSpan().SequenceEqual(p))
        {
            for (int i = 0; i < x.Length; i++)
            {
                differences[i] = f(x[i], [.. p]) - y[i];
            }
        }
    }

    private static CurveFitResult Fit<TX>(
        CurveDifferences<TX> f,
        TX xdata,
        double[] ydata,
        Func<TX, double[], double[,]>? jac,
        Func<TX, bool[], TX> select,
        CurveFitArguments arguments)
    {
        Validate.Stack();
        LeastSquaresMethod method = arguments.ChosenMethod(hasJacobian: jac is not null);
        double[] start = arguments.Start();
        Sigma? sigma = arguments.Sigma;
        CurveData.Check(ref xdata, ref ydata, ref sigma, arguments.CheckFinite, arguments.NanPolicy, select);
        Whitening? whitening = sigma?.ToWhitening(ydata.Length, nameof(sigma));
        bool refusesNonFinite = arguments.NonFiniteValues == NonFinitePolicy.Throw;
        if (refusesNonFinite)
        {
            Validate.Start(start, "p0");
            Validate.Observations(ydata, start);
        }

        CurveResiduals<TX> curve = new(f, xdata, ydata, jac, whitening, checksPoints: refusesNonFinite);
        if (method == LeastSquaresMethod.Lm)
        {
            LeastsqResult solve = NotCanceled(Solve(curve, start, arguments), arguments.Cancellation);
            return solve.Success ? new(solve, arguments.AbsoluteSigma) : throw Errors.FitFailed(solve);
        }

        OptimizeResult bounded =
            arguments.BoundedArguments(start, curve.Derivatives, method).Solve(curve.Residuals);
        LeastsqResult summary = NotCanceled(
            new LeastsqResult(bounded, OptionNames.BoundedCurveFit, arguments.Cancellation), arguments.Cancellation);
        return bounded.Success
            ? new(bounded, summary, arguments.AbsoluteSigma)
            : throw Errors.FitFailed(summary);
    }

    /// <summary>A canceled fit has no result that could hold the best point.</summary>
    private static LeastsqResult NotCanceled(LeastsqResult solve, CancellationToken cancellation) =>
        solve.Status == LeastSquaresStatus.Canceled
            ? throw Errors.Canceled("Canceled before the fit converged.", cancellation)
            : solve;

    private static LeastsqResult Solve<TX>(CurveResiduals<TX> curve, double[] p0, CurveFitArguments arguments)
    {
        LeastSquaresOptions options = arguments.LeastsqOptions();
        Validate.Start(p0, nameof(p0));
        Validate.Options(options, p0.Length, rowByRow: false);
        double[] start = [.. p0];
        if (curve.Count < p0.Length)
        {
            throw Errors.TooFewData("ydata", curve.Count, p0.Length);
        }

        ArrayJacobian? jacobian = curve.Derivatives is { } derivatives
            ? new(derivatives, start, curve.Count, layout: null, "jac")
            : null;
        return Leastsq(
            curve.Count, curve.Fill, jacobian, start, options, arguments.LeastsqNames, arguments.Cancellation);
    }

    private static double[,] Gradients<T>(Func<T, double[], double[]> jac, T[] points, double[] parameters)
    {
        double[,] gradients = new double[points.Length, parameters.Length];
        for (int i = 0; i < points.Length; i++)
        {
            double[] gradient = jac(points[i], [.. parameters]) ?? throw Errors.NullFromFunction(nameof(jac));
            if (gradient.Length != parameters.Length)
            {
                throw Errors.GradientLength(nameof(jac), gradient.Length, parameters.Length);
            }

            for (int j = 0; j < gradient.Length; j++)
            {
                gradients[i, j] = gradient[j];
            }
        }

        return gradients;
    }
}
