namespace MinpackNet.Tests.Problems;

/// <summary>Systems that discretize a boundary value problem and an integral equation on an even grid.</summary>
internal static class GridProblems
{
    public static TestProblem BoundaryValue { get; } =
        new("Discrete boundary value", Starts.Parabola, BoundaryEquations, BoundaryRow);

    public static TestProblem IntegralEquation { get; } =
        new("Discrete integral equation", Starts.Parabola, IntegralEquations, IntegralRow);

    private static void BoundaryEquations(ReadOnlySpan<double> x, Span<double> f)
    {
        double h = 1 / (x.Length + 1.0);
        for (int k = 0; k < x.Length; k++)
        {
            double before = k > 0 ? x[k - 1] : 0;
            double after = k < x.Length - 1 ? x[k + 1] : 0;
            f[k] = (2 * x[k]) - before - after + (Cube(x[k] + ((k + 1) * h) + 1) * (h * h) / 2);
        }
    }

    private static void BoundaryRow(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double h = 1 / (x.Length + 1.0);
        gradient[row] = 2 + (3 * Square(x[row] + ((row + 1) * h) + 1) * (h * h) / 2);
        Neighbors.Fill(row, gradient, before: -1, after: -1);
    }

    private static void IntegralEquations(ReadOnlySpan<double> x, Span<double> f)
    {
        double h = 1 / (x.Length + 1.0);
        for (int k = 0; k < x.Length; k++)
        {
            double t = (k + 1) * h;
            double below = 0;
            double above = 0;
            for (int j = 0; j < x.Length; j++)
            {
                double s = (j + 1) * h;
                if (j <= k)
                {
                    below += s * Cube(x[j] + s + 1);
                }
                else
                {
                    above += (1 - s) * Cube(x[j] + s + 1);
                }
            }

            f[k] = x[k] + (h * (((1 - t) * below) + (t * above)) / 2);
        }
    }

    private static void IntegralRow(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double h = 1 / (x.Length + 1.0);
        double t = (row + 1) * h;
        for (int j = 0; j < x.Length; j++)
        {
            double s = (j + 1) * h;
            gradient[j] = h * Math.Min(s * (1 - t), t * (1 - s)) * (3 * Square(x[j] + s + 1)) / 2;
        }

        gradient[row] += 1;
    }

    private static double Square(double value) => value * value;

    private static double Cube(double value) => value * value * value;
}
