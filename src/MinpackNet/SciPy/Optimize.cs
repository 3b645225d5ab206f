namespace MinpackNet;

/// <summary>
/// The functions of scipy.optimize that are built on MINPACK, under SciPy's names, with SciPy's parameters, defaults
/// and results, for code ported from Python. For new code see <see cref="LeastSquares"/> and
/// <see cref="NonlinearEquations"/>.
/// </summary>
/// <remarks>
/// Where SciPy would carry on with input that cannot lead anywhere, an exception says what is wrong: start values,
/// residuals at the start or derivatives that are not finite, a <c>diag</c> of the wrong length, a negative tolerance.
/// </remarks>
public static partial class Optimize
{
}
