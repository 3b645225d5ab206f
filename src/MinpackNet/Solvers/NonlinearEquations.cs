using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>
/// Systems of n nonlinear equations in n unknowns, by MINPACK's form of Powell's hybrid method (Powell 1970). For code
/// ported from SciPy see <see cref="Optimize"/>.
/// </summary>
/// <remarks>
/// All methods may be called from many threads at once, and from inside callbacks. How a solve ended is a status of the
/// result. Exceptions are for bad arguments, for values that are not finite (see <see cref="NonFinitePolicy"/>), and
/// for whatever the user's own functions throw. Solves inside callbacks of solves, and so on, end with
/// <see cref="InsufficientExecutionStackException"/> before the stack is used up.
/// </remarks>
public static partial class NonlinearEquations
{
    /// <summary>Searches for a root, with a given Jacobian or with forward differences.</summary>
    /// <param name="start">The start values, n finite values; not changed.</param>
    /// <param name="equations">Computes the n values to be driven to zero.</param>
    /// <param name="jacobian">Computes the n by n Jacobian at a point; null for forward differences.</param>
    /// <param name="options">Tolerance, limits and scaling; null for SciPy's defaults.</param>
    /// <param name="cancellationToken">
    /// Checked before each call of a function. Once it is canceled, the result has the status
    /// <see cref="NonlinearEquationsStatus.Canceled"/> and the best point so far.
    /// </param>
    /// <returns>The point found, with the equations' values there and the status.</returns>
    /// <exception cref="ArgumentException">An argument or option is out of its range.</exception>
    /// <exception cref="JacobianMismatchException">See <see cref="SolverOptions.CheckJacobian"/>.</exception>
    /// <exception cref="NonFiniteValueException">See <see cref="SolverOptions.NonFiniteValues"/>.</exception>
    /// <remarks>MINPACK: hybrj, hybrd.</remarks>
    public static NonlinearEquationsResult Solve(
        ReadOnlySpan<double> start,
        ResidualFunction equations,
        JacobianFunction? jacobian = null,
        NonlinearEquationsOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        Validate.Start(start);
        using NonlinearEquationsWorkspace workspace = new(start.Length);
        ArgumentNullException.ThrowIfNull(equations);
        double[] parameters = start.ToArray();
        NonlinearEquationsSummary summary =
            Run(workspace, parameters, equations, jacobian, options, cancellationToken);
        return new(parameters, workspace.Residuals.ToArray(), summary, cancellationToken);
    }

    /// <summary>Searches for a root in a workspace, without allocating.</summary>
    /// <param name="workspace">Made for n parameters; holds the equations' values afterwards.</param>
    /// <param name="parameters">The start values before, the solution afterwards.</param>
    /// <param name="equations">Computes the n values to be driven to zero.</param>
    /// <param name="jacobian">Computes the n by n Jacobian at a point; null for forward differences.</param>
    /// <param name="options">Tolerance, limits and scaling; null for SciPy's defaults.</param>
    /// <param name="cancellationToken">As in the other overload.</param>
    /// <returns>The status and the counts.</returns>
    /// <exception cref="ArgumentException">An argument or option is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The workspace is in use.</exception>
    /// <exception cref="JacobianMismatchException">See <see cref="SolverOptions.CheckJacobian"/>.</exception>
    /// <exception cref="NonFiniteValueException">See <see cref="SolverOptions.NonFiniteValues"/>.</exception>
    /// <exception cref="ObjectDisposedException">The workspace has been disposed.</exception>
    /// <remarks>
    /// After an exception <paramref name="parameters"/> holds the best point so far. MINPACK: hybrj, hybrd.
    /// </remarks>
    public static NonlinearEquationsSummary Solve(
        NonlinearEquationsWorkspace workspace,
        Span<double> parameters,
        ResidualFunction equations,
        JacobianFunction? jacobian = null,
        NonlinearEquationsOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(equations);
        Validate.Start(parameters, nameof(parameters));
        return Run(workspace, parameters, equations, jacobian, options, cancellationToken);
    }

    /// <summary>Solves from a start that has been checked.</summary>
    private static NonlinearEquationsSummary Run(
        NonlinearEquationsWorkspace workspace,
        Span<double> parameters,
        ResidualFunction equations,
        JacobianFunction? jacobian,
        NonlinearEquationsOptions? options,
        CancellationToken cancellationToken)
    {
        Validate.Stack();
        options ??= NonlinearEquationsOptions.Default;
        int n = parameters.Length;
        Validate.Workspace(workspace, n);
        Validate.Options(options, n);

        SolverFunctions functions = new(n, n, equations, jacobian, null, options.Observer, cancellationToken);
        JacobianCheck.Run(options, parameters, functions);
        NonlinearEquationsSummary summary;
        if (options.Bounds is null)
        {
            SolverSettings settings = options.ToSettings(n, functions.HasJacobian);
            summary = NonlinearEquationsCall.Run(workspace.Memory, parameters, functions, settings);
        }
        else
        {
            summary = RunBounded(workspace, parameters, equations, jacobian, options, cancellationToken);
        }

        return MultipleRoot.Judge(summary, parameters, equations, jacobian, options.Bounds);
    }
}
