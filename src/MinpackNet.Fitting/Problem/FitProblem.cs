namespace MinpackNet.Fitting;

/// <summary>
/// A validated fit as the solver sees it: whitened residuals as a function of the free parameters. It serves one fit at
/// a time.
/// </summary>
internal sealed partial class FitProblem
{
    // A fit as good as the mean ends so close to it.
    private const double LeastShare = 1e-9;

    private readonly double[][] _columns;
    private readonly double[] _all;
    private readonly ParameterBound[] _bounds;
    private readonly double[] _lower;
    private readonly double[] _upper;

    /// <param name="model">The model.</param>
    /// <param name="x">The predictors.</param>
    /// <param name="y">The observations; kept.</param>
    /// <param name="start">The start values.</param>
    /// <param name="options">The options.</param>
    /// <param name="isCondensed">Whether the solver may see fewer rows than there are points.</param>
    public FitProblem(
        Model model, Predictors x, double[] y, StartValues start, FitOptions options, bool isCondensed = true)
    {
        (Names, Start) = start.InOrderOf(
            model.ParameterNames, model.HasPredictors, model.Calls, nameof(start));
        ParameterBound[] bounds = FreeParameters.Bounds(options, Names);
        Validate.Start(Names, Start, bounds, nameof(start));
        Free = FreeParameters.Of(options, Names, bounds);
        Options = options;
        _bounds = bounds;
        _lower = [.. Free.Select(j => bounds[j].Lower)];
        _upper = [.. Free.Select(j => bounds[j].Upper)];
        Loss = FreeParameters.Loss(options);
        SolverBounds = FreeParameters.SolverBounds(_lower, _upper);
        Validate.Count(y.Length, Free.Length, nameof(y));
        Predictors = x;
        ValuePrecision = FreeParameters.ValuePrecision(options);
        Steps = new(ValuePrecision, Start, bounds);
        _columns = model.Bind(x);
        // Any other point, lest the steps agree with the model only at a special one.
        double[] other = [.. Start.Select((value, j) => value * (1 + GoldenSequence.Term(j + 1)))];
        Model = Recording.Of(model, _columns, Start, AllWithin(other));
        _all = [.. Start];
        Observations = y;
        Weights = options.Sigma is { } sigma ? FreeParameters.Weights(sigma, y.Length)
            : options.Counts ? [.. y.Select(count => 1 / Math.Sqrt(Math.Max(count, 1)))]
            : null;
        TotalSumOfSquares = SumAboutMean();
        Rows = model is GlobalModel global && HasDerivatives && Loss is null && !options.Counts && isCondensed
            ? new(this, global, _columns, StepsOf)
            : null;
    }

    public Model Model { get; }

    /// <summary>The steps of the model; null where these are unknown.</summary>
    public FormulaProgram? Program => (Model as IStepModel)?.Program;

    /// <summary>The options, in which the parameters are fixed that bounds hold back.</summary>
    public FitOptions Options { get; }

    public Predictors Predictors { get; }

    /// <summary>The names of all parameters.</summary>
    public string[] Names { get; }

    /// <summary>The start values of all parameters.</summary>
    public double[] Start { get; }

    /// <summary>The indices of the parameters that are not fixed.</summary>
    public int[] Free { get; }

    /// <summary>The predictors that the model uses.</summary>
    public IReadOnlyList<double[]> Columns => _columns;

    public double[] Observations { get; }

    /// <summary>
    /// The inverse standard deviations of the observations, of counts about so; null when all weigh the same.
    /// </summary>
    public double[]? Weights { get; }

    /// <summary>The bounds of the parameters that are not fixed; null for none.</summary>
    public Bounds? SolverBounds { get; }

    /// <summary>What a solve makes small.</summary>
    public string SumName => Loss is not null ? "sum of losses" : HasCounts ? "deviance" : "sum of squares";

    /// <summary>Whether the observations are counts.</summary>
    public bool HasCounts => Options.Counts;

    /// <summary>The loss that replaces the square of each residual; null for none.</summary>
    public Loss? Loss { get; }

    /// <summary>The steps of central differences.</summary>
    public DifferenceSteps Steps { get; }

    /// <summary>The relative error of the model's values. MINPACK: epsfcn.</summary>
    public double ValuePrecision { get; }

    /// <summary>How often the model was evaluated over all points, including for differences.</summary>
    public int EvaluationCount { get; private set; }

    /// <summary>How often the model's own derivatives were evaluated over all points.</summary>
    public int DerivativeCount { get; private set; }

    public int PointCount => Observations.Length;

    /// <summary>The rows of several data sets that the solver sees; null for one row for each point.</summary>
    public CondensedRows? Rows { get; }

    /// <summary>The number of residuals that the solver sees.</summary>
    public int RowCount => Rows?.RowCount ?? PointCount;

