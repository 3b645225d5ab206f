namespace MinpackNet.Tests.Problems;

/// <summary>Watson's problem as least squares, and its gradient as a system of equations.</summary>
internal static class WatsonProblems
{
    public static TestProblem LeastSquares { get; } =
        new("Watson", Starts.All(0), Residuals, Row, StartsAtFactor: true);

    public static TestProblem Gradient { get; } =
        new("Watson", Starts.All(0), GradientEquations, GradientRow, StartsAtFactor: true);

    /// <summary>Row k of the gradient's Jacobian, from residuals that the caller computes.</summary>
    public static void GradientRow(
        int k, ReadOnlySpan<double> x, Span<double> gradient, Func<WatsonPoint, double> residual)
    {
        for (int i = 0; i < WatsonPoint.Count; i++)
        {
            WatsonPoint at = WatsonPoint.At(i, x);
            double twiceResidual = 2 * residual(at);
            for (int j = 0; j < x.Length; j++)
            {
                // t^(k + j): the matrix is symmetric, so the powers build up along the row of its upper triangle.
                double power = Power(at.T * at.T, Math.Min(j, k), 1);
                power = Power(at.T, Math.Abs(j - k), power);
                gradient[j] += power
                    * ((((k / at.T) - (2 * at.Value)) * ((j / at.T) - (2 * at.Value))) - twiceResidual);
            }
        }

        if (k == 0)
        {
            gradient[0] = gradient[0] + (6 * (x[0] * x[0])) - (2 * x[1]) + 3;
            gradient[1] -= 2 * x[0];
        }
        else if (k == 1)
        {
            gradient[0] -= 2 * x[0];
            gradient[1] += 1;
        }
    }

    private static void Residuals(ReadOnlySpan<double> x, Span<double> residuals)
    {
        for (int i = 0; i < WatsonPoint.Count; i++)
        {
            residuals[i] = WatsonPoint.At(i, x).Residual;
        }

        residuals[WatsonPoint.Count] = x[0];
        residuals[WatsonPoint.Count + 1] = x[1] - (x[0] * x[0]) - 1;
    }

    private static void Row(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient)
    {
        if (row < WatsonPoint.Count)
        {
            WatsonPoint at = WatsonPoint.At(row, x);
            double shift = 2 * at.T * at.Value;
            double power = 1 / at.T;
            for (int j = 0; j < x.Length; j++)
            {
                gradient[j] = power * (j - shift);
                power *= at.T;
            }
        }
        else if (row == WatsonPoint.Count)
        {
            gradient[0] = 1;
        }
        else
        {
            gradient[0] = -2 * x[0];
            gradient[1] = 1;
        }
    }

    private static void GradientEquations(ReadOnlySpan<double> x, Span<double> f)
    {
        f.Clear();
        for (int i = 0; i < WatsonPoint.Count; i++)
        {
            WatsonPoint at = WatsonPoint.At(i, x);
            double shift = 2 * at.T * at.Value;
            double power = 1 / at.T;
            for (int k = 0; k < x.Length; k++)
            {
                f[k] += power * (k - shift) * at.Residual;
                power *= at.T;
            }
        }

        double last = x[1] - (x[0] * x[0]) - 1;
        f[0] += x[0] * (1 - (2 * last));
        f[1] += last;
    }

    private static void GradientRow(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient) =>
        GradientRow(row, x, gradient, at => at.Residual);

    private static double Power(double value, int exponent, double power)
    {
        for (int i = 0; i < exponent; i++)
        {
            power *= value;
        }

        return power;
    }
}
