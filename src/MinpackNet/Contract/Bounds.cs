namespace MinpackNet;

/// <summary>
/// The bounds of the parameters: a number for all of them or one for each, infinite where there is none. SciPy: Bounds.
/// </summary>
/// <remarks>
/// Write <c>new(0, [9, 1])</c>, or a pair of numbers or arrays: <c>(0, double.PositiveInfinity)</c>. Arrays are copied.
/// </remarks>
public sealed class Bounds
{
    private readonly double[] _lb;
    private readonly double[] _ub;
    private readonly bool _isOneLb;
    private readonly bool _isOneUb;

    /// <summary>The same bounds for all parameters.</summary>
    /// <param name="lb">The bound below; negative infinity for none.</param>
    /// <param name="ub">The bound above; infinity for none.</param>
    public Bounds(double lb, double ub)
        : this([lb], true, [ub], true)
    {
    }

    /// <summary>A bound below for all parameters and one above for each.</summary>
    /// <param name="lb">The bound below; negative infinity for none.</param>
    /// <param name="ub">n bounds above; infinity for none.</param>
    public Bounds(double lb, double[] ub)
        : this([lb], true, ub, false)
    {
    }

    /// <summary>A bound below for each parameter and one above for all.</summary>
    /// <param name="lb">n bounds below; negative infinity for none.</param>
    /// <param name="ub">The bound above; infinity for none.</param>
    public Bounds(double[] lb, double ub)
        : this(lb, false, [ub], true)
    {
    }

    /// <summary>Bounds for each parameter.</summary>
    /// <param name="lb">n bounds below; negative infinity for none.</param>
    /// <param name="ub">n bounds above; infinity for none.</param>
    public Bounds(double[] lb, double[] ub)
        : this(lb, false, ub, false)
    {
    }

    private Bounds(double[] lb, bool isOneLb, double[] ub, bool isOneUb)
    {
        ArgumentNullException.ThrowIfNull(lb);
        ArgumentNullException.ThrowIfNull(ub);
        _lb = [.. lb];
        _ub = [.. ub];
        _isOneLb = isOneLb;
        _isOneUb = isOneUb;
    }

    /// <summary>No bounds.</summary>
    public static Bounds None { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>The bounds below: one for all parameters, or n.</summary>
    public IReadOnlyList<double> Lb => Array.AsReadOnly(_lb);

    /// <summary>The bounds above: one for all parameters, or n.</summary>
    public IReadOnlyList<double> Ub => Array.AsReadOnly(_ub);

    /// <summary>The same bounds for all parameters.</summary>
    /// <param name="bounds">Below and above.</param>
    public static implicit operator Bounds((double Lb, double Ub) bounds) => new(bounds.Lb, bounds.Ub);

    /// <summary>Bounds for each parameter.</summary>
    /// <param name="bounds">n below and n above.</param>
    public static implicit operator Bounds((double[] Lb, double[] Ub) bounds) => new(bounds.Lb, bounds.Ub);

    /// <summary>A bound below for all parameters and one above for each.</summary>
    /// <param name="bounds">One below and n above.</param>
    public static implicit operator Bounds((double Lb, double[] Ub) bounds) => new(bounds.Lb, bounds.Ub);

    /// <summary>A bound below for each parameter and one above for all.</summary>
    /// <param name="bounds">n below and one above.</param>
    public static implicit operator Bounds((double[] Lb, double Ub) bounds) => new(bounds.Lb, bounds.Ub);

    /// <summary>The lower bound of each of n parameters; as many as were given, if that is another number.</summary>
    internal double[] LowerOf(int parameterCount) => Expand(_lb, _isOneLb, parameterCount);

    /// <summary>The same of the upper bounds.</summary>
    internal double[] UpperOf(int parameterCount) => Expand(_ub, _isOneUb, parameterCount);

    private static double[] Expand(double[] values, bool isOne, int count)
    {
        if (!isOne)
        {
            return [.. values];
        }

        double[] all = new double[count];
        Array.Fill(all, values[0]);
        return all;
    }
}
