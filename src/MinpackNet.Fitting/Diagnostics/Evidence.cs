namespace MinpackNet.Fitting;

/// <summary>What the checks look at. Whatever costs evaluations is computed when first needed.</summary>
internal sealed class Evidence
{
    // Double precision leaves about 1e-16, a model that cancels some digits 1e-12, single precision 3e-8.
    private const double MostNoise = 1e-10;

    // Rounding of a parameter, seen over the scale on which the model bends in it.
    private const double ParameterRounding = 4 * Precision.MachineEpsilon;

    // A change of the model above this share of its size is not rounding.
    private const double VisibleChange = 1e-10;

    // The change of a value that tells whether it has an effect there.
    private const double SmallChange = 1.01;

    // Of a start without effect, the values that may have one.
    private static readonly double[] Shares = [0.1, 10, 0.01, 100, 1e-3, 1e3, 1e-4, 1e4, -1];

    // A start below this share of what would change the model tells no size.
    private const double TinyStart = 1e-6;

    // Points tried for derivatives that the data tell apart, as multiples of the start.
    private const int OtherPoints = 8;
    private const double LeastMultiple = 0.3;

    // How many evaluations they may take: so many, or a quarter of those of the fit.
    private const int FewEvaluations = 50;

    // Directions of all parameters together in which a linear model is straight.
    private const int Directions = 4;

    private readonly Uncertainty _uncertainty;
    private readonly Lazy<double[]> _startResiduals;
    private readonly Lazy<Linearization?> _atStart;
    private readonly Lazy<bool> _hasOneMinimum;
    private readonly Lazy<bool> _isLinearInUncertain;
    private readonly Lazy<JacobianComparison?> _comparison;
    private readonly EndPoint _place;
    private readonly Lazy<NoiseLevel?> _noise;
    private readonly Lazy<Singularity?> _singularity;
    private readonly Lazy<SpareTerm?> _spareTerm;
    private readonly Lazy<bool> _isAtKink;
    private readonly Lazy<bool> _isDeterminedElsewhere;
    private readonly double _dataSize;
    private readonly Dictionary<int, Shift> _shifts = [];

    /// <param name="problem">The fit.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="end">Where.</param>
    /// <param name="uncertainty">The errors of all parameters.</param>
    public Evidence(FitProblem problem, FitOutcome outcome, EndPoint end, Uncertainty uncertainty)
    {
        _uncertainty = uncertainty;
        Problem = problem;
        Outcome = outcome;
        End = end.Linearization;
        Residuals = new(end);
        _place = end;
        Errors = [.. problem.Free.Select(uncertainty.Error)];
        Start = problem.FreeOf(problem.Start);
        Hints = new(problem.Options, Start.Length);
        ModelSize = End?.ModelSize ?? double.NaN;
        _dataSize = problem.DataSize();
        _startResiduals = new(() => problem.ResidualsAt(Start));
        _atStart = new(() => Linearization.At(problem, Start, RealVector.Create(_startResiduals.Value)));
        _comparison = new(() => JacobianComparison.At(problem, outcome.Parameters, end));
        _noise = new(() => End?.Scales is { } scales
            ? NoiseLevel.Of(problem, outcome.Parameters, end.Values, scales)
            : null);
        _singularity = new(() => End?.Scales is { } scales
            ? Singularity.Of(problem, outcome.Parameters, Errors, scales)
            : null);
        _hasOneMinimum = new(() => !outcome.WasInterrupted && IsLinear(Start) && IsLinear(Reached));
        _isLinearInUncertain = new(() => IsLinear(Reached, IsUncertain));
        _spareTerm = new(() => SpareTerm.Of(this));
        _isAtKink = new(() => Kink.Holds(this));
        _isDeterminedElsewhere = new(() => ElsewherePoints().Any(
            point => Linearization.At(problem, point) is { HasFullRank: true }));
    }

    public FitProblem Problem { get; }

    public FitOutcome Outcome { get; }

    /// <summary>The linearized model at the point reached; null where it is not finite.</summary>
    public Linearization? End { get; }

    /// <summary>The model's values at the point reached.</summary>
    public double[] Values => _place.Values;

    public FitOptions Options => Problem.Options;

    public Hints Hints { get; }

    public LeastSquaresOptions Solver => Options.Solver ?? LeastSquaresOptions.Default;

    /// <summary>The standard errors of the parameters that are not fixed.</summary>
    public double[] Errors { get; }

    /// <summary>The start values of the parameters that are not fixed.</summary>
    public double[] Start { get; }

    /// <summary>The point reached.</summary>
    public double[] Reached => Outcome.Parameters;

    /// <summary>The norm of the model's values at the point reached, whitened; NaN where they are not finite.</summary>
    public double ModelSize { get; }

    /// <summary>The linearized model at the start; null where it is not finite.</summary>
    public Linearization? AtStart => _atStart.Value;

