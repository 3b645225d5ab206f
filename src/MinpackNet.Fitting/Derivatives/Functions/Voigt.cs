using System.Numerics;

namespace MinpackNet.Fitting;

/// <summary>
/// Voigt's profile, the convolution of a normal density and a Lorentzian, with its derivatives.
/// </summary>
/// <remarks>
/// V = Re w(z)/(|σ| √(2π)) with z = (x + iγ)/(|σ| √2), as scipy.special.voigt_profile for σ ≥ 0. It is the Lorentzian
/// at σ = 0 and the normal density at γ = 0. For negative γ and σ ≠ 0 it is continued smoothly through γ = 0.
/// </remarks>
/// <param name="Value">V.</param>
/// <param name="ByX">Its derivative by x.</param>
/// <param name="BySigma">By σ, the standard deviation.</param>
/// <param name="ByGamma">By γ, half the width at half maximum.</param>
internal readonly record struct Voigt(double Value, double ByX, double BySigma, double ByGamma)
{
    // From here on the profile and the Lorentzian differ by less than rounding.
    private const double Far = 1e8;

    private static readonly double RootOfHalf = Math.Sqrt(0.5);
    private static readonly double RootOfPi = Math.Sqrt(Math.PI);

    public static Voigt At(double x, double sigma, double gamma)
    {
        double deviation = Math.Abs(sigma);
        double distance = double.Hypot(x, gamma);
        return deviation == 0 || (gamma >= 0 && distance > Far * deviation)
            ? Lorentzian(x, sigma, gamma, distance)
            : Profile(x, sigma, gamma, deviation);
    }

    private static Voigt Lorentzian(double x, double sigma, double gamma, double distance)
    {
        if (distance == 0)
        {
            return new(double.PositiveInfinity, double.NaN, double.NaN, double.NaN);
        }

        if (double.IsInfinity(distance))
        {
            return default;
        }

        (double cos, double sin) = (x / distance, gamma / distance);
        double unit = 1 / Math.PI / distance;
        double square = unit / distance;
        return new(
            sin * unit,
            -2 * cos * sin * square,
            sigma / distance * 2 * sin * ((3 * cos * cos) - (sin * sin)) * square,
            (cos - sin) * (cos + sin) * square);
    }

    private static Voigt Profile(double x, double sigma, double gamma, double deviation)
    {
        double scaled = x / deviation;
        double height = Math.Abs(gamma) / deviation * RootOfHalf;
        Faddeeva w = Faddeeva.At(RootOfHalf * scaled, height, Gaussian.Of(x, deviation));
        if (gamma < 0)
        {
            w = BelowAxis(w, RootOfHalf * scaled, height);
        }

        // The derivative by σ is σ times the second one by x: both are those of heat that spreads.
        double bySquare = 0.5 / RootOfPi / deviation / deviation;
        return new(
            w.Value.Real * RootOfHalf / RootOfPi / deviation,
            w.First.Real * bySquare,
            (sigma < 0 ? -1 : 1) * w.Second.Real * bySquare * RootOfHalf,
            -w.First.Imaginary * bySquare);
    }

    /// <summary>w at x - iy, which is 2 exp(-z²) - w(-z), from w at x + iy, which is the conjugate of w(-z).</summary>
    private static Faddeeva BelowAxis(Faddeeva above, double x, double y)
    {
        Complex z = new(x, -y);
        (double sin, double cos) = Math.SinCos(2 * x * y);
        Complex power = 2 * Math.Exp((y - x) * (y + x)) * new Complex(cos, sin);
        return new(
            power - Complex.Conjugate(above.Value),
            (-2 * z * power) - Complex.Conjugate(above.First),
            (((4 * z * z) - 2) * power) - Complex.Conjugate(above.Second));
    }
}
