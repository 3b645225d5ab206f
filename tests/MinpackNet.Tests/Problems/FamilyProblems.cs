namespace MinpackNet.Tests.Problems;

/// <summary>Problems of variable size that serve as least squares and as systems of equations.</summary>
internal static class FamilyProblems
{
    public static TestProblem Chebyquad { get; } = new("Chebyquad", Starts.Evenly, ChebyquadResiduals, ChebyquadRow);

    public static TestProblem BrownAlmostLinear { get; } =
        new("Brown almost-linear", Starts.All(0.5), BrownResiduals, BrownRow);

    /// <summary>The means of the Chebyshev polynomials T_1, T_2, ... over the points, less their integrals.</summary>
    private static void ChebyquadResiduals(ReadOnlySpan<double> x, Span<double> residuals)
    {
        residuals.Clear();
        foreach (double point in x)
        {
            double argument = (2 * point) - 1;
            (double before, double last) = (1, argument);
            for (int i = 0; i < residuals.Length; i++)
            {
                residuals[i] += last;
                (before, last) = (last, (2 * argument * last) - before);
            }
        }

        for (int i = 0; i < residuals.Length; i++)
        {
            int degree = i + 1;
            residuals[i] *= 1.0 / x.Length;
            if (degree % 2 == 0)
            {
                residuals[i] += 1 / ((degree * (double)degree) - 1);
            }
        }
    }

    private static void ChebyquadRow(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient)
    {
        for (int j = 0; j < x.Length; j++)
        {
            double argument = (2 * x[j]) - 1;
            (double before, double last) = (1, argument);
            (double slopeBefore, double slope) = (0, 2);
            for (int i = 0; i < row; i++)
            {
                (slopeBefore, slope) = (slope, (4 * last) + (2 * argument * slope) - slopeBefore);
                (before, last) = (last, (2 * argument * last) - before);
            }

            gradient[j] = 1.0 / x.Length * slope;
        }
    }

    private static void BrownResiduals(ReadOnlySpan<double> x, Span<double> residuals)
    {
        double sum = -(x.Length + 1.0);
        double product = 1;
        foreach (double value in x)
        {
            sum += value;
            product *= value;
        }

        for (int i = 0; i < x.Length - 1; i++)
        {
            residuals[i] = x[i] + sum;
        }

        residuals[x.Length - 1] = product - 1;
    }

    private static void BrownRow(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient)
    {
        gradient.Fill(1);
        if (row < x.Length - 1)
        {
            gradient[row] = 2;
            return;
        }

        for (int j = 0; j < x.Length; j++)
        {
            gradient[j] = ProductWithout(j, x);
        }
    }

    /// <summary>
    /// The product of all the others: by division, so that the rounding is that of the recorded runs.
    /// </summary>
    private static double ProductWithout(int left, ReadOnlySpan<double> x)
    {
        double product = 1;
        for (int k = 0; k < x.Length; k++)
        {
            product *= k == left && x[k] == 0 ? 1 : x[k];
        }

        return x[left] == 0 ? product : product / x[left];
    }
}
