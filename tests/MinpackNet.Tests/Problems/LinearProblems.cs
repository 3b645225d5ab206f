namespace MinpackNet.Tests.Problems;

/// <summary>Least-squares problems whose residuals are linear.</summary>
internal static class LinearProblems
{
    public static TestProblem FullRank { get; } =
        new("Linear, full rank", Starts.All(1), FullRankResiduals, FullRankRow);

    public static TestProblem RankOne { get; } = new("Linear, rank 1", Starts.All(1), RankOneResiduals, RankOneRow);

    /// <summary>
    /// As rank 1, but the first and last parameter do not matter, and the first and last residual are fixed.
    /// </summary>
    public static TestProblem RankOneBordered { get; } =
        new("Linear, rank 1 with zero columns and rows", Starts.All(1), BorderedResiduals, BorderedRow);

    private static void FullRankResiduals(ReadOnlySpan<double> x, Span<double> residuals)
    {
        double sum = 0;
        foreach (double value in x)
        {
            sum += value;
        }

        double shift = (2 * sum / residuals.Length) + 1;
        for (int i = 0; i < residuals.Length; i++)
        {
            residuals[i] = i < x.Length ? x[i] - shift : -shift;
        }
    }

    private static void FullRankRow(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient)
    {
        gradient.Fill(-2.0 / residualCount);
        if (row < x.Length)
        {
            gradient[row] += 1;
        }
    }

    private static void RankOneResiduals(ReadOnlySpan<double> x, Span<double> residuals)
    {
        double sum = 0;
        for (int j = 0; j < x.Length; j++)
        {
            sum += (j + 1) * x[j];
        }

        for (int i = 0; i < residuals.Length; i++)
        {
            residuals[i] = ((i + 1) * sum) - 1;
        }
    }

    private static void RankOneRow(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient)
    {
        for (int j = 0; j < x.Length; j++)
        {
            gradient[j] = (row + 1.0) * (j + 1);
        }
    }

    private static void BorderedResiduals(ReadOnlySpan<double> x, Span<double> residuals)
    {
        double sum = 0;
        for (int j = 1; j < x.Length - 1; j++)
        {
            sum += (j + 1) * x[j];
        }

        for (int i = 0; i < residuals.Length; i++)
        {
            residuals[i] = (i * sum) - 1;
        }

        residuals[^1] = -1;
    }

    private static void BorderedRow(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient)
    {
        for (int j = 1; j < x.Length - 1 && row < residualCount - 1; j++)
        {
            gradient[j] = (double)row * (j + 1);
        }
    }
}
