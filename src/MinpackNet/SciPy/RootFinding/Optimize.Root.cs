namespace MinpackNet;

public static partial class Optimize
{
    /// <summary>Finds a root of n equations in n unknowns, as scipy.optimize.root does by hybr and lm.</summary>
    /// <param name="fun">
    /// Takes n parameters and returns n values, or by <see cref="RootMethod.Lm"/> at least n. Each call gets its own
    /// array.
    /// </param>
    /// <param name="x0">The start values, n finite values; not changed.</param>
    /// <param name="method">The method; Powell's hybrid by default.</param>
    /// <param name="jac">
    /// The Jacobian of <paramref name="fun"/>, m by n, transposed with <see cref="RootOptions.ColDeriv"/>. Null, the
    /// default, for forward differences.
    /// </param>
    /// <param name="tol">
    /// The relative change of the parameters at which to stop; not negative. Null, the default, for 1.49012e-8.
    /// </param>
    /// <param name="options">The options of the method; null for SciPy's defaults.</param>
    /// <param name="cancellationToken">
    /// Ends the solve: the result has the status -2 and the best point so far.
    /// </param>
    /// <returns>The outcome, with the fields that SciPy's result has by the same method.</returns>
    /// <exception cref="ArgumentException">An argument, or the shape of what a function returned, is wrong.</exception>
    /// <exception cref="NonFiniteValueException">A value at the start, or a derivative, is NaN or infinite.</exception>
    public static RootResult Root(
        Func<double[], double[]> fun,
        double[] x0,
        RootMethod method = RootMethod.Hybr,
        Func<double[], double[,]>? jac = null,
        double? tol = null,
        RootOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fun);
        ArgumentNullException.ThrowIfNull(x0);
        Validate.Method(method, nameof(method));
        options ??= RootOptions.Default;
        Validate.Tolerance(tol ?? 0, nameof(tol));
        Validate.Start(x0, nameof(x0));
        Validate.Options(options, x0.Length);

        double[] start = [.. x0];
        ArrayResiduals values = new(fun, start, nameof(fun));
        Validate.EquationCount(method, values.Count, start.Length, nameof(fun));
        ArrayJacobian? jacobian =
            jac is null ? null : new(jac, start, values.Count, options.ColDeriv, nameof(jac));
        double xtol = options.Xtol ?? tol ?? Defaults.Tolerance;
        int? limit = options.Maxfev > 0 ? options.Maxfev : null;
        if (method == RootMethod.Lm)
        {
            LeastSquaresOptions settings = new()
            {
                FunctionTolerance = options.Ftol,
                StepTolerance = xtol,
                GradientTolerance = options.Gtol,
                MaxEvaluations = limit,
                ResidualPrecision = options.Eps,
                InitialStepFactor = options.Factor,
                ParameterScale = options.Diag,
                NonFiniteValues = options.NonFiniteValues,
            };
            return new(Leastsq(values, jacobian, start, settings, OptionNames.Root, cancellationToken));
        }

        NonlinearEquationsOptions hybrid = new()
        {
            StepTolerance = xtol,
            MaxEvaluations = limit,
            Bandwidth = options.Band is { Ml: >= 0, Mu: >= 0 } ? options.Band : null,
            ResidualPrecision = options.Eps,
            InitialStepFactor = options.Factor,
            ParameterScale = options.Diag,
            NonFiniteValues = options.NonFiniteValues,
        };
        return new(Fsolve(values, jacobian, start, hybrid, OptionNames.Root, cancellationToken));
    }

    /// <inheritdoc cref="Root(Func{double[], double[]}, double[], RootMethod, Func{double[], double[,]}, double?,
    /// RootOptions, CancellationToken)"/>
    /// <remarks>For one equation in one unknown.</remarks>
    public static RootResult Root(
        Func<double, double> fun,
        double x0,
        RootMethod method = RootMethod.Hybr,
        Func<double, double>? jac = null,
        double? tol = null,
        RootOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fun);
        return Root(
            x => [fun(x[0])],
            [x0],
            method,
            jac is null ? null : x => new double[,] { { jac(x[0]) } },
            tol,
            options,
            cancellationToken);
    }

    /// <inheritdoc cref="Root(Func{double[], double[]}, double[], RootMethod, Func{double[], double[,]}, double?,
    /// RootOptions, CancellationToken)"/>
    /// <remarks>For a function that returns its values and its Jacobian together, as SciPy's with jac=True.</remarks>
    public static RootResult Root(
        Func<double[], (double[] Fun, double[,] Jac)> fun,
        double[] x0,
        RootMethod method = RootMethod.Hybr,
        double? tol = null,
        RootOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fun);
        double[] last = [];
        (double[] Fun, double[,] Jac) values = default;
        return Root(x => At(x).Fun, x0, method, x => At(x).Jac, tol, options, cancellationToken);

        // The solvers ask for both at the same point, one after the other.
        (double[] Fun, double[,] Jac) At(double[] x)
        {
            if (!last.AsSpan().SequenceEqual(x))
            {
                (last, values) = ([.. x], fun(x));
            }

            return values;
        }
    }
}
