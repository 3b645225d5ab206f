using System.Diagnostics;

namespace MinpackNet.Benchmarks;

/// <summary>
/// Fits 8 parameters to 5,000,000 points with one Jacobian row at a time. The whole Jacobian would take 320 MB; the
/// peak of the process shows that it was never there.
/// </summary>
internal static class RowByRow
{
    private const int Points = 5_000_000;
    private const double Mebibyte = 1 << 20;

    private static readonly double[] Truth = [3, 0.8, 2, 5, 1.5, 0.5, -0.02, 0.01];
    private static readonly double[] Start = [2.5, 1, 1.5, 4.7, 1.2, 0, 0, 0];

    public static int Run()
    {
        using LeastSquaresWorkspace workspace = new(Truth.Length, Points, rowByRow: true);
        double[] parameters = [.. Start];
        Stopwatch watch = Stopwatch.StartNew();
        LeastSquaresSummary summary = LeastSquares.SolveByRows(workspace, parameters, Residuals, Gradient);
        watch.Stop();

        double worst = parameters.Zip(Truth, (found, truth) => Math.Abs((found - truth) / truth)).Max();
        double peak = Process.GetCurrentProcess().PeakWorkingSet64 / Mebibyte;
        double jacobian = (double)Points * Truth.Length * sizeof(double) / Mebibyte;
        Console.WriteLine(
            $"{Points} residuals, {Truth.Length} parameters: {summary.Status} after {summary.Evaluations} evaluations");
        Console.WriteLine(
            $"and {summary.JacobianEvaluations} Jacobians in {watch.Elapsed.TotalSeconds:F1} s; "
            + $"worst relative error {worst:E1}");
        Console.WriteLine($"peak memory of the process {peak:F0} MiB; the Jacobian alone would be {jacobian:F0} MiB");
        return summary.Converged && worst < 1e-6 && peak < jacobian ? 0 : 1;
    }

    private static double Time(int i) => 10.0 * i / Points;

    private static double Model(ReadOnlySpan<double> b, double t)
    {
        double z = (t - b[3]) / b[4];
        return (b[0] * Math.Exp(-b[1] * t)) + (b[2] * Math.Exp(-z * z)) + b[5] + (t * (b[6] + (t * b[7])));
    }

    private static void Residuals(ReadOnlySpan<double> b, Span<double> residuals)
    {
        for (int i = 0; i < residuals.Length; i++)
        {
            double t = Time(i);
            residuals[i] = Model(b, t) - Model(Truth, t);
        }
    }

    private static void Gradient(int row, ReadOnlySpan<double> b, Span<double> gradient)
    {
        double t = Time(row);
        double decay = Math.Exp(-b[1] * t);
        double z = (t - b[3]) / b[4];
        double peak = Math.Exp(-z * z);
        gradient[0] = decay;
        gradient[1] = -b[0] * t * decay;
        gradient[2] = peak;
        gradient[3] = 2 * b[2] * peak * z / b[4];
        gradient[4] = gradient[3] * z;
        gradient[5] = 1;
        gradient[6] = t;
        gradient[7] = t * t;
    }
}