    /// <summary>The lengths of the Jacobian's columns at the start; null where they are not finite.</summary>
    public double[]? StartNorms => AtStart?.ColumnNorms;

    /// <summary>Derivatives written by hand compared with differences; null without such derivatives.</summary>
    public JacobianComparison? Comparison => _comparison.Value;

    /// <summary>The noise of the model's values; null when it is unknown.</summary>
    public NoiseLevel? Noise => _noise.Value;

    /// <summary>An edge of the model's domain next to the estimates; null for none.</summary>
    public Singularity? Singularity => _singularity.Value;

    /// <summary>What the residuals tell.</summary>
    public ResidualStudy Residuals { get; }

    /// <summary>A term without which the model describes the data as well; null for none.</summary>
    public SpareTerm? SpareTerm => _spareTerm.Value;

    /// <summary>Whether the model's values are not smooth, by differences.</summary>
    public bool IsRough => End?.Scales is { } scales
        && (Noise is null || Noise.Relative > Math.Max(
            Math.Max(MostNoise, 10 * (Solver.ResidualPrecision ?? 0)),
            Reached.Select((value, k) => ParameterRounding * Math.Abs(value) / scales[Problem.Free[k]]).Max()));

    /// <summary>
    /// The largest cosine between the residuals and a column, among parameters with an effect, and its index.
    /// </summary>
    public (int Index, double Value) LargestCosine => Enumerable.Range(0, Reached.Length)
        .Where(k => !IsFlatAtEnd(k))
        .Select(k => (k, End!.Cosines[k]))
        .DefaultIfEmpty((0, 0))
        .MaxBy(pair => pair.Item2);

    /// <summary>
    /// Whether the data tell the parameters apart at another point, so that a singular Jacobian is a matter of where it
    /// is, and not one of the model.
    /// </summary>
    public bool IsDeterminedElsewhere => _isDeterminedElsewhere.Value;

    /// <summary>Whether bounds hold all parameters back, so that nothing else can be said of them.</summary>
    public bool IsAllHeld => Outcome.Held.Count > 0 && Outcome.Held.Count == Reached.Length;

    /// <summary>Whether the solver ended before it was done.</summary>
    public bool IsUnfinished => Outcome.Status == LeastSquaresStatus.TooManyEvaluations || IsAwayFromMinimum;

    /// <summary>Whether a gradient is left.</summary>
    public bool IsAwayFromMinimum => End is { HasGradient: true } && !_isAtKink.Value;

    public string Name(int k) => Problem.NameOfFree(k);

    public string[] Names(int[] all) => Array.ConvertAll(all, Name);

    /// <summary>The correlation of two free parameters, to the digits of the report's table.</summary>
    public double Correlation(int k, int l) =>
        _uncertainty.Correlation(Problem.Free[k], Problem.Free[l]);

    /// <summary>Whether free parameter k has no effect at the end.</summary>
    public bool IsFlatAtEnd(int k) => End!.IsFlat(k) || IsLost(k, End.ColumnNorms[k], Reached[k]);

    /// <summary>The error of free parameter k in units of the larger of its estimate and its start.</summary>
    public double ErrorOverSize(int k) => Errors[k] / Math.Max(Math.Abs(Reached[k]), StartSize(k));

    /// <summary>
    /// The size of free parameter k that its start suggests: that of the start; for a start at zero, one; for one that
    /// is nothing to the model, what changes the model by its own size.
    /// </summary>
    public double StartSize(int k)
    {
        double size = Start[k] == 0 ? 1 : Math.Abs(Start[k]);
        double natural = size < TinyStart * Math.Abs(Reached[k]) && StartNorms is { } norms ? ModelSize / norms[k] : 0;
        return size < TinyStart * natural && double.IsFinite(natural) ? natural : size;
    }

    /// <summary>Whether free parameter k belongs to a spare term.</summary>
    public bool IsSpare(int k) => SpareTerm is { } term && (term.Factors.Contains(k) || term.Dependents.Contains(k));

    /// <summary>
    /// Whether the model is linear in all parameters together, so that it has one minimum; not tried, and false, after
    /// an interrupted search.
    /// </summary>
    public bool HasOneMinimum => _hasOneMinimum.Value;

    /// <summary>
    /// Whether the model is linear in free parameter k, from three values of it; or in all parameters together that are
    /// less than their errors, of which a large model has many.
    /// </summary>
    public bool IsLinear(int k) => (IsUncertain(k) && _isLinearInUncertain.Value)
        || IsStraight(Reached, [.. Reached.Select((value, j) => j == k ? SizeOf(value) : 0)]);

    /// <summary>Whether free parameter k has no effect at the start.</summary>
    public bool IsFlatAtStart(int k) => StartNorms is { } norms
        && (Linearization.IsFlat(Problem, k, norms[k], Start[k], ModelSize)
            || (IsLost(k, End!.ColumnNorms[k], Reached[k]) && IsLost(k, norms[k], Start[k])));

