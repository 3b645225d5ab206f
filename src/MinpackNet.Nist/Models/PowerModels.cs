namespace MinpackNet.Nist;

/// <summary>Models made of powers.</summary>
internal static class PowerModels
{
    /// <summary>b1 x^b2: DanWood.</summary>
    public static double Power(ReadOnlySpan<double> b, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double power = Math.Pow(x[0], b[1]);
        if (!gradient.IsEmpty)
        {
            gradient[0] = power;
            gradient[1] = b[0] * power * Math.Log(x[0]);
        }

        return b[0] * power;
    }

    /// <summary>b1 (1 - (1 + b2 x / 2)^-2): Misra1b.</summary>
    public static double InverseSquareSaturation(ReadOnlySpan<double> b, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double line = 1 + (b[1] * x[0] / 2);
        double power = Math.Pow(line, -2);
        if (!gradient.IsEmpty)
        {
            gradient[0] = 1 - power;
            gradient[1] = b[0] * x[0] * power / line;
        }

        return b[0] * (1 - power);
    }

    /// <summary>b1 (1 - (1 + 2 b2 x)^(-1/2)): Misra1c.</summary>
    public static double InverseRootSaturation(ReadOnlySpan<double> b, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double line = 1 + (2 * b[1] * x[0]);
        double power = Math.Pow(line, -0.5);
        if (!gradient.IsEmpty)
        {
            gradient[0] = 1 - power;
            gradient[1] = b[0] * x[0] * power / line;
        }

        return b[0] * (1 - power);
    }

    /// <summary>b1 (b2 + x)^(-1 / b3): Bennett5.</summary>
    public static double InverseRoot(ReadOnlySpan<double> b, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double shifted = b[1] + x[0];
        double power = Math.Pow(shifted, -1 / b[2]);
        double value = b[0] * power;
        if (!gradient.IsEmpty)
        {
            gradient[0] = power;
            gradient[1] = -value / (b[2] * shifted);
            gradient[2] = value * Math.Log(shifted) / (b[2] * b[2]);
        }

        return value;
    }
}
