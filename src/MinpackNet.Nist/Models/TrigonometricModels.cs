namespace MinpackNet.Nist;

/// <summary>Models made of circular functions.</summary>
internal static class TrigonometricModels
{
    /// <summary>b1 - b2 x - arctan(b3 / (x - b4)) / π: Roszman1.</summary>
    public static double ArcTangentStep(ReadOnlySpan<double> b, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double distance = x[0] - b[3];
        double ratio = b[2] / distance;
        if (!gradient.IsEmpty)
        {
            gradient[0] = 1;
            gradient[1] = -x[0];
            gradient[2] = -1 / (Math.PI * distance * ((ratio * ratio) + 1));
            gradient[3] = ratio * gradient[2];
        }

        return b[0] - (b[1] * x[0]) - (Math.Atan(ratio) / Math.PI);
    }

    /// <summary>
    /// b1 + b2 cos(2 π x / 12) + b3 sin(2 π x / 12) + b5 cos(2 π x / b4) + b6 sin(2 π x / b4) + b8 cos(2 π x / b7)
    /// + b9 sin(2 π x / b7): ENSO.
    /// </summary>
    public static double ThreeCycles(ReadOnlySpan<double> b, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double turn = 2 * Math.PI * x[0];
        (double annualSine, double annualCosine) = SineAndCosine(turn / 12);
        (double firstSine, double firstCosine) = SineAndCosine(turn / b[3]);
        (double secondSine, double secondCosine) = SineAndCosine(turn / b[6]);
        if (!gradient.IsEmpty)
        {
            gradient[0] = 1;
            gradient[1] = annualCosine;
            gradient[2] = annualSine;
            gradient[3] = ((b[4] * firstSine) - (b[5] * firstCosine)) * turn / (b[3] * b[3]);
            gradient[4] = firstCosine;
            gradient[5] = firstSine;
            gradient[6] = ((b[7] * secondSine) - (b[8] * secondCosine)) * turn / (b[6] * b[6]);
            gradient[7] = secondCosine;
            gradient[8] = secondSine;
        }

        return b[0] + (b[1] * annualCosine) + (b[2] * annualSine) + (b[4] * firstCosine) + (b[5] * firstSine)
            + (b[7] * secondCosine) + (b[8] * secondSine);
    }

    // Not Math.SinCos, whose last bit may differ from that of Math.Sin and Math.Cos.
    private static (double Sine, double Cosine) SineAndCosine(double angle) => (Math.Sin(angle), Math.Cos(angle));
}
