namespace MinpackNet.Fitting;

/// <summary>What numbers of type <see cref="Traced"/> write their steps to.</summary>
internal sealed class StepRecorder
{
    // Beyond, the model runs a loop that is longer than a list of steps should be.
    private const int MostSteps = 2000;

    private readonly FormulaBuilder _builder;
    private readonly string[] _parameters;
    private readonly string[] _columns;

    /// <param name="parameterCount">The number of parameters.</param>
    /// <param name="columnCount">The number of predictors.</param>
    public StepRecorder(int parameterCount, int columnCount)
    {
        _parameters = [.. Enumerable.Range(0, parameterCount).Select(j => $"p[{j}]")];
        _columns = [.. Enumerable.Range(0, columnCount).Select(c => $"x[{c}]")];
        _builder = new(_columns, _parameters, []);
        Parameters = Array.ConvertAll(_parameters, Variable);
        Columns = Array.ConvertAll(_columns, Variable);
    }

    public Traced[] Parameters { get; }

    public Traced[] Columns { get; }

    /// <summary>Whether the model asked for something that may differ from point to point.</summary>
    public bool HasGivenUp { get; private set; }

    public Traced Add(Operation operation, Traced x) => new(this, _builder.Unary(operation, Counted(x)));

    public Traced Add(Operation operation, Traced x, Traced y) =>
        new(this, _builder.Binary(operation, Counted(x), Counted(y)));

    /// <summary>The exception that ends the recording, also if the model catches it.</summary>
    public NotSupportedException GiveUp()
    {
        HasGivenUp = true;
        return new("The steps of the model may differ from point to point.");
    }

    public FormulaProgram Build(Traced result) => _builder.Build(StepOf(result), _columns);

    private Traced Variable(string name) => new(this, _builder.Variable(name));

    private int Counted(Traced number)
    {
        int step = StepOf(number);
        return step < MostSteps ? step : throw GiveUp();
    }

    private int StepOf(Traced number) => number.IsConstant ? _builder.Constant(number.Value) : number.Step;
}
