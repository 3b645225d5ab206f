namespace MinpackNet;

/// <summary>A Jacobian by differences for a solver that asks for it where it last asked for the residuals.</summary>
internal sealed class DifferenceJacobian(BoundedProblem problem)
{
    private readonly BoundedDifferences _differences = new(problem.ResidualCount, problem.ParameterCount);
    private readonly double[] _residuals = new double[problem.ResidualCount];
    private readonly double[] _jacobian = new double[checked(problem.ResidualCount * problem.ParameterCount)];

    /// <summary>How many evaluations the differences took.</summary>
    public int Evaluations { get; private set; }

    public void FillResiduals(ReadOnlySpan<double> x, Span<double> residuals)
    {
        problem.Residuals(x, residuals);
        residuals.CopyTo(_residuals);
    }

    /// <summary>Says what the residuals are at the point whose Jacobian comes next.</summary>
    public void ResidualsAre(ReadOnlySpan<double> residuals) => residuals.CopyTo(_residuals);

    public void FillJacobian(ReadOnlySpan<double> x, JacobianMatrix jacobian)
    {
        Evaluations += _differences.Fill(problem, x, _residuals, _jacobian);
        for (int j = 0; j < x.Length; j++)
        {
            _jacobian.AsSpan(j * _residuals.Length, _residuals.Length).CopyTo(jacobian.Column(j));
        }
    }
}