    /// <summary>The residuals that the solver sees.</summary>
    public ResidualFunction SolverResiduals => Rows is null ? Residuals : Rows.Residuals;

    /// <summary>The Jacobian for the solver; null to let it take differences.</summary>
    public JacobianFunction? SolverJacobian => HasDerivatives ? FillJacobian : null;

    public bool HasDerivatives => Model.Derivatives != DerivativeSource.Differences;

    /// <summary>The same fit with other predictors, starts and options.</summary>
    public FitProblem With(Predictors x, double[] start, FitOptions options) =>
        new(Model, x, Observations, Named(start), options);

    /// <summary>The same fit of some points.</summary>
    public FitProblem Of(int[] points) => new(
        Model,
        Predictors.At(points),
        Array.ConvertAll(points, i => Observations[i]),
        Named(Start),
        Options with
        {
            Sigma = Options.Sigma is { Count: > 1 } sigma ? [.. points.Select(i => sigma[i])] : Options.Sigma,
        });

    /// <summary>The same fit of the same parameters without bounds.</summary>
    public FitProblem WithoutBounds() => SolverBounds is null ? this : With(
        Predictors,
        Start,
        Options with { Bounds = [], Fixed = [.. Names.Where((_, j) => !Free.Contains(j))] });

    /// <summary>The same fit with a row for each point.</summary>
    public FitProblem WithAllRows() =>
        new(Model, Predictors, Observations, Named(Start), Options, isCondensed: false);

    /// <summary>
    /// The same fit with some parameters fixed where they are: those at bounds, if these are not to move any more.
    /// </summary>
    /// <param name="free">The parameters that are not fixed.</param>
    /// <param name="held">The names of those to be fixed.</param>
    public FitProblem Holding(double[] free, IEnumerable<string> held)
    {
        double[] start = AllOf(FreeOf(Start));
        double[] there = AllOf(free);
        string[] names = [.. held];
        for (int j = 0; j < start.Length; j++)
        {
            start[j] = names.Contains(Names[j]) ? there[j] : start[j];
        }

        return With(Predictors, start, Options with { Fixed = [.. Options.Fixed, .. names] });
    }

    /// <summary>The closest point within the bounds.</summary>
    public double[] Within(double[] free) => SolverBounds is null
        ? free
        : [.. free.Select((value, k) => Math.Clamp(value, _lower[k], _upper[k]))];

    /// <summary>The bounds of a parameter, of all.</summary>
    public ParameterBound BoundOf(int j) => _bounds[j];

    /// <summary>Whether a parameter, of all, has a bound.</summary>
    public bool IsBounded(int j) => _bounds[j].IsBound;

    public bool IsWithin(ReadOnlySpan<double> free)
    {
        for (int k = 0; SolverBounds is not null && k < free.Length; k++)
        {
            if (!(free[k] >= _lower[k] && free[k] <= _upper[k]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The closest values of all parameters within their bounds.</summary>
    public double[] AllWithin(double[] all) =>
        [.. all.Select((value, j) => Math.Clamp(value, _bounds[j].Lower, _bounds[j].Upper))];

    /// <summary>
    /// Points along a line that stays within the bounds: one, two and more steps away, in parameters for which there is
    /// no room in the other direction, and shorter steps if there is room in neither.
    /// </summary>
    public IEnumerable<double[]> Along(double[] free, double[] step, int count)
    {
        double[] inward = [.. step.Select((value, k) =>
            HasRoom(k, count * value) ? value
            : HasRoom(k, -count * value) ? -value
            : (_upper[k] - free[k] >= free[k] - _lower[k] ? _upper[k] - free[k] : _lower[k] - free[k]) / count)];
        return Enumerable.Range(1, count)
            .Select(t => Within([.. free.Zip(inward, (value, change) => value + (t * change))]));

        bool HasRoom(int k, double by) => free[k] + by >= _lower[k] && free[k] + by <= _upper[k];
    }

    private StartValues Named(double[] start) =>
        StartValues.Create([.. Names.Select((name, j) => new StartValue(name, start[j]))]);

    /// <summary>The steps for some of all parameters.</summary>
    private DifferenceSteps StepsOf(int[] places) =>
        new(ValuePrecision, [.. places.Select(j => Start[j])], [.. places.Select(j => _bounds[j])]);

    public double[] FreeOf(double[] all) => [.. Free.Select(j => all[j])];

    /// <summary>All parameters, given the free ones.</summary>
    public double[] AllOf(ReadOnlySpan<double> free)
    {
        double[] all = [.. Start];
        for (int k = 0; k < Free.Length; k++)
        {
            all[Free[k]] = free[k];
        }

        return all;
    }

    /// <summary>The name of free parameter k.</summary>
    public string NameOfFree(int k) => Names[Free[k]];
}
