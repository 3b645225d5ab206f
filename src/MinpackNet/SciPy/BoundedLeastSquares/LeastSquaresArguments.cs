namespace MinpackNet;

/// <summary>
/// The arguments of <c>Optimize.LeastSquares</c>, with its defaults, its checks in SciPy's order, and the solve.
/// </summary>
/// <remarks>The properties' names, in camelCase, are those of the user's arguments, for the messages.</remarks>
internal sealed record LeastSquaresArguments
{
    private double[] _lower = [];
    private double[] _upper = [];
    private double[]? _scale;
    private double[]? _diffStep;
    private LsmrSettings? _lsmr;

    /// <summary>The start; not changed.</summary>
    public required double[] X0 { get; init; }

    public required JacobianChoice Jacobian { get; init; }

    public Bounds? Bounds { get; init; }

    public LeastSquaresMethod Method { get; init; }

    /// <summary>Null turns the test off, as in the other tolerances.</summary>
    public double? Ftol { get; init; }

    public double? Xtol { get; init; }

    public double? Gtol { get; init; }

    public XScale? XScale { get; init; }

    public Loss? Loss { get; init; }

    public double FScale { get; init; } = 1;

    public DiffStep? DiffStep { get; init; }

    /// <summary>Whether the function returns single precision.</summary>
    public bool HasSinglePrecision { get; init; }

    public TrSolver? TrSolver { get; init; }

    public TrOptions? TrOptions { get; init; }

    public int? MaxNfev { get; init; }

    /// <summary>Returns whether to stop.</summary>
    public Func<IntermediateResult, bool>? Callback { get; init; }

    public int Workers { get; init; } = 1;

    /// <summary>What the start is called at the user's door.</summary>
    public string StartName { get; init; } = "x0";

    /// <summary>What the function is called there.</summary>
    public string FunctionName { get; init; } = "fun";

    public OptionNames Names { get; init; } = OptionNames.LeastSquaresOfSciPy;

    public CancellationToken Cancellation { get; init; }

    /// <summary>Checks the arguments, and solves.</summary>
    public OptimizeResult Solve(Func<double[], double[]> fun)
    {
        Check();
        double[] start = [.. X0];
        if (Method == LeastSquaresMethod.Trf)
        {
            Feasibility.MoveInside(start, _lower, _upper, Feasibility.StartMargin);
        }

        ArrayResiduals residuals = new(fun, start, FunctionName);
        Validate.ResidualCount(residuals.Count, start.Length, Method, FunctionName);
        Loss loss = ScaledLoss();
        BoundedProblem problem = new()
        {
            ResidualCount = residuals.Count,
            Residuals = residuals.Fill,
            DifferenceStep = _diffStep,
            HasSinglePrecision = HasSinglePrecision,
            Lower = _lower,
            Upper = _upper,
            Scale = _scale,
            Loss = loss,
            FunctionTolerance = Ftol ?? 0,
            StepTolerance = Xtol ?? 0,
            GradientTolerance = Gtol ?? 0,
            MaxEvaluations = MaxNfev ?? (int)Math.Min(100L * start.Length, int.MaxValue),
            Names = Names,
            Lsmr = _lsmr,
            Threads = Workers == -1 ? Environment.ProcessorCount : Workers,
            Observer = Callback is null ? null : ObserverOf(Callback, loss, residuals.Count),
            IsRegularized = TrOptions?.Regularize ?? true,
            Cancellation = Cancellation,
        };
        problem = Jacobian.AddTo(problem, start).WithoutFarBounds(BoundedProblem.OutOfRange);
        return Method == LeastSquaresMethod.Lm ? new MinpackSolve(problem, start).Run() : SolveBounded(problem, start);
    }

    private Loss ScaledLoss() => Loss is null or { IsLinear: true } ? Loss.Linear : Loss.WithScale(Loss.Scale * FScale);

    /// <summary>The callback for all iterations that have ended: the first observation is that of the start.</summary>
    private static IterationObserver ObserverOf(Func<IntermediateResult, bool> callback, Loss loss, int residualCount)
    {
        RobustLoss cost = new(loss, residualCount, isSciPys: true);
        return info => info.Number == 1 || !callback(new(info, cost.Cost(info.Residuals)));
    }

    private void Check()
    {
        Validate.Known(Method, "method");
        Validate.Loss(Loss ?? Loss.Linear, FScale, "loss", "fScale");
        Validate.Evaluations(MaxNfev, "maxNfev");
        Validate.Workers(Workers, "workers");
        Validate.Start(X0, StartName);
        int n = X0.Length;
        Bounds bounds = Bounds ?? Bounds.None;
        _lower = bounds.LowerOf(n);
        _upper = bounds.UpperOf(n);
        Validate.Bounds(_lower, _upper, mayFix: false, X0, "bounds", StartName);
        _scale = (XScale ?? (Method == LeastSquaresMethod.Lm ? XScale.Jac : 1)).ValuesOf(n);
        Validate.Scale(_scale, n, "xScale");
        _diffStep = Validate.DifferenceSteps(DiffStep?.Values, n, "diffStep");
        Validate.Tolerance(Ftol ?? 0, "ftol");
        Validate.Tolerance(Xtol ?? 0, "xtol");
        Validate.Tolerance(Gtol ?? 0, "gtol");
        if (Method == LeastSquaresMethod.Lm)
        {
            Validate.MinpackCan(_lower, _upper, Loss ?? Loss.Linear, "bounds", "loss");
            Validate.MinpackTolerance(Ftol, "ftol");
            Validate.MinpackTolerance(Xtol, "xtol");
            Validate.MinpackTolerance(Gtol, "gtol");
        }
        else
        {
            Validate.SomeTolerance(Math.Max(Ftol ?? 0, Math.Max(Xtol ?? 0, Gtol ?? 0)), "ftol");
        }

        bool usesLsmr = Validate.UsesLsmr(
            (TrSolver, "trSolver"), (TrOptions, "trOptions"), Method, Jacobian, _scale is null ? "xScale" : null);
        _lsmr = usesLsmr ? (TrOptions ?? new()).ToSettings() : null;
    }

    private OptimizeResult SolveBounded(BoundedProblem problem, double[] start)
    {
        BoundedSolver solver = new(problem);
        solver.Begin(problem, start, start);
        BoundedStatus status = solver.Run(isDogbox: Method == LeastSquaresMethod.Dogbox);
        BoundedSolve solve = solver.Solve;
        return new(status, problem.Cancellation)
        {
            X = solve.X,
            Cost = solve.Cost,
            ShownCost = Bounds is { IsFinite: true } || Loss is { IsLinear: false }
                ? new(solve.Cost, HasLoss: Loss is { IsLinear: false })
                : null,
            Fun = solve.Residuals,
            Jac = solve.Jacobian is DenseJacobian dense
                ? Matrices.Rows(dense.Values, dense.RowCount, dense.ColumnCount)
                : new double[0, 0],
            JacSparse = (solve.Jacobian as SparseJacobian)?.Matrix,
            JacOperator = (solve.Jacobian as OperatorJacobian)?.ToOperator(),
            Grad = solve.Gradient,
            Optimality = solve.Optimality,
            ActiveMask = solve.ActiveMask,
            Nfev = solve.Evaluations,
            Njev = solve.JacobianEvaluations,
        };
    }
}
