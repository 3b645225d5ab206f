using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Serialization;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>The options of a least-squares solve, with SciPy's defaults.</summary>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record LeastSquaresOptions : SolverOptions
{
    /// <summary>The defaults: those of SciPy's leastsq. Set properties to change them.</summary>
    public LeastSquaresOptions()
    {
    }

    /// <summary>
    /// For JSON: what a document leaves out keeps its default also in generated code, which sets no property that has
    /// an argument here.
    /// </summary>
    /// <param name="stepTolerance">See the property, as for all the others.</param>
    /// <param name="maxEvaluations">The same.</param>
    /// <param name="initialStepFactor">The same.</param>
    /// <param name="parameterScale">The same.</param>
    /// <param name="residualPrecision">The same.</param>
    /// <param name="nonFiniteValues">The same.</param>
    /// <param name="checkJacobian">The same.</param>
    /// <param name="functionTolerance">The same.</param>
    /// <param name="gradientTolerance">The same.</param>
    /// <param name="maxDegreeOfParallelism">The same.</param>
    /// <param name="threadSafeModel">The same.</param>
    /// <param name="arithmetic">The same.</param>
    /// <param name="bounds">The same.</param>
    /// <param name="loss">The same.</param>
    /// <param name="method">The same.</param>
    /// <param name="differences">The same.</param>
    [JsonConstructor]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LeastSquaresOptions(
        double stepTolerance = Defaults.Tolerance,
        int? maxEvaluations = null,
        double initialStepFactor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? parameterScale = null,
        double? residualPrecision = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        bool checkJacobian = false,
        double functionTolerance = Defaults.Tolerance,
        double gradientTolerance = 0,
        int maxDegreeOfParallelism = 1,
        bool threadSafeModel = false,
        Arithmetic arithmetic = Arithmetic.Exact,
        Bounds? bounds = null,
        Loss? loss = null,
        LeastSquaresMethod? method = null,
        DifferenceScheme differences = DifferenceScheme.TwoPoint)
    {
        StepTolerance = stepTolerance;
        MaxEvaluations = maxEvaluations;
        InitialStepFactor = initialStepFactor;
        ParameterScale = parameterScale;
        ResidualPrecision = residualPrecision;
        NonFiniteValues = nonFiniteValues;
        CheckJacobian = checkJacobian;
        FunctionTolerance = functionTolerance;
        GradientTolerance = gradientTolerance;
        MaxDegreeOfParallelism = maxDegreeOfParallelism;
        ThreadSafeModel = threadSafeModel;
        Arithmetic = arithmetic;
        Bounds = bounds;
        Loss = loss;
        Method = method;
        Differences = differences;
    }

    /// <summary>The defaults: those of SciPy's leastsq.</summary>
    public static LeastSquaresOptions Default { get; } = new();

    /// <summary>
    /// The solve ends when the relative reduction of the sum of squares, both achieved and predicted, is no larger than
    /// this. MINPACK and SciPy: ftol. Not negative; default 1.49012e-8.
    /// </summary>
    public double FunctionTolerance { get; init; } = Defaults.Tolerance;

    /// <summary>
    /// The solve ends when the cosine of the angle between the residuals and every column of the Jacobian is no larger
    /// than this. MINPACK and SciPy: gtol. Not negative; default 0.
    /// </summary>
    public double GradientTolerance { get; init; }

    /// <summary>
    /// How many threads a solve may use, including the calling one; the others come from the thread pool. Positive, or
    /// -1 for as many as there are processors. Default 1. The result has the same bits for any number. A single solve
    /// gains where factorizing the Jacobian dominates, from about a million elements on; see also
    /// <see cref="ThreadSafeModel"/>. No effect row by row, and over an installed CMinpack.
    /// </summary>
    /// <remarks>In <c>LeastSquares.FitMany</c> this is the number of fits that run at once.</remarks>
    public int MaxDegreeOfParallelism { get; init; } = 1;

    /// <summary>
    /// Whether the residual function may be called from several threads at once, each with its own spans. The columns
    /// of a forward-difference Jacobian are then computed on <see cref="MaxDegreeOfParallelism"/> threads, with the
    /// same result and the same counts. Default false. Unused with a Jacobian, and over an installed CMinpack.
    /// </summary>
    public bool ThreadSafeModel { get; init; }

    /// <summary>
    /// Whether to keep MINPACK's bits or be faster. Default <see cref="Arithmetic.Exact"/>;
    /// <see cref="Arithmetic.Fast"/> is not available row by row, nor over an installed CMinpack.
    /// </summary>
    public Arithmetic Arithmetic { get; init; }

    /// <summary>
    /// The bounds of the parameters; equal ones fix a parameter. The start must lie within. Null, the default, for
    /// none. A bound that holds a parameter back is exactly its value in the result.
    /// </summary>
    public Bounds? Bounds { get; init; }

    /// <summary>
    /// The loss that replaces the square of each residual, such as <c>Loss.Huber(0.1)</c> where some observations
    /// are outliers. Null, the default, for least squares.
    /// </summary>
    public Loss? Loss { get; init; }

    /// <summary>
    /// The method. Null, the default, for MINPACK's, and where there are bounds or a loss, which it does not have, for
    /// <see cref="LeastSquaresMethod.Trf"/>.
    /// </summary>
    /// <remarks>
    /// The trust-region methods take the tolerances as MINPACK does, none as less than 2^-52, and any number of
    /// residuals. They have no use for <see cref="SolverOptions.InitialStepFactor"/> and
    /// <see cref="Arithmetic"/>, and row by row they are not available.
    /// </remarks>
    public LeastSquaresMethod? Method { get; init; }

    /// <summary>
    /// How derivatives are estimated where no Jacobian is given. Default: forward differences, MINPACK's where the
    /// method is. Unused row by row.
    /// </summary>
    public DifferenceScheme Differences { get; init; }

    /// <summary>Whether a trust-region method solves, and not MINPACK's.</summary>
    internal bool IsBounded => Method is LeastSquaresMethod.Trf or LeastSquaresMethod.Dogbox
        || (Method is null && (Bounds is not null || Loss is { IsLinear: false }));

    /// <summary>For tests: no level changes a bit of exact arithmetic.</summary>
    internal CpuLevel CpuLevel { get; init; }

    /// <summary>How many threads <see cref="MaxDegreeOfParallelism"/> means.</summary>
    internal int Threads => MaxDegreeOfParallelism == -1 ? Environment.ProcessorCount : MaxDegreeOfParallelism;

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(
            CultureInfo.InvariantCulture,
            $", FunctionTolerance = {FunctionTolerance}, GradientTolerance = {GradientTolerance}, ");
        builder.Append(CultureInfo.InvariantCulture, $"MaxDegreeOfParallelism = {MaxDegreeOfParallelism}, ");
        builder.Append(CultureInfo.InvariantCulture, $"ThreadSafeModel = {ThreadSafeModel}, Arithmetic = {Arithmetic}");
        builder.Append(CultureInfo.InvariantCulture, $", Bounds = {Bounds}, Loss = {Loss}, Method = {Method}");
        builder.Append(CultureInfo.InvariantCulture, $", Differences = {Differences}");
        return true;
    }

    /// <inheritdoc/>
    internal override OptionNames Names => OptionNames.LeastSquares;

    /// <inheritdoc/>
    // Compiled once, with all accessors in it, instead of each of them at the first solve of a process.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override SolverSettings ToSettings(int parameterCount, bool hasJacobian, OptionNames? names = null) =>
        base.ToSettings(parameterCount, hasJacobian, names) with
        {
            Ftol = FunctionTolerance,
            Gtol = GradientTolerance,
            Threads = Threads,
            ConcurrentResiduals = ThreadSafeModel,
            Arithmetic = Arithmetic,
            CpuLevel = CpuLevel,
        };
}
