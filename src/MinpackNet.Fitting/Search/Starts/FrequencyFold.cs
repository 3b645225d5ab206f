namespace MinpackNet.Fitting;

/// <summary>
/// Frequencies that the places of the data can hardly tell from one closer to its start, or lower: on a grid of
/// spacing d, an angular frequency ω looks like ω - 2πj/d and 2πj/d - ω.
/// </summary>
internal sealed class FrequencyFold
{
    // How much another frequency has to lower the sum of squares to be told apart, in residual variances: five standard
    // deviations. The curves themselves may differ by as much as noise moves each of the two.
    private const double Significant = 25;
    private const double Both = 2;

    // The share of what a frequency explains that may be lost while its phase is only known to a twelfth of a turn.
    private const double MostLost = 0.2;
    private const int Phases = 12;
    private const int Halvings = 8;

    // Where the values of aliases differ, in the spacing, and by how much of their size.
    private const double BetweenPlaces = 0.37;
    private const double Different = 1e-3;

    // Places closer to a grid, in its spacing, tell no alias from another; and so far up they are tried, in full turns
    // per spacing, as long as an alias differs by no more radians.
    private const double OnGrid = 1e-6;
    private const int MostTurns = 8;
    private const double MostPhase = 1.5;

    // What rounding does to places, root mean square, in the unit of the last decimal: 1/√12, and a little.
    private const double MostRounding = 0.35;

    // By how many turns rounded places let aliases differ from whole ones.
    private const double ByRounding = 1e-3;

    // A square, a size or a product of waves has two cycles in one.
    private static readonly double[] Angles = [2 * Math.PI, Math.PI, 1];
    private static readonly double[] Turns = [1, 0.5];

    private readonly FitProblem _problem;
    private readonly Lazy<FitProblem> _unbounded;
    private readonly LinearPart _linear;
    private readonly double _floor;
    private readonly Func<int, bool> _isGiven;
    private readonly double[] _start;
    private readonly Grid? _grid;

    // What the places next to the grid are rounded to, and places between those, if they are of one predictor.
    private readonly double? _decimals;
    private readonly double[][]? _between;

    /// <param name="problem">The fit.</param>
    /// <param name="linear">Its linear parameters.</param>
    /// <param name="floor">The sum of squares that rounding of the model's values alone explains.</param>
    /// <param name="isGiven">
    /// Whether the start value of a parameter is the user's, so that it says which alias is meant; else the lowest is.
    /// </param>
    public FrequencyFold(FitProblem problem, LinearPart linear, double floor, Func<int, bool> isGiven)
    {
        (_problem, _linear, _floor, _isGiven) = (problem, linear, floor, isGiven);
        _unbounded = new(problem.WithoutBounds);
        _start = problem.FreeOf(problem.Start);
        if (problem is { Columns.Count: 1 } or { Columns.Count: 2, Model: GlobalModel })
        {
            double[] x = problem.Columns[0];
            _grid = problem.Model.Oscillates == false ? null : Grid.Of(x);
            _decimals = _grid?.Decimals(x);
            double shift = BetweenPlaces * (_grid?.Spacing ?? Spread.Of(x).Step);
            _between = [[.. x.Select(place => place + shift)], .. problem.Columns.Skip(1)];
        }
    }

    /// <summary>
    /// Whether the places lie next to a grid only because they are rounded, so that what tells aliases apart is no more
    /// than that.
    /// </summary>
    public bool IsRounded => _grid is { Deviation: > OnGrid } grid
        && grid.Deviation * grid.Spacing < MostRounding * _decimals;

    private double[] Spacings => _decimals is { } step ? [_grid!.Value.Spacing, step] : [_grid!.Value.Spacing];

