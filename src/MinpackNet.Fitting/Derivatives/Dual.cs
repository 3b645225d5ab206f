using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MinpackNet.Fitting;

/// <summary>
/// A number with its derivatives with respect to four variables, propagated by the chain rule (Wengert 1964).
/// They are exact except for rounding.
/// </summary>
/// <remarks>
/// Comparisons and rounding use the value alone. A derivative is zero either because the number does not depend on the
/// variable, and stays so whatever slope it meets, or because the variable has no effect just here, as on a³ at 0:
/// times an infinite slope, that is NaN, which stands for a limit to be found otherwise.
/// </remarks>
internal readonly partial struct Dual : IModelNumber<Dual>
{
    /// <summary>The number of derivatives.</summary>
    public const int Width = 4;

    /// <summary>A constant.</summary>
    public Dual(double value)
        : this(value, Vector256<double>.Zero, 0)
    {
    }

    private Dual(double value, Vector256<double> partials, int variables)
    {
        Value = value;
        Partials = partials;
        Variables = variables;
    }

    public double Value { get; }

    public Vector256<double> Partials { get; }

    /// <summary>The variables that the number depends on, a bit for each.</summary>
    private int Variables { get; }

    public static Dual operator +(Dual left, Dual right) =>
        new(left.Value + right.Value, left.Partials + right.Partials, left.Variables | right.Variables);

    public static Dual operator -(Dual left, Dual right) =>
        new(left.Value - right.Value, left.Partials - right.Partials, left.Variables | right.Variables);

    public static Dual operator *(Dual left, Dual right) => new(
        left.Value * right.Value,
        Scale(right.Value, left) + Scale(left.Value, right),
        left.Variables | right.Variables);

    public static Dual operator /(Dual left, Dual right)
    {
        double value = left.Value / right.Value;
        // One quotient, as written by hand, rounds less than a product with 1 / right.
        Vector256<double> partials = (left.Partials - Scale(value, right)) / right.Value;
        return new(value, partials, left.Variables | right.Variables);
    }

    /// <summary>The remainder left - right k, where the integer k is constant nearly everywhere.</summary>
    public static Dual operator %(Dual left, Dual right) => new(
        left.Value % right.Value,
        left.Partials + Scale(-Math.Truncate(left.Value / right.Value), right),
        left.Variables | right.Variables);

    public static Dual operator -(Dual value) => new(-value.Value, -value.Partials, value.Variables);

    public static Dual operator +(Dual value) => value;

    public static Dual operator ++(Dual value) => new(value.Value + 1, value.Partials, value.Variables);

    public static Dual operator --(Dual value) => new(value.Value - 1, value.Partials, value.Variables);

    public static Dual Constant(double value) => new(value);

    /// <summary>The parameters as dual numbers; up to four of them are the variables.</summary>
    public static void Seed(ReadOnlySpan<double> parameters, ReadOnlySpan<int> variables, Span<Dual> seeded)
    {
        for (int j = 0; j < parameters.Length; j++)
        {
            seeded[j] = new(parameters[j]);
        }

        for (int k = 0; k < variables.Length; k++)
        {
            seeded[variables[k]] = new(
                parameters[variables[k]], Vector256<double>.Zero.WithElement(k, 1), 1 << k);
        }
    }

    public override bool Equals(object? obj) => obj is Dual other && Value.Equals(other.Value);

    public override int GetHashCode() => Value.GetHashCode();

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The chain rule for one argument.</summary>
    private static Dual Chain(double value, double slope, Dual argument) =>
        new(value, Scale(slope, argument), argument.Variables);

    /// <summary>slope × derivatives; those by other variables stay zero even if the slope is not finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Scale(double slope, Dual argument)
    {
        Vector256<double> product = argument.Partials * slope;
        return double.IsFinite(slope) ? product : OfVariables(product, argument.Variables);
    }

    private static Vector256<double> OfVariables(Vector256<double> product, int variables)
    {
        for (int k = 0; k < Width; k++)
        {
            product = (variables & (1 << k)) == 0 ? product.WithElement(k, 0) : product;
        }

        return product;
    }
}