    /// <summary>
    /// A value at which the model is not what it is at the start, where free parameter k is flat, and whether the
    /// parameter acts there, so that it may start there: else it is another plateau. Null when none was found.
    /// </summary>
    public (double Value, bool Acts)? EffectiveValue(int k)
    {
        double size = Start[k] == 0 ? 1 : Start[k];
        double[] values = [.. Shares.Select(share => size * share).Where(value => ChangesModel(k, value))];
        return values.Length == 0
            ? null
            : values.Where(value => ChangesModel(k, value, value * SmallChange))
                .Select(value => ((double, bool)?)(value, true))
                .FirstOrDefault((values[0], false));
    }

    /// <summary>Whether the model is not finite at a point of the data with any parameters tried.</summary>
    public bool IsNeverFinite(int point)
    {
        double[][] row = [.. Problem.Columns.Select(column => new[] { column[point] })];
        double[] value = new double[1];
        double[] start = [.. Problem.Start.Select(SizeOf)];
        return new[] { 1, -1, 0.1, -0.1, 10, -10 }
            .SelectMany(factor => Enumerable.Range(-1, start.Length + 1).Select(k =>
                start.Select((size, j) => k < 0 || k == j ? factor * size : size).ToArray()))
            .All(all =>
            {
                Problem.Model.Evaluate(Problem.AllWithin(all), row, value);
                return !double.IsFinite(value[0]);
            });
    }

    /// <summary>
    /// Whether a value of free parameter k changes the model from what it is at another value, by default the start.
    /// </summary>
    public bool ChangesModel(int k, double value, double? from = null)
    {
        double change = Norms.OfDifference(At(value), from is { } other ? At(other) : _startResiduals.Value);
        return double.IsFinite(change) && change > VisibleChange * Math.Max(ModelSize, _dataSize);

        double[] At(double value)
        {
            double[] point = [.. Start];
            point[k] = value;
            return Problem.ResidualsAt(point);
        }
    }

    /// <summary>What a shift of a predictor does to the model, by its index.</summary>
    public Shift ShiftOf(int predictor)
    {
        if (!_shifts.TryGetValue(predictor, out Shift? shift))
        {
            _shifts[predictor] = shift = PredictorShift.Of(this, predictor);
        }

        return shift;
    }

    /// <summary>Points of the size of the start, with all its signs, and with one parameter amid the data.</summary>
    private IEnumerable<double[]> ElsewherePoints()
    {
        int n = Start.Length;
        int cost = Problem.HasDerivatives ? 2 : 2 + (2 * n);
        int most = Math.Max(FewEvaluations, Outcome.Evaluations / 4) / cost;
        for (int d = 1; d <= Math.Min(most / 2, OtherPoints); d++)
        {
            yield return Problem.Within([.. Start.Select((value, k) => SizeOf(value)
                * (LeastMultiple + GoldenSequence.Term(d * (k + 1)))
                * (((d >> (k % 3)) & 1) == 0 ? 1 : -1))]);
        }

        for (int k = 0; k < Math.Min(n, Math.Min(most / 2, OtherPoints)) && Problem.Columns is [var x]; k++)
        {
            yield return Problem.Within([.. Start.Select((value, j) =>
                j == k ? (x.Min() / 2) + (x.Max() / 2) : SizeOf(value))]);
        }
    }

    /// <summary>Whether what free parameter k does to the model is nothing next to the observations.</summary>
    private bool IsLost(int k, double norm, double value) => Linearization.IsFlat(Problem, k, norm, value, _dataSize);

    private static double SizeOf(double value) => value == 0 ? 1 : value;

    private bool IsUncertain(int k) => Errors[k] > Math.Abs(Reached[k]);

    /// <summary>Whether the model is linear from a point on in all parameters together, or in some.</summary>
    private bool IsLinear(double[] point, Func<int, bool>? among = null) =>
        Enumerable.Range(1, Directions).All(d => IsStraight(
            point,
            [.. point.Select((value, k) => among?.Invoke(k) == false
                ? 0
                : SizeOf(value) * (0.3 + GoldenSequence.Term(d * (k + 1))) * (k % d == 0 ? 1 : -1))]));

    /// <summary>Whether three equidistant points along a direction have values on a line.</summary>
    private bool IsStraight(double[] point, double[] direction)
    {
        double[][] values =
        [
            point == Reached ? Values : Problem.ValuesAt(point),
            .. Problem.Along(point, direction, 2).Select(there => Problem.ValuesAt(there)),
        ];
        double[] bend = [.. values[0].Select((value, i) => value - (2 * values[1][i]) + values[2][i])];
        return Norms.Of(bend) <= VisibleChange * (Norms.Of(values[0]) + Norms.Of(values[2]));
    }
}
