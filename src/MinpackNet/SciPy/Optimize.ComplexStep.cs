using System.Numerics;

namespace MinpackNet;

/// <content>Derivatives of functions that can be evaluated for complex parameters.</content>
public static partial class Optimize
{
    /// <summary>
    /// The Jacobian of a function from its values for complex parameters, to full precision without differences. SciPy:
    /// 'cs'.
    /// </summary>
    /// <param name="fun">
    /// The function for complex parameters: the same formula over <see cref="Complex"/>, without absolute values,
    /// comparisons of, or parts of, what depends on the parameters. Takes n values and returns m. Each call gets its
    /// own array.
    /// </param>
    /// <param name="diffStep">
    /// The imaginary steps relative to the parameters, as in <c>LeastSquares</c>. Null, the default, for 2^-26
    /// max(1, |x|).
    /// </param>
    /// <returns>
    /// The function's Jacobian, m by n, for <c>jac</c>, <c>dfun</c> and <c>fprime</c>. It takes n evaluations.
    /// </returns>
    /// <remarks>
    /// f(x + ih) = f(x) + ih f'(x) - …: the derivative is the imaginary part divided by h, and nothing cancels (Squire,
    /// Trapp, SIAM Review 40 (1998) 110-112).
    /// </remarks>
    public static Func<double[], double[,]> ComplexStep(Func<Complex[], Complex[]> fun, DiffStep? diffStep = null)
    {
        ArgumentNullException.ThrowIfNull(fun);
        return x => ComplexStepper.Jacobian(fun, x, diffStep);
    }

    /// <summary>The sparse Jacobian of a function from its values for complex parameters. SciPy: 'cs'.</summary>
    /// <param name="fun">As in the other overload.</param>
    /// <param name="jacSparsity">
    /// Where the Jacobian has entries, m by n; their values have no effect. What is not an entry is taken to be zero.
    /// </param>
    /// <param name="diffStep">As in the other overload.</param>
    /// <returns>
    /// The function's Jacobian for <c>jac</c> of <c>LeastSquares</c>. It takes one evaluation for each group of columns
    /// that share no row.
    /// </returns>
    /// <remarks>As in the other overload.</remarks>
    public static Func<double[], SparseMatrix> ComplexStep(
        Func<Complex[], Complex[]> fun, SparseMatrix jacSparsity, DiffStep? diffStep = null)
    {
        ArgumentNullException.ThrowIfNull(fun);
        ArgumentNullException.ThrowIfNull(jacSparsity);
        int[][] groups = ColumnGroups.Of(jacSparsity);
        return x => ComplexStepper.Jacobian(fun, x, jacSparsity, groups, diffStep);
    }

    /// <summary>The derivatives of a model of all data at once. SciPy: 'cs'.</summary>
    /// <typeparam name="TX">The type of the independent variables.</typeparam>
    /// <param name="f">Takes the independent variables and n complex parameters, returns m values.</param>
    /// <param name="diffStep">As in the other overload.</param>
    /// <returns>The model's derivatives, m by n, for <c>jac</c> of <c>CurveFit</c>.</returns>
    /// <remarks>As in the other overload.</remarks>
    public static Func<TX, double[], double[,]> ComplexStep<TX>(
        Func<TX, Complex[], Complex[]> f, DiffStep? diffStep = null)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (x, p) => ComplexStepper.Jacobian(complex => f(x, complex), p, diffStep);
    }

    /// <summary>The derivatives of a model of one point. SciPy: 'cs'.</summary>
    /// <typeparam name="TX">The type of a point.</typeparam>
    /// <param name="f">Takes a point and n complex parameters, returns the model there.</param>
    /// <param name="diffStep">As in the other overload.</param>
    /// <returns>The model's n derivatives at a point, for <c>jac</c> of <c>CurveFit</c>.</returns>
    /// <remarks>As in the other overload.</remarks>
    public static Func<TX, double[], double[]> ComplexStep<TX>(
        Func<TX, Complex[], Complex> f, DiffStep? diffStep = null)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (x, p) => [.. ComplexStepper.Jacobian(complex => [f(x, complex)], p, diffStep).Cast<double>()];
    }
}
