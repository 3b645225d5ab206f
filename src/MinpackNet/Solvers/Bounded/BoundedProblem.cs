namespace MinpackNet;

/// <summary>A least-squares problem with bounds, a loss and a scale, checked, with the defaults filled in.</summary>
internal sealed record BoundedProblem
{
    /// <summary>Squares of distances to farther bounds overflow.</summary>
    public const double OutOfRange = 1e150;

    private const double FarAway = 1e12;

    /// <summary>m.</summary>
    public required int ResidualCount { get; init; }

    public required ResidualFunction Residuals { get; init; }

    /// <summary>Null for another form, or for <see cref="Differences"/>.</summary>
    public JacobianFunction? Jacobian { get; init; }

    /// <summary>The same with its non-zeros only.</summary>
    public JacobianSource<SparseMatrix>? SparseJacobian { get; init; }

    /// <summary>The same as an operator.</summary>
    public JacobianSource<JacobianOperator>? OperatorJacobian { get; init; }

    /// <summary>Whether the Jacobian is the user's, and not from differences.</summary>
    public bool HasJacobian => Jacobian is not null || SparseJacobian is not null || OperatorJacobian is not null;

    /// <summary>Where the Jacobian from differences has entries; null for everywhere.</summary>
    public SparseMatrix? Structure { get; init; }

    /// <summary>
    /// When LSMR stops, for steps by products with the Jacobian; null for exact steps from a dense one.
    /// </summary>
    public LsmrSettings? Lsmr { get; init; }

    /// <summary>Whether the reflective method regularizes the problem that it gives to LSMR.</summary>
    public bool IsRegularized { get; init; } = true;

    public DifferenceScheme Differences { get; init; }

    /// <summary>The relative step of the differences for each of the n parameters; null for the scheme's own.</summary>
    public double[]? DifferenceStep { get; init; }

    /// <summary>
    /// What each of the n parameters is measured by where it is zero, so that steps, margins and tests mean the same in
    /// all units; null for SciPy's absolute numbers.
    /// </summary>
    public double[]? Sizes { get; init; }

    /// <summary>Whether a solve takes the same path in all units.</summary>
    public bool IsUnitFree => Sizes is not null;

    /// <summary>Whether the residuals have single precision, for which the scheme's own steps are larger.</summary>
    public bool HasSinglePrecision { get; init; }

    /// <summary>How many threads may evaluate the residuals for differences.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>How many threads may factorize a dense Jacobian.</summary>
    public int FactorThreads { get; init; } = 1;

    /// <summary>n values, or negative infinity.</summary>
    public required double[] Lower { get; init; }

    /// <summary>n values, or infinity, each above the lower bound.</summary>
    public required double[] Upper { get; init; }

    /// <summary>What counts as one unit of each parameter; null to take that from the Jacobian's columns.</summary>
    public double[]? Scale { get; init; }

    public Loss Loss { get; init; } = Loss.Linear;

    /// <summary>
    /// The least share of its slope that the curvature of a loss counts as: that of outliers is zero or negative, and
    /// where most residuals are outliers, next to nothing would hold a step back. SciPy has none.
    /// </summary>
    public double LeastCurvature { get; init; }

    /// <summary>0 turns the test off, as in the other tolerances.</summary>
    public double FunctionTolerance { get; init; }

    public double StepTolerance { get; init; }

    public double GradientTolerance { get; init; }

    public required int MaxEvaluations { get; init; }

    /// <summary>Whether evaluations for differences count.</summary>
    public bool CountsDifferences { get; init; }

    public NonFinitePolicy NonFiniteValues { get; init; }

    public IterationObserver? Observer { get; init; }

    /// <summary>What the user's door calls things.</summary>
    public required OptionNames Names { get; init; }

    public CancellationToken Cancellation { get; init; }

    /// <summary>Which of the user's parameters these are; null for all.</summary>
    public FreeParameters? Free { get; init; }

    public int ParameterCount => Lower.Length;

    public NonFiniteRules Rules => new(NonFiniteValues, Names);

    public double[] ResidualsAt(ReadOnlySpan<double> x)
    {
        double[] residuals = new double[ResidualCount];
        Residuals(x, residuals);
        return residuals;
    }

    /// <summary>The loss with memory of its own.</summary>
    public RobustLoss NewLoss() => new(Loss, ResidualCount, isSciPys: !IsUnitFree);

    public double CostOf(ReadOnlySpan<double> residuals) => NewLoss().Cost(residuals);

    /// <summary>Which of the user's parameters these are; empty for all.</summary>
    public ReadOnlySpan<int> UserColumns => Free is null ? [] : Free.Indices;

    /// <summary>Where the residuals are evaluated for the derivative by parameter j, from a value of it.</summary>
    public DifferenceStencil StencilAt(int j, double x) => Sizes is null
        ? DifferenceStencil.Of(Differences, x, Lower[j], Upper[j], DifferenceStep?[j], HasSinglePrecision)
        : StencilAt(j, x, DifferenceStep![j] * (x == 0 ? Sizes[j] : x));

    /// <summary>The same with a given step.</summary>
    public DifferenceStencil StencilAt(int j, double x, double step) => DifferenceStencil.OfStep(
        Differences, x, Lower[j], Upper[j], step);

    /// <summary>
    /// The same with no bounds where they are so far that only rounding would tell of them; the reflective method's
    /// units, the distances to the bounds, lose the other parameters then.
    /// </summary>
    /// <param name="atLeast">How far they are, at least.</param>
    public BoundedProblem WithoutFarBounds(double atLeast = 0)
    {
        double[]? lower = null;
        double[]? upper = null;
        for (int j = 0; j < Lower.Length; j++)
        {
            double far = Math.Max(FarAway * SizeOf(j), atLeast);
            if (Lower[j] < -far && !double.IsInfinity(Lower[j]))
            {
                (lower ??= [.. Lower])[j] = double.NegativeInfinity;
            }

            if (Upper[j] > far && !double.IsInfinity(Upper[j]))
            {
                (upper ??= [.. Upper])[j] = double.PositiveInfinity;
            }
        }

        return lower is null && upper is null ? this : this with { Lower = lower ?? Lower, Upper = upper ?? Upper };
    }

    /// <summary>What is measured in a parameter is relative to this, or to itself if that is more.</summary>
    public double SizeOf(int j) => Sizes?[j] ?? 1;

    /// <summary>A point as the user knows it.</summary>
    public ReadOnlySpan<double> UserPoint(ReadOnlySpan<double> x) => Free is null ? x : Free.Expand(x);
}
