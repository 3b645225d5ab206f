using BenchmarkDotNet.Attributes;
using MinpackNet.Benchmarks.Compare;

namespace MinpackNet.Benchmarks;

/// <summary>One solve with a Jacobian through each door, and by MathNet.Numerics: time and allocation.</summary>
[MemoryDiagnoser]
public class SolveBenchmarks : IDisposable
{
    private Workload _workload = null!;
    private ManagedSolver _solver = null!;
    private MathNetSolver _mathNet = null!;

    [Params("rosenbrock-2x2", "misra1a-14x2", "gauss1-250x8", "gaussians-2000x30")]
    public string Problem { get; set; } = "";

    [GlobalSetup]
    public void SetUp()
    {
        _workload = new(Problem);
        _solver = new(_workload);
        _mathNet = new(_workload);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _solver.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public LeastSquaresSummary InWorkspace() => _solver.Solve();

    [Benchmark]
    public LeastSquaresResult WithResult() => LeastSquares.Solve(
        _workload.Start, _workload.ResidualCount, _workload.Model.Residuals, _workload.Model.Jacobian);

    [Benchmark]
    public double[] MathNet() => _mathNet.Solve();
}
