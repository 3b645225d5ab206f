#:project ../../src/MinpackNet.Fitting
// Absolute standard deviations, and a parameter that is first fixed and then free.
// Data: the spectrum of the cosmic microwave background by FIRAS on COBE, in MJy/sr with its error in kJy/sr at
// wavenumbers in 1/cm; Fixsen et al., Astrophysical Journal 473 (1996) 576, table 4 (NASA, public domain).
// Expect: 2.72502 K, reduced chi-squared near 1, and a chemical potential that is zero within its error of 3e-5.
using MinpackNet.Fitting;

double[] wavenumbers =
[
    2.27, 2.72, 3.18, 3.63, 4.08, 4.54, 4.99, 5.45, 5.90, 6.35, 6.81, 7.26, 7.71, 8.17, 8.62, 9.08, 9.53, 9.98, 10.44,
    10.89, 11.34, 11.80, 12.25, 12.71, 13.16, 13.61, 14.07, 14.52, 14.97, 15.43, 15.88, 16.34, 16.79, 17.24, 17.70,
    18.15, 18.61, 19.06, 19.51, 19.97, 20.42, 20.87, 21.33,
];
double[] spectrum =
[
    200.723, 249.508, 293.024, 327.770, 354.081, 372.079, 381.493, 383.478, 378.901, 368.833, 354.063, 336.278,
    316.076, 293.924, 271.432, 248.239, 225.940, 204.327, 183.262, 163.830, 145.750, 128.835, 113.568, 99.451, 87.036,
    75.876, 65.766, 57.008, 49.223, 42.267, 36.352, 31.062, 26.580, 22.644, 19.255, 16.391, 13.811, 11.716, 9.921,
    8.364, 7.087, 5.801, 4.523,
];
double[] kilojanskys =
[
    14, 19, 25, 23, 22, 21, 18, 18, 16, 14, 13, 12, 11, 10, 11, 12, 14, 16, 18, 22, 22, 23, 23, 23, 22, 21, 20, 19, 19,
    19, 21, 23, 26, 28, 30, 32, 33, 35, 41, 55, 88, 155, 282,
];
FitOptions errors = new() { Sigma = Array.ConvertAll(kilojanskys, sigma => sigma / 1000), AbsoluteSigma = true };
StartValues start = [("T", 3), ("mu", 0)];

Show(CurveFit.Fit(Planck, wavenumbers, spectrum, start, errors with { Fixed = ["mu"] }));
Show(CurveFit.Fit(Planck, wavenumbers, spectrum, start, errors));

static double Planck(ReadOnlySpan<double> p, double wavenumber)
{
    const double H = 6.62607015e-34, C = 299792458, K = 1.380649e-23;
    double frequency = wavenumber * 100 * C;
    return 1e20 * 2 * H * Math.Pow(frequency, 3) / (C * C) / (Math.Exp((H * frequency / (K * p[0])) + p[1]) - 1);
}

static void Show(FitResult fit)
{
    Console.WriteLine($"T  = {fit["T"].Value:F6} ± {fit["T"].StandardError:F6} K");
    string note = fit["mu"].IsFixed ? ", fixed" : "";
    Console.WriteLine($"mu = {fit["mu"].Value:F6} ± {fit["mu"].StandardError:F6}{note}");
    Console.WriteLine($"chi-squared {fit.ChiSquared:F3} with {fit.DegreesOfFreedom} degrees of freedom");
}
