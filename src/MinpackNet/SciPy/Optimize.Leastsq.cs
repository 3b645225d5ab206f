using System.Numerics;
using MinpackNet.Interop;

namespace MinpackNet;

public static partial class Optimize
{
    /// <summary>Minimizes the sum of the squares of a set of equations, as scipy.optimize.leastsq does.</summary>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <param name="func">
    /// Takes n parameters and returns m residuals, the same number at every call; m ≥ n. Each call gets its own array.
    /// </param>
    /// <param name="x0">The start values, n finite values; not changed.</param>
    /// <param name="dfun">
    /// The Jacobian of <paramref name="func"/>, m by n, or n by m with <paramref name="colDeriv"/>. SciPy: Dfun. Null,
    /// the default, for forward differences.
    /// </param>
    /// <param name="colDeriv">
    /// Whether each row of <paramref name="dfun"/>'s result holds the derivatives with respect to one parameter.
    /// </param>
    /// <param name="ftol">The relative reduction of the sum of squares at which to stop; not negative.</param>
    /// <param name="xtol">The relative change of the parameters at which to stop; not negative.</param>
    /// <param name="gtol">
    /// The cosine of the angle between residuals and Jacobian columns at which to stop; not negative.
    /// </param>
    /// <param name="maxfev">
    /// The limit on evaluations; 0 or less means 200 (n + 1), or 100 (n + 1) with <paramref name="dfun"/>.
    /// </param>
    /// <param name="epsfcn">
    /// The relative error of the residuals; its square root is the relative step of the differences. Null, and anything
    /// below the machine epsilon, mean the machine epsilon.
    /// </param>
    /// <param name="factor">The bound of the first step, as a multiple of the scaled start's norm; positive.</param>
    /// <param name="diag">
    /// n positive scale factors for the parameters; null to scale by the norms of the Jacobian's columns.
    /// </param>
    /// <param name="nonFiniteValues">
    /// What happens when a residual at the start or a derivative is NaN or infinite: an exception, the default, or what
    /// SciPy does.
    /// </param>
    /// <param name="cancellationToken">
    /// Ends the solve: the result has the status <see cref="LeastSquaresStatus.Canceled"/> and the best point so far.
    /// </param>
    /// <returns>
    /// The outcome, which deconstructs as in Python: <c>var (x, ier) = …</c> or
    /// <c>var (x, covX, infodict, mesg, ier) = …</c>. Codes 1 to 4 mean that a solution was found.
    /// </returns>
    /// <exception cref="ArgumentException">An argument, or the shape of what a function returned, is wrong.</exception>
    /// <exception cref="NonFiniteValueException">
    /// A residual at the start, or a derivative, is NaN or infinite.
    /// </exception>
    /// <remarks>
    /// <paramref name="func"/> is called <c>nfev</c> times, less the trial points that overflow; SciPy calls it twice
    /// more. Exceptions thrown by the functions come out as the same instance. MINPACK: lmdif, lmder.
    /// </remarks>
    public static LeastsqResult Leastsq<TStart>(
        Func<double[], double[]> func,
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
        double[] start = StartOf(x0, nameof(x0));
        int n = start.Length;
        ArrayResiduals residuals = new(func, start, nameof(func));
        if (residuals.Count < n)
        {
            throw Errors.TooFewResiduals(nameof(func), residuals.Count, n);
        }

        Validate.Precision(epsfcn, nameof(epsfcn));
        ArrayJacobian? jacobian = dfun is null ? null : new(dfun, start, residuals.Count, new(colDeriv), nameof(dfun));
        Validate.Tolerance(ftol, nameof(ftol));
        Validate.Tolerance(xtol, nameof(xtol));
        Validate.Tolerance(gtol, nameof(gtol));
        Validate.StepFactor(factor, nameof(factor));
        Validate.Scale(diag, n, nameof(diag));
        Validate.Known(nonFiniteValues, nameof(nonFiniteValues));

        LeastSquaresOptions options =
            RootOptions.LeastSquaresOf(ftol, xtol, gtol, maxfev, epsfcn, factor, diag, nonFiniteValues);
        return Leastsq(
            residuals.Count, residuals.Fill, jacobian, start, options, OptionNames.SciPy, cancellationToken);
    }

    /// <summary>Solves a problem that has been checked; <paramref name="start"/> becomes the solution.</summary>
    private static LeastsqResult Leastsq(
        int residualCount,
        ResidualFunction residuals,
        ArrayJacobian? jacobian,
        double[] start,
        LeastSquaresOptions options,
        OptionNames names,
        CancellationToken cancellationToken)
    {
        JacobianFunction? fillJacobian = jacobian is null ? null : jacobian.Fill;
        SolverFunctions functions =
            new(start.Length, residualCount, residuals, fillJacobian, null, options.Observer, cancellationToken);
        JacobianCheck.Run(options, start, functions, names);

        SolverSettings settings = options.ToSettings(start.Length, functions.HasJacobian, names);
        SolverMemory memory = new LeastSquaresWorkspace(start.Length, residualCount).Memory;
        try
        {
            LeastSquaresSummary summary = LeastSquaresCall.Run(memory, start, functions, settings);
            return new(
                start,
                summary.Converged ? NativeAlgebra.UnscaledCovariance(memory) : null,
                new(memory, summary, functions.HasJacobian),
                summary,
                names,
                cancellationToken);
        }
        catch
        {
            memory.Dispose();
            throw;
        }
    }
}
