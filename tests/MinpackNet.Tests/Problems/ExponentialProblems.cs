namespace MinpackNet.Tests.Problems;

/// <summary>Least-squares problems made of exponentials and trigonometric functions at fixed points.</summary>
internal static class ExponentialProblems
{
    public static TestProblem Box { get; } =
        new("Box three-dimensional", Starts.At(0, 10, 20), BoxResiduals, BoxRow, NeedsLibm: true);

    public static TestProblem JennrichSampson { get; } =
        new("Jennrich and Sampson", Starts.At(0.3, 0.4), JennrichResiduals, JennrichRow, NeedsLibm: true);

    public static TestProblem BrownDennis { get; } =
        new("Brown and Dennis", Starts.At(25, 5, -5, -1), BrownDennisResiduals, BrownDennisRow, NeedsLibm: true);

    private static void BoxResiduals(ReadOnlySpan<double> x, Span<double> residuals)
    {
        for (int i = 0; i < residuals.Length; i++)
        {
            double t = (i + 1) / 10.0;
            residuals[i] = Math.Exp(-t * x[0]) - Math.Exp(-t * x[1]) + ((Math.Exp(-(i + 1)) - Math.Exp(-t)) * x[2]);
        }
    }

    private static void BoxRow(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double t = (row + 1) / 10.0;
        gradient[0] = -t * Math.Exp(-t * x[0]);
        gradient[1] = t * Math.Exp(-t * x[1]);
        gradient[2] = Math.Exp(-(row + 1)) - Math.Exp(-t);
    }

    private static void JennrichResiduals(ReadOnlySpan<double> x, Span<double> residuals)
    {
        for (int i = 0; i < residuals.Length; i++)
        {
            double t = i + 1;
            residuals[i] = 2 + (2 * t) - Math.Exp(t * x[0]) - Math.Exp(t * x[1]);
        }
    }

    private static void JennrichRow(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double t = row + 1;
        gradient[0] = -t * Math.Exp(t * x[0]);
        gradient[1] = -t * Math.Exp(t * x[1]);
    }

    private static (double First, double Second) BrownDennisParts(double t, ReadOnlySpan<double> x) =>
        (x[0] + (t * x[1]) - Math.Exp(t), x[2] + (Math.Sin(t) * x[3]) - Math.Cos(t));

    private static void BrownDennisResiduals(ReadOnlySpan<double> x, Span<double> residuals)
    {
        for (int i = 0; i < residuals.Length; i++)
        {
            (double first, double second) = BrownDennisParts((i + 1) / 5.0, x);
            residuals[i] = (first * first) + (second * second);
        }
    }

    private static void BrownDennisRow(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double t = (row + 1) / 5.0;
        (double first, double second) = BrownDennisParts(t, x);
        gradient[0] = 2 * first;
        gradient[1] = t * gradient[0];
        gradient[2] = 2 * second;
        gradient[3] = Math.Sin(t) * gradient[2];
    }
}
