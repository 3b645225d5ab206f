using System.Diagnostics;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>
/// Solves a workload as a C# program does that solves often: in one workspace, with its delegates made once.
/// </summary>
internal sealed class ManagedSolver : IDisposable
{
    private readonly Workload _workload;
    private readonly LeastSquaresWorkspace _workspace;
    private readonly LeastSquaresOptions _options;
    private readonly ResidualFunction _residuals;
    private readonly JacobianFunction? _jacobian;

    public ManagedSolver(
        Workload workload,
        IModel? model = null,
        bool withJacobian = true,
        int? maxEvaluations = null,
        LeastSquaresOptions? options = null)
    {
        model ??= workload.Model;
        _workload = workload;
        _workspace = new(workload.Start.Length, workload.ResidualCount);
        _options = (options ?? new()) with { MaxEvaluations = maxEvaluations };
        _residuals = model.Residuals;
        _jacobian = withJacobian ? model.Jacobian : null;
        Parameters = new double[workload.Start.Length];
    }

    /// <summary>The last solution.</summary>
    public double[] Parameters { get; }

    public void Dispose() => _workspace.Dispose();

    public LeastSquaresSummary Solve()
    {
        _workload.Start.CopyTo(Parameters, 0);
        return LeastSquares.Solve(_workspace, Parameters, _residuals, _jacobian, _options);
    }

    /// <summary>The seconds of so many solves.</summary>
    public double Time(int count)
    {
        long begin = Stopwatch.GetTimestamp();
        for (int k = 0; k < count; k++)
        {
            Solve();
        }

        return Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }
}
