using System.Runtime.InteropServices;

namespace MinpackNet.Benchmarks;

/// <summary>Functions to 240 bits by GNU MPFR (Debian: libmpfr6).</summary>
internal static unsafe partial class Mpfr
{
    private const string Library = "libmpfr.so.6";
    private const int Precision = 240;
    private const int Nearest = 0;

    private static readonly Number* X = New();
    private static readonly Number* Y = New();

    /// <summary>The function of a number, and how far a result is from it, in units of its last place.</summary>
    public static (double Value, double Units) ErrorOf(string function, double x, double result)
    {
        _ = mpfr_set_d(X, x, Nearest);
        _ = function switch
        {
            "exp" => mpfr_exp(Y, X, Nearest),
            "log" => mpfr_log(Y, X, Nearest),
            "sin" => mpfr_sin(Y, X, Nearest),
            "cos" => mpfr_cos(Y, X, Nearest),
            "tan" => mpfr_tan(Y, X, Nearest),
            "pow" => Power(Accuracy.ExponentOf(x)),
            "tanh" => mpfr_tanh(Y, X, Nearest),
            _ => throw new ArgumentException($"{function} is not one of the functions.", nameof(function)),
        };
        double value = mpfr_get_d(Y, Nearest);
        _ = mpfr_sub_d(Y, Y, result, Nearest);
        double unit = Math.ScaleB(1, Math.Max(Math.ILogB(value), -1022) - 52);
        return (value, Math.Abs(mpfr_get_d(Y, Nearest)) / unit);
    }

    private static int Power(double exponent)
    {
        _ = mpfr_set_d(Y, exponent, Nearest);
        return mpfr_pow(Y, X, Y, Nearest);
    }

    private static Number* New()
    {
        Number* number = (Number*)NativeMemory.AllocZeroed((nuint)sizeof(Number));
        mpfr_init2(number, Precision);
        return number;
    }

    /// <summary>MPFR's own; its fields are none of ours.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 32)]
    private struct Number;

#pragma warning disable IDE1006 // the names are the library's
    [LibraryImport(Library)]
    private static partial void mpfr_init2(Number* x, nint precision);

    [LibraryImport(Library)]
    private static partial int mpfr_set_d(Number* x, double value, int rounding);

    [LibraryImport(Library)]
    private static partial double mpfr_get_d(Number* x, int rounding);

    [LibraryImport(Library)]
    private static partial int mpfr_sub_d(Number* result, Number* x, double y, int rounding);

    [LibraryImport(Library)]
    private static partial int mpfr_exp(Number* result, Number* x, int rounding);

    [LibraryImport(Library)]
    private static partial int mpfr_log(Number* result, Number* x, int rounding);

    [LibraryImport(Library)]
    private static partial int mpfr_sin(Number* result, Number* x, int rounding);

    [LibraryImport(Library)]
    private static partial int mpfr_cos(Number* result, Number* x, int rounding);

    [LibraryImport(Library)]
    private static partial int mpfr_tan(Number* result, Number* x, int rounding);

    [LibraryImport(Library)]
    private static partial int mpfr_tanh(Number* result, Number* x, int rounding);

    [LibraryImport(Library)]
    private static partial int mpfr_pow(Number* result, Number* x, Number* y, int rounding);
#pragma warning restore IDE1006
}
