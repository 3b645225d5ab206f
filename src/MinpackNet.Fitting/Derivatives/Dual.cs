using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MinpackNet.Fitting;

/// <summary>
/// A number with its derivatives with respect to four variables, propagated by the chain rule (Wengert 1964).
/// They are exact except for rounding.
/// </summary>
/// <remarks>Comparisons and rounding use the value alone.</remarks>
internal readonly partial struct Dual : IFloatingPointIeee754<Dual>
{
    /// <summary>The number of derivatives.</summary>
    public const int Width = 4;

    /// <summary>A constant.</summary>
    public Dual(double value)
        : this(value, Vector256<double>.Zero)
    {
    }

    public Dual(double value, Vector256<double> partials)
    {
        Value = value;
        Partials = partials;
    }

    public double Value { get; }

    public Vector256<double> Partials { get; }

    public static Dual operator +(Dual left, Dual right) =>
        new(left.Value + right.Value, left.Partials + right.Partials);

    public static Dual operator -(Dual left, Dual right) =>
        new(left.Value - right.Value, left.Partials - right.Partials);

    public static Dual operator *(Dual left, Dual right) => new(
        left.Value * right.Value, Scale(right.Value, left.Partials) + Scale(left.Value, right.Partials));

    public static Dual operator /(Dual left, Dual right)
    {
        double value = left.Value / right.Value;
        // One quotient, as written by hand, rounds less than a product with 1 / right.
        return new(value, (left.Partials - Scale(value, right.Partials)) / right.Value);
    }

    /// <summary>The remainder left - right k, where the integer k is constant nearly everywhere.</summary>
    public static Dual operator %(Dual left, Dual right) => new(
        left.Value % right.Value,
        left.Partials + Scale(-Math.Truncate(left.Value / right.Value), right.Partials));

    public static Dual operator -(Dual value) => new(-value.Value, -value.Partials);

    public static Dual operator +(Dual value) => value;

    public static Dual operator ++(Dual value) => new(value.Value + 1, value.Partials);

    public static Dual operator --(Dual value) => new(value.Value - 1, value.Partials);

    public static bool operator ==(Dual left, Dual right) => left.Value == right.Value;

    public static bool operator !=(Dual left, Dual right) => left.Value != right.Value;

    public static bool operator <(Dual left, Dual right) => left.Value < right.Value;

    public static bool operator >(Dual left, Dual right) => left.Value > right.Value;

    public static bool operator <=(Dual left, Dual right) => left.Value <= right.Value;

    public static bool operator >=(Dual left, Dual right) => left.Value >= right.Value;

    /// <summary>The parameters as dual numbers; up to four of them are the variables.</summary>
    public static void Seed(ReadOnlySpan<double> parameters, ReadOnlySpan<int> variables, Span<Dual> seeded)
    {
        for (int j = 0; j < parameters.Length; j++)
        {
            seeded[j] = new(parameters[j]);
        }

        for (int k = 0; k < variables.Length; k++)
        {
            seeded[variables[k]] = new(parameters[variables[k]], Vector256<double>.Zero.WithElement(k, 1));
        }
    }

    /// <summary>The chain rule for one argument.</summary>
    private static Dual Chain(double value, double slope, Dual argument) => new(value, Scale(slope, argument.Partials));

    /// <summary>slope × partials, where a zero derivative stays zero even if the slope is infinite or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Scale(double slope, Vector256<double> partials)
    {
        Vector256<double> product = partials * slope;
        return double.IsFinite(slope)
            ? product
            : Vector256.ConditionalSelect(
                Vector256.Equals(partials, Vector256<double>.Zero), Vector256<double>.Zero, product);
    }
}
