using System.Numerics;

namespace MinpackNet;

public static partial class Optimize
{
    private const double FixedPointTolerance = 1e-8;
    private const int FixedPointIterations = 500;

    /// <summary>Finds where a function returns its argument, as scipy.optimize.fixed_point does.</summary>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <param name="func">The function. Each call gets its own array, and must return as many values.</param>
    /// <param name="x0">The start values, n finite values; not changed.</param>
    /// <param name="xtol">The relative change of every value at which to stop; not negative.</param>
    /// <param name="maxiter">The limit on iterations; positive.</param>
    /// <param name="method">
    /// The method. <see cref="FixedPointMethod.Del2"/>, the default, calls the function twice an iteration.
    /// </param>
    /// <param name="cancellationToken">Ends the iteration: an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The fixed point, n values.</returns>
    /// <exception cref="ArgumentException">An argument, or what the function returned, is wrong.</exception>
    /// <exception cref="FixedPointException">
    /// The limit on iterations was reached, or a value became NaN.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was set.</exception>
    /// <remarks>Burden and Faires, Numerical Analysis, 5th edition, page 80.</remarks>
    public static double[] FixedPoint<TStart>(
        Func<double[], double[]> func,
        IReadOnlyList<TStart> x0,
        double xtol = FixedPointTolerance,
        int maxiter = FixedPointIterations,
        FixedPointMethod method = FixedPointMethod.Del2,
        CancellationToken cancellationToken = default)
        where TStart : INumberBase<TStart>
    {
        ArgumentNullException.ThrowIfNull(func);
        double[] point = StartOf(x0, nameof(x0));
        Validate.Tolerance(xtol, nameof(xtol));
        Validate.Iterations(maxiter, nameof(maxiter));
        Validate.Known(method, nameof(method));

        Validate.Stack();
        for (int iteration = 1; iteration <= maxiter; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double[] once = At(point);
            double[] next = method == FixedPointMethod.Del2 ? Accelerated(point, once, At(once)) : once;
            if (Array.Exists(next, double.IsNaN))
            {
                throw Errors.IterationIsNaN(iteration, next);
            }

            bool hasConverged = Enumerable.Range(0, point.Length).All(
                j => Math.Abs(point[j] == 0 ? next[j] : (next[j] - point[j]) / point[j]) < xtol);
            if (hasConverged)
            {
                return next;
            }

            point = next;
        }

        throw Errors.TooManyIterations(maxiter, point);

        double[] At(double[] x)
        {
            double[] values = func([.. x]) ?? throw Errors.NullFromFunction(nameof(func));
            return values.Length == x.Length
                ? [.. values]
                : throw Errors.FixedPointShape(nameof(func), values.Length, x.Length);
        }
    }

    /// <inheritdoc cref="FixedPoint{TStart}(Func{double[], double[]}, IReadOnlyList{TStart}, double, int,
    /// FixedPointMethod, CancellationToken)"/>
    public static double FixedPoint(
        Func<double, double> func,
        double x0,
        double xtol = FixedPointTolerance,
        int maxiter = FixedPointIterations,
        FixedPointMethod method = FixedPointMethod.Del2,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(func);
        return FixedPoint(x => [func(x[0])], [x0], xtol, maxiter, method, cancellationToken)[0];
    }

    /// <summary>Aitken's extrapolation from three points; the last one where they are on a line.</summary>
    private static double[] Accelerated(double[] point, double[] once, double[] twice) =>
        [.. point.Select((p, j) =>
        {
            double curvature = twice[j] - (2 * once[j]) + p;
            double step = once[j] - p;
            return curvature == 0 ? twice[j] : p - (step * step / curvature);
        })];
}
