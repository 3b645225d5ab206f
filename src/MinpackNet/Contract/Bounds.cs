using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>
/// The bounds of the parameters: a number for all of them or one for each, infinite where there is none. SciPy: Bounds.
/// </summary>
/// <remarks>
/// Write <c>new(0, [9, 1])</c>, or a pair of numbers or arrays: <c>(0, double.PositiveInfinity)</c>. Arrays are copied.
/// Bounds are equal if their numbers are.
/// </remarks>
[JsonConverter(typeof(BoundsJsonConverter))]
public sealed class Bounds : IEquatable<Bounds>
{
    /// <summary>The same bounds for all parameters.</summary>
    /// <param name="lb">The bound below; negative infinity for none.</param>
    /// <param name="ub">The bound above; infinity for none.</param>
    public Bounds(double lb, double ub)
        : this(new OneOrEach(lb), new OneOrEach(ub))
    {
    }

    /// <summary>A bound below for all parameters and one above for each.</summary>
    /// <param name="lb">The bound below; negative infinity for none.</param>
    /// <param name="ub">n bounds above; infinity for none.</param>
    public Bounds(double lb, double[] ub)
        : this(new OneOrEach(lb), Each(ub, nameof(ub)))
    {
    }

    /// <summary>A bound below for each parameter and one above for all.</summary>
    /// <param name="lb">n bounds below; negative infinity for none.</param>
    /// <param name="ub">The bound above; infinity for none.</param>
    public Bounds(double[] lb, double ub)
        : this(Each(lb, nameof(lb)), new OneOrEach(ub))
    {
    }

    /// <summary>Bounds for each parameter.</summary>
    /// <param name="lb">n bounds below; negative infinity for none.</param>
    /// <param name="ub">n bounds above; infinity for none.</param>
    public Bounds(double[] lb, double[] ub)
        : this(Each(lb, nameof(lb)), Each(ub, nameof(ub)))
    {
    }

    internal Bounds(OneOrEach lower, OneOrEach upper)
    {
        Lower = lower;
        Upper = upper;
    }

    /// <summary>No bounds.</summary>
    public static Bounds None { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>The bounds below: one for all parameters, or n.</summary>
    public IReadOnlyList<double> Lb => Array.AsReadOnly(Lower.Values);

    /// <summary>The bounds above: one for all parameters, or n.</summary>
    public IReadOnlyList<double> Ub => Array.AsReadOnly(Upper.Values);

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

    /// <inheritdoc/>
    public bool Equals(Bounds? other) =>
        other is not null && Lower.Equals(other.Lower) && Upper.Equals(other.Upper);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Bounds);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Lower, Upper);

    /// <summary>The bounds below and above, in any culture with a decimal point.</summary>
    public override string ToString() => $"({Lower}, {Upper})";

    /// <summary>The lower bound of each of n parameters; as many as were given, if that is another number.</summary>
    internal double[] LowerOf(int parameterCount) => Lower.For(parameterCount);

    /// <summary>The same of the upper bounds.</summary>
    internal double[] UpperOf(int parameterCount) => Upper.For(parameterCount);

    /// <summary>Whether any bound is finite.</summary>
    internal bool IsFinite => Lower.Values.Any(double.IsFinite) || Upper.Values.Any(double.IsFinite);

    /// <summary>For how many parameters these are; null where there is one bound for all.</summary>
    internal int? Count => !Lower.IsOne ? Lower.Values.Length : !Upper.IsOne ? Upper.Values.Length : null;

    internal OneOrEach Lower { get; }

    internal OneOrEach Upper { get; }

    private static OneOrEach Each(double[] values, string argument)
    {
        ArgumentNullException.ThrowIfNull(values, argument);
        return new(values);
    }
}