    /// <summary>
    /// The points with another value of one parameter, the closest to its start or the lowest frequency first, from
    /// which a solve may lead to the same values at the places of the data.
    /// </summary>
    public IEnumerable<double[]> CloserTo(double[] end, int k, double sum)
    {
        if (_grid is null || !IsFrequency(end, k))
        {
            yield break;
        }

        double most = sum + (MostLost * (_problem.TotalSumOfSquares - sum));
        foreach ((double value, double turn, _) in Spacings
            .SelectMany(spacing => Aliases(end[k], k, spacing))
            .OrderBy(alias => alias.Distance).ThenBy(alias => alias.Value < 0))
        {
            double[] point = BestPhase(end, k, value, turn);
            if (_problem.SumOfSquares(point) <= most)
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
        foreach (int k in _linear.Others.Where(k => IsFrequency(point, k)))
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
    /// Whether the end of a solve from an alias of one parameter kept it, and the model is the same at the places of
    /// the data to within noise, and differs between them.
    /// </summary>
    public bool IsAlias(double[] end, double[] there, double[] alias, int k, double sum)
    {
        double difference = Norms.OfDifference(_problem.ResidualsAt(end), _problem.ResidualsAt(there));
        return Math.Abs(there[k] - alias[k]) < Math.Abs(there[k] - end[k])
            && IsCloser(there[k], end[k], k)
            && difference * difference <= Both * (MostWithinNoise(_problem, sum, _floor) - sum)
            && DiffersBetween(end, there);
    }

    /// <summary>
    /// Whether one alias is closer than another as what it is, a frequency or a period: that as which the two differ by
    /// whole turns.
    /// </summary>
    private bool IsCloser(double value, double than, int k) => _isGiven(k)
        ? Math.Abs(value - _start[k]) < Math.Abs(than - _start[k])
        : Math.Abs(value) < Math.Abs(than)
            == FromWholeTurns(value, than, false) <= FromWholeTurns(value, than, true) + ByRounding;

    /// <summary>How far from whole turns per spacing two frequencies, or those of two periods, differ.</summary>
    private double FromWholeTurns(double one, double other, bool arePeriods) => Spacings.SelectMany(Units)
        .Where(unit => unit.IsPeriod == arePeriods)
        .SelectMany(unit => new[] { 1, -1 }.Select(sign => arePeriods
            ? ((1 / one) - (sign / other)) / unit.Unit
            : (one - (sign * other)) / unit.Unit))
        .Min(turns => Math.Round(turns) == 0 ? 1 : Math.Abs(turns - Math.Round(turns)));

    /// <summary>Whether noise explains the difference of two sums of squares.</summary>
    public bool IsAsGood(double sum, double other) =>
        Math.Max(sum, other) <= MostWithinNoise(_problem, Math.Min(sum, other), _floor);

    /// <summary>Whether the model differs between the places of the data, if those are of one predictor.</summary>
    public bool DiffersBetween(double[] one, double[] other)
    {
        if (_between is null)
        {
            return false;
        }

        // The steps of a model are known beyond its bounds too, and so is what a phase is.
        FitProblem problem = _problem.Program is null ? _problem : _unbounded.Value;
        double[] here = problem.ValuesAt(one, _between);
        return !(Norms.OfDifference(here, problem.ValuesAt(other, _between)) <= Different * Norms.Of(here));
    }

    /// <summary>The sum of squares up to which one is no worse than another by more than noise explains.</summary>
    public static double MostWithinNoise(FitProblem problem, double other, double floor) =>
        (other * (1 + (Significant / Math.Max(problem.PointCount - problem.Free.Length, 1)))) + floor;

    /// <summary>
    /// The aliases of an angular frequency, of one in cycles and of a period that are closer to the start, or lower
    /// where it is not the user's, what changes a place by a full turn, and how close they are.
    /// </summary>
    private IEnumerable<(double Value, double Turn, double Distance)> Aliases(double value, int k, double spacing)
    {
        double start = _isGiven(k) ? _start[k] : 0;
        foreach ((double unit, bool isPeriod) in Units(spacing))
        {
            double frequency = isPeriod ? 1 / value : value;
            double wanted = isPeriod && start != 0 ? 1 / start : start;
            foreach ((double turns, double sign) in new[] { 1.0, -1 }
                .SelectMany(sign => TurnsTo(k, wanted, sign * frequency, unit, isPeriod).Select(n => (n, sign))))
            {
                double other = (turns * unit) + (sign * frequency);
                (double alias, double turn) = Turning(other, unit, isPeriod, spacing);
                double distance = Distance(alias, other);
                if (turns != 0 && distance < Distance(value, frequency) && double.IsFinite(turn))
                {
                    yield return (alias, turn, distance);
                }
            }
        }

        double Distance(double value, double frequency) => _isGiven(k) ? Math.Abs(value - start) : Math.Abs(frequency);
    }

    /// <summary>
    /// How many turns per spacing lead from a frequency closest to the wanted one; within bounds, from both sides.
    /// </summary>
    private double[] TurnsTo(int k, double wanted, double from, double unit, bool isPeriod)
    {
        ParameterBound bound = _problem.BoundOf(_problem.Free[k]);
        (double lower, double upper) = !isPeriod ? (bound.Lower, bound.Upper) : bound.OfInverse();
        double turns = (Math.Clamp(wanted, lower, upper) - from) / unit;
        return bound.IsBound
            ? [.. new[] { Math.Floor(turns), Math.Ceiling(turns) }
                .Where(n => (n * unit) + from is var frequency && frequency >= lower && frequency <= upper)]
            : [Math.Round(turns)];
    }

    /// <summary>The angular frequency, the frequency and the period that turn once or by half per spacing.</summary>
    private static IEnumerable<(double Unit, bool IsPeriod)> Units(double spacing) =>
        Turns.SelectMany(turns => new[]
        {
            (2 * Math.PI * turns / spacing, false), (turns / spacing, false), (turns / spacing, true),
        });

    /// <summary>The parameter's value for a frequency, and what changes a place by a full turn.</summary>
    private static (double Value, double Turn) Turning(double frequency, double unit, bool isPeriod, double spacing) =>
        isPeriod ? (1 / frequency, 1 / frequency) : (frequency, unit * spacing / frequency);

    /// <summary>
    /// The point with another frequency, and with each other parameter that is a phase or a place as suits best.
    /// </summary>
    private double[] BestPhase(double[] point, int k, double value, double turn)
    {
        double[] best = Adjusted(Moved(point, k, value));
        foreach (int j in _linear.Others.Where(j => j != k))
        {
            foreach (double cycle in Cycles(best, j, [.. Angles, turn]).ToArray())
            {
                best = Lowest(best, j, Enumerable.Range(1, Phases - 1).Select(phase => cycle * phase / Phases));
                // An alias shifted by whole turns needs no other phase, and is no better than a mirrored one for that.
                for (int half = 1; half <= Halvings; half++)
                {
                    double step = cycle / Phases * Math.Pow(2, -half);
                    best = Lowest(best, j, [step, -step]);
                }
            }
        }

        return best;
    }

    /// <summary>Of a point and others with one parameter shifted, the one with the lowest sum of squares.</summary>
    private double[] Lowest(double[] point, int j, IEnumerable<double> shifts) => shifts
        .Select(shift => Adjusted(Moved(point, j, point[j] + shift)))
        .Prepend(point)
        .MinBy(candidate => Finite(_problem.SumOfSquares(candidate)))!;

    /// <summary>Whether a parameter may be a frequency: it is neither linear nor a phase.</summary>
    private bool IsFrequency(double[] point, int k) =>
        _linear.Others.Contains(k) && !Cycles(point, k, Angles).Any();

    /// <summary>By what a parameter may change without an effect, also between the places of the data.</summary>
    private IEnumerable<double> Cycles(double[] point, int j, double[] candidates) =>
        candidates.Where(cycle => !DiffersBetween(point, Moved(point, j, point[j] + cycle)));

    private static double Finite(double sum) => double.IsNaN(sum) ? double.PositiveInfinity : sum;

    private static double[] Moved(double[] point, int k, double value)
    {
        double[] moved = [.. point];
        moved[k] = value;
        return moved;
    }

    /// <summary>The point with the linear parameters that suit it.</summary>
    private double[] Adjusted(double[] point) => _problem.Within(_linear.Adjusted(point));
}
