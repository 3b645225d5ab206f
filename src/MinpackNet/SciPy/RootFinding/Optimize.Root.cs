using System.Numerics;

namespace MinpackNet;

public static partial class Optimize
{
    /// <summary>Finds a root of n equations in n unknowns, as scipy.optimize.root does by hybr and lm.</summary>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
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
    public static RootResult Root<TStart>(
        Func<double[], double[]> fun,
        IReadOnlyList<TStart> x0,
        RootMethod method = RootMethod.Hybr,
        Func<double[], double[,]>? jac = null,
        double? tol = null,
        RootOptions? options = null,
        CancellationToken cancellationToken = default)
        where TStart : INumberBase<TStart>
    {
        ArgumentNullException.ThrowIfNull(fun);
        Validate.Known(method, nameof(method));
        options ??= RootOptions.Default;
        Validate.Tolerance(tol ?? 0, nameof(tol));
        double[] start = StartOf(x0, nameof(x0));
        Validate.Options(options, start.Length);
        ArrayResiduals values = new(fun, start, nameof(fun));
        Validate.EquationCount(method, values.Count, start.Length, nameof(fun));
        ColumnDerivatives layout = new(options.ColDeriv, $"{nameof(RootOptions)}.{nameof(options.ColDeriv)}");
        ArrayJacobian? jacobian = jac is null ? null : new(jac, start, values.Count, layout, nameof(jac));
        return method == RootMethod.Lm
            ? new(Leastsq(
                values.Count,
                values.Fill,
                jacobian,
                start,
                options.ToLeastSquares(tol),
                OptionNames.Root,
                cancellationToken))
            : new(Fsolve(values, jacobian, start, options.ToEquations(tol), OptionNames.Root, cancellationToken));
    }

    /// <inheritdoc cref="Root{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, RootMethod,
    /// Func{double[], double[,]}, double?, RootOptions, CancellationToken)"/>
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

    /// <inheritdoc cref="Root{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, RootMethod,
    /// Func{double[], double[,]}, double?, RootOptions, CancellationToken)"/>
    /// <remarks>For a function that returns its values and its Jacobian together, as SciPy's with jac=True.</remarks>
    public static RootResult Root<TStart>(
        Func<double[], (double[] Fun, double[,] Jac)> fun,
        IReadOnlyList<TStart> x0,
        RootMethod method = RootMethod.Hybr,
        double? tol = null,
        RootOptions? options = null,
        CancellationToken cancellationToken = default)
        where TStart : INumberBase<TStart>
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
