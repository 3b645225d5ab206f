namespace MinpackNet.Tests.Problems;

/// <summary>Broyden's systems with a banded Jacobian.</summary>
internal static class BroydenProblems
{
    private const int Below = 5;
    private const int Above = 1;

    public static TestProblem Tridiagonal { get; } =
        new("Broyden tridiagonal", Starts.All(-1), TridiagonalEquations, TridiagonalRow);

    public static TestProblem Banded { get; } = new("Broyden banded", Starts.All(-1), BandedEquations, BandedRow);

    private static void TridiagonalEquations(ReadOnlySpan<double> x, Span<double> f)
    {
        for (int k = 0; k < x.Length; k++)
        {
            double before = k > 0 ? x[k - 1] : 0;
            double after = k < x.Length - 1 ? x[k + 1] : 0;
            f[k] = ((3 - (2 * x[k])) * x[k]) - before - (2 * after) + 1;
        }
    }

    private static void TridiagonalRow(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient)
    {
        gradient[row] = 3 - (4 * x[row]);
        Neighbors.Fill(row, gradient, before: -1, after: -2);
    }

    private static bool InBand(int k, int j) => j != k && j >= k - Below && j <= k + Above;

    private static void BandedEquations(ReadOnlySpan<double> x, Span<double> f)
    {
        for (int k = 0; k < x.Length; k++)
        {
            double sum = 0;
            for (int j = 0; j < x.Length; j++)
            {
                sum += InBand(k, j) ? x[j] * (1 + x[j]) : 0;
            }

            f[k] = (x[k] * (2 + (5 * (x[k] * x[k])))) + 1 - sum;
        }
    }

    private static void BandedRow(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient)
    {
        for (int j = 0; j < x.Length; j++)
        {
            gradient[j] = InBand(row, j) ? -(1 + (2 * x[j])) : 0;
        }

        gradient[row] = 2 + (15 * (x[row] * x[row]));
    }
}
