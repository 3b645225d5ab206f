using System.Numerics;
using System.Runtime.CompilerServices;

namespace MinpackNet;

/// <summary>As many doubles as a <c>Vector</c> has.</summary>
internal readonly struct Simd(Vector<double> value) : ISimd<Simd>
{
    public static int Count => Vector<double>.Count;

    public readonly Vector<double> Value = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd operator +(Simd x, Simd y) => new(x.Value + y.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd operator -(Simd x, Simd y) => new(x.Value - y.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd operator -(Simd x) => new(-x.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd operator *(Simd x, Simd y) => new(x.Value * y.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd operator /(Simd x, Simd y) => new(x.Value / y.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd operator &(Simd x, Simd y) => new(x.Value & y.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd operator |(Simd x, Simd y) => new(x.Value | y.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd operator ^(Simd x, Simd y) => new(x.Value ^ y.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd operator ~(Simd x) => new(~x.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd All(double x) => new(new Vector<double>(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd AllBits(long x) => new(Vector.AsVectorDouble(new Vector<long>(x)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd Load(ref double from, int index) => new(Vector.LoadUnsafe(ref from, (nuint)index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd Repeat(ref double vector) => new(Vector.LoadUnsafe(ref vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref double to, int index) => Value.StoreUnsafe(ref to, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd Abs(Simd x) => new(Vector.Abs(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd Floor(Simd x) => new(Vector.Floor(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd Sqrt(Simd x) => new(Vector.SquareRoot(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd Equal(Simd x, Simd y) => new(Vector.AsVectorDouble(Vector.Equals(x.Value, y.Value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd Less(Simd x, Simd y) => new(Vector.AsVectorDouble(Vector.LessThan(x.Value, y.Value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd AtMost(Simd x, Simd y) => new(Vector.AsVectorDouble(Vector.LessThanOrEqual(x.Value, y.Value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllAtMost(Simd x, Simd y) => Vector.LessThanOrEqualAll(x.Value, y.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Everywhere(Simd condition) =>
        Vector.EqualsAll(Vector.AsVectorInt64(condition.Value), Vector<long>.AllBitsSet);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd Select(Simd condition, Simd x, Simd y) =>
        new(Vector.ConditionalSelect(Vector.AsVectorInt64(condition.Value), x.Value, y.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd AddBits(Simd x, Simd y) =>
        new(Vector.AsVectorDouble(Vector.AsVectorInt64(x.Value) + Vector.AsVectorInt64(y.Value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd SubtractBits(Simd x, Simd y) =>
        new(Vector.AsVectorDouble(Vector.AsVectorInt64(x.Value) - Vector.AsVectorInt64(y.Value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd EqualBits(Simd x, Simd y) =>
        new(Vector.AsVectorDouble(Vector.Equals(Vector.AsVectorInt64(x.Value), Vector.AsVectorInt64(y.Value))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd ShiftBitsLeft(Simd x, int by) =>
        new(Vector.AsVectorDouble(Vector.ShiftLeft(Vector.AsVectorInt64(x.Value), by)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd ShiftBitsRight(Simd x, int by) =>
        new(Vector.AsVectorDouble(Vector.ShiftRightLogical(Vector.AsVectorInt64(x.Value), by)));
}
