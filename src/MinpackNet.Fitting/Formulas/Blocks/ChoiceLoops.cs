using System.Runtime.CompilerServices;

namespace MinpackNet.Fitting;

/// <summary>Comparisons and choices for the loops over blocks. A number that is not zero, NaN too, means yes.</summary>
internal static class ChoiceLoops
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Number<T>(T condition)
        where T : struct, ISimd<T> => T.Select(condition, T.All(1), T.All(0));

    public readonly struct Less : BlockLoops.IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, ISimd<T> => Number(T.Less(x, y));
    }

    public readonly struct LessOrEqual : BlockLoops.IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, ISimd<T> => Number(T.AtMost(x, y));
    }

    public readonly struct Equal : BlockLoops.IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, ISimd<T> => Number(T.Equal(x, y));
    }

    public readonly struct NotEqual : BlockLoops.IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, ISimd<T> => Number(~T.Equal(x, y));
    }

    public readonly struct Choose : BlockLoops.ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y, T z)
            where T : struct, ISimd<T> => T.Select(T.Equal(x, T.All(0)), z, y);
    }

    public readonly struct Mask : BlockLoops.IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, ISimd<T> => T.Select(T.Equal(y, T.All(0)), T.All(0), x);
    }
}
