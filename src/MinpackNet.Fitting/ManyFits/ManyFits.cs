namespace MinpackNet.Fitting;

/// <summary>
/// Many fits of one model, in groups of equally many points. What is wrong with the data or the start of one fit fails
/// that fit alone.
/// </summary>
internal sealed class ManyFits : IFitRows
{
    private readonly Exception?[] _failures;
    private readonly Dictionary<int, FitGroup> _groups = [];

    // All fits, where they have equally many points.
    private readonly FitGroup? _only;

    // The place of each fit in its group, and of each parameter among those that are not fixed, or -1.
    private readonly int[] _indices;
    private readonly int[] _amongFree;

    public ManyFits(ManyFitsData data, FitOptions options)
    {
        Data = data;
        Names = data.Names;
        Bounds = FreeParameters.Bounds(options, Names);
        Free = FreeParameters.Of(options, Names, Bounds);
        _amongFree = [.. Names.Select((_, j) => Array.IndexOf(Free, j))];
        ValuePrecision = FreeParameters.ValuePrecision(options);
        HasAbsoluteSigma = options.AbsoluteSigma && (data.Sigma.IsOwn || options.Sigma is not null);
        SolverOptions = Solver(options);
        // Options are checked before any data are, so that those of no fit at all are too.
        LeastSquares.FitMany(new FitBatch(0, Free.Length, Free.Length), (_, _, _) => { }, options: SolverOptions);
        _failures = new Exception?[data.Count];
        _indices = new int[data.Count];
        Dictionary<int, int> counts = [];
        for (int fit = 0; fit < data.Count; fit++)
        {
            if (Failure(fit) is { } failure)
            {
                _failures[fit] = failure;
                continue;
            }

            int m = data.Y[fit].Length;
            _indices[fit] = counts.GetValueOrDefault(m);
            counts[m] = _indices[fit] + 1;
        }

        Data = data with { Model = Recorded() };
        foreach ((int m, int[] members) in MembersOf(counts))
        {
            _groups.Add(m, new(this, members, m));
        }

        _only = _groups.Count == 1 ? _groups.Values.Single() : null;
    }

    public ManyFitsData Data { get; }

    /// <summary>The names of all parameters.</summary>
    public string[] Names { get; }

    /// <summary>The indices of the parameters that are not fixed.</summary>
    public int[] Free { get; }

    /// <summary>The bounds of all parameters.</summary>
    public ParameterBound[] Bounds { get; }

    public bool HasAbsoluteSigma { get; }

    public LeastSquaresOptions SolverOptions { get; }

    /// <summary>The relative error of the model's values. MINPACK: epsfcn.</summary>
    public double ValuePrecision { get; }

    public int Count => Data.Count;

    public void Run(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        int before = _failures.Count(failure => failure is not null);
        foreach (FitGroup group in _groups.Values)
        {
            group.Run(progress is null ? null : new OffsetProgress(progress, before), cancellationToken);
            before += group.Batch.FitCount;
        }
    }

    public bool HasConverged(int fit) => _failures[fit] is null && Batch(fit).Converged[_indices[fit]];

    public LeastSquaresStatus Status(int fit) =>
        _failures[fit] is null ? Batch(fit).Statuses[_indices[fit]] : LeastSquaresStatus.Failed;

    /// <summary>Parameter j of a fit, at the end.</summary>
    public double Estimate(int fit, int j) => _amongFree[j] is >= 0 and var k && _failures[fit] is null
        ? Batch(fit).ParametersOf(_indices[fit])[k]
        : StartOf(fit, j);

    /// <summary>The standard error of parameter j of a fit.</summary>
    public double Error(int fit, int j)
    {
        int k = _amongFree[j];
        if (k < 0)
        {
            return 0;
        }

        if (!HasConverged(fit) || BoundState(fit, j) != MinpackNet.BoundState.Free)
        {
            return double.NaN;
        }

        double error = Group(fit).Error(_indices[fit], k);
        return double.IsNaN(error) ? double.PositiveInfinity : error;
    }

