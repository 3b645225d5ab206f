namespace MinpackNet;

/// <summary>A plane rotation that takes (a, b) to (length, 0) with a length that is not negative.</summary>
internal readonly record struct Rotation(double Cosine, double Sine, double Length)
{
    /// <summary>Without overflow where the length has none.</summary>
    public static Rotation Of(double a, double b)
    {
        if (b == 0)
        {
            return new(Sign(a), 0, Math.Abs(a));
        }

        if (a == 0)
        {
            return new(0, Sign(b), Math.Abs(b));
        }

        if (Math.Abs(b) > Math.Abs(a))
        {
            double cotangent = a / b;
            double sine = Sign(b) / Math.Sqrt(1 + (cotangent * cotangent));
            return new(sine * cotangent, sine, b / sine);
        }

        double tangent = b / a;
        double cosine = Sign(a) / Math.Sqrt(1 + (tangent * tangent));
        return new(cosine, cosine * tangent, a / cosine);
    }

    /// <summary>NaN for NaN, where <see cref="Math.Sign(double)"/> throws.</summary>
    private static double Sign(double value) => value > 0 ? 1 : value < 0 ? -1 : value;
}
