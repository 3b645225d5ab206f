namespace MinpackNet.Fitting;

/// <summary>A place next to the estimates where the model changes without bound, or is not finite.</summary>
/// <param name="Point">The index of the observation there.</param>
/// <param name="Parameter">The free parameter that leads there.</param>
/// <param name="IsFinite">Whether the model is finite all around.</param>
internal sealed record Singularity(int Point, int Parameter, bool IsFinite)
{
    private const int LeastOrder = 3;

    // From the spacing of the differences that tell noise down to where rounding tells nothing.
    private static readonly double[] Spacings = [1e-5, 1e-6, 1e-7, 1e-8, 1e-9];

    /// <summary>
    /// The singularity behind sixth differences too large for a smooth function; null when they are noise. Next to a
    /// logarithm, root or quotient at the edge of its domain, differences of each order have one sign along a line;
    /// those of noise alternate.
    /// </summary>
    public static Singularity? Of(FitProblem problem, double[] free, double[] values)
    {
        foreach (double spacing in Spacings)
        {
            double[][] table = NoiseLevel.Table(problem, free, values, spacing);
            int point = Enumerable.Range(0, values.Length)
                .FirstOrDefault(i => !Array.TrueForAll(table, row => double.IsFinite(row[i])), -1);
            if (point >= 0)
            {
                return new(point, Leading(problem, free, values, point, NoiseLevel.Order * spacing), IsFinite: false);
            }

            point = Roughest(table);
            if (IsMonotone([.. table.Select(row => row[point])]))
            {
                return new(point, Leading(problem, free, values, point, spacing), IsFinite: true);
            }
        }

        return null;
    }

    private static int Roughest(double[][] table)
    {
        double[] last = [.. table[0].Select((_, i) => Math.Abs(Differences([.. table.Select(row => row[i])], 6)[0]))];
        return Array.IndexOf(last, last.Max());
    }

    private static bool IsMonotone(double[] values) =>
        Enumerable.Range(LeastOrder, NoiseLevel.Order - LeastOrder).All(order =>
            Differences(values, order) is var row
            && (row.All(difference => difference > 0) || row.All(difference => difference < 0)));

    private static double[] Differences(double[] values, int order)
    {
        for (; order > 0; order--)
        {
            values = [.. values.Zip(values.Skip(1), (a, b) => b - a)];
        }

        return values;
    }

    /// <summary>The parameter that changes the model most there, or makes it not finite.</summary>
    private static int Leading(FitProblem problem, double[] free, double[] values, int point, double share)
    {
        return Enumerable.Range(0, free.Length).MaxBy(k =>
        {
            double[] moved = [.. free];
            moved[k] += 1.1 * share * (free[k] == 0 ? 1 : free[k]);
            double change = Math.Abs(problem.ValuesAt(moved)[point] - values[point]);
            return double.IsFinite(change) ? change : double.PositiveInfinity;
        });
    }
}
