"""Writes SpecialFunctionValues.cs: values and derivatives of special functions from 100 digits, by mpmath."""
import mpmath as mp

mp.mp.dps = 100


def far(z):
    """w and its derivatives from the asymptotic series, to 30 digits beyond |z| = 30."""
    w = first = second = mp.mpc(0)
    term = 1j / mp.sqrt(mp.pi)
    for n in range(1, 60, 2):
        w += term * z**-n
        first -= n * term * z**(-n - 1)
        second += n * (n + 1) * term * z**(-n - 2)
        term *= mp.mpf(n) / 2
    return w, first, second


def voigt(x, sigma, gamma):
    x, sigma, gamma = mp.mpf(x), mp.mpf(sigma), mp.mpf(gamma)
    if sigma == 0:
        square = x * x + gamma * gamma
        return (gamma / mp.pi / square, -2 * x * gamma / mp.pi / square**2, 0,
                (x * x - gamma * gamma) / mp.pi / square**2)
    z = (x + 1j * gamma) / (sigma * mp.sqrt(2))
    if abs(z) > 30 and gamma > 0:
        w, first, second = far(z)
    else:
        mp.mp.dps = 100 + int(abs(z)**2)
        w = mp.exp(-z * z) * mp.erfc(-1j * z)
        first = 2j / mp.sqrt(mp.pi) - 2 * z * w
        second = -2 * w - 2 * z * first
    unit = 2 * sigma**2 * mp.sqrt(mp.pi)
    result = (w.real / (sigma * mp.sqrt(2 * mp.pi)), first.real / unit, second.real / (unit * mp.sqrt(2)),
              -first.imag / unit)
    mp.mp.dps = 100
    return result


def with_slope(f, slope):
    return lambda x: (f(mp.mpf(x)), slope(mp.mpf(x)))


