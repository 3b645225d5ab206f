namespace MinpackNet.Fitting;

/// <summary>
/// Points at which a search may start, spread evenly and the same each time: around the given start, and signed decades
/// about the sizes that the data suggest.
/// </summary>
internal sealed class StartSpace : IStartSpace
{
    // One start in eight of those around the given one has a parameter of the other sign.
    private const int FlipOneIn = 8;

    // A point this many times larger or smaller than the center is hardly met by half of the points; one at zero, whose
    // neighbors are some units away, by none beyond the last number.
    private const double MuchLarger = 10;
    private const double MuchSmaller = 100;
    private const double FarFromZero = 5;

    private readonly FitProblem _problem;
    private readonly double[] _center;
    private readonly double[][] _columns;
    private readonly double[] _observations;
    private readonly EvenSequence _sequence;
    private readonly double _reach;

    private StartSpace(FitProblem problem, double[] center, double reach)
    {
        _problem = problem;
        _center = center;
        _reach = Math.Log(reach);
        _columns = [.. problem.Columns.Where(column => column.Max() > column.Min())];
        _observations = problem.Observations;
        _sequence = new(_center.Length);
    }

    /// <summary>The points around the given start, which may be far off.</summary>
    public static StartSpace AroundStart(FitProblem problem) => new(problem, problem.FreeOf(problem.Start), 100);

    /// <summary>The points around an end, which has the right orders of magnitude if it is not a wild one.</summary>
    public static StartSpace AroundEnd(FitProblem problem, double[] end) => new(problem, end, 10);

    public bool IsGiven(int j) => true;

    /// <summary>
    /// Point k of a sequence. Half of the points multiply every parameter of the center by its own factor, up to the
    /// reach of the space or its root, with some signs flipped, and move one at zero to either side; a quarter do so
    /// with about half of the parameters and draw the others from the data's sizes; a quarter draw all of them. Bounds
    /// move points to the closest ones within.
    /// </summary>
    /// <param name="sequence">Its scramble: sequences of different numbers share no point.</param>
    /// <param name="k">From 0.</param>
    public double[] Point(int sequence, int k)
    {
        SplitMix hash = new(sequence, k);
        double reach = k % 4 == 0 ? _reach / 2 : _reach;
        double[] point = new double[_center.Length];
        for (int j = 0; j < point.Length; j++)
        {
            double place = _sequence.Place(sequence, k, j);
            bool near = k % 4 < 2 || (k % 4 == 2 && hash.Next(2) == 0);
            double value =
                near ? Near(_center[j], Math.Exp(reach * ((2 * place) - 1)), ref hash) : Drawn(place, ref hash);
            // A predictor that does not vary has no frequency, and the largest numbers have no larger ones.
            point[j] = double.IsFinite(value) ? value : Decades(1, 1.5, place);
        }

        return _problem.Within(point);
    }

    public double Offset(int sequence, int k, int j) => (2 * _sequence.Place(sequence, k, j)) - 1;

    public bool IsFar(double[] point) => Enumerable.Range(0, point.Length).Any(j =>
        Math.Abs(point[j]) is var size
        && (_center[j] == 0
            ? size > FarFromZero
            : size > MuchLarger * Math.Abs(_center[j]) || size < Math.Abs(_center[j]) / MuchSmaller));

    private static double Near(double start, double factor, ref SplitMix hash)
    {
        bool flip = hash.Next(FlipOneIn) == 0;
        double moved = start == 0 ? Math.Log(factor) : start * factor;
        return flip ? -moved : moved;
    }

    private double Drawn(double place, ref SplitMix hash)
    {
        double sign = hash.Next(4) == 0 ? -1 : 1;
        int kind = hash.Next(_columns.Length == 0 ? 3 : 7);
        double[] y = _observations;
        switch (kind)
        {
            case 0:
                return sign * Decades(1, 1.5, place);
            case 1:
                return sign * Decades(Size(y), 1, place);
            case 2:
                return sign * Decades(1 / Size(y), 1, place);
        }

        double[] x = _columns[hash.Next(_columns.Length)];
        double low = x.Min();
        double span = x.Max() - low;
        // The angular frequency at which neighbors alternate; a higher one looks like a lower one.
        double alternating = Math.PI * (x.Length - 1) / span;
        return kind switch
        {
            3 => low + (span * ((1.2 * place) - 0.1)),
            // From a fifth of the distance of neighbors on.
            4 => sign * Math.Exp(Between(Math.Log(0.2 * span / (x.Length - 1)), Math.Log(30 * span), place)),
            5 => sign * alternating * place,
            _ => sign * Math.Exp(Between(Math.Log(0.1 / span), Math.Log(10 * alternating), place)),
        };
    }

    private static double Size(double[] values) => values.Max(Math.Abs) is > 0 and var most ? most : 1;

    private static double Decades(double size, double reach, double place) =>
        size * Math.Pow(10, reach * ((2 * place) - 1));

    private static double Between(double low, double high, double place) => low + ((high - low) * place);
}
