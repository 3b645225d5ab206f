namespace MinpackNet.Tests.Problems;

/// <summary>
/// The 14 systems as MINPACK's driver of chkder has them: away from the standard start, and with Jacobians that are
/// wrong on purpose in all but three.
/// </summary>
internal static class DerivativeCheckProblems
{
    private const double Offset = 0.123;

    private static readonly int[] Sizes = [2, 4, 2, 4, 3, 9, 7, 10, 10, 10, 10, 10, 10, 10];

    /// <summary>The 1-based numbers of the problems whose Jacobians are right.</summary>
    public static IReadOnlyList<int> Right { get; } = [4, 8, 13];

    /// <summary>Each problem with its wrong Jacobian in place of the right one.</summary>
    public static IReadOnlyList<TestCase> All { get; } = [.. Enumerable.Range(1, Sizes.Length).Select(Case)];

    /// <summary>
    /// The standard start with 0.123 added to the first coordinate, taken from the second and so on; the signs go on
    /// alternating from one problem to the next.
    /// </summary>
    public static double[] Point(int problemNumber)
    {
        double[] point = All[problemNumber - 1].Start();
        double sign = Sizes[..(problemNumber - 1)].Sum() % 2 == 0 ? 1 : -1;
        for (int j = 0; j < point.Length; j++)
        {
            point[j] += sign * Offset;
            sign = -sign;
        }

        return point;
    }

    private static TestCase Case(int number)
    {
        TestProblem right = EquationProblems.All[number - 1];
        int n = Sizes[number - 1];
        ProblemRow wrong = Right.Contains(number)
            ? right.Row
            : (row, m, x, gradient) =>
            {
                right.Row(row, m, x, gradient);
                Spoil(number, row, x, gradient);
            };
        return new(number, number, right with { Row = wrong }, n, n, Factor: 1);
    }

    private static void Spoil(int number, int row, ReadOnlySpan<double> x, Span<double> gradient)
    {
        switch (number)
        {
            case 1 when row == 0:
                gradient[0] = -gradient[0];
                break;
            case 2 when row == 2:
                gradient[2] = -gradient[2];
                break;
            case 3:
                Multiply(gradient, -1);
                break;
            case 5 when row == 1:
                Multiply(gradient, 0.5);
                break;
            case 6:
                gradient.Clear();
                WatsonProblems.GradientRow(row, x, gradient, at => at.Slope + (at.Value * at.Value) + 1);
                break;
            case 7:
                Multiply(gradient, 2);
                break;
            case 9:
                gradient[row] *= 2;
                break;
            case 10:
                gradient[row] -= 2;
                break;
            case 11:
                double diagonal = gradient[row];
                Multiply(gradient, -1);
                gradient[row] = diagonal;
                break;
            case 12:
                SpoilVariablyDimensioned(row, SystemProblems.WeightedExcess(x), gradient);
                break;
            case 14:
                gradient[row] = 2 - (15 * x[row] * x[row]);
                break;
        }
    }

    private static void SpoilVariablyDimensioned(int row, double sum, Span<double> gradient)
    {
        for (int j = 0; j < gradient.Length; j++)
        {
            gradient[j] = (row + 1) * (j + 1) / (1 + (6 * sum * sum));
        }

        gradient[row] += 1;
    }

    private static void Multiply(Span<double> gradient, double factor)
    {
        foreach (ref double value in gradient)
        {
            value *= factor;
        }
    }
}
