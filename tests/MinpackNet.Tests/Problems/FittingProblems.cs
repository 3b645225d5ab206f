namespace MinpackNet.Tests.Problems;

/// <summary>Least-squares problems that fit a rational model, or sums of exponentials, to data.</summary>
internal static class FittingProblems
{
    public static TestProblem Bard { get; } = new("Bard", Starts.All(1), BardResiduals, BardRow);

    public static TestProblem KowalikOsborne { get; } =
        new("Kowalik and Osborne", Starts.At(0.25, 0.39, 0.415, 0.39), KowalikResiduals, KowalikRow);

    public static TestProblem Meyer { get; } =
        new("Meyer", Starts.At(0.02, 4000, 250), MeyerResiduals, MeyerRow, NeedsLibm: true);

    public static TestProblem Osborne1 { get; } = new(
        "Osborne 1", Starts.At(0.5, 1.5, -1, 0.01, 0.02), Osborne1Residuals, Osborne1Row, NeedsLibm: true);

    public static TestProblem Osborne2 { get; } = new(
        "Osborne 2",
        Starts.At(1.3, 0.65, 0.65, 0.7, 0.6, 3, 5, 7, 2, 4.5, 5.5),
        Osborne2Residuals,
        Osborne2Row,
        NeedsLibm: true);

    private static (double U, double V, double W) BardPoint(int i) => (i + 1, 15 - i, Math.Min(i + 1, 15 - i));

    private static void BardResiduals(ReadOnlySpan<double> x, Span<double> residuals)
    {
        for (int i = 0; i < residuals.Length; i++)
        {
            (double u, double v, double w) = BardPoint(i);
            residuals[i] = ProblemData.BardY[i] - (x[0] + (u / ((x[1] * v) + (x[2] * w))));
        }
    }

    private static void BardRow(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient)
    {
        (double u, double v, double w) = BardPoint(row);
        double denominator = (x[1] * v) + (x[2] * w);
        double squared = denominator * denominator;
        gradient[0] = -1;
        gradient[1] = u * v / squared;
        gradient[2] = u * w / squared;
    }

    private static void KowalikResiduals(ReadOnlySpan<double> x, Span<double> residuals)
    {
        for (int i = 0; i < residuals.Length; i++)
        {
            double u = ProblemData.KowalikU[i];
            double denominator = (u * (u + x[2])) + x[3];
            residuals[i] = ProblemData.KowalikY[i] - (x[0] * (u * (u + x[1])) / denominator);
        }
    }

    private static void KowalikRow(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double u = ProblemData.KowalikU[row];
        double denominator = (u * (u + x[2])) + x[3];
        gradient[0] = -(u * (u + x[1])) / denominator;
        gradient[1] = -u * x[0] / denominator;
        gradient[2] = gradient[0] * gradient[1];
        gradient[3] = gradient[2] / u;
    }

    private static void MeyerResiduals(ReadOnlySpan<double> x, Span<double> residuals)
    {
        for (int i = 0; i < residuals.Length; i++)
        {
            residuals[i] = (x[0] * Math.Exp(x[1] / ((5 * (i + 1)) + 45 + x[2]))) - ProblemData.MeyerY[i];
        }
    }

    private static void MeyerRow(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double denominator = (5 * (row + 1)) + 45 + x[2];
        double exponent = x[1] / denominator;
        gradient[0] = Math.Exp(exponent);
        gradient[1] = x[0] * gradient[0] / denominator;
        gradient[2] = -exponent * gradient[1];
    }

    private static void Osborne1Residuals(ReadOnlySpan<double> x, Span<double> residuals)
    {
        for (int i = 0; i < residuals.Length; i++)
        {
            double t = 10 * i;
            residuals[i] = ProblemData.Osborne1Y[i]
                - (x[0] + (x[1] * Math.Exp(-x[3] * t)) + (x[2] * Math.Exp(-x[4] * t)));
        }
    }

    private static void Osborne1Row(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double t = 10 * row;
        gradient[0] = -1;
        for (int k = 1; k <= 2; k++)
        {
            double decay = Math.Exp(-x[2 + k] * t);
            gradient[k] = -decay;
            gradient[2 + k] = t * x[k] * decay;
        }
    }

    private static void Osborne2Residuals(ReadOnlySpan<double> x, Span<double> residuals)
    {
        for (int i = 0; i < residuals.Length; i++)
        {
            double t = i / 10.0;
            double model = x[0] * Math.Exp(-x[4] * t);
            for (int k = 1; k <= 3; k++)
            {
                double distance = t - x[7 + k];
                model += x[k] * Math.Exp(-x[4 + k] * (distance * distance));
            }

            residuals[i] = ProblemData.Osborne2Y[i] - model;
        }
    }

    private static void Osborne2Row(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double t = row / 10.0;
        double decay = Math.Exp(-x[4] * t);
        gradient[0] = -decay;
        gradient[4] = t * x[0] * decay;
        for (int k = 1; k <= 3; k++)
        {
            double distance = t - x[7 + k];
            double height = Math.Exp(-x[4 + k] * (distance * distance));
            gradient[k] = -height;
            gradient[4 + k] = x[k] * (distance * distance) * height;
            gradient[7 + k] = -2 * x[k] * x[4 + k] * distance * height;
        }
    }
}
