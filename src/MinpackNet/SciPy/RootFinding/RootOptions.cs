using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>The options of <c>scipy.optimize.root</c> for its methods hybr and lm, under SciPy's names.</summary>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed record RootOptions
{
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
        init => field = value is null ? null : Array.AsReadOnly([.. value]);
    }

    /// <summary>
    /// What happens when a value at the start or a derivative is NaN or infinite: an exception, the default, or what
    /// SciPy does.
    /// </summary>
    public NonFinitePolicy NonFiniteValues { get; init; }
}
