using System.Diagnostics;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>The result of scipy.optimize.root, with the fields of its methods hybr and lm.</summary>
/// <remarks>Arrays are SciPy's shapes; they belong to the caller, who may change them.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed class RootResult
{
    private readonly CancellationToken _cancellation;

    internal RootResult(FsolveResult solve)
    {
        Method = RootMethod.Hybr;
        X = solve.X;
        Success = solve.Success;
        Status = solve.Ier;
        Message = solve.Mesg;
        Fun = solve.InfoDict.Fvec;
        _cancellation = solve.Cancellation;
        Nfev = solve.InfoDict.Nfev;
        Njev = solve.InfoDict.Njev;
        Fjac = solve.InfoDict.Fjac;
        Qtf = solve.InfoDict.Qtf;
        R = solve.InfoDict.R;
    }

    internal RootResult(LeastsqResult solve)
    {
        Method = RootMethod.Lm;
        X = solve.X;
        Success = solve.Success;
        Status = solve.Ier;
        Message = solve.Mesg;
        Fun = solve.InfoDict.Fvec;
        _cancellation = solve.Cancellation;
        Nfev = solve.InfoDict.Nfev;
        Njev = solve.InfoDict.Njev;
        Fjac = solve.InfoDict.Fjac;
        Qtf = solve.InfoDict.Qtf;
        CovX = solve.CovX;
        Ipvt = solve.InfoDict.Ipvt;
    }

    /// <summary>The method that found it.</summary>
    public RootMethod Method { get; }

    /// <summary>The solution, or the last point of an unsuccessful solve, n values.</summary>
    public double[] X { get; }

    /// <summary>
    /// Whether the solver converged: by <see cref="RootMethod.Hybr"/> at a root, by <see cref="RootMethod.Lm"/> at a
    /// minimum of the sum of squares, which is a root where <see cref="Fun"/> is zero. SciPy's word for Converged.
    /// </summary>
    public bool Success { get; }

    /// <summary>
    /// Why the solver stopped: by <see cref="RootMethod.Hybr"/> as <see cref="NonlinearEquationsStatus"/>, by
    /// <see cref="RootMethod.Lm"/> as <see cref="LeastSquaresStatus"/>.
    /// </summary>
    public int Status { get; }

    /// <summary>The status in words.</summary>
    public string Message { get; }

    /// <summary>The values at <see cref="X"/>, m of them.</summary>
    public double[] Fun { get; }

    /// <summary>How many times the function was evaluated, including for finite differences.</summary>
    public int Nfev { get; }

    /// <summary>How many times the Jacobian was evaluated; null when none was given.</summary>
    public int? Njev { get; }

    /// <summary>As <see cref="FsolveInfo.Fjac"/> or <see cref="LeastsqInfo.Fjac"/>.</summary>
    [JsonConverter(typeof(MatrixJsonConverter))]
    public double[,] Fjac { get; }

    /// <summary>As <see cref="FsolveInfo.Qtf"/> or <see cref="LeastsqInfo.Qtf"/>.</summary>
    public double[] Qtf { get; }

    /// <summary>Method hybr: as <see cref="FsolveInfo.R"/>. Null by lm.</summary>
    public double[]? R { get; }

    /// <summary>Method lm: as <see cref="LeastsqResult.CovX"/>. Null by hybr.</summary>
    [JsonConverter(typeof(MatrixJsonConverter))]
    public double[,]? CovX { get; }

    /// <summary>Method lm: as <see cref="LeastsqInfo.Ipvt"/>. Null by hybr.</summary>
    public int[]? Ipvt { get; }

    /// <inheritdoc cref="LeastsqResult.ThrowIfCanceled"/>
    public RootResult ThrowIfCanceled() =>
        Status == (int)LeastSquaresStatus.Canceled ? throw Errors.Canceled(Message, _cancellation) : this;

    /// <summary>The result on one line: status, parameters, residual norm, evaluations.</summary>
    public override string ToString() => Messages.Line(
        Success,
        Method == RootMethod.Hybr ? (NonlinearEquationsStatus)Status : (LeastSquaresStatus)Status,
        $"{RealVector.Create(X)}",
        Fun,
        Nfev);
}
