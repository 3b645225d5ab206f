using System.Diagnostics;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>The result of scipy.optimize.least_squares.</summary>
/// <remarks>Arrays are SciPy's shapes; they belong to the caller, who may change them.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed class OptimizeResult
{
    private readonly BoundedStatus _status;
    private readonly CancellationToken _cancellation;

    internal OptimizeResult(BoundedStatus status, CancellationToken cancellation)
    {
        _status = status;
        _cancellation = cancellation;
    }

    /// <summary>The solution, or the last point of an unsuccessful solve, n values.</summary>
    public double[] X { get; internal init; } = [];

    /// <summary>
    /// Half the sum of the losses of the residuals; half the sum of their squares for the linear loss.
    /// </summary>
    public double Cost { get; internal init; }

    /// <summary>The residuals at the solution, m values, without the loss.</summary>
    public double[] Fun { get; internal init; } = [];

    /// <summary>
    /// The Jacobian at the solution, m by n. With a loss, each row is scaled so that JᵀJ approximates the Hessian of
    /// <see cref="Cost"/>. After a cancellation it is the last one that was evaluated, as are <see cref="Grad"/> and
    /// <see cref="Optimality"/>, perhaps at an earlier point; zeros where <see cref="Njev"/> is 0. Empty
    /// for a Jacobian that is not dense.
    /// </summary>
    [JsonConverter(typeof(MatrixJsonConverter))]
    public double[,] Jac { get; internal init; } = new double[0, 0];

    /// <summary>
    /// The same for a sparse Jacobian, given or from differences with a structure; else null, which JSON leaves out.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SparseMatrix? JacSparse { get; internal init; }

    /// <summary>The same for a Jacobian that was given as an operator; else null. Not in JSON.</summary>
    [JsonIgnore]
    public JacobianOperator? JacOperator { get; internal init; }

    /// <summary>The gradient of <see cref="Cost"/>, n values.</summary>
    public double[] Grad { get; internal init; } = [];

    /// <summary>
    /// The largest component of the gradient, each multiplied by the distance to the bound that it points away from, if
    /// there is one: zero at an optimum, also where bounds are active.
    /// </summary>
    public double Optimality { get; internal init; }

    /// <summary>For each parameter -1 if its lower bound is active, 1 if its upper one is, else 0.</summary>
    public int[] ActiveMask { get; internal init; } = [];

    /// <summary>
    /// How many times the function was evaluated, at the start and at trial points; differences are not counted.
    /// </summary>
    public int Nfev { get; internal init; }

    /// <summary>How many Jacobians were evaluated, also by differences.</summary>
    public int Njev { get; internal init; }

    /// <summary>
    /// Why the solver stopped: 1 by gtol, 2 by ftol, 3 by xtol, 4 by both, 0 by the limit on evaluations, -1 because
    /// MINPACK could go no further, -2 by cancellation or by the callback, -4 because no residual changed in the steps
    /// of the differences.
    /// </summary>
    public int Status => (int)(_status == BoundedStatus.Stopped ? BoundedStatus.Canceled : _status);

    /// <summary>The status in words.</summary>
    public string Message => Messages.Of(_status);

    /// <summary>Whether the solver converged: <see cref="Status"/> is 1 to 4.</summary>
    public bool Success => Status > 0;

    /// <inheritdoc cref="LeastsqResult.ThrowIfCanceled"/>
    public OptimizeResult ThrowIfCanceled() =>
        _status == BoundedStatus.Canceled ? throw Errors.Canceled(Message, _cancellation) : this;

    /// <summary>
    /// The result on one line: status, parameters, the cost where there are bounds or a loss, the residual norm,
    /// evaluations.
    /// </summary>
    public override string ToString() =>
        Messages.Line(Success, _status, $"{RealVector.Create(X)}", Fun, Nfev, ShownCost);

    /// <summary>Null where there are neither bounds nor a loss.</summary>
    internal ShownCost? ShownCost { get; init; }
}
