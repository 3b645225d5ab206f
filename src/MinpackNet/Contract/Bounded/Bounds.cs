using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>
/// The bounds of the parameters: a number for all of them or one for each, infinite where there is none. SciPy: Bounds.
/// </summary>
/// <remarks>
/// Write <c>(0, [9, 1])</c> or <c>new(0, [9, 1])</c>. Arrays are copied. Bounds are equal if their numbers are.
/// </remarks>
[JsonConverter(typeof(BoundsJsonConverter))]
public sealed class Bounds : IEquatable<Bounds>
{
    /// <summary>Bounds for all parameters, or for each.</summary>
    /// <param name="lb">One bound below for all parameters, or n; negative infinity for none.</param>
    /// <param name="ub">One bound above for all parameters, or n; infinity for none.</param>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public Bounds(BoundValues lb, BoundValues ub)
    {
        ArgumentNullException.ThrowIfNull(lb);
        ArgumentNullException.ThrowIfNull(ub);
        Lower = lb.Values;
        Upper = ub.Values;
    }

    /// <summary>Bounds for each parameter.</summary>
    /// <param name="lb">n bounds below; negative infinity for none.</param>
    /// <param name="ub">n bounds above; infinity for none.</param>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    /// <remarks>With two constructors F# converts the arguments, also one that is a number.</remarks>
    public Bounds(double[] lb, double[] ub)
        : this((BoundValues)lb, (BoundValues)ub)
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

    /// <summary>Bounds as a pair.</summary>
    /// <param name="bounds">Below and above, each one for all parameters, or n.</param>
    public static implicit operator Bounds((BoundValues Lb, BoundValues Ub) bounds) => new(bounds.Lb, bounds.Ub);

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
}
