namespace MinpackNet.Fitting;

/// <summary>
/// Frequencies that the places of the data can hardly tell from one closer to its start: on a grid of spacing d, an
/// angular frequency ω looks like ω - 2πj/d and 2πj/d - ω.
/// </summary>
internal sealed class FrequencyFold(FitProblem problem, LinearPart linear, double floor)
{
    // How much another frequency has to lower the sum of squares to be told apart, in residual variances: five standard
    // deviations.
    private const double Significant = 25;

    // The share of what a frequency explains that may be lost while its phase is only known to a twelfth of a turn.
    private const double MostLost = 0.2;
    private const int Phases = 12;

    // Where the values of aliases differ, in the spacing, and by how much of their size.
    private const double BetweenPlaces = 0.37;
    private const double Different = 1e-3;

    private readonly Grid? _grid =
        problem.Model.Oscillates == false || problem.Columns is not [var x] ? null : Grid.Of(x);

    private readonly double[] _start = problem.FreeOf(problem.Start);

    /// <summary>
    /// The points with another value of one parameter, the closest to its start first, from which a solve may lead to
    /// the same values at the places of the data.
    /// </summary>
    public IEnumerable<double[]> CloserTo(double[] end, int k, double sum)
    {
        if (_grid is not { Spacing: var spacing } || !linear.Others.Contains(k))
        {
            yield break;
        }

        double most = sum + (MostLost * (problem.TotalSumOfSquares - sum));
        foreach ((double value, double turn) in Aliases(end[k], _start[k], spacing)
            .OrderBy(alias => Math.Abs(alias.Value - _start[k])))
        {
            (double there, double[] point) = WithPhases(end, k, value, turn)
                .Select(candidate => (problem.SumOfSquares(candidate), candidate))
                .MinBy(pair => pair.Item1);
            if (there <= most)
            {
                yield return point;
            }
        }
    }

    /// <summary>
    /// Whether a point has another value of a parameter, closer to the start, with which the model differs between the
    /// places of the data, but describes these as well to within what noise explains.
    /// </summary>
    public bool IsAlias(double[] end, double[] point, int k, double sum, double other)
    {
        double[] x = problem.Columns[0];
        double shift = BetweenPlaces * _grid!.Value.Spacing;
        double[][] between = [[.. x.Select(place => place + shift)]];
        double[] here = new double[x.Length];
        double[] there = new double[x.Length];
        problem.Model.Evaluate(problem.AllOf(end), between, here);
        problem.Model.Evaluate(problem.AllOf(point), between, there);
        return Math.Abs(point[k] - _start[k]) < Math.Abs(end[k] - _start[k])
            && IsAsGood(other, sum)
            && IsAsGood(sum, other)
            && Norms.OfDifference(here, there) > Different * Norms.Of(here);
    }

    /// <summary>Whether a sum of squares is no worse than another by more than noise explains.</summary>
    private bool IsAsGood(double sum, double other) =>
        sum <= (other * (1 + (Significant / Math.Max(problem.PointCount - _start.Length, 1)))) + floor;

    /// <summary>
    /// The aliases of an angular frequency, of one in cycles and of a period that are closer to the start, and what
    /// changes a place by a full turn.
    /// </summary>
    private static IEnumerable<(double Value, double Turn)> Aliases(double value, double start, double spacing)
    {
        foreach ((double unit, bool isPeriod) in new[]
        {
            (2 * Math.PI / spacing, false), (1 / spacing, false), (1 / spacing, true),
        })
        {
            double frequency = isPeriod ? 1 / value : value;
            double wanted = isPeriod && start != 0 ? 1 / start : start;
            double moved = -unit * Math.Round((frequency - wanted) / unit);
            double mirrored = unit * Math.Round((frequency + wanted) / unit);
            foreach ((double shift, double sign) in new[] { (moved, 1.0), (mirrored, -1) })
            {
                double other = shift + (sign * frequency);
                double alias = isPeriod ? 1 / other : other;
                double turn = isPeriod ? alias : unit * spacing / other;
                if (shift != 0 && Math.Abs(alias - start) < Math.Abs(value - start) && double.IsFinite(turn))
                {
                    yield return (alias, turn);
                }
            }
        }
    }

    /// <summary>The end with another frequency, and with each other parameter as a phase or a place.</summary>
    private IEnumerable<double[]> WithPhases(double[] end, int k, double value, double turn)
    {
        double[] moved = [.. end];
        moved[k] = value;
        yield return problem.Within(linear.Adjusted(moved));
        foreach (int j in linear.Others.Where(j => j != k))
        {
            foreach (double cycle in new[] { 2 * Math.PI, 1, turn })
            {
                for (int phase = 1; phase < Phases; phase++)
                {
                    double[] both = [.. moved];
                    both[j] += cycle * phase / Phases;
                    yield return problem.Within(linear.Adjusted(both));
                }
            }
        }
    }
}
