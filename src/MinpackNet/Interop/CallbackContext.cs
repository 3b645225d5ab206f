using System.Runtime.ExceptionServices;

namespace MinpackNet.Interop;

/// <summary>What one solve's callbacks need: the user's functions, the token, and what went wrong.</summary>
internal sealed unsafe class CallbackContext
{
    /// <summary>What a callback returns to make the solver stop; the solver hands it back as its own result.</summary>
    public const int Failed = -1;
    public const int Cancelled = (int)LeastSquaresStatus.Cancelled;
    public const int Stopped = (int)LeastSquaresStatus.Stopped;

    private SolverFunctions _functions;
    private bool _rejectNonFinite;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Whether the residuals at the start have been computed, so that there is a best point.</summary>
    public bool HasPoint { get; private set; }

    /// <summary>The norm of the values at the start, of a system of equations.</summary>
    public double StartNorm { get; private set; }

    public void Begin(in SolverFunctions functions, NonFinitePolicy policy)
    {
        _functions = functions;
        _rejectNonFinite = policy == NonFinitePolicy.Throw;
        _failure = null;
        HasPoint = false;
        StartNorm = double.NaN;
    }

    /// <summary>Lets go of the user's functions and rethrows the user's exception, if there was one.</summary>
    public void End()
    {
        _functions = default;
        ExceptionDispatchInfo? failure = _failure;
        _failure = null;
        failure?.Throw();
    }

    public int Keep(Exception exception)
    {
        _failure = ExceptionDispatchInfo.Capture(exception);
        return Failed;
    }

    public int EvaluateResiduals(ReadOnlySpan<double> parameters, Span<double> residuals, bool forDifference)
    {
        if (_functions.Cancellation.IsCancellationRequested)
        {
            return Cancelled;
        }

        if (_rejectNonFinite && NonFinite.IndexIn(parameters) >= 0)
        {
            // The step overflowed. A model may well be finite there, as 1 / x is, and end the solve at infinity.
            residuals.Fill(double.NaN);
        }
        else
        {
            _functions.Residuals(parameters, residuals);
        }

        // At a trial point a value that is not finite is just a bad step, and the solver takes a shorter one.
        if ((forDifference || !HasPoint) && _rejectNonFinite)
        {
            NonFinite.RejectResiduals(parameters, residuals, forDifference);
        }

        HasPoint = true;
        return 0;
    }

    public int EvaluateEquations(ReadOnlySpan<double> parameters, Span<double> values, bool forDifference)
    {
        bool isStart = !HasPoint;
        int answer = EvaluateResiduals(parameters, values, forDifference);
        if (isStart && HasPoint)
        {
            fixed (double* first = values)
            {
                StartNorm = NativeMethods.mn_enorm(values.Length, first);
            }
        }

        return answer;
    }

    public int EvaluateJacobian(ReadOnlySpan<double> parameters, JacobianMatrix jacobian)
    {
        if (_functions.Cancellation.IsCancellationRequested)
        {
            return Cancelled;
        }

        _functions.Jacobian!(parameters, jacobian);
        if (_rejectNonFinite)
        {
            NonFinite.RejectJacobian(parameters, jacobian);
        }

        return 0;
    }

    public int EvaluateRow(int row, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        if (_functions.Cancellation.IsCancellationRequested)
        {
            return Cancelled;
        }

        _functions.JacobianRow!(row, parameters, gradient);
        if (_rejectNonFinite)
        {
            NonFinite.RejectRow(row, parameters, gradient);
        }

        return 0;
    }

    public int Observe(MnIteration* iteration)
    {
        IterationInfo seen = new(iteration, _functions.ResidualCount, _functions.ParameterCount);
        return _functions.Observer!(seen) ? 0 : Stopped;
    }
}
