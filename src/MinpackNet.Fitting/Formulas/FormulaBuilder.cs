namespace MinpackNet.Fitting;

/// <summary>
/// Collects the steps of a formula. Steps that occur repeatedly are shared, and operations on constants are folded.
/// </summary>
/// <param name="predictors">The names of the predictors.</param>
/// <param name="parameters">Those of the parameters; null for all other names.</param>
/// <param name="ties">What stands for a formula.</param>
internal sealed class FormulaBuilder(
    IReadOnlyList<string> predictors, IReadOnlyList<string>? parameters, IReadOnlyList<NamedQuantity> ties)
{
    private readonly string[] _predictors = [.. predictors];
    private readonly List<Step> _steps = [];
    private readonly Dictionary<Step, int> _known = [];
    private readonly HashSet<string> _used = [];
    private readonly List<string> _open = [];

    /// <summary>The names of the parameters: those declared, or else those found so far.</summary>
    public List<string> Parameters { get; } = [.. parameters ?? []];

    /// <summary>The functions that the formula calls.</summary>
    public HashSet<string> Functions { get; } = [];

    public bool Uses(string name) => _used.Contains(name);

    /// <summary>Whether a name is that of a parameter, or of a predictor that the formula uses.</summary>
    public bool IsVariable(string name) => Uses(name) || Parameters.Contains(name);

    /// <summary>The step of a name; -1 when the name is unknown.</summary>
    /// <exception cref="ArgumentException">It is tied to itself.</exception>
    public int Variable(string name)
    {
        if (ties.FirstOrDefault(tie => tie.Name == name) is { } tied)
        {
            return Tied(tied);
        }

        int predictor = Array.IndexOf(_predictors, name);
        if (predictor < 0 && !Parameters.Contains(name))
        {
            if (parameters is not null)
            {
                return -1;
            }

            Parameters.Add(name);
        }

        _used.Add(name);
        return predictor >= 0
            ? Add(new(Operation.Predictor, predictor, -1, 0))
            : Add(new(Operation.Parameter, Parameters.IndexOf(name), -1, 0));
    }

    private int Tied(NamedQuantity tie)
    {
        if (_open.Contains(tie.Name))
        {
            throw Errors.CircularTie(nameof(ties), [.. _open.SkipWhile(name => name != tie.Name)]);
        }

        _open.Add(tie.Name);
        int step = FormulaParser.Parse(tie.Formula, this);
        _open.Remove(tie.Name);
        return step;
    }

    public int Constant(double value) => Add(new(Operation.Constant, -1, -1, value));

    public int Unary(Operation operation, int operand) => AddFolded(new(operation, operand, -1, 0));

    public int Binary(Operation operation, int left, int right)
    {
        if (operation == Operation.Power && _steps[right] is { Operation: Operation.Constant, Number: double exponent })
        {
            // A square is a single rounded product; other constant exponents need no derivative of their own.
            return AddFolded(exponent == 2
                ? new(Operation.Square, left, -1, 0)
                : new(Operation.PowerOfConstant, left, -1, exponent));
        }

        return AddFolded(new(operation, left, right, 0));
    }

    public int Ternary(Operation operation, int left, int right, int third) =>
        AddFolded(new(operation, left, right, 0, third));

    /// <summary>The finished program.</summary>
    /// <param name="result">The step with the value of the formula.</param>
    /// <param name="columns">The names of the predictors in the order of their columns.</param>
    public FormulaProgram Build(int result, string[] columns)
    {
        bool[] isUsed = new bool[_steps.Count];
        isUsed[result] = true;
        for (int s = result; s >= 0; s--)
        {
            foreach (int operand in isUsed[s] ? OperandsOf(_steps[s]) : [])
            {
                isUsed[operand] = true;
            }
        }

        // Each parameter has derivatives, and the result is the last step.
        int[] kept =
        [
            .. Enumerable.Range(0, _steps.Count)
                .Where(s => s != result && (isUsed[s] || _steps[s].Operation == Operation.Parameter)),
            result,
        ];
        int[] places = new int[_steps.Count];
        for (int k = 0; k < kept.Length; k++)
        {
            places[kept[k]] = k;
        }

        return new([.. kept.Select(s => Placed(_steps[s]))], Parameters.Count);

        Step Placed(Step step) => step with
        {
            Left = step.HasOperands ? places[step.Left]
                : step.Operation == Operation.Predictor ? Array.IndexOf(columns, _predictors[step.Left])
                : step.Left,
            Right = step.HasTwoOperands ? places[step.Right] : -1,
            Third = step.HasThreeOperands ? places[step.Third] : -1,
        };
    }

    /// <summary>The steps that are the operands of one.</summary>
    public static IEnumerable<int> OperandsOf(Step step) =>
        new[] { step.HasOperands ? step.Left : -1, step.Right, step.Third }.Where(operand => operand >= 0);

    private int AddFolded(Step step)
    {
        bool constant = _steps[step.Left].Operation == Operation.Constant
            && (!step.HasTwoOperands || _steps[step.Right].Operation == Operation.Constant)
            && (!step.HasThreeOperands || _steps[step.Third].Operation == Operation.Constant);
        if (!constant)
        {
            return Add(step);
        }

        double left = _steps[step.Left].Number;
        double right = step.HasTwoOperands ? _steps[step.Right].Number : 0;
        double third = step.HasThreeOperands ? _steps[step.Third].Number : 0;
        return Constant(BlockOperations.OfConstants(step, left, right, third));
    }

    private int Add(Step step)
    {
        if (!_known.TryGetValue(step, out int index))
        {
            index = _steps.Count;
            _steps.Add(step);
            _known.Add(step, index);
        }

        return index;
    }
}
