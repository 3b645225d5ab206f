using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace MinpackNet.Interop;

/// <summary>What one solve's callbacks need: the user's functions, the token, and what went wrong.</summary>
/// <remarks>
/// What runs for each evaluation is inlined into the trampolines: one more call would take as long as a small model.
/// </remarks>
internal sealed unsafe class CallbackContext
{
    /// <summary>What a callback returns to make the solver stop; the solver returns it as its own result.</summary>
    public const int Failed = (int)LeastSquaresStatus.Failed;
    public const int Canceled = (int)LeastSquaresStatus.Canceled;
    public const int Stopped = (int)LeastSquaresStatus.Stopped;

    private SolverFunctions _functions;
    private NonFiniteRules _nonFinite;
    private double* _current;
    private Failure? _failure;
    private NativeTasks? _tasks;

    /// <summary>Whether the residuals at the start have been computed, so that there is a best point.</summary>
    public bool HasPoint { get; private set; }

    /// <summary>The norm of the values at the start, of a system of equations.</summary>
    public double StartNorm { get; private set; }

    /// <summary>At how many trial points a system of equations was NaN or infinite.</summary>
    public int NonFiniteTrials { get; private set; }

    /// <summary>The largest finite value of a system of equations at a trial point.</summary>
    public double LargestTrial { get; private set; }

    /// <summary>Whether to stop: not before there is a point to return.</summary>
    private bool IsCanceled => _functions.Cancellation.IsCancellationRequested && HasPoint;

    /// <param name="functions">The user's functions.</param>
    /// <param name="settings">Of these, the policy and the threads concern callbacks.</param>
    /// <param name="current">The point that the solver improves, n values.</param>
    public void Begin(in SolverFunctions functions, in SolverSettings settings, double* current)
    {
        _functions = functions;
        _nonFinite = new(settings.NonFiniteValues, settings.Names);
        _current = current;
        _failure = null;
        if (settings.Threads > 1 && _tasks?.Degree != settings.Threads)
        {
            _tasks = new(settings.Threads);
        }

        HasPoint = false;
        StartNorm = double.NaN;
        NonFiniteTrials = 0;
        LargestTrial = 0;
    }

    /// <summary>What the user's functions threw, if they did.</summary>
    public ExceptionDispatchInfo? Thrown => _failure?.Exception;

    /// <summary>Releases everything that belongs to the user.</summary>
    public void End()
    {
        _functions = default;
        _failure = null;
    }

    public int Keep(Exception exception)
    {
        _failure = new(ExceptionDispatchInfo.Capture(exception), Column: 0);
        return Failed;
    }

    /// <summary>
    /// Keeps what the residuals threw. When several columns of a difference Jacobian throw at once, the exception of
    /// the lowest one stays, which is the one that a single thread would have met.
    /// </summary>
    public int Keep(Exception exception, ReadOnlySpan<double> parameters)
    {
        int column = parameters.CommonPrefixLength(new ReadOnlySpan<double>(_current, parameters.Length));
        Failure mine = new(ExceptionDispatchInfo.Capture(exception), column);
        Failure? kept = Volatile.Read(ref _failure);
        while (kept is null || kept.Column > column)
        {
            Failure? found = Interlocked.CompareExchange(ref _failure, mine, kept);
            if (found == kept)
            {
                break;
            }

            kept = found;
        }

        return Failed;
    }

    public void RunTasks(int count, delegate* unmanaged[Cdecl]<void*, int, void> task, void* work) =>
        _tasks!.Run(count, task, work);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int EvaluateResiduals(ReadOnlySpan<double> parameters, Span<double> residuals, bool forDifference)
    {
        int answer = EvaluateTrial(parameters, residuals);
        if (answer < 0)
        {
            return answer;
        }

        if (forDifference || !HasPoint)
        {
            _nonFinite.CheckResiduals(parameters, residuals, forDifference);
        }

        if (!forDifference)
        {
            HasPoint = true;
        }

        return 0;
    }

    /// <summary>The same at a trial point, where the residuals may be anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int EvaluateTrial(ReadOnlySpan<double> parameters, Span<double> residuals)
    {
        if (IsCanceled)
        {
            return Canceled;
        }

        if (!_nonFinite.Refuses(parameters, residuals))
        {
            _functions.Residuals(parameters, residuals);
        }

        return 0;
    }

    /// <summary>The same at a point that is known to be finite, or does not have to be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int EvaluateFiniteTrial(ReadOnlySpan<double> parameters, Span<double> residuals)
    {
        if (IsCanceled)
        {
            return Canceled;
        }

        _functions.Residuals(parameters, residuals);
        return 0;
    }

    public int EvaluateEquations(ReadOnlySpan<double> parameters, Span<double> values, bool forDifference)
    {
        bool isStart = !HasPoint;
        int answer = EvaluateResiduals(parameters, values, forDifference);
        if (isStart && HasPoint)
        {
            StartNorm = NativeAlgebra.Norm(values);
        }
        else if (answer == 0 && !forDifference && NonFinite.AreFinite(parameters))
        {
            NoteTrial(values);
        }

        return answer;
    }

    private void NoteTrial(ReadOnlySpan<double> values)
    {
        if (!NonFinite.AreFinite(values))
        {
            NonFiniteTrials++;
            return;
        }

        foreach (double value in values)
        {
            LargestTrial = Math.Max(LargestTrial, Math.Abs(value));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int EvaluateJacobian(ReadOnlySpan<double> parameters, JacobianMatrix jacobian)
    {
        if (_functions.Cancellation.IsCancellationRequested)
        {
            return Canceled;
        }

        _functions.Jacobian!(parameters, jacobian);
        return 0;
    }

    /// <summary>Throws if the Jacobian is not finite and the policy forbids it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CheckJacobian(ReadOnlySpan<double> parameters, JacobianMatrix jacobian) =>
        _nonFinite.CheckJacobian(parameters, jacobian);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int EvaluateRow(int row, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        if (_functions.Cancellation.IsCancellationRequested)
        {
            return Canceled;
        }

        _functions.JacobianRow!(row, parameters, gradient);
        _nonFinite.CheckRow(row, parameters, gradient);
        return 0;
    }

    public int Observe(MnIteration* iteration)
    {
        IterationInfo seen = new()
        {
            Number = iteration->Number,
            Evaluations = iteration->Evaluations,
            ResidualNorm = iteration->ResidualNorm,
            GradientNorm = iteration->GradientNorm,
            StepBound = iteration->StepBound,
            Damping = iteration->Damping,
            Parameters = new(iteration->Parameters, _functions.ParameterCount),
            Residuals = new(iteration->Residuals, _functions.ResidualCount),
        };
        return _functions.Observer!(seen) ? 0 : Stopped;
    }

    /// <param name="Exception">What was thrown, with its stack trace.</param>
    /// <param name="Column">The parameter that was moved for a difference.</param>
    private sealed record Failure(ExceptionDispatchInfo Exception, int Column);
}
