using System.Numerics;
using MinpackNet.Interop;

namespace MinpackNet;

public static partial class Optimize
{
    /// <summary>
    /// Checks a Jacobian against the function that it should be the derivative of, by MINPACK's chkder.
    /// </summary>
    /// <typeparam name="TStart">The type of a start value, a number.</typeparam>
    /// <param name="func">Takes n parameters and returns m values.</param>
    /// <param name="grad">
    /// The Jacobian of <paramref name="func"/>, m by n, or n by m with <paramref name="colDeriv"/>.
    /// </param>
    /// <param name="x0">
    /// Where to check, n finite values. Avoid special values such as 0 and 1, which hide errors.
    /// </param>
    /// <param name="colDeriv">
    /// Whether each row of <paramref name="grad"/>'s result holds the derivatives with respect to one parameter.
    /// </param>
    /// <returns>A score for each residual's gradient, and which of them are suspicious.</returns>
    /// <exception cref="ArgumentException">An argument, or the shape of what a function returned, is wrong.</exception>
    /// <remarks>
    /// Unlike MINPACK's least-squares solvers this takes any m. It calls <paramref name="func"/> twice and
    /// <paramref name="grad"/> once. To check single entries of the Jacobian see
    /// <see cref="SolverOptions.CheckJacobian"/>.
    /// </remarks>
    public static CheckGradResult CheckGrad<TStart>(
        Func<double[], double[]> func,
        Func<double[], double[,]> grad,
        IReadOnlyList<TStart> x0,
        bool colDeriv = false)
        where TStart : INumberBase<TStart>
    {
        ArgumentNullException.ThrowIfNull(func);
        ArgumentNullException.ThrowIfNull(grad);
        double[] x = StartOf(x0, nameof(x0));
        Validate.Stack();
        NativeLibraryState.EnsureLoaded();

        double[] here = [.. func([.. x]) ?? throw Errors.NullFromFunction(nameof(func))]; // it may reuse its array
        int m = here.Length;
        double[] jacobian = new double[checked(m * x.Length)];
        if (m > 0)
        {
            new ArrayJacobian(grad, x, m, new(colDeriv), nameof(grad)).Fill(x, new(ref jacobian[0], m, x.Length));
        }

        double[] neighbor = NativeAlgebra.Neighbor(x);
        double[] there = func([.. neighbor]) ?? throw Errors.NullFromFunction(nameof(func));
        if (there.Length != m)
        {
            throw Errors.ChangedLength(nameof(func), m, there.Length);
        }

        return new(Array.ConvertAll(NativeAlgebra.GradientDiscrepancies(x, here, jacobian, neighbor, there), Score));
    }

    /// <summary>MINPACK's score of a relative discrepancy; the core leaves the logarithm to us.</summary>
    private static double Score(double discrepancy)
    {
        double noticeable = Math.Sqrt(Defaults.MachineEpsilon);
        if (discrepancy >= noticeable)
        {
            return 0;
        }

        double scale = Math.Log10(noticeable);
        return discrepancy <= Defaults.MachineEpsilon ? 1 : (Math.Log10(discrepancy) - scale) / scale;
    }
}
