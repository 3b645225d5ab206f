namespace MinpackNet.Tests.Problems;

/// <summary>
/// What Watson's problem needs at one of its 29 points: the polynomial with coefficients x, and its slope.
/// </summary>
internal readonly record struct WatsonPoint(double T, double Value, double Slope)
{
    public const int Count = 29;

    public double Residual => Slope - (Value * Value) - 1;

    public static WatsonPoint At(int index, ReadOnlySpan<double> x)
    {
        double t = (index + 1.0) / Count;
        double slope = 0;
        double power = 1;
        for (int j = 1; j < x.Length; j++)
        {
            slope += j * power * x[j];
            power *= t;
        }

        double value = 0;
        power = 1;
        foreach (double coefficient in x)
        {
            value += power * coefficient;
            power *= t;
        }

        return new(t, value, slope);
    }
}
