using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Serialization;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>The options of a solve of nonlinear equations, with SciPy's defaults.</summary>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NonlinearEquationsOptions : SolverOptions
{
    /// <summary>The defaults: those of SciPy's fsolve. Set properties to change them.</summary>
    public NonlinearEquationsOptions()
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
    /// <param name="bandwidth">The same.</param>
    /// <param name="bounds">The same.</param>
    [JsonConstructor]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public NonlinearEquationsOptions(
        double stepTolerance = Defaults.Tolerance,
        int? maxEvaluations = null,
        double initialStepFactor = Defaults.InitialStepFactor,
        IReadOnlyList<double>? parameterScale = null,
        double? residualPrecision = null,
        NonFinitePolicy nonFiniteValues = NonFinitePolicy.Throw,
        bool checkJacobian = false,
        (int Lower, int Upper)? bandwidth = null,
        Bounds? bounds = null)
    {
        StepTolerance = stepTolerance;
        MaxEvaluations = maxEvaluations;
        InitialStepFactor = initialStepFactor;
        ParameterScale = parameterScale;
        ResidualPrecision = residualPrecision;
        NonFiniteValues = nonFiniteValues;
        CheckJacobian = checkJacobian;
        Bandwidth = bandwidth;
        Bounds = bounds;
    }

    /// <summary>The defaults: those of SciPy's fsolve.</summary>
    public static NonlinearEquationsOptions Default { get; } = new();

    /// <summary>
    /// How many diagonals a banded Jacobian has below and above its main one: finite differences then take lower +
    /// upper + 1 evaluations instead of n. Neither may be negative. Null, the default, for a dense Jacobian. MINPACK:
    /// ml, mu; SciPy: band. Unused with a Jacobian.
    /// </summary>
    [JsonConverter(typeof(BandJsonConverter))]
    public (int Lower, int Upper)? Bandwidth { get; init; }

    /// <summary>
    /// The bounds of the parameters; equal ones fix a parameter. The start must lie within. Null, the default, for
    /// none. With bounds, the sum of the squares of the equations is minimized by
    /// <see cref="LeastSquaresMethod.Trf"/>, and <see cref="NonlinearEquationsSummary.IsRoot"/> says whether the
    /// minimum is a root. <see cref="Bandwidth"/> and <see cref="SolverOptions.InitialStepFactor"/> then have no
    /// effect.
    /// </summary>
    public Bounds? Bounds { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(CultureInfo.InvariantCulture, $", Bandwidth = {Bandwidth}, Bounds = {Bounds}");
        return true;
    }

    /// <inheritdoc/>
    internal override OptionNames Names => OptionNames.NonlinearEquations;

    /// <inheritdoc/>
    // Compiled once, with all accessors in it, instead of each of them at the first solve of a process.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override SolverSettings ToSettings(int parameterCount, bool hasJacobian, OptionNames? names = null) =>
        base.ToSettings(parameterCount, hasJacobian, names) with
        {
            Ml = SolverSettings.Diagonals(Bandwidth?.Lower, parameterCount),
            Mu = SolverSettings.Diagonals(Bandwidth?.Upper, parameterCount),
        };
}
