using System.ComponentModel;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>The options of <see cref="TrSolver.Lsmr"/>, under SciPy's names and with its defaults.</summary>
/// <remarks>
/// SciPy's loose tolerances make the steps inexact, and so decide the path of the solve; with 1e-13 for both, LSMR
/// solves to rounding. As JSON and compared like <see cref="SolverOptions"/>.
/// </remarks>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record TrOptions
{
    private const double Tolerance = 1e-6;
    private const double ConditionLimit = 1e8;

    /// <summary>SciPy's defaults. Set properties to change them.</summary>
    public TrOptions()
    {
    }

    /// <summary>
    /// For JSON: what a document leaves out keeps its default also in generated code, which sets no property that has
    /// an argument here.
    /// </summary>
    /// <param name="regularize">See the property, as for all the others.</param>
    /// <param name="atol">The same.</param>
    /// <param name="btol">The same.</param>
    /// <param name="conlim">The same.</param>
    /// <param name="maxiter">The same.</param>
    /// <param name="damp">The same.</param>
    [JsonConstructor]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TrOptions(
        bool? regularize = null,
        double atol = Tolerance,
        double btol = Tolerance,
        double conlim = ConditionLimit,
        int? maxiter = null,
        double damp = 0)
    {
        Regularize = regularize;
        Atol = atol;
        Btol = btol;
        Conlim = conlim;
        Maxiter = maxiter;
        Damp = damp;
    }

    /// <summary>
    /// Whether <see cref="LeastSquaresMethod.Trf"/> regularizes the problem that it gives to LSMR, for Jacobians of
    /// less than full rank. Null, the default, for true; <see cref="LeastSquaresMethod.Dogbox"/> has no such option.
    /// </summary>
    public bool? Regularize { get; init; }

    /// <summary>The relative error of the Jacobian to which LSMR solves; not negative. Default 1e-6.</summary>
    public double Atol { get; init; } = Tolerance;

    /// <summary>The relative error of the residuals to which LSMR solves; not negative. Default 1e-6.</summary>
    public double Btol { get; init; } = Tolerance;

    /// <summary>
    /// The condition number of the Jacobian beyond which LSMR stops; not negative, 0 for none. Default 1e8.
    /// </summary>
    public double Conlim { get; init; } = ConditionLimit;

    /// <summary>
    /// The limit on iterations of LSMR for one step; positive. Null, the default, for the smaller one of m and n.
    /// </summary>
    public int? Maxiter { get; init; }

    /// <summary>The damping of LSMR, which shortens its steps; finite and not negative. Default 0.</summary>
    public double Damp { get; init; }

    internal LsmrSettings ToSettings() => new()
    {
        MatrixTolerance = Atol,
        RightSideTolerance = Btol,
        ConditionLimit = Conlim,
        MaxIterations = Maxiter,
        Damping = Damp,
    };
}
