namespace MinpackNet.Fitting;

/// <summary>A place next to the estimates where the model changes without bound, or is not finite.</summary>
/// <param name="Point">The index of the observation there.</param>
/// <param name="Parameter">The free parameter that leads there.</param>
/// <param name="IsFinite">Whether the model is finite all around.</param>
internal sealed record Singularity(int Point, int Parameter, bool IsFinite)
{
    // What is next to a parameter, as a share of it, or of the widest range of the predictors if that is less ...
    private const double Near = 3e-4;

    // ... or of its standard error, for one that is as good as zero.
    private const double NearInErrors = 0.01;

    // A model that bends over less than this share of a parameter may have an edge next to it.
    private const double Short = 0.1;

    // The probed distances, each a quarter of the one before, the parameters probed, and the steps towards a pole.
    private const int Distances = 6;
    private const int MostParameters = 4;
    private const int MostSteps = 40;

    // A pole within reach makes values grow by more than this; each step of the search comes closer by a third.
    private const double Growth = 1000;

    // Already the probed place that is closest to it has values this much larger.
    private const double SomeGrowth = 1.1;

    private static readonly double Golden = (Math.Sqrt(5) - 1) / 2;

    /// <summary>
    /// The singularity next to the estimates; null for none. Where the model bends over a small share of a parameter,
    /// or a parameter is zero to within its error, it is changed alone to both sides: beyond the edge of a logarithm or
    /// root the model is not finite, and towards a pole it grows without bound, but not towards a peak.
    /// </summary>
    public static Singularity? Of(FitProblem problem, double[] free, double[] errors, double[] scales)
    {
        double widest = problem.Columns.Select(column => column.Max() - column.Min()).DefaultIfEmpty(0).Max();
        return Enumerable.Range(0, free.Length)
            .Select(k => (Index: k, Size: Math.Abs(free[k]), Scale: scales[problem.Free[k]], Error: errors[k]))
            .Select(at => (at.Index, Ratio: at.Scale / at.Size, Reach:
                double.IsFinite(at.Error) && at.Size < NearInErrors * at.Error ? NearInErrors * at.Error
                : at.Scale < Short * at.Size ? Near * Math.Min(at.Size, widest)
                : 0))
            .Where(at => at.Reach > 0)
            .OrderBy(at => at.Ratio)
            .Take(MostParameters)
            .Select(at => Along(problem, free, at.Index, at.Reach))
            .FirstOrDefault(found => found is not null);
    }

    private static Singularity? Along(FitProblem problem, double[] free, int k, double reach)
    {
        double[] away = [.. Enumerable.Range(0, Distances).Select(j => reach * Math.Pow(0.25, j))];
        double[] around = [.. away.Select(d => -d), 0, .. Enumerable.Reverse(away)];
        double[] places = [.. around.Where(by => problem.IsWithin(Moved(by)))];
        int here = Array.IndexOf(places, 0);
        double[][] values = [.. places.Select(ValuesAt)];
        int points = values[0].Length;
        int bad = Enumerable.Range(0, points).FirstOrDefault(i => values.Any(row => !double.IsFinite(row[i])), -1);
        if (bad >= 0)
        {
            return new(bad, k, IsFinite: false);
        }

        // The point that comes closest to a pole: its values grow most.
        int point = Enumerable.Range(0, points).MaxBy(i =>
            values.Max(row => Math.Abs(row[i])) / (Math.Abs(values[here][i]) + double.Epsilon));
        int top = Enumerable.Range(0, places.Length).MaxBy(j => Math.Abs(values[j][point]));
        if (Math.Abs(values[top][point]) < SomeGrowth * Math.Abs(values[here][point]))
        {
            return null;
        }

        double bound = Growth * Math.Abs(values[top][point]);
        double low = places[Math.Max(top - 1, 0)];
        double high = places[Math.Min(top + 1, places.Length - 1)];
        for (int step = 0; step < MostSteps; step++)
        {
            double width = Golden * (high - low);
            double left = Math.Abs(ValuesAt(high - width)[point]);
            double right = Math.Abs(ValuesAt(low + width)[point]);
            if (!(Math.Max(left, right) <= bound))
            {
                return new(point, k, IsFinite: true);
            }

            (low, high) = left > right ? (low, low + width) : (high - width, high);
        }

        return null;

        double[] ValuesAt(double by) => problem.ValuesAt(Moved(by));

        double[] Moved(double by)
        {
            double[] moved = [.. free];
            moved[k] += by;
            return moved;
        }
    }
}