    public FitRow Row(int fit)
    {
        FitParameter[] parameters = [.. Names.Select((name, j) => new FitParameter(
            name, Estimate(fit, j), Error(fit, j), StartOf(fit, j), _amongFree[j] < 0)
        {
            Bound = BoundState(fit, j),
        })];
        if (_failures[fit] is { } failure)
        {
            return new(fit, parameters, Data.Y[fit]?.Length ?? 0, failure)
            {
                Status = LeastSquaresStatus.Failed,
            };
        }

        (FitBatch batch, int i) = (Batch(fit), _indices[fit]);
        return new(fit, parameters, batch.ResidualCount, batch.Exceptions.GetValueOrDefault(i))
        {
            Status = batch.Statuses[i],
            Converged = batch.Converged[i],
            ChiSquared = batch.ResidualNorms[i] * batch.ResidualNorms[i],
            Evaluations = batch.Evaluations[i],
            JacobianEvaluations = batch.JacobianEvaluations[i],
        };
    }

    /// <summary>Whether a fit ended with a parameter at one of its bounds, which then holds it back.</summary>
    private BoundState BoundState(int fit, int j) =>
        _amongFree[j] >= 0 ? FreeParameters.State(Bounds[j], Estimate(fit, j)) : MinpackNet.BoundState.Free;

    /// <summary>A start that cannot be used has no values to show.</summary>
    private double StartOf(int fit, int j) =>
        Data.Starts[fit] is { } start && j < start.Length ? start[j] : double.NaN;

    /// <summary>Formulas and generic models may run on several threads; of other functions nobody knows.</summary>
    private LeastSquaresOptions Solver(FitOptions options)
    {
        double[] lower = [.. Free.Select(j => Bounds[j].Lower)];
        double[] upper = [.. Free.Select(j => Bounds[j].Upper)];
        bool isSafe = Data.Model.Derivatives == DerivativeSource.Automatic;
        return (options.Solver ?? new() { MaxDegreeOfParallelism = isSafe ? -1 : 1 }) with
        {
            Bounds = FreeParameters.SolverBounds(lower, upper),
            Loss = FreeParameters.Loss(options),
        };
    }

    private FitGroup Group(int fit) => _only ?? _groups[Data.Y[fit].Length];

    private FitBatch Batch(int fit) => Group(fit).Batch;

    /// <summary>The fits of each number of points, in their order, given how many these are.</summary>
    private Dictionary<int, int[]> MembersOf(Dictionary<int, int> counts)
    {
        Dictionary<int, int[]> members = counts.ToDictionary(of => of.Key, of => new int[of.Value]);
        for (int fit = 0; fit < _indices.Length; fit++)
        {
            if (_failures[fit] is null)
            {
                members[Data.Y[fit].Length][_indices[fit]] = fit;
            }
        }

        return members;
    }

    /// <summary>The model by its steps, if these can be recorded and are the same for all fits.</summary>
    private Model Recorded()
    {
        int first = Array.FindIndex(_failures, failure => failure is null);
        if (first < 0 || Data.Model is not GenericModel)
        {
            return Data.Model;
        }

        double[][] columns = Data.Model.Bind(Data.X[first]);
        bool areAlike = Enumerable.Range(0, Count)
            .All(fit => _failures[fit] is not null || Data.X[fit].Columns.Length == columns.Length);
        return areAlike ? Recording.Of(Data.Model, columns, Data.Starts[first]) : Data.Model;
    }

    /// <summary>What is wrong with the data or the start of a fit; null for nothing.</summary>
    private ArgumentException? Failure(int fit)
    {
        try
        {
            Data.Check(fit, Free.Length, Bounds);
            return null;
        }
        catch (ArgumentException failure)
        {
            return failure;
        }
    }
}
