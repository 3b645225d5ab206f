namespace MinpackNet.Nist;

/// <summary>Models made of bell-shaped peaks.</summary>
internal static class GaussianModels
{
    /// <summary>
    /// b1 exp(-b2 x) + b3 exp(-(x - b4)² / b5²) + b6 exp(-(x - b7)² / b8²): Gauss1, Gauss2, Gauss3.
    /// </summary>
    public static double TwoPeaksOnDecay(ReadOnlySpan<double> b, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double decay = Math.Exp(-b[1] * x[0]);
        double first = Bell(x[0] - b[3], b[4]);
        double second = Bell(x[0] - b[6], b[7]);
        if (!gradient.IsEmpty)
        {
            gradient[0] = decay;
            gradient[1] = -b[0] * x[0] * decay;
            BellGradient(b[2], x[0] - b[3], b[4], first, gradient[2..5]);
            BellGradient(b[5], x[0] - b[6], b[7], second, gradient[5..8]);
        }

        return (b[0] * decay) + (b[2] * first) + (b[5] * second);
    }

    /// <summary>(b1 / b2) exp(-((x - b3) / b2)² / 2): Eckerle4.</summary>
    public static double Peak(ReadOnlySpan<double> b, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double deviate = (x[0] - b[2]) / b[1];
        double bell = Math.Exp(-(deviate * deviate) / 2);
        double value = b[0] / b[1] * bell;
        if (!gradient.IsEmpty)
        {
            gradient[0] = bell / b[1];
            gradient[1] = value * ((deviate * deviate) - 1) / b[1];
            gradient[2] = value * deviate / b[1];
        }

        return value;
    }

    private static double Bell(double distance, double width) => Math.Exp(-(distance * distance) / (width * width));

    /// <summary>The derivatives of height times bell by the height, the center and the width.</summary>
    private static void BellGradient(double height, double distance, double width, double bell, Span<double> gradient)
    {
        gradient[0] = bell;
        gradient[1] = 2 * height * bell * distance / (width * width);
        gradient[2] = gradient[1] * distance / width;
    }
}
