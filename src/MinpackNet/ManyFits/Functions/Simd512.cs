using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MinpackNet;

/// <summary>
/// Eight doubles: twice as many as a <c>Vector</c> on processors with AVX-512, where .NET keeps that to 256 bits.
/// </summary>
internal readonly struct Simd512(Vector512<double> value) : ISimd<Simd512>
{
    public static int Count => Vector512<double>.Count;

    /// <summary>Whether this is twice as wide as <see cref="Simd"/> at the speed of one instruction.</summary>
    public static bool IsWider => Vector512.IsHardwareAccelerated && Vector<double>.Count == Vector256<double>.Count;

    private readonly Vector512<double> Value = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 operator +(Simd512 x, Simd512 y) => new(x.Value + y.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 operator -(Simd512 x, Simd512 y) => new(x.Value - y.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 operator -(Simd512 x) => new(-x.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 operator *(Simd512 x, Simd512 y) => new(x.Value * y.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 operator /(Simd512 x, Simd512 y) => new(x.Value / y.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 operator &(Simd512 x, Simd512 y) => new(x.Value & y.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 operator |(Simd512 x, Simd512 y) => new(x.Value | y.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 operator ^(Simd512 x, Simd512 y) => new(x.Value ^ y.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 operator ~(Simd512 x) => new(~x.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 All(double x) => new(Vector512.Create(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 AllBits(long x) => new(Vector512.Create(x).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 Load(ref double from, int index) => new(Vector512.LoadUnsafe(ref from, (nuint)index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 Repeat(ref double vector)
    {
        Vector256<double> half = Vector256.LoadUnsafe(ref vector);
        return new(Vector512.Create(half, half));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref double to, int index) => Value.StoreUnsafe(ref to, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 Abs(Simd512 x) => new(Vector512.Abs(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 Floor(Simd512 x) => new(Vector512.Floor(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 Sqrt(Simd512 x) => new(Vector512.Sqrt(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 Equal(Simd512 x, Simd512 y) => new(Vector512.Equals(x.Value, y.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 Less(Simd512 x, Simd512 y) => new(Vector512.LessThan(x.Value, y.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 AtMost(Simd512 x, Simd512 y) => new(Vector512.LessThanOrEqual(x.Value, y.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllAtMost(Simd512 x, Simd512 y) => Vector512.LessThanOrEqualAll(x.Value, y.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Everywhere(Simd512 condition) =>
        Vector512.EqualsAll(condition.Value.AsInt64(), Vector512<long>.AllBitsSet);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 Select(Simd512 condition, Simd512 x, Simd512 y) =>
        new(Vector512.ConditionalSelect(condition.Value, x.Value, y.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 AddBits(Simd512 x, Simd512 y) => new((x.Value.AsInt64() + y.Value.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 SubtractBits(Simd512 x, Simd512 y) => new((x.Value.AsInt64() - y.Value.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 EqualBits(Simd512 x, Simd512 y) =>
        new(Vector512.Equals(x.Value.AsInt64(), y.Value.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 ShiftBitsLeft(Simd512 x, int by) =>
        new(Vector512.ShiftLeft(x.Value.AsInt64(), by).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 ShiftBitsRight(Simd512 x, int by) =>
        new(Vector512.ShiftRightLogical(x.Value.AsInt64(), by).AsDouble());
}
