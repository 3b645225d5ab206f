using System.Numerics;

namespace MinpackNet;

/// <summary>
/// The functions of scipy.optimize that are built on MINPACK, and its least_squares with bounds and losses, under
/// SciPy's names, with SciPy's parameters, defaults and results, for code ported from Python. For new code see
/// <see cref="MinpackNet.LeastSquares"/> and <see cref="NonlinearEquations"/>.
/// </summary>
/// <remarks>
/// Where SciPy would carry on with input that cannot lead anywhere, an exception says what is wrong: start values,
/// residuals at the start or derivatives that are not finite, a <c>diag</c> of the wrong length, a negative tolerance.
/// </remarks>
public static partial class Optimize
{
    /// <summary>The epsilon of <c>float</c>, 2^-23, which SciPy takes for functions that return it.</summary>
    private const double SinglePrecision = 1.0 / (1 << 23);

    /// <summary>The start values as an array of our own, checked.</summary>
    private static double[] StartOf<TStart>(IReadOnlyList<TStart> x0, string argument)
        where TStart : INumberBase<TStart>
    {
        ArgumentNullException.ThrowIfNull(x0, argument);
        double[] start = [.. CurveData.ToNumbers(x0, argument)];
        Validate.Start(start, argument);
        return start;
    }

    private static double[] Widen(float[]? values) =>
        values is null ? null! : Array.ConvertAll(values, value => (double)value); // null is reported further down

    /// <summary>The derivatives of several residuals by the one parameter as a Jacobian.</summary>
    private static double[,] Column(double[]? derivatives, string function, bool colDeriv)
    {
        double[] values = derivatives ?? throw Errors.NullFromFunction(function);
        double[,] jacobian = colDeriv ? new double[1, values.Length] : new double[values.Length, 1];
        Buffer.BlockCopy(values, 0, jacobian, 0, Buffer.ByteLength(values));
        return jacobian;
    }
}
