namespace MinpackNet.Fitting;

/// <summary>Points of the ranges that a model and the data suggest, for fits without start values.</summary>
internal sealed class RangeSpace : IStartSpace
{
    // Around a start value that is given, in decades.
    private const double NearGiven = 0.5;

    private readonly FitProblem _problem;
    private readonly IReadOnlyList<ParameterRange>[] _ranges;
    private readonly ShiftRange[] _shifts;
    private readonly EvenSequence _sequence;
    private readonly bool[] _given;

    /// <param name="problem">The fit, the steps of whose model are known.</param>
    /// <param name="given">The names of the parameters whose start values mean something.</param>
    public RangeSpace(FitProblem problem, IReadOnlyCollection<string> given)
    {
        _problem = problem;
        _given = [.. problem.Free.Select(j => given.Contains(problem.Names[j]))];
        FormulaProgram program = problem.Program!;
        FormulaRanges ranges = new(
            new(program, [.. problem.Columns]),
            problem.Names.Length,
            program.Linearity.LargestSet(problem.Free),
            problem.Observations);
        IReadOnlyList<ParameterRange> others = Unknown();
        _ranges = [.. problem.Free.Select(j =>
            given.Contains(problem.Names[j]) ? Near(problem.Start[j])
            : Within(problem.BoundOf(j), ranges.Of(j) is { Count: > 0 } known ? known : others))];
        _shifts = [.. ranges.Shifts
            .Where(shift => problem.Free.Contains(shift.Offset) && problem.Free.Contains(shift.Slope)
                && !given.Contains(problem.Names[shift.Offset]))
            .Select(shift => shift with
            {
                Offset = Array.IndexOf(problem.Free, shift.Offset),
                Slope = Array.IndexOf(problem.Free, shift.Slope),
            })];
        _sequence = new(_ranges.Length);
    }

    public bool IsGiven(int j) => _given[j];

    public double[] Point(int sequence, int k)
    {
        double[] point = new double[_ranges.Length];
        for (int j = 0; j < point.Length; j++)
        {
            double place = _sequence.Place(sequence, k, j) * _ranges[j].Count;
            int which = Math.Min((int)place, _ranges[j].Count - 1);
            point[j] = Finite(_ranges[j][which].At(place - which));
        }

        foreach (ShiftRange shift in _shifts)
        {
            double place = _sequence.Place(sequence, k, shift.Offset);
            point[shift.Offset] = Finite(shift.At(place, point[shift.Slope]) ?? point[shift.Offset]);
        }

        return _problem.Within(point);
    }

    public double Offset(int sequence, int k, int j) => (2 * _sequence.Place(sequence, k, j)) - 1;

    /// <summary>Never: the ranges come from the data, not from somebody's guess.</summary>
    public bool IsFar(double[] point) => false;

    /// <summary>Ranges of sizes beyond those of numbers end at the largest.</summary>
    private static double Finite(double value) => Math.Clamp(value, -double.MaxValue, double.MaxValue);

    private static ParameterRange[] Near(double start) => start == 0
        ? [new ParameterRange.Uniform(-1, 1)]
        : [new ParameterRange.Sized(
            new Decades(Math.Log10(Math.Abs(start)), Math.Log10(Math.Abs(start))).Widened(NearGiven),
            start > 0 ? Signs.Positive : Signs.Negative)];

    /// <summary>
    /// What the bounds of a parameter leave of its ranges; if that is nothing, all between two bounds.
    /// </summary>
    private static IReadOnlyList<ParameterRange> Within(ParameterBound bound, IReadOnlyList<ParameterRange> ranges)
    {
        ParameterRange[] left = [.. ranges
            .Select(range => range.Within(bound)).OfType<ParameterRange>()];
        return left.Length > 0 ? left
            : double.IsFinite(bound.Upper - bound.Lower) ? [new ParameterRange.Uniform(bound.Lower, bound.Upper)]
            : ranges;
    }

    /// <summary>
    /// For a parameter whose size nothing tells: about one, and about that of the predictor and its inverse.
    /// </summary>
    private ParameterRange[] Unknown()
    {
        double size = _problem.Columns.Count == 0 ? 0 : Decades.Of(_problem.Columns[0], 0).High;
        return [.. new[] { 0, -size, size }.Select(decade =>
            new ParameterRange.Sized(new(decade - 2, decade + 2), Signs.Either))];
    }
}
