namespace MinpackNet.Fitting;

/// <summary>The sizes that something is likely to have, as decimal logarithms.</summary>
internal readonly record struct Decades(double Low, double High)
{
    /// <summary>The size of one.</summary>
    public static Decades One { get; } = new(0, 0);

    /// <summary>The sizes of most numbers, without zeros and without the smallest few.</summary>
    public static Decades Of(ReadOnlySpan<double> values, double leftOut)
    {
        double[] sizes =
            [.. values.ToArray().Select(Math.Abs).Where(size => size > 0 && double.IsFinite(size)).Order()];
        return sizes.Length == 0
            ? One
            : new(Math.Log10(sizes[(int)(leftOut * (sizes.Length - 1))]), Math.Log10(sizes[^1]));
    }

    /// <summary>Those of a product.</summary>
    public static Decades operator +(Decades a, Decades b) => new(a.Low + b.Low, a.High + b.High);

    /// <summary>Those of a power.</summary>
    public static Decades operator *(Decades a, double exponent) => exponent < 0
        ? new(a.High * exponent, a.Low * exponent)
        : new(a.Low * exponent, a.High * exponent);

    /// <summary>
    /// Those of a factor whose product with others of known sizes is to have these: no size of theirs is left out.
    /// </summary>
    public Decades Over(Decades others) => new(Low - others.High, High - others.Low);

    public Decades Widened(double by) => new(Low - by, High + by);
}
