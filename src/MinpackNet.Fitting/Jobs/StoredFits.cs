namespace MinpackNet.Fitting;

/// <summary>Fits of a job by their columns.</summary>
internal sealed class StoredFits(FitJob job, FitColumns columns) : IFitRows
{
    public int Count => columns.Statuses.Length;

    public string[] Names => job.Names;

    public LeastSquaresStatus Status(int fit) => columns.Statuses[fit];

    public bool HasConverged(int fit) => columns.Converged[fit];

    public double Estimate(int fit, int j) => columns.Estimates[Names[j]][fit];

    public double Error(int fit, int j) => columns.StandardErrors[Names[j]][fit];

    public FitRow Row(int fit)
    {
        FitParameter[] parameters = [.. Names.Select((name, j) => new FitParameter(
            name, Estimate(fit, j), Error(fit, j), job.Starts[j], !job.Free.Contains(j))
        {
            Bound = job.Free.Contains(j)
                ? FreeParameters.State(job.Bounds[j], Estimate(fit, j))
                : BoundState.Free,
        })];
        return new(fit, parameters, columns.PointCounts[fit], exception: null)
        {
            Status = columns.Statuses[fit],
            Converged = columns.Converged[fit],
            ChiSquared = columns.ChiSquared[fit],
            Evaluations = columns.Evaluations[fit],
            JacobianEvaluations = columns.JacobianEvaluations[fit],
            Failure = columns.Failures.GetValueOrDefault(fit),
        };
    }
}
