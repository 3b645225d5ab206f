using MinpackNet.Interop;

namespace MinpackNet;

public static unsafe partial class Optimize
{
    private const int ChooseNeighbor = 1;
    private const int Compare = 2;

    /// <summary>Checks a Jacobian against the function it claims to be the derivative of, by MINPACK's chkder.</summary>
    /// <param name="func">Takes n parameters and returns m values.</param>
    /// <param name="grad">The Jacobian of <paramref name="func"/>, m by n, or n by m with <paramref name="colDeriv"/>.</param>
    /// <param name="x0">
    /// Where to check, n finite values. Take a point without special values such as 0 and 1, which hide errors.
    /// </param>
    /// <param name="colDeriv">Whether the rows of <paramref name="grad"/>'s result hold the derivatives by one parameter.</param>
    /// <returns>A score for each residual's gradient, and which of them are suspicious.</returns>
    /// <exception cref="ArgumentException">An argument, or a shape that a function returned, is not as described.</exception>
    /// <remarks>
    /// Unlike MINPACK's least-squares solvers this takes any m. It costs two evaluations of <paramref name="func"/> and one of
    /// <paramref name="grad"/>. For single entries of the Jacobian see <see cref="SolverOptions.CheckJacobian"/>.
    /// </remarks>
    public static CheckGradResult CheckGrad(
        Func<double[], double[]> func, Func<double[], double[,]> grad, double[] x0, bool colDeriv = false)
    {
        ArgumentNullException.ThrowIfNull(func);
        ArgumentNullException.ThrowIfNull(grad);
        ArgumentNullException.ThrowIfNull(x0);
        Validate.Start(x0, nameof(x0));
        NativeLibraryState.EnsureLoaded();

        int n = x0.Length;
        double[] x = [.. x0];
        double[] neighbor = new double[n];
        double[] here = [.. func([.. x]) ?? throw Errors.NullFromFunction(nameof(func))]; // it may reuse its array
        int m = here.Length;
        double[] jacobian = new double[checked(m * n)];
        if (m > 0)
        {
            new ArrayJacobian(grad, x, m, colDeriv, nameof(grad)).Fill(x, new(ref jacobian[0], m, n));
        }

        double[] discrepancies = new double[m];
        fixed (double* px = x, pxp = neighbor, pf = here, pj = jacobian, pe = discrepancies)
        {
            NativeMethods.mn_chkder(m, n, px, pf, pj, m, pxp, pf, ChooseNeighbor, pe);
            double[] there = func([.. neighbor]) ?? throw Errors.NullFromFunction(nameof(func));
            if (there.Length != m)
            {
                throw Errors.ChangedLength(nameof(func), m, there.Length);
            }

            fixed (double* pfp = there)
            {
                NativeMethods.mn_chkder(m, n, px, pf, pj, m, pxp, pfp, Compare, pe);
            }
        }

        return new(Array.ConvertAll(discrepancies, Score));
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
