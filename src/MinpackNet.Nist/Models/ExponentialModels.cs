namespace MinpackNet.Nist;

/// <summary>Models made of exponentials.</summary>
internal static class ExponentialModels
{
    /// <summary>b1 (1 - exp(-b2 x)): Misra1a, BoxBOD.</summary>
    public static double Saturation(ReadOnlySpan<double> b, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double decay = Math.Exp(-b[1] * x[0]);
        if (!gradient.IsEmpty)
        {
            gradient[0] = 1 - decay;
            gradient[1] = b[0] * x[0] * decay;
        }

        return b[0] * (1 - decay);
    }

    /// <summary>exp(-b1 x) / (b2 + b3 x): Chwirut1, Chwirut2.</summary>
    public static double DecayOverLine(ReadOnlySpan<double> b, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double line = b[1] + (b[2] * x[0]);
        double value = Math.Exp(-b[0] * x[0]) / line;
        if (!gradient.IsEmpty)
        {
            gradient[0] = -x[0] * value;
            gradient[1] = -value / line;
            gradient[2] = x[0] * gradient[1];
        }

        return value;
    }

    /// <summary>b1 exp(-b2 x) + b3 exp(-b4 x) + b5 exp(-b6 x): Lanczos1, Lanczos2, Lanczos3.</summary>
    public static double ThreeDecays(ReadOnlySpan<double> b, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double first = Math.Exp(-b[1] * x[0]);
        double second = Math.Exp(-b[3] * x[0]);
        double third = Math.Exp(-b[5] * x[0]);
        if (!gradient.IsEmpty)
        {
            gradient[0] = first;
            gradient[1] = -b[0] * x[0] * first;
            gradient[2] = second;
            gradient[3] = -b[2] * x[0] * second;
            gradient[4] = third;
            gradient[5] = -b[4] * x[0] * third;
        }

        return (b[0] * first) + (b[2] * second) + (b[4] * third);
    }

    /// <summary>b1 + b2 exp(-x b4) + b3 exp(-x b5): MGH17.</summary>
    public static double TwoDecaysOnConstant(ReadOnlySpan<double> b, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double first = Math.Exp(-x[0] * b[3]);
        double second = Math.Exp(-x[0] * b[4]);
        if (!gradient.IsEmpty)
        {
            gradient[0] = 1;
            gradient[1] = first;
            gradient[2] = second;
            gradient[3] = -b[1] * x[0] * first;
            gradient[4] = -b[2] * x[0] * second;
        }

        return b[0] + (b[1] * first) + (b[2] * second);
    }

    /// <summary>b1 - b2 x1 exp(-b3 x2), fitted to log(y): Nelson.</summary>
    public static double Degradation(ReadOnlySpan<double> b, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double decay = Math.Exp(-b[2] * x[1]);
        if (!gradient.IsEmpty)
        {
            gradient[0] = 1;
            gradient[1] = -x[0] * decay;
            gradient[2] = b[1] * x[0] * x[1] * decay;
        }

        return b[0] - (b[1] * x[0] * decay);
    }

    /// <summary>b1 exp(b2 / (x + b3)): MGH10.</summary>
    public static double Arrhenius(ReadOnlySpan<double> b, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double temperature = x[0] + b[2];
        double growth = Math.Exp(b[1] / temperature);
        if (!gradient.IsEmpty)
        {
            gradient[0] = growth;
            gradient[1] = b[0] * growth / temperature;
            gradient[2] = -b[1] * gradient[1] / temperature;
        }

        return b[0] * growth;
    }
}
