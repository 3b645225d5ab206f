namespace MinpackNet.Tests.Problems;

/// <summary>Systems of equations that belong to no family.</summary>
internal static class SystemProblems
{
    public static TestProblem PowellBadlyScaled { get; } =
        new("Powell badly scaled", Starts.At(0, 1), BadlyScaledEquations, BadlyScaledRow, NeedsLibm: true);

    /// <summary>Half the gradient of Wood's function, the weights of whose squares are 100, 90 and 10.1.</summary>
    public static TestProblem Wood { get; } = new("Wood", Starts.At(-3, -1, -3, -1), WoodEquations, WoodRow);

    public static TestProblem Trigonometric { get; } = new(
        "Trigonometric", n => Starts.All(1.0 / n)(n), TrigonometricEquations, TrigonometricRow, NeedsLibm: true);

    public static TestProblem VariablyDimensioned { get; } =
        new("Variably dimensioned", Starts.DownToZero, VariableEquations, VariableRow);

    /// <summary>The sum of j (x_j - 1) over j from 1, on which all equations of the last problem depend.</summary>
    public static double WeightedExcess(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int j = 0; j < x.Length; j++)
        {
            sum += (j + 1) * (x[j] - 1);
        }

        return sum;
    }

    private static void BadlyScaledEquations(ReadOnlySpan<double> x, Span<double> f)
    {
        f[0] = (1e4 * x[0] * x[1]) - 1;
        f[1] = Math.Exp(-x[0]) + Math.Exp(-x[1]) - 1.0001;
    }

    private static void BadlyScaledRow(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient)
    {
        gradient[0] = row == 0 ? 1e4 * x[1] : -Math.Exp(-x[0]);
        gradient[1] = row == 0 ? 1e4 * x[0] : -Math.Exp(-x[1]);
    }

    private static void WoodEquations(ReadOnlySpan<double> x, Span<double> f)
    {
        double a = x[1] - (x[0] * x[0]);
        double b = x[3] - (x[2] * x[2]);
        f[0] = (-200 * x[0] * a) - (1 - x[0]);
        f[1] = (200 * a) + (20.2 * (x[1] - 1)) + (19.8 * (x[3] - 1));
        f[2] = (-180 * x[2] * b) - (1 - x[2]);
        f[3] = (180 * b) + (20.2 * (x[3] - 1)) + (19.8 * (x[1] - 1));
    }

    /// <summary>The equations come in two pairs of one form, in (x_1, x_2) and (x_3, x_4), coupled by 19.8.</summary>
    private static void WoodRow(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient)
    {
        int first = row < 2 ? 0 : 2;
        double weight = row < 2 ? 200 : 180;
        if (row == first)
        {
            gradient[first] = (-weight * (x[first + 1] - (3 * (x[first] * x[first])))) + 1;
            gradient[first + 1] = -weight * x[first];
        }
        else
        {
            gradient[first] = -2 * weight * x[first];
            gradient[first + 1] = weight + 20.2;
            gradient[3 - first] = 19.8;
        }
    }

    private static void TrigonometricEquations(ReadOnlySpan<double> x, Span<double> f)
    {
        double sum = 0;
        for (int j = 0; j < x.Length; j++)
        {
            f[j] = Math.Cos(x[j]);
            sum += f[j];
        }

        for (int k = 0; k < x.Length; k++)
        {
            f[k] = x.Length + (k + 1) - Math.Sin(x[k]) - sum - ((k + 1) * f[k]);
        }
    }

    private static void TrigonometricRow(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient)
    {
        for (int j = 0; j < x.Length; j++)
        {
            gradient[j] = Math.Sin(x[j]);
        }

        gradient[row] = ((row + 2) * gradient[row]) - Math.Cos(x[row]);
    }

    private static void VariableEquations(ReadOnlySpan<double> x, Span<double> f)
    {
        double sum = WeightedExcess(x);
        double common = sum * (1 + (2 * (sum * sum)));
        for (int k = 0; k < x.Length; k++)
        {
            f[k] = x[k] - 1 + ((k + 1) * common);
        }
    }

    private static void VariableRow(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient)
    {
        double sum = WeightedExcess(x);
        for (int j = 0; j < x.Length; j++)
        {
            gradient[j] = (row + 1) * (j + 1) * (1 + (6 * (sum * sum)));
        }

        gradient[row] += 1;
    }
}
