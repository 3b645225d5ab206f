namespace MinpackNet.Nist;

/// <summary>Models that are quotients of polynomials.</summary>
internal static class RationalModels
{
    /// <summary>b1 b2 x / (1 + b2 x): Misra1d.</summary>
    public static double Saturation(ReadOnlySpan<double> b, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double denominator = 1 + (b[1] * x[0]);
        if (!gradient.IsEmpty)
        {
            gradient[0] = b[1] * x[0] / denominator;
            gradient[1] = b[0] * x[0] / (denominator * denominator);
        }

        return b[0] * b[1] * x[0] / denominator;
    }

    /// <summary>b1 (x² + x b2) / (x² + x b3 + b4): MGH09.</summary>
    public static double MonicOverMonic(ReadOnlySpan<double> b, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double square = x[0] * x[0];
        double numerator = square + (x[0] * b[1]);
        double denominator = square + (x[0] * b[2]) + b[3];
        double value = b[0] * numerator / denominator;
        if (!gradient.IsEmpty)
        {
            gradient[0] = numerator / denominator;
            gradient[1] = b[0] * x[0] / denominator;
            gradient[2] = -x[0] * value / denominator;
            gradient[3] = -value / denominator;
        }

        return value;
    }

    /// <summary>(b1 + b2 x + b3 x²) / (1 + b4 x + b5 x²): Kirby2.</summary>
    public static double QuadraticOverQuadratic(ReadOnlySpan<double> b, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double square = x[0] * x[0];
        double denominator = 1 + (b[3] * x[0]) + (b[4] * square);
        double value = (b[0] + (b[1] * x[0]) + (b[2] * square)) / denominator;
        if (!gradient.IsEmpty)
        {
            gradient[0] = 1 / denominator;
            gradient[1] = x[0] / denominator;
            gradient[2] = square / denominator;
            gradient[3] = -value * gradient[1];
            gradient[4] = -value * gradient[2];
        }

        return value;
    }

    /// <summary>(b1 + b2 x + b3 x² + b4 x³) / (1 + b5 x + b6 x² + b7 x³): Hahn1, Thurber.</summary>
    public static double CubicOverCubic(ReadOnlySpan<double> b, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double square = x[0] * x[0];
        double cube = Math.Pow(x[0], 3);
        double denominator = 1 + (b[4] * x[0]) + (b[5] * square) + (b[6] * cube);
        double value = (b[0] + (b[1] * x[0]) + (b[2] * square) + (b[3] * cube)) / denominator;
        if (!gradient.IsEmpty)
        {
            gradient[0] = 1 / denominator;
            gradient[1] = x[0] / denominator;
            gradient[2] = square / denominator;
            gradient[3] = cube / denominator;
            gradient[4] = -value * gradient[1];
            gradient[5] = -value * gradient[2];
            gradient[6] = -value * gradient[3];
        }

        return value;
    }
}
