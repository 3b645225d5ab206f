using System.Numerics;

namespace MinpackNet;

public static partial class Optimize
{
    /// <summary>Fits a model of all data at once, as scipy.optimize.curve_fit with method lm does.</summary>
    /// <typeparam name="TX">
    /// The type of the independent variables: an array, a matrix, a tuple of arrays, ...
    /// </typeparam>
    /// <typeparam name="TY">The type of an observation, a number.</typeparam>
    /// <param name="f">
    /// Takes the independent variables and n parameters, returns the model at each of the m points.
    /// </param>
    /// <param name="xdata">The independent variables, passed to the model.</param>
    /// <param name="ydata">The m observations; at least n.</param>
    /// <param name="p0">The start values, n finite values; not changed.</param>
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
    /// <param name="options">Tolerances, limits and scaling, in place of SciPy's keywords for leastsq.</param>
    /// <param name="cancellationToken">Ends the fit: an <see cref="OperationCanceledException"/>.</param>
    /// <returns>
    /// The parameters and their covariance: <c>var (popt, pcov) = …</c> or
    /// <c>var (popt, pcov, infodict, mesg, ier) = …</c>.
    /// </returns>
    /// <exception cref="ArgumentException">An argument, or the shape of what a function returned, is wrong.</exception>
    /// <exception cref="FitFailedException">The solver found no solution; the exception holds the solve.</exception>
    /// <exception cref="NonFiniteValueException">
    /// The model at the start, or a derivative, is NaN or infinite.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was set.</exception>
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double[], double[]> f,
        TX xdata,
        IReadOnlyList<TY> ydata,
        InitialGuess p0,
        Sigma? sigma = null,
        bool absoluteSigma = false,
        bool? checkFinite = null,
        NanPolicy? nanPolicy = null,
        Func<TX, double[], double[,]>? jac = null,
        LeastSquaresOptions? options = null,
        CancellationToken cancellationToken = default)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(ydata);
        return CurveFit(
            f,
            xdata,
            CurveData.ToNumbers(ydata),
            p0,
            sigma,
            absoluteSigma,
            checkFinite,
            nanPolicy,
            jac,
            options,
            CurveData.Select,
            cancellationToken);
    }

    private static CurveFitResult CurveFit<TX>(
        Func<TX, double[], double[]> f,
        TX xdata,
        double[] ydata,
        InitialGuess p0,
        Sigma? sigma,
        bool absoluteSigma,
        bool? checkFinite,
        NanPolicy? nanPolicy,
        Func<TX, double[], double[,]>? jac,
        LeastSquaresOptions? options,
        Func<TX, bool[], TX> select,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(p0);
        CurveData.Check(ref xdata, ref ydata, ref sigma, checkFinite, nanPolicy, select);
        double[] y = ydata;
        TX x = xdata;
        Whitening? whitening = sigma?.ToWhitening(y.Length, nameof(sigma));
        Func<double[], double[,]>? whitenedJacobian = null;
        if (jac is not null)
        {
            whitenedJacobian = p =>
            {
                double[,] derivatives = jac(x, p) ?? throw Errors.NullFromFunction(nameof(jac));
                Validate.Shape(derivatives, (y.Length, p.Length), layout: null, nameof(jac));
                derivatives = (double[,])derivatives.Clone();
                whitening?.Apply(derivatives);
                return derivatives;
            };
        }

        LeastsqResult solve =
            SolveArrays(WhitenedResiduals, p0.Values, whitenedJacobian, options, cancellationToken).ThrowIfCancelled();
        return solve.Success ? new(solve, absoluteSigma) : throw Errors.FitFailed(solve);

        double[] WhitenedResiduals(double[] p)
        {
            double[] values = f(x, p) ?? throw Errors.NullFromFunction(nameof(f));
            if (values.Length != y.Length)
            {
                throw Errors.ModelLength(nameof(f), values.Length, y.Length);
            }

            double[] residuals = new double[y.Length];
            for (int i = 0; i < residuals.Length; i++)
            {
                residuals[i] = values[i] - y[i];
            }

            whitening?.Apply(residuals);
            return residuals;
        }
    }

    /// <summary>Fits a model of one point, as scipy.optimize.curve_fit with method lm does.</summary>
    /// <typeparam name="TX">
    /// The type of a point: <c>double</c>, or for several independent variables <c>double[]</c>, a tuple or a record.
    /// </typeparam>
    /// <typeparam name="TY">The type of an observation, a number.</typeparam>
    /// <param name="f">Takes a point and n parameters, returns the model there.</param>
    /// <param name="xdata">The m points.</param>
    /// <param name="ydata">The m observations; at least n.</param>
    /// <param name="p0">The start values, n finite values; not changed.</param>
    /// <param name="sigma">As in the other overload.</param>
    /// <param name="absoluteSigma">As in the other overload.</param>
    /// <param name="checkFinite">As in the other overload.</param>
    /// <param name="nanPolicy">As in the other overload.</param>
    /// <param name="jac">The model's n derivatives at a point; null for forward differences.</param>
    /// <param name="options">As in the other overload.</param>
    /// <param name="cancellationToken">As in the other overload.</param>
    /// <returns>As in the other overload.</returns>
    /// <exception cref="ArgumentException">An argument, or the shape of what a function returned, is wrong.</exception>
    /// <exception cref="FitFailedException">The solver found no solution; the exception holds the solve.</exception>
    /// <exception cref="NonFiniteValueException">
    /// The model at the start, or a derivative, is NaN or infinite.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was set.</exception>
    public static CurveFitResult CurveFit<TX, TY>(
        Func<TX, double[], double> f,
        IReadOnlyList<TX> xdata,
        IReadOnlyList<TY> ydata,
        InitialGuess p0,
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
        ArgumentNullException.ThrowIfNull(xdata);
        ArgumentNullException.ThrowIfNull(ydata);
        if (xdata.Count != ydata.Count)
        {
            throw Errors.DataLengths(nameof(xdata), xdata.Count, ydata.Count);
        }

        Func<TX[], double[], double[,]>? derivatives = jac is null ? null : (x, p) => Gradients(jac, x, p);
        return CurveFit(
            (x, p) => Array.ConvertAll(x, point => f(point, p)),
            CurveData.ToArray(xdata),
            CurveData.ToNumbers(ydata),
            p0,
            sigma,
            absoluteSigma,
            checkFinite,
            nanPolicy,
            derivatives,
            options,
            CurveData.SelectPoints,
            cancellationToken);
    }

    private static double[,] Gradients<T>(Func<T, double[], double[]> jac, T[] points, double[] parameters)
    {
        double[,] gradients = new double[points.Length, parameters.Length];
        for (int i = 0; i < points.Length; i++)
        {
            double[] gradient = jac(points[i], parameters) ?? throw Errors.NullFromFunction(nameof(jac));
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

    private static LeastsqResult SolveArrays(
        Func<double[], double[]> residuals,
        double[] p0,
        Func<double[], double[,]>? jacobian,
        LeastSquaresOptions? options,
        CancellationToken cancellationToken)
    {
        options ??= LeastSquaresOptions.Default;
        Validate.Start(p0, nameof(p0));
        Validate.Options(options, p0.Length, rowByRow: false);
        double[] start = [.. p0];
        ArrayResiduals residualsAtStart = new(residuals, start, "f");
        if (residualsAtStart.Count < p0.Length)
        {
            throw Errors.TooFewData("ydata", residualsAtStart.Count, p0.Length);
        }

        ArrayJacobian? jacobianAtStart =
            jacobian is null ? null : new(jacobian, start, residualsAtStart.Count, layout: null, "jac");
        return Leastsq(residualsAtStart, jacobianAtStart, start, options, OptionNames.CurveFit, cancellationToken);
    }
}
