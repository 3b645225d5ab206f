namespace MinpackNet.Nist;

/// <summary>Models of growth to a limit.</summary>
internal static class SigmoidModels
{
    /// <summary>b1 / (1 + exp(b2 - b3 x)): Rat42.</summary>
    public static double Logistic(ReadOnlySpan<double> b, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double lag = Math.Exp(b[1] - (b[2] * x[0]));
        double denominator = 1 + lag;
        double value = b[0] / denominator;
        if (!gradient.IsEmpty)
        {
            gradient[0] = 1 / denominator;
            gradient[1] = -value * lag / denominator;
            gradient[2] = -x[0] * gradient[1];
        }

        return value;
    }

    /// <summary>b1 / (1 + exp(b2 - b3 x))^(1 / b4): Rat43.</summary>
    public static double GeneralizedLogistic(ReadOnlySpan<double> b, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double lag = Math.Exp(b[1] - (b[2] * x[0]));
        double denominator = 1 + lag;
        double root = Math.Pow(denominator, 1 / b[3]);
        double value = b[0] / root;
        if (!gradient.IsEmpty)
        {
            gradient[0] = 1 / root;
            gradient[1] = -value * lag / (b[3] * denominator);
            gradient[2] = -x[0] * gradient[1];
            gradient[3] = value * Math.Log(denominator) / (b[3] * b[3]);
        }

        return value;
    }
}
