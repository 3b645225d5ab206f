using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>
/// Nonlinear least squares by MINPACK's Levenberg-Marquardt method (Moré 1978): finds parameters that minimize the sum
/// of the squares of m residuals. With <see cref="LeastSquaresOptions.Bounds"/> or
/// <see cref="LeastSquaresOptions.Loss"/> by a trust-region method. For code ported from SciPy see
/// <see cref="Optimize"/>.
/// </summary>
/// <remarks>
/// All methods may be called from many threads at once, and from inside callbacks. How a solve ended is a status of the
/// result. Exceptions are for bad arguments, for values that are not finite (see <see cref="NonFinitePolicy"/>), and
/// for whatever the user's own functions throw. Solves inside callbacks of solves, and so on, end with
/// <see cref="InsufficientExecutionStackException"/> before the stack is used up.
/// </remarks>
public static partial class LeastSquares
{
    /// <summary>Minimizes the sum of squares, with a given Jacobian or with forward differences.</summary>
    /// <param name="start">The start values, n finite values; not changed.</param>
    /// <param name="residualCount">
    /// The number of residuals, m; at least n, with bounds or a loss any positive number.
    /// </param>
    /// <param name="residuals">Computes the residuals at a point.</param>
    /// <param name="jacobian">
    /// Computes the Jacobian at a point; null for <see cref="LeastSquaresOptions.Differences"/>.
    /// </param>
    /// <param name="options">Tolerances, limits and scaling; null for SciPy's defaults.</param>
    /// <param name="cancellationToken">
    /// Checked before each call of a function. Once it is canceled, the result has the status
    /// <see cref="LeastSquaresStatus.Canceled"/> and the best point so far.
    /// </param>
    /// <returns>The solution with its residuals, covariance and status.</returns>
    /// <exception cref="ArgumentException">An argument or option is out of its range.</exception>
    /// <exception cref="JacobianMismatchException">See <see cref="SolverOptions.CheckJacobian"/>.</exception>
    /// <exception cref="NonFiniteValueException">See <see cref="SolverOptions.NonFiniteValues"/>.</exception>
    /// <exception cref="NotSupportedException">See <see cref="Arithmetic.Fast"/>.</exception>
    /// <remarks>MINPACK: lmder, lmdif.</remarks>
    public static LeastSquaresResult Solve(
        ReadOnlySpan<double> start,
        int residualCount,
        ResidualFunction residuals,
        JacobianFunction? jacobian = null,
        LeastSquaresOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        Validate.Start(start);
        if (options is { IsBounded: true })
        {
            Validate.Stack();
            Validate.ResidualCount(residualCount, nameof(residualCount));
            ArgumentNullException.ThrowIfNull(residuals);
            Validate.Options(options, start.Length, rowByRow: false);
            BoundedSolver? solver = null;
            return new(
                RunBounded(start, residualCount, residuals, jacobian, options, ref solver, cancellationToken),
                options.Loss,
                cancellationToken);
        }

        using LeastSquaresWorkspace workspace = new(start.Length, residualCount);
        ArgumentNullException.ThrowIfNull(residuals);
        double[] parameters = start.ToArray();
        LeastSquaresSummary summary =
            Run(workspace, parameters, residuals, jacobian, jacobianRow: null, options, cancellationToken);
        return Result(workspace, parameters, summary, cancellationToken);
    }

    /// <summary>
    /// Minimizes the sum of squares without ever holding the whole Jacobian, in memory for n² + 2 m numbers.
    /// </summary>
    /// <param name="start">The start values, n finite values; not changed.</param>
    /// <param name="residualCount">The number of residuals, m; at least n.</param>
    /// <param name="residuals">Computes the residuals at a point.</param>
    /// <param name="jacobianRow">Computes one row of the Jacobian at a point.</param>
    /// <param name="options">Tolerances, limits and scaling; null for SciPy's defaults.</param>
    /// <param name="cancellationToken">As in <c>Solve</c>.</param>
    /// <returns>The solution with its residuals, covariance and status.</returns>
    /// <exception cref="ArgumentException">An argument or option is out of its range.</exception>
    /// <exception cref="JacobianMismatchException">See <see cref="SolverOptions.CheckJacobian"/>.</exception>
    /// <exception cref="NonFiniteValueException">See <see cref="SolverOptions.NonFiniteValues"/>.</exception>
    /// <remarks>MINPACK: lmstr.</remarks>
    public static LeastSquaresResult SolveByRows(
        ReadOnlySpan<double> start,
        int residualCount,
        ResidualFunction residuals,
        JacobianRowFunction jacobianRow,
        LeastSquaresOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        Validate.Start(start);
        using LeastSquaresWorkspace workspace = new(start.Length, residualCount, rowByRow: true);
        ArgumentNullException.ThrowIfNull(residuals);
        ArgumentNullException.ThrowIfNull(jacobianRow);
        double[] parameters = start.ToArray();
        LeastSquaresSummary summary =
            Run(workspace, parameters, residuals, jacobian: null, jacobianRow, options, cancellationToken);
        return Result(workspace, parameters, summary, cancellationToken);
    }

