using System.Numerics;

namespace MinpackNet.Fitting;

/// <summary>Comparisons and choices for the loops over blocks. A number that is not zero, NaN too, means yes.</summary>
internal static class ChoiceLoops
{
    private static Vector<double> Number(Vector<long> isTrue) =>
        Vector.ConditionalSelect(isTrue, Vector<double>.One, Vector<double>.Zero);

    public readonly struct Less : BlockLoops.IBinary
    {
        public static Vector<double> Of(Vector<double> x, Vector<double> y) => Number(Vector.LessThan(x, y));
    }

    public readonly struct LessOrEqual : BlockLoops.IBinary
    {
        public static Vector<double> Of(Vector<double> x, Vector<double> y) => Number(Vector.LessThanOrEqual(x, y));
    }

    public readonly struct Equal : BlockLoops.IBinary
    {
        public static Vector<double> Of(Vector<double> x, Vector<double> y) => Number(Vector.Equals(x, y));
    }

    public readonly struct NotEqual : BlockLoops.IBinary
    {
        public static Vector<double> Of(Vector<double> x, Vector<double> y) => Number(~Vector.Equals(x, y));
    }

    public readonly struct Choose : BlockLoops.ITernary
    {
        public static Vector<double> Of(Vector<double> x, Vector<double> y, Vector<double> z) =>
            Vector.ConditionalSelect(Vector.Equals(x, Vector<double>.Zero), z, y);
    }

    public readonly struct Mask : BlockLoops.IBinary
    {
        public static Vector<double> Of(Vector<double> x, Vector<double> y) =>
            Vector.ConditionalSelect(Vector.Equals(y, Vector<double>.Zero), Vector<double>.Zero, x);
    }
}
