using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>What all solvers can be told. An instance never changes and may be shared between threads.</summary>
public abstract record SolverOptions
{
    private protected SolverOptions()
    {
    }

    /// <summary>
    /// Relative change of the scaled parameters between iterations below which the solve ends. MINPACK and SciPy: xtol.
    /// Not negative; default 1.49012e-8, about the square root of the machine epsilon.
    /// </summary>
    public double StepTolerance { get; init; } = Defaults.Tolerance;

    /// <summary>
    /// Limit on residual evaluations, looked at after each step. MINPACK and SciPy: maxfev. Positive; null, the
    /// default, means 100 (n + 1) with a Jacobian and 200 (n + 1) without, where those for differences count too.
    /// </summary>
    public int? MaxEvaluations { get; init; }

    /// <summary>
    /// The first step may be this many times the norm of the scaled start (or just this long, from a start of zero).
    /// MINPACK and SciPy: factor. Positive; default 100; try 1 or 0.1 when the first step leaps too far.
    /// </summary>
    public double InitialStepFactor { get; init; } = Defaults.InitialStepFactor;

    /// <summary>
    /// A positive scale factor for each parameter: the solver works with factor times parameter, so an element should
    /// be the inverse of that parameter's typical size. MINPACK and SciPy: diag, with mode 2. Null, the default: the
    /// solver scales by the norms of the Jacobian's columns.
    /// </summary>
    public IReadOnlyList<double>? ParameterScale
    {
        get;
        init => field = value is null ? null : Array.AsReadOnly([.. value]);
    }

    /// <summary>
    /// The relative error of the residuals, which sets the step of finite differences to its square root. MINPACK and
    /// SciPy: epsfcn. Values below the machine epsilon, and null, the default, mean the machine epsilon, 2^-52. Give
    /// more when the residuals come from single-precision or iterative computations. Unused with a Jacobian.
    /// </summary>
    public double? ResidualPrecision { get; init; }

    /// <summary>What a NaN or infinity at the start or in a Jacobian leads to. Default: an exception.</summary>
    public NonFinitePolicy NonFiniteValues { get; init; }

    /// <summary>
    /// Whether to compare the Jacobian, when one is given, with differences of the residuals at the start, entry by entry. It
    /// costs 4 n evaluations, which are not counted, and throws <see cref="JacobianMismatchException"/> when an entry
    /// disagrees. Default false; for development.
    /// </summary>
    public bool CheckJacobian { get; init; }

    /// <summary>Called once an iteration. Null, the default: nobody.</summary>
    public IterationObserver? Observer { get; init; }

    /// <summary>The options as the solvers take them; they must have been checked.</summary>
    internal virtual SolverSettings ToSettings(int parameterCount, bool hasJacobian) => new(
        StepTolerance,
        MaxEvaluations ?? Defaults.MaxEvaluations(parameterCount, hasJacobian),
        ResidualPrecision ?? Defaults.MachineEpsilon,
        InitialStepFactor,
        ParameterScale,
        NonFiniteValues);
}
