using System.Globalization;
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
        : this(([lb], true), ([ub], true))
    {
    }

    /// <summary>A bound below for all parameters and one above for each.</summary>
    /// <param name="lb">The bound below; negative infinity for none.</param>
    /// <param name="ub">n bounds above; infinity for none.</param>
    public Bounds(double lb, double[] ub)
        : this(([lb], true), (ub, false))
    {
    }

    /// <summary>A bound below for each parameter and one above for all.</summary>
    /// <param name="lb">n bounds below; negative infinity for none.</param>
    /// <param name="ub">The bound above; infinity for none.</param>
    public Bounds(double[] lb, double ub)
        : this((lb, false), ([ub], true))
    {
    }

    /// <summary>Bounds for each parameter.</summary>
    /// <param name="lb">n bounds below; negative infinity for none.</param>
    /// <param name="ub">n bounds above; infinity for none.</param>
    public Bounds(double[] lb, double[] ub)
        : this((lb, false), (ub, false))
    {
    }

    internal Bounds((double[] Values, bool IsOne) lb, (double[] Values, bool IsOne) ub)
    {
        ArgumentNullException.ThrowIfNull(lb.Values, nameof(lb));
        ArgumentNullException.ThrowIfNull(ub.Values, nameof(ub));
        Lower = ([.. lb.Values], lb.IsOne);
        Upper = ([.. ub.Values], ub.IsOne);
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
        other is not null && AreEqual(Lower, other.Lower) && AreEqual(Upper, other.Upper);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Bounds);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Lower.Values.FirstOrDefault(), Upper.Values.FirstOrDefault());

    /// <summary>The bounds below and above, in any culture with a decimal point.</summary>
    public override string ToString() => $"({Text(Lower)}, {Text(Upper)})";

    /// <summary>The lower bound of each of n parameters; as many as were given, if that is another number.</summary>
    internal double[] LowerOf(int parameterCount) => Expand(Lower, parameterCount);

    /// <summary>The same of the upper bounds.</summary>
    internal double[] UpperOf(int parameterCount) => Expand(Upper, parameterCount);

    /// <summary>Whether any bound is finite.</summary>
    internal bool IsFinite => Lower.Values.Any(double.IsFinite) || Upper.Values.Any(double.IsFinite);

    /// <summary>For how many parameters these are; null where there is one bound for all.</summary>
    internal int? Count => !Lower.IsOne ? Lower.Values.Length : !Upper.IsOne ? Upper.Values.Length : null;

    /// <summary>The numbers below, and whether one is for all.</summary>
    internal (double[] Values, bool IsOne) Lower { get; }

    /// <summary>The same above.</summary>
    internal (double[] Values, bool IsOne) Upper { get; }

    private static bool AreEqual((double[] Values, bool IsOne) one, (double[] Values, bool IsOne) other) =>
        one.IsOne == other.IsOne && one.Values.AsSpan().SequenceEqual(other.Values);

    private static string Text((double[] Values, bool IsOne) bound) => bound.IsOne
        ? bound.Values[0].ToString(CultureInfo.InvariantCulture)
        : RealVector.Create(bound.Values).ToString();

    private static double[] Expand((double[] Values, bool IsOne) bound, int count)
    {
        if (!bound.IsOne)
        {
            return [.. bound.Values];
        }

        double[] all = new double[count];
        Array.Fill(all, bound.Values[0]);
        return all;
    }
}
