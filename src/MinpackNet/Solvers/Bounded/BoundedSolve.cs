namespace MinpackNet;

/// <summary>
/// Where a bounded solve stands: the point, the residuals and the Jacobian there, and the counts. The methods share the
/// evaluations, the scale and the tests for the end.
/// </summary>
internal sealed class BoundedSolve
{
    private readonly double[] _trialResiduals;
    private readonly double[] _effects;
    private RobustLoss _loss;
    private int _differenceEvaluations;
    private double? _relativeGradient;

    /// <summary>Reserves the memory, also for other problems of the same size.</summary>
    public BoundedSolve(BoundedProblem problem)
    {
        int m = problem.ResidualCount;
        int n = problem.ParameterCount;
        Problem = problem;
        X = new double[n];
        Trial = new double[n];
        Origin = new double[n];
        Residuals = new double[m];
        _trialResiduals = new double[m];
        _effects = new double[n];
        Linearized = new double[m];
        Jacobian = BoundedJacobian.Of(problem);
        Gradient = new double[n];
        InverseScale = new double[n];
        ActiveMask = new int[n];
        _loss = problem.NewLoss();
    }

    public BoundedProblem Problem { get; private set; }

    public double[] X { get; }

    /// <summary>The start, before it was moved inside.</summary>
    public double[] Origin { get; }

    /// <summary>The next point to be tried, filled by the method.</summary>
    public double[] Trial { get; }

    /// <summary>m values, as the user's function gave them.</summary>
    public double[] Residuals { get; }

    /// <summary>The residuals of the plain least-squares problem that stands for the one with a loss.</summary>
    public double[] Linearized { get; }

    /// <summary>The Jacobian of <see cref="Linearized"/>.</summary>
    public BoundedJacobian Jacobian { get; }

    /// <summary>The memory in which columns of a dense Jacobian, with n more rows below them, are factorized.</summary>
    public QrFactor Factor => field ??= new(Residuals.Length + X.Length, X.Length);

    /// <summary>The same for the singular values of the factor.</summary>
    public SingularValues SingularValues => field ??= new(X.Length);

    /// <summary>Jᵀf.</summary>
    public double[] Gradient { get; }

    public double[] InverseScale { get; }

    /// <summary>
    /// What counts as one unit of a parameter's effect on the residuals: their length at the start as a power of two,
    /// or SciPy's 1.
    /// </summary>
    public double EffectUnit { get; private set; } = 1;

    /// <summary>-1 where the lower bound is active, 1 where the upper one is.</summary>
    public int[] ActiveMask { get; }

    public double Cost { get; private set; }

    /// <summary>The norm of the gradient that counts where bounds do.</summary>
    public double Optimality { get; set; }

    public int Evaluations { get; private set; }

    public int JacobianEvaluations { get; private set; }

    /// <summary>
    /// Whether the token was set before the Jacobian at the point was known; the one before, or zeros, are still there.
    /// </summary>
    public bool LacksJacobian { get; private set; }

    /// <summary>Whether no residual changed in any of the steps of the last differences.</summary>
    public bool HasZeroDifferences { get; private set; }

    public bool IsCanceled => Problem.Cancellation.IsCancellationRequested;

    /// <summary>Whether another trial may be made.</summary>
    public bool HasBudget => CountedEvaluations < Problem.MaxEvaluations && !IsCanceled;

    /// <summary>The evaluations that count at the user's door.</summary>
    public int CountedEvaluations => Evaluations + (Problem.CountsDifferences ? _differenceEvaluations : 0);

    /// <summary>Evaluates a start, within the bounds.</summary>
    /// <param name="problem">Of the size for which the memory was reserved.</param>
    /// <param name="start">n values.</param>
    public void Begin(BoundedProblem problem, ReadOnlySpan<double> start)
    {
        if (problem.Loss != Problem.Loss)
        {
            _loss = problem.NewLoss();
        }

        Problem = problem;
        start.CopyTo(X);
        Array.Clear(ActiveMask);
        Jacobian.Clear();
        Array.Clear(Gradient);
        Array.Clear(Linearized);
        Optimality = 0;
        for (int j = 0; j < X.Length && problem.Scale is { } scale; j++)
        {
            InverseScale[j] = 1 / scale[j];
        }

        problem.Residuals(X, Residuals);
        if (!NonFinite.AreFinite(Residuals))
        {
            Problem.Rules.CheckResiduals(problem.UserPoint(X), Residuals, forDifference: false);
        }

        Evaluations = 1;
        JacobianEvaluations = 0;
        _differenceEvaluations = 0;
        HasZeroDifferences = false;
        Cost = _loss.Cost(Residuals);
        if (problem.Loss.Function is null && !double.IsFinite(Cost))
        {
            throw Errors.LossValue("loss", Cost);
        }

        EvaluateJacobian();
        double effects = problem.IsUnitFree ? Vectors.Norm(Linearized) : 1;
        EffectUnit = double.IsNormal(effects) ? Math.ScaleB(1, Math.ILogB(effects)) : 1;
    }

    /// <summary>A column of a dense Jacobian.</summary>
    public ReadOnlySpan<double> Column(int j) => ((DenseJacobian)Jacobian).Column(j);

    /// <summary>
    /// The change of a parameter whose effect has the length 1, with which ranks mean the same in all units.
    /// </summary>
    public double ColumnUnit(int j) => Jacobian.ColumnNorm(j) is var norm && norm > 0 ? 1 / norm : 1;

