#:project ../../src/MinpackNet
// A solve that keeps neither data nor Jacobian in memory: each evaluation streams the observations from a file, and the
// derivatives come row by row. The solver needs memory for n² + 2 m numbers, not for m n.
// Data: carbon dioxide at Mauna Loa in ppm, monthly, 1959 to 1997, in 07-row-by-row.dat; Keeling and Whorf, Scripps
// Institution of Oceanography (1997), as in R's data set co2.
// Expect: a rise that grows e-fold in 53.9 years above a level of 265.8 ppm, and a yearly swing of 2.8 ppm; R's
// nls finds the same figures.
using System.Globalization;
using MinpackNet;

string file = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "07-row-by-row.dat");

LeastSquaresResult fit = LeastSquares.SolveByRows(
    start: [280, 35, 50, 3, 0, 1, 0.3],
    residualCount: Observations().Count(),
    residuals: (p, r) =>
    {
        int month = 0;
        foreach (double observed in Observations())
        {
            double t = (month + 0.5) / 12;
            double rise = p[0] + (p[1] * Math.Exp(t / p[2]));
            r[month++] = rise + (p[3] * Wave(1, t, p[4])) + (p[5] * Wave(2, t, p[6])) - observed;
        }
    },
    jacobianRow: (month, p, gradient) =>
    {
        double t = (month + 0.5) / 12;
        gradient[0] = 1;
        gradient[1] = Math.Exp(t / p[2]);
        gradient[2] = -p[1] * t / (p[2] * p[2]) * gradient[1];
        gradient[3] = Wave(1, t, p[4]);
        gradient[4] = -p[3] * 2 * Math.PI * Wave(1, t + (1.0 / 4), p[4]); // a cosine is a sine a quarter ahead
        gradient[5] = Wave(2, t, p[6]);
        gradient[6] = -p[5] * 4 * Math.PI * Wave(2, t + (1.0 / 8), p[6]);
    },
    options: new() { CheckJacobian = true });

string[] names = ["before", "above", "e-folding", "yearly", "since", "half-yearly", "since"];
for (int j = 0; j < names.Length; j++)
{
    Console.WriteLine($"{names[j],-11} {fit.Parameters[j],8:F3} ± {fit.StandardErrors![j]:F3}");
}

double sigma = Math.Sqrt(fit.ResidualVariance);
Console.WriteLine($"{fit.Residuals.Count} months, converged: {fit.Converged}, residual standard deviation {sigma:F4}");

static double Wave(int timesAYear, double t, double since) => Math.Sin(2 * Math.PI * timesAYear * (t - since));

IEnumerable<double> Observations() => File.ReadLines(file)
    .SelectMany(year => year.Split(' '))
    .Select(month => double.Parse(month, CultureInfo.InvariantCulture));
