namespace MinpackNet;

/// <summary>The arguments of <c>Optimize.LeastSquares</c>, checked in SciPy's order, and the solve.</summary>
/// <remarks>The names of the parameters are the user's, for the messages.</remarks>
internal sealed class LeastSquaresArguments
{
    private readonly LeastSquaresMethod _method;
    private readonly double[] _start;
    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly double[]? _scale;
    private readonly double[]? _diffStep;
    private readonly JacobianChoice _jacobian;
    private readonly LsmrSettings? _lsmr;
    private readonly bool _isRegularized;
    private readonly Loss _loss;
    private readonly (double F, double X, double G) _tolerances;
    private readonly int _maxEvaluations;

    public LeastSquaresArguments(
        double[] x0,
        Bounds? bounds,
        LeastSquaresMethod method,
        double? ftol,
        double? xtol,
        double? gtol,
        XScale? xScale,
        Loss? loss,
        double fScale,
        double[]? diffStep,
        TrSolver? trSolver,
        TrOptions? trOptions,
        JacobianChoice jacobian,
        int? maxNfev)
    {
        Validate.Known(method, nameof(method));
        loss ??= Loss.Linear;
        Validate.Loss(loss, fScale, nameof(loss), nameof(fScale));
        Validate.Evaluations(maxNfev, nameof(maxNfev));
        Validate.Start(x0, nameof(x0));
        int n = x0.Length;
        bounds ??= Bounds.None;
        _lower = bounds.LowerOf(n);
        _upper = bounds.UpperOf(n);
        Validate.Bounds(_lower, _upper, mayFix: false, x0, nameof(bounds), nameof(x0));
        xScale ??= method == LeastSquaresMethod.Lm ? XScale.Jac : 1;
        _scale = xScale.ValuesOf(n);
        Validate.Scale(_scale, n, nameof(xScale));
        _diffStep = Validate.DifferenceSteps(diffStep, n, nameof(diffStep));
        Validate.Tolerance(ftol ?? 0, nameof(ftol));
        Validate.Tolerance(xtol ?? 0, nameof(xtol));
        Validate.Tolerance(gtol ?? 0, nameof(gtol));
        _tolerances = (ftol ?? 0, xtol ?? 0, gtol ?? 0);
        if (method == LeastSquaresMethod.Lm)
        {
            Validate.MinpackCan(_lower, _upper, loss, nameof(bounds), nameof(loss));
            Validate.MinpackTolerance(_tolerances.F, nameof(ftol));
            Validate.MinpackTolerance(_tolerances.X, nameof(xtol));
            Validate.MinpackTolerance(_tolerances.G, nameof(gtol));
        }
        else
        {
            Validate.SomeTolerance(Math.Max(_tolerances.F, Math.Max(_tolerances.X, _tolerances.G)), nameof(ftol));
        }

        bool usesLsmr = Validate.UsesLsmr(
            (trSolver, nameof(trSolver)), (trOptions, nameof(trOptions)), method, jacobian,
            _scale is null ? nameof(xScale) : null);
        trOptions ??= new();
        _lsmr = usesLsmr ? trOptions.ToSettings() : null;
        _isRegularized = trOptions.Regularize ?? true;
        _method = method;
        _jacobian = jacobian;
        _start = [.. x0];
        _loss = loss.IsLinear ? loss : loss.WithScale(loss.Scale * fScale);
        _maxEvaluations = maxNfev ?? (int)Math.Min(100L * n, int.MaxValue);
        if (method == LeastSquaresMethod.Trf)
        {
            Feasibility.MoveInside(_start, _lower, _upper, Feasibility.StartMargin);
        }
    }

    public OptimizeResult Solve(Func<double[], double[]> fun, CancellationToken cancellationToken)
    {
        ArrayResiduals residuals = new(fun, _start, nameof(fun));
        Validate.ResidualCount(residuals.Count, _start.Length, _method, nameof(fun));
        BoundedProblem problem = new()
        {
            ResidualCount = residuals.Count,
            Residuals = residuals.Fill,
            DifferenceStep = _diffStep,
            Lower = _lower,
            Upper = _upper,
            Scale = _scale,
            Loss = _loss,
            FunctionTolerance = _tolerances.F,
            StepTolerance = _tolerances.X,
            GradientTolerance = _tolerances.G,
            MaxEvaluations = _maxEvaluations,
            Names = OptionNames.LeastSquaresOfSciPy,
            Lsmr = _lsmr,
            IsRegularized = _isRegularized,
            Cancellation = cancellationToken,
        };
        problem = _jacobian.AddTo(problem, _start);
        return _method == LeastSquaresMethod.Lm ? new MinpackSolve(problem, _start).Run() : SolveBounded(problem);
    }

    private OptimizeResult SolveBounded(BoundedProblem problem)
    {
        BoundedSolver solver = new(problem);
        BoundedStatus status = solver.Run(problem, _start, isDogbox: _method == LeastSquaresMethod.Dogbox);
        BoundedSolve solve = solver.Solve;
        return new(status)
        {
            X = solve.X,
            Cost = solve.Cost,
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
