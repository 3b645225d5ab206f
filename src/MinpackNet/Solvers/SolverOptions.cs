using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Serialization;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>The options of all solvers. Instances are immutable and may be shared between threads.</summary>
/// <remarks>
/// From JSON, by reflection and by generated code, options that are left out keep their defaults, and unknown ones are
/// errors. Options are equal if their values are, those in lists too.
/// </remarks>
public abstract record SolverOptions
{
    private protected SolverOptions()
    {
    }

    /// <summary>
    /// The solve ends when the relative change of the scaled parameters between iterations is no larger than this.
    /// MINPACK and SciPy: xtol. Not negative; default 1.49012e-8, about the square root of the machine epsilon.
    /// </summary>
    public double StepTolerance { get; init; } = Defaults.Tolerance;

    /// <summary>
    /// The limit on residual evaluations, including those for finite differences, checked after each step. MINPACK and
    /// SciPy: maxfev. Positive; null, the default, means 100 (n + 1) with a Jacobian and 200 (n + 1) without.
    /// </summary>
    public int? MaxEvaluations { get; init; }

    /// <summary>
    /// Bounds the first step: to this many times the norm of the scaled start, or, from a start of zero, to this
    /// length. MINPACK and SciPy: factor. Positive; default 100; try 1 or 0.1 when the first step jumps too far.
    /// </summary>
    public double InitialStepFactor { get; init; } = Defaults.InitialStepFactor;

    /// <summary>
    /// A positive scale factor for each parameter. The solver works with factor times parameter, so each factor should
    /// be the inverse of that parameter's typical size. MINPACK and SciPy: diag, with mode 2. Null, the default: the
    /// solver scales by the norms of the Jacobian's columns.
    /// </summary>
    public IReadOnlyList<double>? ParameterScale
    {
        get;
        init => field = RealVector.Of(value);
    }

    /// <summary>
    /// The relative error of the residuals; its square root is the relative step of the finite differences. MINPACK and
    /// SciPy: epsfcn. Null, the default, and anything below the machine epsilon mean the machine epsilon, 2^-52. Give
    /// more when the residuals come from single-precision or iterative computations. Unused with a Jacobian.
    /// </summary>
    public double? ResidualPrecision { get; init; }

    /// <summary>
    /// What happens when a residual at the start or a derivative is NaN or infinite. Default: an exception.
    /// </summary>
    public NonFinitePolicy NonFiniteValues { get; init; }

    /// <summary>
    /// Whether to compare the Jacobian, if one is given, entry by entry with finite differences of the residuals at the
    /// start. This takes 4 n evaluations, which are not counted, and throws <see cref="JacobianMismatchException"/>
    /// when an entry disagrees. Default false; meant for development.
    /// </summary>
    public bool CheckJacobian { get; init; }

    /// <summary>Called once per iteration. Null, the default, for none. Not part of JSON.</summary>
    [JsonIgnore]
    public IterationObserver? Observer { get; init; }

    /// <summary>Writes the options on a line, in any culture with a decimal point.</summary>
    /// <param name="builder">Where they are written.</param>
    /// <returns>True.</returns>
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append(
            CultureInfo.InvariantCulture,
            $"StepTolerance = {StepTolerance}, MaxEvaluations = {MaxEvaluations}, ");
        builder.Append(
            CultureInfo.InvariantCulture,
            $"InitialStepFactor = {InitialStepFactor}, ParameterScale = {ParameterScale}, ");
        builder.Append(
            CultureInfo.InvariantCulture,
            $"ResidualPrecision = {ResidualPrecision}, NonFiniteValues = {NonFiniteValues}, ");
        builder.Append(CultureInfo.InvariantCulture, $"CheckJacobian = {CheckJacobian}");
        return true;
    }

    /// <summary>The options as the solvers take them; they must have been checked.</summary>
    // Compiled once, with all accessors in it, instead of each of them at the first solve of a process.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal virtual SolverSettings ToSettings(int parameterCount, bool hasJacobian, OptionNames? names = null) => new(
        StepTolerance,
        MaxEvaluations ?? Defaults.MaxEvaluations(parameterCount, hasJacobian),
        ResidualPrecision ?? Defaults.MachineEpsilon,
        InitialStepFactor,
        ParameterScale,
        NonFiniteValues,
        names ?? Names);

    /// <summary>What messages call them.</summary>
    internal abstract OptionNames Names { get; }
}
