using BenchmarkDotNet.Attributes;

namespace MinpackNet.Benchmarks;

/// <summary>
/// What it costs to be called back from the core: a solve row by row makes a call for each of very many rows, and does
/// next to nothing with each.
/// </summary>
[MemoryDiagnoser]
public class CallbackBenchmarks : IDisposable
{
    private const int Rows = 100_000;

    private readonly LeastSquaresWorkspace _workspace = new(parameterCount: 1, Rows, rowByRow: true);
    private readonly LeastSquaresOptions _oneStep = new() { MaxEvaluations = 1 };
    private readonly ResidualFunction _residuals = static (b, residuals) => residuals.Fill(b[0] - 1);
    private readonly JacobianRowFunction _row = static (row, b, gradient) => gradient[0] = 1;
    private readonly double[] _parameters = [0];

    [GlobalCleanup]
    public void Dispose()
    {
        _workspace.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public LeastSquaresSummary RowFromTheCore()
    {
        _parameters[0] = 0;
        return LeastSquares.SolveByRows(_workspace, _parameters, _residuals, _row, _oneStep);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Rows)]
    public double RowFromManagedCode()
    {
        Span<double> gradient = stackalloc double[1];
        double sum = 0;
        for (int i = 0; i < Rows; i++)
        {
            _row(i, _parameters, gradient);
            sum += gradient[0];
        }

        return sum;
    }
}
