namespace MinpackNet.Tests.Problems;

/// <summary>Small problems of fixed size that serve as least squares and as systems of equations.</summary>
internal static class ClassicProblems
{
    private static readonly double Sqrt5 = Math.Sqrt(5);
    private static readonly double Sqrt10 = Math.Sqrt(10);

    public static TestProblem Rosenbrock { get; } =
        new("Rosenbrock", Starts.At(-1.2, 1), RosenbrockResiduals, RosenbrockRow);

    /// <summary>Rosenbrock's equations in the other order.</summary>
    public static TestProblem RosenbrockSwapped { get; } = new(
        "Rosenbrock",
        Starts.At(-1.2, 1),
        (x, f) =>
        {
            RosenbrockResiduals(x, f);
            f.Reverse();
        },
        (row, m, x, gradient) => RosenbrockRow(1 - row, m, x, gradient));

    public static TestProblem HelicalValley { get; } =
        new("Helical valley", Starts.At(-1, 0, 0), HelicalValleyResiduals, HelicalValleyRow, NeedsLibm: true);

    public static TestProblem PowellSingular { get; } =
        new("Powell singular", Starts.At(3, -1, 0, 1), PowellSingularResiduals, PowellSingularRow);

    public static TestProblem FreudensteinRoth { get; } =
        new("Freudenstein and Roth", Starts.At(0.5, -2), FreudensteinRothResiduals, FreudensteinRothRow);

    private static void RosenbrockResiduals(ReadOnlySpan<double> x, Span<double> f)
    {
        f[0] = 10 * (x[1] - (x[0] * x[0]));
        f[1] = 1 - x[0];
    }

    private static void RosenbrockRow(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient)
    {
        gradient[0] = row == 0 ? -20 * x[0] : -1;
        gradient[1] = row == 0 ? 10 : 0;
    }

    /// <summary>The angle of (x, y) in turns, cut along the negative y axis.</summary>
    private static double Turns(double x, double y) =>
        x == 0 ? Math.CopySign(0.25, y) : (Math.Atan(y / x) / Math.Tau) + (x < 0 ? 0.5 : 0);

    private static void HelicalValleyResiduals(ReadOnlySpan<double> x, Span<double> f)
    {
        f[0] = 10 * (x[2] - (10 * Turns(x[0], x[1])));
        f[1] = 10 * (Math.Sqrt((x[0] * x[0]) + (x[1] * x[1])) - 1);
        f[2] = x[2];
    }

    private static void HelicalValleyRow(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double squaredRadius = (x[0] * x[0]) + (x[1] * x[1]);
        switch (row)
        {
            case 0:
                gradient[0] = 100 * x[1] / (Math.Tau * squaredRadius);
                gradient[1] = -100 * x[0] / (Math.Tau * squaredRadius);
                gradient[2] = 10;
                break;
            case 1:
                gradient[0] = 10 * x[0] / Math.Sqrt(squaredRadius);
                gradient[1] = 10 * x[1] / Math.Sqrt(squaredRadius);
                break;
            default:
                gradient[2] = 1;
                break;
        }
    }

    private static void PowellSingularResiduals(ReadOnlySpan<double> x, Span<double> f)
    {
        double middle = x[1] - (2 * x[2]);
        double outer = x[0] - x[3];
        f[0] = x[0] + (10 * x[1]);
        f[1] = Sqrt5 * (x[2] - x[3]);
        f[2] = middle * middle;
        f[3] = Sqrt10 * (outer * outer);
    }

    private static void PowellSingularRow(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient)
    {
        switch (row)
        {
            case 0:
                gradient[0] = 1;
                gradient[1] = 10;
                break;
            case 1:
                gradient[2] = Sqrt5;
                gradient[3] = -Sqrt5;
                break;
            case 2:
                gradient[1] = 2 * (x[1] - (2 * x[2]));
                gradient[2] = -2 * gradient[1];
                break;
            default:
                gradient[0] = 2 * Sqrt10 * (x[0] - x[3]);
                gradient[3] = -gradient[0];
                break;
        }
    }

    private static void FreudensteinRothResiduals(ReadOnlySpan<double> x, Span<double> f)
    {
        f[0] = x[0] - 13 + ((((5 - x[1]) * x[1]) - 2) * x[1]);
        f[1] = x[0] - 29 + ((((1 + x[1]) * x[1]) - 14) * x[1]);
    }

    private static void FreudensteinRothRow(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient)
    {
        gradient[0] = 1;
        gradient[1] = row == 0 ? ((10 - (3 * x[1])) * x[1]) - 2 : ((2 + (3 * x[1])) * x[1]) - 14;
    }
}
