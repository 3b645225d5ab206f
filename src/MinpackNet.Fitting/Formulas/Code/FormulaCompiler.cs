namespace MinpackNet.Fitting;

/// <summary>Turns the steps of a formula into instructions for its values, or for its derivatives.</summary>
internal sealed class FormulaCompiler
{
    private readonly Step[] _steps;
    private readonly CodeBuilder _code = new();
    private readonly Place[] _values;
    private readonly Place[] _companions;
    private readonly bool[] _depends;

    private FormulaCompiler(Step[] steps)
    {
        _steps = steps;
        _values = new Place[steps.Length];
        _companions = new Place[steps.Length];
        _depends = new bool[steps.Length];
        for (int s = 0; s < steps.Length; s++)
        {
            Step step = steps[s];
            _depends[s] = step.Operation == Operation.Parameter
                || (step.HasOperands && _depends[step.Left])
                || (step.HasTwoOperands && _depends[step.Right])
                || (step.HasThreeOperands && _depends[step.Third]);
        }
    }

    /// <summary>The values: one output.</summary>
    public static FormulaCode Values(Step[] steps)
    {
        FormulaCompiler compiler = new(steps);
        compiler.Forward(withDerivatives: false);
        compiler._code.Deliver(new(PlaceKind.Output, 0), compiler._values[^1], isNegative: false);
        return compiler._code.Build(ColumnsOf(steps), outputs: 1);
    }

    /// <summary>The derivatives with respect to all parameters: an output for each.</summary>
    public static FormulaCode Derivatives(Step[] steps)
    {
        FormulaCompiler compiler = new(steps);
        compiler.Forward(withDerivatives: true);
        int parameters = steps.Max(step => step.Operation == Operation.Parameter ? step.Left + 1 : 0);
        ReverseAccumulation.Emit(steps, compiler._depends, compiler._values, compiler._companions, compiler._code);
        return compiler._code.Build(ColumnsOf(steps), parameters);
    }

    private static int ColumnsOf(Step[] steps) =>
        steps.Max(step => step.Operation == Operation.Predictor ? step.Left + 1 : 0);

    private void Forward(bool withDerivatives)
    {
        for (int s = 0; s < _steps.Length; s++)
        {
            Step step = _steps[s];
            if (_values[s] != Place.None)
            {
                continue; // a sine or cosine that came with the other one
            }

            _values[s] = step.Operation switch
            {
                Operation.Constant => _code.Constant(step.Number),
                Operation.Parameter => _code.Parameter(step.Left),
                Operation.Predictor => new(PlaceKind.Column, step.Left),
                Operation.Sin or Operation.Cos => Circle(s, withDerivatives && _depends[s]),
                _ => _code.Emit(
                    KernelOf(step),
                    step,
                    _values[step.Left],
                    step.HasTwoOperands ? _values[step.Right] : Place.None,
                    step.HasThreeOperands ? _values[step.Third] : Place.None),
            };
        }
    }

    /// <summary>A sine or cosine, with the other one if somebody needs it.</summary>
    private Place Circle(int s, bool needsCompanion)
    {
        Step step = _steps[s];
        bool isSine = step.Operation == Operation.Sin;
        Operation other = isSine ? Operation.Cos : Operation.Sin;
        int partner = Array.FindIndex(_steps, item => item.Operation == other && item.Left == step.Left);
        if (partner < 0 && !needsCompanion)
        {
            return _code.Emit(isSine ? Kernel.Sin : Kernel.Cos, step, _values[step.Left]);
        }

        (Place sin, Place cos) = _code.EmitSinCos(step, _values[step.Left]);
        (Place own, Place companion) = isSine ? (sin, cos) : (cos, sin);
        _companions[s] = companion;
        if (partner >= 0)
        {
            (_values[partner], _companions[partner]) = (companion, own);
        }

        return own;
    }

    private static Kernel KernelOf(Step step) => step.Operation switch
    {
        Operation.Add => Kernel.Add,
        Operation.Subtract => Kernel.Subtract,
        Operation.Multiply => Kernel.Multiply,
        Operation.Divide => Kernel.Divide,
        Operation.Negate => Kernel.Negate,
        Operation.Square => Kernel.Square,
        Operation.PowerOfConstant when step.Number == 3 => Kernel.Cube,
        Operation.PowerOfConstant when step.Number == -1 => Kernel.Reciprocal,
        Operation.Power or Operation.PowerOfConstant => Kernel.Power,
        Operation.Abs => Kernel.Abs,
        Operation.Sqrt => Kernel.Sqrt,
        Operation.Exp => Kernel.Exp,
        Operation.Log => Kernel.Log,
        Operation.Tan => Kernel.Tan,
        Operation.Tanh => Kernel.Tanh,
        Operation.If => Kernel.Choose,
        Operation.Less => Kernel.Less,
        Operation.LessOrEqual => Kernel.LessOrEqual,
        Operation.Equal => Kernel.Equal,
        Operation.NotEqual => Kernel.NotEqual,
        _ => Kernel.Function,
    };
}