FUNCTIONS = {
    "acosh(a)": (with_slope(mp.acosh, lambda x: 1 / mp.sqrt(x * x - 1)), [1.0000001, 1.5, 40, 1e200]),
    "asinh(a)": (with_slope(mp.asinh, lambda x: 1 / mp.sqrt(x * x + 1)), [-1e200, -3, 1e-9, 0.7, 40]),
    "atanh(a)": (with_slope(mp.atanh, lambda x: 1 / (1 - x * x)), [-0.9999999, -1e-9, 0.3, 0.9]),
    "cbrt(a)": (with_slope(lambda x: mp.sign(x) * mp.cbrt(abs(x)), lambda x: 1 / (3 * mp.cbrt(x * x))),
                [-1e-200, -8, 0.3, 1e100]),
    "expm1(a)": (with_slope(mp.expm1, mp.exp), [-800, -3, -0.5, -1e-12, 1e-300, 0.06, 0.5, 3, 600]),
    "log1p(a)": (with_slope(mp.log1p, lambda x: 1 / (1 + x)), [-0.999, -0.5, -1e-12, 1e-300, 0.06, 0.5, 3, 1e200]),
    "sinc(a)": (with_slope(lambda x: mp.sinc(mp.pi * x), lambda x: mp.diff(lambda t: mp.sinc(mp.pi * t), x)),
                [-7.3, 1e-9, 0.01, 0.31, 0.32, 1.5, 1000.25]),
    "logistic(a)": (with_slope(lambda x: 1 / (1 + mp.exp(-x)), lambda x: mp.exp(-x) / (1 + mp.exp(-x))**2),
                    [-700, -40, -0.3, 2, 40, 700]),
    "erf(a)": (with_slope(mp.erf, lambda x: 2 / mp.sqrt(mp.pi) * mp.exp(-x * x)), [-4, -0.6, 1e-12, 0.3, 2, 20]),
    "erfc(a)": (with_slope(mp.erfc, lambda x: -2 / mp.sqrt(mp.pi) * mp.exp(-x * x)), [-4, -0.6, 0.3, 2, 12, 26]),
    "gamma(a)": (with_slope(mp.gamma, lambda x: mp.gamma(x) * mp.digamma(x)),
                 [-20.3, -3.0001, -0.5, 1e-9, 0.5, 4.5, 33.3, 160.25, 171]),
    "lgamma(a)": (with_slope(lambda x: mp.loggamma(x).real, mp.digamma),
                  [-20.3, -3.0001, -0.5, 1e-9, 0.5, 4.5, 33.3, 1e10, 1e200]),
    "besselj0(a)": (with_slope(lambda x: mp.besselj(0, x), lambda x: -mp.besselj(1, x)),
                    [-5.5, 1e-9, 0.7, 12.3, 99.5, 1e5, 1e7, 3e8, 1e12]),
    "besselj1(a)": (with_slope(lambda x: mp.besselj(1, x), lambda x: mp.besselj(0, x) - mp.besselj(1, x) / x),
                    [-5.5, 1e-9, 0.7, 12.3, 99.5, 1e5, 1e7, 3e8, 1e12]),
    "atan2(a, b)": (lambda y, x: (mp.atan2(y, x), x / (mp.mpf(x)**2 + mp.mpf(y)**2), -y / (mp.mpf(x)**2 + mp.mpf(y)**2)),
                    [(1.5, 0.5), (1.5, -0.5), (-2, -3), (1e-200, 1e-200), (1e200, -1e199), (0, 2)]),
    "gaussian(a, b, c)": (lambda x, m, s: gaussian(x, m, s),
                          [(1, 2, 3), (-1, 2, -0.5), (30, 0, 1), (2, 2, 1e-3)]),
    "mod(a, b)": (lambda x, y: (x - y * mp.floor(mp.mpf(x) / y), 1, -mp.floor(mp.mpf(x) / y)),
                  [(5.5, 2), (-5.5, 2), (5.5, -2), (-5.5, -2), (0.25, 1e10)]),
    "voigt(a, b, c)": (voigt, [
        (0, 1, 1), (0.5, 1, 0), (2.5, 1, 0), (30, 1, 0), (0.5, 0, 1), (-2, 0, 0.1), (1, 2, 1e-12), (12, 1, 1e-20),
        (6, 1, 1e-9), (3, 1, 0.01), (3, 1, 1), (3, 0.1, 1), (0.3, 0.01, 1), (50, 1, 0.5), (50, 1, 30), (8, 1, 9),
        (0.25, 1, 0.1), (0.354, 1, 0.1), (0.4, 1, 1e-5), (-0.5, 1, 8.8), (-4, 2.5, 0.7), (1e-3, 1e-3, 1e-6),
        (700, 300, 200), (1, 1, -0.5)]),
}


def gaussian(x, m, s):
    x, m, s = mp.mpf(x), mp.mpf(m), mp.mpf(s)
    z = (x - m) / s
    value = mp.exp(-z * z / 2) / (abs(s) * mp.sqrt(2 * mp.pi))
    return value, -z / s * value, z / s * value, (z * z - 1) / s * value


def number(x):
    return repr(float(x)).replace("e+", "e")


print("""namespace MinpackNet.Fitting.Tests;

/// <summary>Written by special_functions.py: formula, parameters, value, derivatives.</summary>
internal static class SpecialFunctionValues
{
    public static IReadOnlyList<(string Formula, double[] At, double Value, double[] Gradient)> All { get; } =
    [""")
for formula, (f, points) in FUNCTIONS.items():
    for point in points:
        at = point if isinstance(point, tuple) else (point,)
        value, *slopes = [number(v) for v in f(*at)]
        row = f'        ("{formula}", [{", ".join(map(number, at))}], {value}, [{", ".join(slopes)}]),'
        if len(row) > 120:
            row = row.replace(f" {value}, [", f" {value},\n            [")
        print(row)
print("    ];\n}")