    /// <summary>Minimizes the sum of squares in a workspace, without allocating.</summary>
    /// <param name="workspace">Made for n parameters and m residuals; holds the residuals afterwards.</param>
    /// <param name="parameters">The start values before, the solution afterwards.</param>
    /// <param name="residuals">Computes the residuals at a point.</param>
    /// <param name="jacobian">Computes the Jacobian at a point; null for forward differences.</param>
    /// <param name="options">Tolerances, limits and scaling; null for SciPy's defaults.</param>
    /// <param name="cancellationToken">As in the other overload.</param>
    /// <returns>The status and the counts.</returns>
    /// <exception cref="ArgumentException">An argument or option is out of its range.</exception>
    /// <exception cref="InvalidOperationException">
    /// The workspace is in use, or was made for row-by-row solves.
    /// </exception>
    /// <exception cref="JacobianMismatchException">See <see cref="SolverOptions.CheckJacobian"/>.</exception>
    /// <exception cref="NonFiniteValueException">See <see cref="SolverOptions.NonFiniteValues"/>.</exception>
    /// <exception cref="NotSupportedException">See <see cref="Arithmetic.Fast"/>.</exception>
    /// <exception cref="ObjectDisposedException">The workspace has been disposed.</exception>
    /// <remarks>
    /// After an exception <paramref name="parameters"/> holds the best point so far, with bounds or a loss the start,
    /// and such a solve allocates its result, though nothing at an evaluation. MINPACK: lmder, lmdif.
    /// </remarks>
    public static LeastSquaresSummary Solve(
        LeastSquaresWorkspace workspace,
        Span<double> parameters,
        ResidualFunction residuals,
        JacobianFunction? jacobian = null,
        LeastSquaresOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(residuals);
        Validate.Start(parameters, nameof(parameters));
        return Run(workspace, parameters, residuals, jacobian, jacobianRow: null, options, cancellationToken);
    }

    /// <summary>Minimizes the sum of squares row by row in a workspace, without allocating.</summary>
    /// <param name="workspace">Made with <c>rowByRow</c>, for n parameters and m residuals.</param>
    /// <param name="parameters">The start values before, the solution afterwards.</param>
    /// <param name="residuals">Computes the residuals at a point.</param>
    /// <param name="jacobianRow">Computes one row of the Jacobian at a point.</param>
    /// <param name="options">Tolerances, limits and scaling; null for SciPy's defaults.</param>
    /// <param name="cancellationToken">As in the other overload.</param>
    /// <returns>The status and the counts.</returns>
    /// <exception cref="ArgumentException">An argument or option is out of its range.</exception>
    /// <exception cref="InvalidOperationException">
    /// The workspace is in use, or was not made for row-by-row solves.
    /// </exception>
    /// <exception cref="JacobianMismatchException">See <see cref="SolverOptions.CheckJacobian"/>.</exception>
    /// <exception cref="NonFiniteValueException">See <see cref="SolverOptions.NonFiniteValues"/>.</exception>
    /// <exception cref="ObjectDisposedException">The workspace has been disposed.</exception>
    /// <remarks>
    /// After an exception <paramref name="parameters"/> holds the best point so far. MINPACK: lmstr.
    /// </remarks>
    public static LeastSquaresSummary SolveByRows(
        LeastSquaresWorkspace workspace,
        Span<double> parameters,
        ResidualFunction residuals,
        JacobianRowFunction jacobianRow,
        LeastSquaresOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(residuals);
        ArgumentNullException.ThrowIfNull(jacobianRow);
        Validate.Start(parameters, nameof(parameters));
        return Run(workspace, parameters, residuals, jacobian: null, jacobianRow, options, cancellationToken);
    }

    /// <summary>Solves from a start that has been checked.</summary>
    private static LeastSquaresSummary Run(
        LeastSquaresWorkspace workspace,
        Span<double> parameters,
        ResidualFunction residuals,
        JacobianFunction? jacobian,
        JacobianRowFunction? jacobianRow,
        LeastSquaresOptions? options,
        CancellationToken cancellationToken)
    {
        Validate.Stack();
        options ??= LeastSquaresOptions.Default;
        Validate.Workspace(workspace, parameters.Length, rowByRow: jacobianRow is not null);
        Validate.Options(options, parameters.Length, rowByRow: jacobianRow is not null);
        if (options.IsBounded)
        {
            return RunBounded(workspace, parameters, residuals, jacobian, options, cancellationToken);
        }

        if (options.Differences != DifferenceScheme.TwoPoint && jacobian is null && jacobianRow is null)
        {
            return RunWithDifferences(workspace, parameters, residuals, options, cancellationToken);
        }

        SolverFunctions functions = new(
            parameters.Length,
            workspace.ResidualCount,
            residuals,
            jacobian,
            jacobianRow,
            options.Observer,
            cancellationToken);
        JacobianCheck.Run(options, parameters, functions);

        SolverSettings settings = options.ToSettings(parameters.Length, functions.HasJacobian);
        return LeastSquaresCall.Run(workspace.Memory, parameters, functions, settings);
    }

    /// <summary>What a solve found in a workspace that nobody uses again.</summary>
    private static LeastSquaresResult Result(
        LeastSquaresWorkspace workspace,
        double[] parameters,
        LeastSquaresSummary summary,
        CancellationToken cancellationToken) => new(
        parameters,
        workspace.Memory.ResidualArray,
        summary.Converged ? NativeAlgebra.UnscaledCovariance(workspace.Memory) : null,
        summary,
        cancellationToken);
}
