namespace MinpackNet.Tests;

/// <summary>Where two curves cross, the baseline of the recorded inputs: x + y² = 4 and exp x + x y = 3.</summary>
internal static class Crossing
{
    public static readonly double[] Start = [1, 1];

    /// <summary>The root, to the digits that the default tolerance gives.</summary>
    public static readonly double[] Root = [0.62034452348, 1.83838393066];

    public static void Equations(ReadOnlySpan<double> x, Span<double> f)
    {
        f[0] = x[0] + (x[1] * x[1]) - 4;
        f[1] = Math.Exp(x[0]) + (x[0] * x[1]) - 3;
    }

    public static void Jacobian(ReadOnlySpan<double> x, JacobianMatrix jacobian)
    {
        jacobian[0, 0] = 1;
        jacobian[0, 1] = 2 * x[1];
        jacobian[1, 0] = Math.Exp(x[0]) + x[1];
        jacobian[1, 1] = x[0];
    }

    public static double[] Equations(double[] x)
    {
        double[] f = new double[2];
        Equations(x, f);
        return f;
    }

    public static double[,] Jacobian(double[] x) => new[,] { { 1, 2 * x[1] }, { Math.Exp(x[0]) + x[1], x[0] } };
}
