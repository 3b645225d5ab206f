namespace MinpackNet.Fitting;

/// <summary>Collects instructions, each with a place of its own for its results.</summary>
internal sealed class CodeBuilder
{
    private readonly List<Instruction> _prologue = [];
    private readonly List<Instruction> _body = [];
    private readonly Dictionary<double, Place> _constants = [];
    private readonly List<(int Row, int Index)> _parameters = [];
    private readonly Dictionary<Place, Place> _delivered = [];
    private int _rows;
    private int _blocks;

    public Place Constant(double number)
    {
        if (!_constants.TryGetValue(number, out Place place))
        {
            _constants[number] = place = NewPlace(isRow: true);
        }

        return place;
    }

    public Place Parameter(int index)
    {
        Place place = NewPlace(isRow: true);
        _parameters.Add((place.Index, index));
        return place;
    }

    /// <summary>
    /// Adds an instruction: to the prologue if all its operands are rows, and to the body otherwise.
    /// </summary>
    /// <returns>Where its results are.</returns>
    public Place Emit(Kernel kernel, Step step, Place a, Place b = default, Place c = default)
    {
        bool isRow = a.IsRow && b.IsRow && c.IsRow;
        Place target = NewPlace(isRow);
        (isRow ? _prologue : _body).Add(new(kernel, target, a, b, c, step));
        return target;
    }

    /// <summary>Adds sine and cosine.</summary>
    public (Place Sin, Place Cos) EmitSinCos(Step step, Place a)
    {
        (Place sin, Place cos) = (NewPlace(a.IsRow), NewPlace(a.IsRow));
        (a.IsRow ? _prologue : _body).Add(new(Kernel.SinCos, sin, a, Place.None, cos, step));
        return (sin, cos);
    }

    /// <summary>
    /// Delivers a result: what computes it writes it there directly, unless it is one for all points or is delivered
    /// already.
    /// </summary>
    /// <param name="output">Where to.</param>
    /// <param name="from">What.</param>
    /// <param name="isNegative">Whether the result has the other sign.</param>
    public void Deliver(Place output, Place from, bool isNegative)
    {
        from = _delivered.GetValueOrDefault(from, from);
        if (from.Kind != PlaceKind.Block || isNegative)
        {
            _body.Add(new(isNegative ? Kernel.Negate : Kernel.Copy, output, from, Place.None, Place.None, default));
            return;
        }

        _delivered[from] = output;
        for (int i = 0; i < _body.Count; i++)
        {
            Instruction old = _body[i];
            _body[i] = old with { Target = Moved(old.Target), A = Moved(old.A), B = Moved(old.B), C = Moved(old.C) };
        }

        Place Moved(Place place) => place == from ? output : place;
    }

    /// <param name="columns">How many columns the formula has.</param>
    /// <param name="outputs">How many outputs it has.</param>
    public FormulaCode Build(int columns, int outputs)
    {
        (Instruction[] body, int blocks) = BlockAssignment.Of(Fusion.Of(_body), _blocks);
        return new(
            [.. _constants.Select(pair => (pair.Value.Index, pair.Key))],
            [.. _parameters],
            [.. _prologue],
            body,
            _rows,
            blocks,
            columns,
            outputs);
    }

    private Place NewPlace(bool isRow) =>
        isRow ? new(PlaceKind.Row, _rows++) : new(PlaceKind.Block, _blocks++);
}