    public double Scale(int j) => Problem.Scale is { } scale ? scale[j] : 1 / InverseScale[j];

    /// <summary>Evaluates the trial point; the cost there, or null where a residual is not finite.</summary>
    public double? TrialCost()
    {
        Evaluations++;
        if (Problem.Rules.Refuses(Trial, _trialResiduals))
        {
            return null;
        }

        Problem.Residuals(Trial, _trialResiduals);
        double cost = NonFinite.AreFinite(_trialResiduals) ? _loss.Cost(_trialResiduals) : double.NaN;
        return double.IsNaN(cost) ? null : cost;
    }

    /// <summary>Whether the gradient meets its tolerance.</summary>
    public bool HasSmallGradient =>
        (Problem.IsUnitFree ? RelativeGradient : Optimality) < Problem.GradientTolerance;

    /// <summary>Shows an observer the state of the solve.</summary>
    public bool IsStoppedBy(IterationObserver? observer, int number, double radius, double damping) =>
        observer is not null && !observer(new()
        {
            Number = number,
            Evaluations = CountedEvaluations,
            ResidualNorm = Vectors.Norm(Residuals),
            GradientNorm = RelativeGradient,
            StepBound = radius,
            Damping = damping,
            Parameters = Problem.UserPoint(X),
            Residuals = Residuals,
        });

    /// <summary>
    /// The largest cosine of the angle between the residuals and a column of the Jacobian, less where a bound leaves
    /// the parameter no way down.
    /// </summary>
    public double RelativeGradient => _relativeGradient ??= LargestCosine();

    private double LargestCosine()
    {
        double most = 0;
        double length = Vectors.Norm(Linearized);
        for (int j = 0; j < X.Length && length > 0; j++)
        {
            double norm = Jacobian.ColumnNorm(j);
            double room = Feasibility.StepToBound(X[j], -Gradient[j], Problem.Lower[j], Problem.Upper[j])
                * Math.Abs(Gradient[j]);
            double effect = Math.Min(1, room * norm / length);
            most = norm == 0 ? most : Math.Max(most, effect * Math.Abs(Gradient[j] / norm / length));
        }

        return most;
    }

    /// <summary>Moves to the trial point.</summary>
    public void Accept(double cost)
    {
        Trial.CopyTo(X, 0);
        _trialResiduals.CopyTo(Residuals, 0);
        Cost = cost;
        EvaluateJacobian();
    }

    /// <summary>The tests after a finite trial, with the cost before it; null to go on.</summary>
    public BoundedStatus? EndOfStep(double reduction, double ratio, double stepLength)
    {
        bool isSmallReduction = reduction < Problem.FunctionTolerance * Cost && ratio > 0.25;
        double tolerance = Problem.StepTolerance;
        (double length, double size) = Problem.IsUnitFree
            ? (Effect(Trial, X), (tolerance * Effect(Problem.Sizes, [])) + Effect(X, []))
            : (stepLength, tolerance + Vectors.Norm(X));
        bool isSmallStep = length < tolerance * size;
        return (isSmallReduction, isSmallStep) switch
        {
            (true, true) => BoundedStatus.SmallReductionAndStep,
            (true, false) => BoundedStatus.SmallReduction,
            (false, true) => BoundedStatus.SmallStep,
            _ => null,
        };
    }

    /// <summary>
    /// The length of the way to a point, from another or from zero, in units of the parameters' effects, as MINPACK
    /// measures it.
    /// </summary>
    private double Effect(ReadOnlySpan<double> to, ReadOnlySpan<double> from)
    {
        for (int j = 0; j < _effects.Length; j++)
        {
            _effects[j] = (to[j] - (from.IsEmpty ? 0 : from[j])) * InverseScale[j];
        }

        return Vectors.Norm(_effects);
    }

    /// <summary>The status of a solve that goes no further, if the last step met no test.</summary>
    public BoundedStatus EndWith(BoundedStatus? status) =>
        IsCanceled ? BoundedStatus.Canceled : status ?? BoundedStatus.TooManyEvaluations;

    private void EvaluateJacobian()
    {
        _relativeGradient = null;
        LacksJacobian = IsCanceled;
        if (LacksJacobian)
        {
            return;
        }

        _differenceEvaluations += Jacobian.Evaluate(Problem, X, Residuals);
        LacksJacobian = Jacobian.IsInterrupted;
        if (LacksJacobian)
        {
            return;
        }

        JacobianEvaluations++;
        HasZeroDifferences = Cost > 0 && Jacobian.HasZeroDifferences;
        Jacobian.Check(Problem, X);

        Residuals.CopyTo(Linearized, 0);
        ReadOnlySpan<double> weights = _loss.Linearize(Linearized, Problem.LeastCurvature);
        if (!weights.IsEmpty)
        {
            Jacobian.MultiplyRows(weights);
        }

        Jacobian.MultiplyTransposed(Linearized, Gradient);
        Jacobian.CheckGradient(Problem, X, Gradient);
        if (Problem.Scale is null)
        {
            ScaleByColumns();
        }
    }

    /// <summary>A unit of a parameter never grows (Moré, LNM 630 (1978) 105-116, section 6).</summary>
    private void ScaleByColumns()
    {
        for (int j = 0; j < InverseScale.Length; j++)
        {
            double norm = Jacobian.ColumnNorm(j);
            InverseScale[j] = JacobianEvaluations == 1 ? (norm == 0 ? 1 : norm) : Math.Max(InverseScale[j], norm);
        }
    }
}
