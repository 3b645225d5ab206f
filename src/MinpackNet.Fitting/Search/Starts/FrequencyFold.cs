namespace MinpackNet.Fitting;

/// <summary>
/// Frequencies that the places of the data can hardly tell from one closer to its start: on a grid of spacing d, an
/// angular frequency ω looks like ω - 2πj/d and 2πj/d - ω.
/// </summary>
/// <param name="problem">The fit.</param>
/// <param name="linear">Its linear parameters.</param>
/// <param name="floor">The sum of squares that rounding of the model's values alone explains.</param>
/// <param name="isGiven">
/// Whether the start value of a parameter is the user's, so that it says which alias is meant.
/// </param>
internal sealed class FrequencyFold(FitProblem problem, LinearPart linear, double floor, Func<int, bool> isGiven)
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

    // Places closer to a grid, in its spacing, tell no alias from another; and so far up they are tried, in full turns
    // per spacing, as long as an alias differs by no more radians.
    private const double OnGrid = 1e-6;
    private const int MostTurns = 8;
    private const double MostPhase = 1.5;

    // Sums of squares that differ by less are the same but for the rounding of phases.
    private const double Rounding = 1e-6;

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
            double[] point = BestPhase(end, k, value, turn);
            if (problem.SumOfSquares(point) <= most)
            {
                yield return point;
            }
        }
    }

    /// <summary>
    /// The points with an alias of one parameter, on places that can tell aliases apart because they scatter about a
    /// grid: samples up to the frequency at which neighbors alternate may find a low one of a high frequency alone.
    /// </summary>
    public IEnumerable<double[]> AliasesOf(double[] point) =>
        _grid is { Deviation: > OnGrid and var deviation }
            ? AliasesOf(point, (int)Math.Clamp(MostPhase / (2 * Math.PI * deviation), 1, MostTurns))
                .Select(alias => BestPhase(point, alias.K, alias.Value, alias.Turn))
            : [];

    /// <summary>
    /// The same on a grid, one turn per spacing away, where they are told apart only if no other parameter is a phase.
    /// </summary>
    public IEnumerable<double[]> AliasesOnGrid(double[] point) =>
        _grid is { Deviation: <= OnGrid }
            ? AliasesOf(point, 1).Select(alias => Adjusted(Moved(point, alias.K, alias.Value)))
            : [];

    private IEnumerable<(int K, double Value, double Turn)> AliasesOf(double[] point, int most)
    {
        double spacing = _grid!.Value.Spacing;
        foreach (int k in linear.Others)
        {
            foreach ((double unit, bool isPeriod) in Units(spacing))
            {
                double frequency = isPeriod ? 1 / point[k] : point[k];
                foreach (double other in Enumerable.Range(1, most)
                    .SelectMany(j => new[] { (j * unit) + frequency, (j * unit) - frequency }))
                {
                    (double alias, double turn) = Turning(other, unit, isPeriod, spacing);
                    if (double.IsFinite(alias) && double.IsFinite(turn))
                    {
                        yield return (k, alias, turn);
                    }
                }
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
        double[] here = problem.ValuesAt(end, between);
        double[] there = problem.ValuesAt(point, between);
        return Math.Abs(point[k] - _start[k]) < Math.Abs(end[k] - _start[k])
            && (isGiven(k) ? IsAsGood(other, sum) && IsAsGood(sum, other) : other <= (sum * (1 + Rounding)) + floor)
            && Norms.OfDifference(here, there) > Different * Norms.Of(here);
    }

    /// <summary>The sum of squares up to which one is no worse than another by more than noise explains.</summary>
    public static double MostWithinNoise(FitProblem problem, double other, double floor) =>
        (other * (1 + (Significant / Math.Max(problem.PointCount - problem.Free.Length, 1)))) + floor;

    private bool IsAsGood(double sum, double other) => sum <= MostWithinNoise(problem, other, floor);

    /// <summary>
    /// The aliases of an angular frequency, of one in cycles and of a period that are closer to the start, and what
    /// changes a place by a full turn.
    /// </summary>
    private static IEnumerable<(double Value, double Turn)> Aliases(double value, double start, double spacing)
    {
        foreach ((double unit, bool isPeriod) in Units(spacing))
        {
            double frequency = isPeriod ? 1 / value : value;
            double wanted = isPeriod && start != 0 ? 1 / start : start;
            double moved = -unit * Math.Round((frequency - wanted) / unit);
            double mirrored = unit * Math.Round((frequency + wanted) / unit);
            foreach ((double shift, double sign) in new[] { (moved, 1.0), (mirrored, -1) })
            {
                double other = shift + (sign * frequency);
                (double alias, double turn) = Turning(other, unit, isPeriod, spacing);
                if (shift != 0 && Math.Abs(alias - start) < Math.Abs(value - start) && double.IsFinite(turn))
                {
                    yield return (alias, turn);
                }
            }
        }
    }

    /// <summary>The angular frequency, the frequency and the period that turn once per spacing.</summary>
    private static IEnumerable<(double Unit, bool IsPeriod)> Units(double spacing) =>
        [(2 * Math.PI / spacing, false), (1 / spacing, false), (1 / spacing, true)];

    /// <summary>The parameter's value for a frequency, and what changes a place by a full turn.</summary>
    private static (double Value, double Turn) Turning(double frequency, double unit, bool isPeriod, double spacing) =>
        isPeriod ? (1 / frequency, 1 / frequency) : (frequency, unit * spacing / frequency);

    /// <summary>The point with another frequency, with the phase that suits best.</summary>
    private double[] BestPhase(double[] point, int k, double value, double turn) =>
        WithPhases(point, k, value, turn).MinBy(candidate => Finite(problem.SumOfSquares(candidate)))!;

    private static double Finite(double sum) => double.IsNaN(sum) ? double.PositiveInfinity : sum;

    private static double[] Moved(double[] point, int k, double value)
    {
        double[] moved = [.. point];
        moved[k] = value;
        return moved;
    }

    /// <summary>The point with the linear parameters that suit it.</summary>
    private double[] Adjusted(double[] point) => problem.Within(linear.Adjusted(point));

    /// <summary>The end with another frequency, and with each other parameter as a phase or a place.</summary>
    private IEnumerable<double[]> WithPhases(double[] end, int k, double value, double turn)
    {
        double[] moved = Moved(end, k, value);
        yield return Adjusted(moved);
        foreach (int j in linear.Others.Where(j => j != k))
        {
            foreach (double cycle in new[] { 2 * Math.PI, 1, turn })
            {
                for (int phase = 1; phase < Phases; phase++)
                {
                    double[] both = [.. moved];
                    both[j] += cycle * phase / Phases;
                    yield return Adjusted(both);
                }
            }
        }
    }
}
