namespace MinpackNet.Fitting.Tests;

/// <summary>NIST's models, written for any number type as C# is: with loops, variables and helpers.</summary>
internal static class NistCurves
{
    public static IReadOnlyDictionary<string, Func<IReadOnlyList<string>, Model>> All { get; } =
        new Dictionary<string, Func<IReadOnlyList<string>, Model>>
        {
            ["Bennett5"] = names => Model.FromCurve<Bennett5>([.. names]),
            ["BoxBOD"] = names => Model.FromCurve<Saturation>([.. names]),
            ["Chwirut1"] = names => Model.FromCurve<Chwirut>([.. names]),
            ["Chwirut2"] = names => Model.FromCurve<Chwirut>([.. names]),
            ["DanWood"] = names => Model.FromCurve<PowerLaw>([.. names]),
            ["ENSO"] = names => Model.FromCurve<Enso>([.. names]),
            ["Eckerle4"] = names => Model.FromCurve<Eckerle4>([.. names]),
            ["Gauss1"] = names => Model.FromCurve<Peaks>([.. names]),
            ["Gauss2"] = names => Model.FromCurve<Peaks>([.. names]),
            ["Gauss3"] = names => Model.FromCurve<Peaks>([.. names]),
            ["Hahn1"] = names => Model.FromCurve<CubicRatio>([.. names]),
            ["Kirby2"] = names => Model.FromCurve<SquareRatio>([.. names]),
            ["Lanczos1"] = names => Model.FromCurve<Exponentials>([.. names]),
            ["Lanczos2"] = names => Model.FromCurve<Exponentials>([.. names]),
            ["Lanczos3"] = names => Model.FromCurve<Exponentials>([.. names]),
            ["MGH09"] = names => Model.FromCurve<Mgh09>([.. names]),
            ["MGH10"] = names => Model.FromCurve<Mgh10>([.. names]),
            ["MGH17"] = names => Model.FromCurve<Mgh17>([.. names]),
            ["Misra1a"] = names => Model.FromCurve<Saturation>([.. names]),
            ["Misra1b"] = names => Model.FromCurve<Misra1b>([.. names]),
            ["Misra1c"] = names => Model.FromCurve<Misra1c>([.. names]),
            ["Misra1d"] = names => Model.FromCurve<Misra1d>([.. names]),
            ["Nelson"] = names => Model.FromSurface<Nelson>([.. names]),
            ["Rat42"] = names => Model.FromCurve<Rat42>([.. names]),
            ["Rat43"] = names => Model.FromCurve<Rat43>([.. names]),
            ["Roszman1"] = names => Model.FromCurve<Roszman1>([.. names]),
            ["Thurber"] = names => Model.FromCurve<CubicRatio>([.. names]),
        };

    /// <summary>By Horner's rule, from the lowest coefficient.</summary>
    private static T Polynomial<T>(ReadOnlySpan<T> b, T x)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        for (int k = b.Length - 1; k >= 0; k--)
        {
            sum = (sum * x) + b[k];
        }

        return sum;
    }

    private static T Peak<T>(ReadOnlySpan<T> b, T x)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        T u = (x - b[1]) / b[2];
        return b[0] * T.Exp(-u * u);
    }

    private readonly struct Bennett5 : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) =>
            b[0] * T.Pow(b[1] + x, -T.One / b[2]);
    }

    private readonly struct Chwirut : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) =>
            T.Exp(-b[0] * x) / (b[1] + (b[2] * x));
    }

    private readonly struct PowerLaw : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) =>
            b[0] * T.Pow(x, b[1]);
    }

    private readonly struct Enso : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x)
        {
            T sum = b[0] + Wave(b[1], b[2], T.CreateChecked(12), x);
            return sum + Wave(b[4], b[5], b[3], x) + Wave(b[7], b[8], b[6], x);

            static T Wave(T a, T b, T period, T x)
            {
                (T sin, T cos) = T.SinCos(T.Tau * x / period);
                return (a * cos) + (b * sin);
            }
        }
    }

    private readonly struct Eckerle4 : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x)
        {
            T u = (x - b[2]) / b[1];
            return b[0] / b[1] * T.Exp(-(u * u) / T.CreateChecked(2));
        }
    }

    private readonly struct Peaks : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) =>
            (b[0] * T.Exp(-b[1] * x)) + Peak(b[2..5], x) + Peak(b[5..], x);
    }

    private readonly struct CubicRatio : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) =>
            Polynomial(b[..4], x) / (T.One + (x * Polynomial(b[4..], x)));
    }

    private readonly struct SquareRatio : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) =>
            Polynomial(b[..3], x) / (T.One + (x * Polynomial(b[3..], x)));
    }

    private readonly struct Exponentials : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x)
        {
            T sum = T.Zero;
            for (int k = 0; k < b.Length; k += 2)
            {
                sum += b[k] * T.Exp(-b[k + 1] * x);
            }

            return sum;
        }
    }

    private readonly struct Mgh09 : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) =>
            b[0] * ((x * x) + (x * b[1])) / ((x * x) + (x * b[2]) + b[3]);
    }

    private readonly struct Mgh10 : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) =>
            b[0] * T.Exp(b[1] / (x + b[2]));
    }

    private readonly struct Mgh17 : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) =>
            b[0] + (b[1] * T.Exp(-x * b[3])) + (b[2] * T.Exp(-x * b[4]));
    }

    private readonly struct Misra1b : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) =>
            b[0] * (T.One - T.Pow(T.One + (b[1] * x / T.CreateChecked(2)), T.CreateChecked(-2)));
    }

    private readonly struct Misra1c : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) =>
            b[0] * (T.One - (T.One / T.Sqrt(T.One + (T.CreateChecked(2) * b[1] * x))));
    }

    private readonly struct Misra1d : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) =>
            b[0] * b[1] * x / (T.One + (b[1] * x));
    }

    private readonly struct Rat42 : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) =>
            b[0] / (T.One + T.Exp(b[1] - (b[2] * x)));
    }

    private readonly struct Rat43 : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) =>
            b[0] / T.Pow(T.One + T.Exp(b[1] - (b[2] * x)), T.One / b[3]);
    }

    private readonly struct Roszman1 : ICurveModel
    {
        static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) =>
            b[0] - (b[1] * x) - (T.Atan(b[2] / (x - b[3])) / T.Pi);
    }

    private readonly struct Nelson : ISurfaceModel
    {
        static T ISurfaceModel.Evaluate<T>(ReadOnlySpan<T> b, ReadOnlySpan<T> x) =>
            b[0] - (b[1] * x[0] * T.Exp(-b[2] * x[1]));
    }
}
