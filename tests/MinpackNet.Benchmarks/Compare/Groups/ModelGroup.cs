namespace MinpackNet.Benchmarks.Compare;

/// <summary>
/// Formulas beside NumPy: values, and values with all derivatives, which for NumPy are written by hand and share what
/// they have in common.
/// </summary>
internal static class ModelGroup
{
    private const string Group = "model";

    public static bool Run(bool quick, SciPy? scipy)
    {
        bool good = true;
        foreach (FormulaCase curve in FormulaCase.All)
        {
            foreach (int points in (int[])[25, 2000])
            {
                good &= Compare(curve, points, withDerivatives: false, quick, scipy);
                good &= Compare(curve, points, withDerivatives: true, quick, scipy);
            }
        }

        return good;
    }

    private static bool Compare(FormulaCase curve, int points, bool withDerivatives, bool quick, SciPy? scipy)
    {
        double[] x = curve.Places(points);
        double[] values = new double[points];
        double[] derivatives = new double[points * curve.At.Length];
        string title = $"{curve.Name}-{points}-{(withDerivatives ? "derivatives" : "values")}";
        Contender ours = new(count => Race.Time(() =>
        {
            for (int k = 0; k < count; k++)
            {
                curve.Evaluate(x, values);
                if (withDerivatives)
                {
                    curve.Differentiate(x, derivatives);
                }
            }
        }));
        if (scipy is null)
        {
            Race.Run(Pace.Of(quick, isLarge: false), ours);
            return true;
        }

        Contender theirs = new(count => scipy.TimeModel(curve.Name, withDerivatives, points, count));
        Race.Run(Pace.Of(quick, isLarge: false), ours, theirs);
        double[] sums = [values.Sum(), .. withDerivatives ? derivatives.Chunk(points).Select(c => c.Sum()) : []];
        if (sums.Zip(scipy.Parameters).Any(pair => !AreEqual(pair.First, pair.Second)))
        {
            return Report.Wrong(Group, title, "the sums are not NumPy's");
        }

        Report.Speed(Group, title, ours, "NumPy", theirs);
        return true;
    }

    private static bool AreEqual(double a, double b) => Math.Abs(a - b) <= 1e-9 * (1 + Math.Abs(b));
}
