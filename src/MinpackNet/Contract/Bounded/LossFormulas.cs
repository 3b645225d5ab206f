namespace MinpackNet;

/// <summary>
/// The known losses and their derivatives (SciPy's least_squares has them from Triggs, McLauchlan, Hartley, Fitzgibbon,
/// Bundle adjustment, LNCS 1883 (2000)), from arithmetic alone, so that every platform rounds alike.
/// </summary>
internal static class LossFormulas
{
    // log 2 in two parts: the first has few bits, so that small multiples of it are exact.
    private const double LogTwoHigh = 0.693147180369123816490;
    private const double LogTwoLow = 1.90821492927058770002e-10;
    private const int Terms = 13;

    private const double SmallRatio = 1e-6;

    /// <summary>
    /// Whether all residuals are so small beside the margin that rounding leaves less than ten digits of SciPy's form
    /// of SoftL1, with which a path is SciPy's.
    /// </summary>
    public static bool AreSmall(ReadOnlySpan<double> z)
    {
        foreach (double value in z)
        {
            if (!(value <= SmallRatio))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>ρ, ρ′ and ρ″ at z, not negative.</summary>
    /// <param name="loss">Which.</param>
    /// <param name="z">The square of a residual over the margin.</param>
    /// <param name="keepsDigits">Whether SoftL1 has all digits, not those of SciPy's form.</param>
    public static (double Value, double Slope, double Curvature) At(LossFunction loss, double z, bool keepsDigits)
    {
        double t = 1 + z;
        double root = Math.Sqrt(loss == LossFunction.Huber ? z : t);
        double square = 1 + (z * z);
        return loss switch
        {
            LossFunction.Linear => (z, 1, 0),
            LossFunction.SoftL1 => (
                keepsDigits ? 2 * z / (root + 1) : 2 * (root - 1), 1 / root, -0.5 / (t * root)),
            LossFunction.Huber => z <= 1 ? (z, 1, 0) : ((2 * root) - 1, 1 / root, -0.5 / (z * root)),
            LossFunction.Cauchy => (LogOnePlus(z), 1 / t, -1 / (t * t)),
            _ => (Arctangent(z), 1 / square, -2 * z / (square * square)),
        };
    }

    /// <summary>log(1 + z) for z ≥ 0, to about one unit in the last place.</summary>
    private static double LogOnePlus(double z)
    {
        if (z < 0.4)
        {
            return 2 * Series(z / (2 + z), sign: 1);
        }

        double sum = 1 + z;
        if (!double.IsFinite(sum))
        {
            return sum;
        }

        int exponent = Math.ILogB(sum);
        double mantissa = Math.ScaleB(sum, -exponent);
        if (mantissa > 1.4)
        {
            mantissa *= 0.5;
            exponent++;
        }

        double rest = 2 * Series((mantissa - 1) / (mantissa + 1), sign: 1);
        return (exponent * LogTwoHigh) + (rest + (exponent * LogTwoLow));
    }

    /// <summary>atan z for z ≥ 0, to about one unit in the last place.</summary>
    private static double Arctangent(double z)
    {
        if (z > 1)
        {
            return (0.5 * Math.PI) - Arctangent(1 / z);
        }

        return z > 0.5 ? (0.25 * Math.PI) + Halved((z - 1) / (z + 1)) : Halved(z);

        static double Halved(double u) => 2 * Series(u / (1 + Math.Sqrt(1 + (u * u))), sign: -1);
    }

    /// <summary>s + s³/3 + s⁵/5 + …, artanh s, or with the sign -1 alternating, arctan s.</summary>
    private static double Series(double s, int sign)
    {
        double square = sign * s * s;
        double sum = 0;
        for (int k = Terms; k > 0; k--)
        {
            sum = square * (sum + (1.0 / ((2 * k) + 1)));
        }

        return s + (s * sum);
    }
}
