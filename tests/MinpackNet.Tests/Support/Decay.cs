namespace MinpackNet.Tests;

/// <summary>
/// A small exponential decay fit, the baseline of the recorded inputs: b0 exp(-b1 t) - y at six times.
/// </summary>
internal static class Decay
{
    public static readonly double[] Times = [0, 1, 2, 3, 4, 5];
    public static readonly double[] Values = [5.1, 3.0, 1.9, 1.2, 0.7, 0.4];
    public static readonly double[] Start = [4, 0.4];

    /// <summary>The minimum, to the digits that the default tolerances give.</summary>
    public static readonly double[] Solution = [5.069822186, 0.497049221];

    public static int Count => Times.Length;

    public static void Residuals(ReadOnlySpan<double> b, Span<double> residuals)
    {
        for (int i = 0; i < Times.Length; i++)
        {
            residuals[i] = (b[0] * Math.Exp(-b[1] * Times[i])) - Values[i];
        }
    }

    public static void Jacobian(ReadOnlySpan<double> b, JacobianMatrix jacobian)
    {
        for (int i = 0; i < Times.Length; i++)
        {
            Row(i, b, out jacobian[i, 0], out jacobian[i, 1]);
        }
    }

    public static void JacobianRow(int row, ReadOnlySpan<double> b, Span<double> gradient) =>
        Row(row, b, out gradient[0], out gradient[1]);

    public static double[] Residuals(double[] b)
    {
        double[] residuals = new double[Count];
        Residuals(b, residuals);
        return residuals;
    }

    public static double[,] Jacobian(double[] b)
    {
        double[,] jacobian = new double[Count, 2];
        for (int i = 0; i < Count; i++)
        {
            Row(i, b, out jacobian[i, 0], out jacobian[i, 1]);
        }

        return jacobian;
    }

    private static void Row(int i, ReadOnlySpan<double> b, out double byAmplitude, out double byRate)
    {
        byAmplitude = Math.Exp(-b[1] * Times[i]);
        byRate = -b[0] * Times[i] * Math.Exp(-b[1] * Times[i]);
    }
}
