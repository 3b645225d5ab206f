using MinpackNet;

double[] t = [0, 1, 2, 3, 4, 5];
double[] y = [5.1, 3.0, 1.9, 1.2, 0.7, 0.4];

var (popt, pcov) = Optimize.CurveFit((t, a, b) => a * Math.Exp(-b * t), t, y);
Console.WriteLine($"CurveFit {popt[0]:F6} {popt[1]:F6} +- {Math.Sqrt(pcov[0, 0]):F6} {Math.Sqrt(pcov[1, 1]):F6}");

LeastSquaresResult fit = LeastSquares.Solve(
    start: [4, 0.4],
    residualCount: y.Length,
    residuals: (p, r) =>
    {
        for (int i = 0; i < r.Length; i++)
        {
            r[i] = p[0] * Math.Exp(-p[1] * t[i]) - y[i];
        }
    });
Console.WriteLine($"Solve {fit.Parameters[0]:F6} {fit.Parameters[1]:F6} {fit.Status} {fit.Evaluations}");
