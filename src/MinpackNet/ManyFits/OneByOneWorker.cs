using System.Runtime.ExceptionServices;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>Carries out one fit after the other in one workspace.</summary>
internal sealed unsafe class OneByOneWorker : IFitWorker
{
    private readonly FitBatch _fits;
    private readonly FitResidualFunction _residuals;
    private readonly FitJacobianFunction? _jacobian;
    private readonly LeastSquaresOptions _options;
    private readonly SolverFunctions _functions;
    private readonly SolverSettings _settings;
    private readonly SolverMemory _memory;
    private int _fit;

    public OneByOneWorker(
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
        _memory = SolverMemory.ForLeastSquares(nameof(OneByOneWorker), n, m, rowByRow: false);
    }

    public void Run(FitQueue queue)
    {
        (int, int) portion = default;
        while (queue.TryTake(ref portion, out int fit))
        {
            if (IsReady(fit))
            {
                Fit(fit);
            }

            queue.Ended();
        }
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
            Fit(fit); // evaluates nothing
            return false;
        }

        return true;
    }

    /// <summary>Carries out one fit that is ready, whatever becomes of it.</summary>
    public void Fit(int fit)
    {
        _fit = fit;
        Span<double> parameters = _fits.ParametersOf(fit);
        LeastSquaresSummary summary =
            LeastSquaresCall.Run(_memory, parameters, _functions, _settings, out ExceptionDispatchInfo? thrown);
        double norm = NativeAlgebra.Norm(_memory.Residuals);
        _fits.Record(fit, summary, norm, _memory.Fjac, _fits.ResidualCount, _memory.Ipvt, _memory.Work1);
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
