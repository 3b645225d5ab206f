namespace MinpackNet.Fitting;

/// <summary>
/// What is known about the steps of a formula before any number: which vary, where their values and adjoints are kept,
/// and how the adjoints add up. An instance never changes.
/// </summary>
internal sealed class FormulaPlan
{
    public const int None = -1;

    private readonly bool[] _varies;
    private readonly bool[] _depends;
    private readonly bool[] _isFirstLeft;
    private readonly bool[] _isFirstRight;
    private readonly int[] _values;
    private readonly int[] _adjoints;
    private readonly int[] _companions;
    private readonly int[] _parameters;

    public FormulaPlan(Step[] steps)
    {
        int count = steps.Length;
        Steps = steps;
        _varies = new bool[count];
        _depends = new bool[count];
        _isFirstLeft = new bool[count];
        _isFirstRight = new bool[count];
        _values = new int[count];
        _adjoints = new int[count];
        _companions = new int[count];
        Array.Fill(_companions, None);
        _parameters = ParameterSteps();
        PlanValues();
        PlanAdjoints();
    }

    public Step[] Steps { get; }

    /// <summary>The step with the value of the formula.</summary>
    public int Last => Steps.Length - 1;

    /// <summary>How many blocks hold values.</summary>
    public int ValueBlocks { get; private set; }

    /// <summary>How many blocks there are.</summary>
    public int Blocks { get; private set; }

    /// <summary>Whether a step varies from point to point; the others are single numbers.</summary>
    public bool Varies(int step) => _varies[step];

    /// <summary>Whether a step depends on a parameter.</summary>
    public bool Depends(int step) => _depends[step];

    /// <summary>The block with the values of a step that varies.</summary>
    public int ValuesOf(int step) => _values[step];

    /// <summary>
    /// Of a sine the block with the cosines, and the other way round: those of another step, or a block of its own for
    /// the derivatives.
    /// </summary>
    public int CompanionOf(int step) => _companions[step];

    /// <summary>Whether the values of a sine or cosine come with those of an earlier step.</summary>
    public bool IsDoneByCompanion(int step) => _companions[step] >= 0 && _companions[step] < _values[step];

    /// <summary>The step of a parameter; <see cref="None"/> for one that the formula does not have.</summary>
    public int StepOf(int parameter) => parameter < _parameters.Length ? _parameters[parameter] : None;

    /// <summary>The block with the adjoints of a step; <see cref="None"/> where they are one number.</summary>
    public int AdjointsOf(int step) => _adjoints[step];

    /// <summary>Whether what a step hands on to its left operand is the first part of that one's adjoint.</summary>
    public bool IsFirstOfLeft(int step) => _isFirstLeft[step];

    /// <summary>The same for the right operand.</summary>
    public bool IsFirstOfRight(int step) => _isFirstRight[step];

    private int[] ParameterSteps()
    {
        int[] steps = new int[Steps.Max(step => step.Operation == Operation.Parameter ? step.Left + 1 : 0)];
        Array.Fill(steps, None);
        for (int s = 0; s < Steps.Length; s++)
        {
            if (Steps[s].Operation == Operation.Parameter)
            {
                steps[Steps[s].Left] = s;
            }
        }

        return steps;
    }

    private void PlanValues()
    {
        for (int s = 0; s < Steps.Length; s++)
        {
            Step step = Steps[s];
            _varies[s] = step.Operation == Operation.Predictor || Any(_varies, step);
            _depends[s] = step.Operation == Operation.Parameter || Any(_depends, step);
            _values[s] = _varies[s] ? ValueBlocks++ : None;
        }

        Blocks = ValueBlocks;
        for (int s = 0; s < Steps.Length; s++)
        {
            Operation other = Steps[s].Operation switch
            {
                Operation.Sin => Operation.Cos,
                Operation.Cos => Operation.Sin,
                _ => Operation.Constant,
            };
            if (other == Operation.Constant || !_varies[s])
            {
                continue;
            }

            int partner = Array.FindIndex(Steps, step => step.Operation == other && step.Left == Steps[s].Left);
            _companions[s] = partner >= 0 ? _values[partner] : _depends[s] ? Blocks++ : None;
        }
    }

    /// <summary>
    /// From the result back: an adjoint is one number as long as all that it is made of are. The step before which
    /// nothing was handed on to an operand is the first.
    /// </summary>
    private void PlanAdjoints()
    {
        bool[] isReached = new bool[Steps.Length];
        bool[] isUniform = new bool[Steps.Length];
        Array.Fill(isUniform, true);
        for (int s = Last; s >= 0; s--)
        {
            Step step = Steps[s];
            if (!_depends[s] || !step.HasOperands)
            {
                continue;
            }

            HandOn(s, step.Left, step.Operation switch
            {
                Operation.Add or Operation.Subtract or Operation.Negate => false,
                Operation.Multiply or Operation.Divide => _varies[step.Right],
                _ => _varies[s],
            });
            _isFirstLeft[s] = Reach(step.Left);
            if (step.HasTwoOperands)
            {
                HandOn(s, step.Right, step.Operation switch
                {
                    Operation.Add or Operation.Subtract => false,
                    Operation.Multiply => _varies[step.Left],
                    _ => _varies[s],
                });
                _isFirstRight[s] = Reach(step.Right);
            }
        }

        for (int s = 0; s < Steps.Length; s++)
        {
            _adjoints[s] = _depends[s] && !isUniform[s] ? Blocks++ : None;
        }

        void HandOn(int from, int to, bool slopeVaries) =>
            isUniform[to] &= isUniform[from] && !slopeVaries;

        bool Reach(int step)
        {
            bool isFirst = !isReached[step];
            isReached[step] = true;
            return isFirst;
        }
    }

    private static bool Any(bool[] of, Step step) =>
        step.HasOperands && (of[step.Left] || (step.HasTwoOperands && of[step.Right]));
}
