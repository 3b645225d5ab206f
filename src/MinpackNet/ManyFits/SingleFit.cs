using System.Runtime.ExceptionServices;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>Carries out one of many fits by itself, as <c>Solve</c> does, in one memory for all of them.</summary>
internal sealed class SingleFit : IDisposable
{
    private readonly FitBatch _fits;
    private readonly FitResidualFunction _residuals;
    private readonly FitJacobianFunction? _jacobian;
    private readonly LeastSquaresOptions _options;
    private readonly SolverFunctions _functions;
    private readonly SolverSettings _settings;
    private readonly SolverMemory _memory;
    private readonly double[] _work;
    private readonly DifferenceJacobian? _differences;
    private BoundedSolver? _solver;
    private int _fit;

    public SingleFit(
        FitBatch fits,
        FitResidualFunction residuals,
        FitJacobianFunction? jacobian,
        LeastSquaresOptions options,
        CancellationToken cancellation)
    {
        _fits = fits;
        _residuals = residuals;
        _jacobian = jacobian;
        _options = options;
        int n = fits.ParameterCount;
        int m = fits.ResidualCount;
        _functions = new(n, m, Residuals, jacobian is null ? null : Jacobian, null, null, cancellation);
        if (jacobian is null && !options.IsBounded && options.Differences != DifferenceScheme.TwoPoint)
        {
            BoundedProblem problem = BoundedOptions.Problem(options, new double[n], m, Residuals, null, cancellation);
            _differences = new(problem with { Threads = 1 });
            _functions = _functions with
            {
                Residuals = _differences.FillResiduals, Jacobian = _differences.FillJacobian,
            };
        }

        _settings = options.ToSettings(n, _functions.HasJacobian) with { Threads = 1 };
        _memory = SolverMemory.ForLeastSquares(typeof(SingleFit), n, m, rowByRow: false);
        _work = new double[n];
    }

    /// <summary>Whether a fit can start: if not, it has failed or was canceled, and is recorded.</summary>
    public bool IsReady(int fit)
    {
        _fit = fit;
        Span<double> start = _fits.ParametersOf(fit);
        try
        {
            Validate.Start(start);
            if (_differences is null)
            {
                JacobianCheck.Run(_options, start, _functions);
            }
        }
        catch (Exception exception)
        {
            _fits.Fail(fit, exception);
            return false;
        }

        if (_functions.Cancellation.IsCancellationRequested)
        {
            Run(fit); // evaluates the start alone
            return false;
        }

        return true;
    }

    /// <summary>Carries out and records one fit that is ready, whatever becomes of it.</summary>
    public void Run(int fit)
    {
        _fit = fit;
        if (_options.IsBounded)
        {
            RunBounded(fit);
            return;
        }

        LeastSquaresSummary summary = LeastSquaresCall.Run(
            _memory, _fits.ParametersOf(fit), _functions, _settings, out ExceptionDispatchInfo? thrown);
        summary = _differences?.Counted(summary) ?? summary;
        double norm = NativeAlgebra.Norm(_memory.Residuals);
        _fits.Record(fit, summary, norm, _memory.Factor, _memory.Pivots, _work);
        if (thrown is not null)
        {
            _fits.Fail(fit, thrown.SourceException);
        }
    }

    public void Dispose() => _memory.Dispose();

    private void RunBounded(int fit)
    {
        Span<double> parameters = _fits.ParametersOf(fit);
        try
        {
            BoundedProblem problem = BoundedOptions.Problem(
                _options,
                parameters,
                _fits.ResidualCount,
                _functions.Residuals,
                _functions.Jacobian,
                _functions.Cancellation) with { Threads = 1, FactorThreads = 1 };
            BoundedOutcome outcome = BoundedLeastSquares.Run(
                problem, parameters, _options.Method == LeastSquaresMethod.Dogbox, ref _solver);
            outcome.Parameters.CopyTo(parameters);
            _fits.Record(fit, outcome);
        }
        catch (Exception exception)
        {
            // One bad fit never stops the others; the batch tells.
            _fits.Fail(fit, exception);
        }
    }

    private void Residuals(ReadOnlySpan<double> parameters, Span<double> residuals) =>
        _residuals(_fit, parameters, residuals);

    private void Jacobian(ReadOnlySpan<double> parameters, JacobianMatrix jacobian) =>
        _jacobian!(_fit, parameters, jacobian);
}
