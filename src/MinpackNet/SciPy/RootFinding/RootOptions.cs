using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>The options of <c>scipy.optimize.root</c> for its methods hybr and lm, under SciPy's names.</summary>
/// <remarks>As JSON and compared like <see cref="SolverOptions"/>.</remarks>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RootOptions
{
    /// <summary>SciPy's defaults. Set properties to change them.</summary>
    public RootOptions()
    {
    }

    /// <summary>
    /// For JSON: what a document leaves out keeps its default also in generated code, which sets no property that has
    /// an argument here.
    /// </summary>
    /// <param name="colDeriv">See the property, as for all the others.</param>
    /// <param name="xtol">The same.</param>
    /// <param name="ftol">The same.</param>
    /// <param name="gtol">The same.</param>
    /// <param name="maxfev">The same.</param>
    /// <param name="band">The same.</param>
    /// <param name="eps">The same.</param>
    /// <param name="factor">The same.</param>
    /// <param name="diag">The same.</param>
    /// <param name="nonFiniteValues">The same.</param>
    [JsonConstructor]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public RootOptions(
        bool colDeriv = false,
        double? xtol = null,
        double ftol = Defaults.Tolerance,
        double gtol = 0,
        int maxfev = 0,
        (int Ml, int Mu)? band = null,
        double? eps = null,
        double factor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? diag = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw)
    {
        ColDeriv = colDeriv;
        Xtol = xtol;
        Ftol = ftol;
        Gtol = gtol;
        Maxfev = maxfev;
        Band = band;
        Eps = eps;
        Factor = factor;
        Diag = diag;
        NonFiniteValues = nonFiniteValues;
    }

    internal static RootOptions Default { get; } = new();

    /// <summary>
    /// Whether each row of the Jacobian function's result holds the derivatives with respect to one parameter. Default
    /// false.
    /// </summary>
    public bool ColDeriv { get; init; }

    /// <summary>
    /// The relative change of the parameters at which to stop; not negative. Null, the default, for the argument
    /// <c>tol</c>, and without one for 1.49012e-8.
    /// </summary>
    public double? Xtol { get; init; }

    /// <summary>
    /// Method lm: the relative reduction of the sum of squares at which to stop; not negative. Default 1.49012e-8.
    /// </summary>
    public double Ftol { get; init; } = Defaults.Tolerance;

    /// <summary>
    /// Method lm: the cosine of the angle between residuals and Jacobian columns at which to stop; not negative.
    /// Default 0.
    /// </summary>
    public double Gtol { get; init; }

    /// <summary>
    /// The limit on evaluations, which SciPy calls <c>maxfev</c> for hybr and <c>maxiter</c> for lm; 0 or less, the
    /// default, means 200 (n + 1), or 100 (n + 1) with a Jacobian.
    /// </summary>
    public int Maxfev { get; init; }

    /// <summary>
    /// Method hybr: how many diagonals the Jacobian has below and above its main one, for differences with fewer
    /// evaluations; null, the default, means dense. Ignored with a Jacobian.
    /// </summary>
    [JsonConverter(typeof(BandJsonConverter))]
    public (int Ml, int Mu)? Band { get; init; }

    /// <summary>
    /// The relative error of the values; its square root is the relative step of the differences. Null, the default,
    /// and anything below the machine epsilon, mean the machine epsilon.
    /// </summary>
    public double? Eps { get; init; }

    /// <summary>
    /// The bound of the first step, as a multiple of the scaled start's norm; positive. Default 100.
    /// </summary>
    public double Factor { get; init; } = Defaults.InitialStepFactor;

    /// <summary>
    /// n positive scale factors for the parameters; null, the default, to scale by the norms of the Jacobian's columns.
    /// </summary>
    public IReadOnlyList<double>? Diag
    {
        get;
        init => field = RealVector.Of(value);
    }

    /// <summary>
    /// What happens when a value at the start or a derivative is NaN or infinite: an exception, the default, or what
    /// SciPy does.
    /// </summary>
    public NonFinitePolicy NonFiniteValues { get; init; }

    /// <summary>The options of method lm.</summary>
    /// <param name="tol">The argument of this name.</param>
    internal LeastSquaresOptions ToLeastSquares(double? tol) => LeastSquaresOf(
        Ftol, Xtol ?? tol ?? Defaults.Tolerance, Gtol, Maxfev, Eps, Factor, Diag, NonFiniteValues);

    /// <summary>The options of leastsq, which are also those of method lm.</summary>
    // Compiled once, with all accessors in it, instead of each of them at the first solve of a process.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static LeastSquaresOptions LeastSquaresOf(
        double ftol,
        double xtol,
        double gtol,
        int maxfev,
        double? eps,
        double factor,
        IReadOnlyList<double>? diag,
        NonFinitePolicy nonFiniteValues) => new()
    {
        FunctionTolerance = ftol,
        StepTolerance = xtol,
        GradientTolerance = gtol,
        MaxEvaluations = maxfev > 0 ? maxfev : null,
        ResidualPrecision = eps,
        InitialStepFactor = factor,
        ParameterScale = diag,
        NonFiniteValues = nonFiniteValues,
    };

    /// <summary>The options of method hybr.</summary>
    /// <param name="tol">The argument of this name.</param>
    internal NonlinearEquationsOptions ToEquations(double? tol) => new()
    {
        StepTolerance = Xtol ?? tol ?? Defaults.Tolerance,
        MaxEvaluations = Maxfev > 0 ? Maxfev : null,
        Bandwidth = Band is { Ml: >= 0, Mu: >= 0 } ? Band : null,
        ResidualPrecision = Eps,
        InitialStepFactor = Factor,
        ParameterScale = Diag,
        NonFiniteValues = NonFiniteValues,
    };

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"ColDeriv = {ColDeriv}, Xtol = {Xtol}, Ftol = {Ftol}, ");
        builder.Append(CultureInfo.InvariantCulture, $"Gtol = {Gtol}, Maxfev = {Maxfev}, Band = {Band}, ");
        builder.Append(CultureInfo.InvariantCulture, $"Eps = {Eps}, Factor = {Factor}, Diag = {Diag}, ");
        builder.Append(CultureInfo.InvariantCulture, $"NonFiniteValues = {NonFiniteValues}");
        return true;
    }
}
