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
        _settings = options.ToSettings(n, _functions.HasJacobian) with { Threads = 1 };
        _memory = SolverMemory.ForLeastSquares(typeof(SingleFit), n, m, rowByRow: false);
        _work = new double[n];
    }

    /// <summary>Whether a fit can start: if not, it has failed or was cancelled, and is recorded.</summary>
    public bool IsReady(int fit)
    {
        _fit = fit;
        Span<double> start = _fits.ParametersOf(fit);
        try
        {
            Validate.Start(start);
            JacobianCheck.Run(_options, start, _functions);
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
        LeastSquaresSummary summary = LeastSquaresCall.Run(
            _memory, _fits.ParametersOf(fit), _functions, _settings, out ExceptionDispatchInfo? thrown);
        double norm = NativeAlgebra.Norm(_memory.Residuals);
        _fits.Record(fit, summary, norm, _memory.Factor, _memory.Pivots, _work);
        if (thrown is not null)
        {
            _fits.Fail(fit, thrown.SourceException);
        }
    }

    public void Dispose() => _memory.Dispose();

    private void Residuals(ReadOnlySpan<double> parameters, Span<double> residuals) =>
        _residuals(_fit, parameters, residuals);

    private void Jacobian(ReadOnlySpan<double> parameters, JacobianMatrix jacobian) =>
        _jacobian!(_fit, parameters, jacobian);
}
