using System.Numerics;

namespace MinpackNet.Fitting;

/// <summary>
/// The Faddeeva function w(z) = exp(-z²) erfc(-iz) with its first two derivatives, in the upper half plane.
/// </summary>
/// <remarks>
/// The integral of exp(-t²) i/(π (z - t)) over t by the trapezoidal rule or, where z is near one of its nodes, by the
/// midpoint rule, with the residue of the pole at t = z (Matta and Reichel 1971; Al Azah and Chandler-Wilde 2021). The
/// derivatives are those of rule and residue: nothing cancels far out, as it does in w' = 2i/√π - 2zw. Real parts keep
/// their relative accuracy down to the real axis.
/// </remarks>
/// <param name="Value">w.</param>
/// <param name="First">w'.</param>
/// <param name="Second">w''.</param>
internal readonly record struct Faddeeva(Complex Value, Complex First, Complex Second)
{
    // The rules err by exp(-π²/Spacing²), and by exp(-t²) at the last node: both far below rounding.
    private const double Spacing = 0.5;
    private const int Nodes = 13;

    // Above this the residue is less than the rules err by.
    private const double LastResidue = Math.PI / Spacing;

    private static readonly double[] Trapezoidal = Weights(0);
    private static readonly double[] Midpoint = Weights(0.5);

    /// <summary>The function at x + iy.</summary>
    /// <param name="x">The real part.</param>
    /// <param name="y">The imaginary part, not negative.</param>
    /// <param name="gaussian">exp(-x²), which the caller may know better than x tells.</param>
    public static Faddeeva At(double x, double y, double gaussian)
    {
        double places = x / Spacing;
        double fraction = places - Math.Round(places);
        bool isMidpoint = Math.Abs(fraction) <= 0.25;
        (Complex value, Complex first, Complex second) = (0, 0, 0);
        double[] weights = isMidpoint ? Midpoint : Trapezoidal;
        double node = -Nodes * Spacing;
        node += isMidpoint ? Spacing / 2 : 0;
        foreach (double weight in weights)
        {
            double distance = x - node;
            double square = (distance * distance) + (y * y);
            (double re, double im) = (distance / square, -y / square);
            (double re2, double im2) = ((re - im) * (re + im), 2 * re * im);
            (double re3, double im3) = ((re2 * re) - (im2 * im), (re2 * im) + (im2 * re));
            value += weight * new Complex(-im, re);
            first += weight * new Complex(im2, -re2);
            second += 2 * weight * new Complex(-im3, re3);
            node += Spacing;
        }

        Faddeeva rule = new(value, first, second);
        return y < LastResidue && gaussian > 0 ? rule.WithResidue(x, y, gaussian, fraction, isMidpoint) : rule;
    }

    /// <summary>
    /// Adds 2 exp(-z²) g(z), g = 1/(1 ± exp(-2πiz/h)) = (1 + i tan ω)/2, where ω is πz/h for the midpoint rule and a
    /// quarter of a turn more for the trapezoidal rule. Real and imaginary parts are written out so that those that are
    /// zero on the real axis are exactly zero there.
    /// </summary>
    private Faddeeva WithResidue(double x, double y, double gaussian, double fraction, bool isMidpoint)
    {
        const double Turn = 2 * Math.PI / Spacing;
        double sign = isMidpoint ? 1 : -1;
        (double sin, double cos) = (sign * double.SinPi(2 * fraction), sign * double.CosPi(2 * fraction));
        (double sinh, double cosh) = (Math.Sinh(Turn * y), Math.Cosh(Turn * y));
        double sum = cos + cosh;
        Complex g = new((cos + Math.Exp(-Turn * y)) / (2 * sum), sin / (2 * sum));
        Complex product = new Complex(1 + (cos * cosh), sin * sinh) / (2 * sum * sum); // g (1 - g)
        Complex difference = new(sinh / sum, -sin / sum); // 1 - 2g
        Complex slope = new(-Turn * product.Imaginary, Turn * product.Real);
        Complex bend = -Turn * Turn * (product * difference);
        Complex z = new(x, y);
        (double phaseSin, double phaseCos) = Math.SinCos(2 * x * y);
        Complex power = 2 * Math.Exp(y * y) * gaussian * new Complex(phaseCos, -phaseSin);
        return new(
            Value + (power * g),
            First + (power * (slope - (2 * z * g))),
            Second + (power * (bend - (4 * z * slope) + (((4 * z * z) - 2) * g))));
    }

    /// <summary>h/π exp(-t²) at the nodes t.</summary>
    private static double[] Weights(double shift)
    {
        int count = shift == 0 ? (2 * Nodes) + 1 : 2 * Nodes;
        return [.. Enumerable.Range(0, count).Select(k => (k - Nodes + shift) * Spacing)
            .Select(t => Spacing / Math.PI * Math.Exp(-t * t))];
    }
}
