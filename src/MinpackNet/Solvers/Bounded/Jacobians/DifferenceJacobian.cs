namespace MinpackNet;

/// <summary>A Jacobian by differences for a solver that asks for it where it last asked for the residuals.</summary>
internal sealed class DifferenceJacobian(BoundedProblem problem)
{
    private readonly BoundedDifferences _differences = new(problem.ResidualCount, problem.ParameterCount);
    private readonly double[] _residuals = new double[problem.ResidualCount];
    private readonly double[] _jacobian = new double[checked(problem.ResidualCount * problem.ParameterCount)];
    private int _evaluations;

    /// <summary>Whether the last Jacobian was given up because the token was set.</summary>
    public bool IsInterrupted => _differences.IsInterrupted;

    /// <summary>Whether no residual changed in any of the steps of the last differences.</summary>
    public bool AreZero => !IsInterrupted && !_differences.HasEffect && !EndOfSolve.AreZero(_residuals);

    public void FillResiduals(ReadOnlySpan<double> x, Span<double> residuals)
    {
        problem.Residuals(x, residuals);
        residuals.CopyTo(_residuals);
    }

    /// <summary>Says what the residuals are at the point whose Jacobian comes next.</summary>
    public void ResidualsAre(ReadOnlySpan<double> residuals) => residuals.CopyTo(_residuals);

    /// <summary>Fills the Jacobian; once the token is set, with the one before.</summary>
    public void FillJacobian(ReadOnlySpan<double> x, JacobianMatrix jacobian)
    {
        _evaluations += _differences.Fill(problem, x, _residuals, _jacobian);
        for (int j = 0; j < x.Length; j++)
        {
            _jacobian.AsSpan(j * _residuals.Length, _residuals.Length).CopyTo(jacobian.Column(j));
        }
    }

    /// <summary>
    /// How a solve ended that has no Jacobian of the user's; the evaluations since the last such solve count.
    /// </summary>
    public LeastSquaresSummary Counted(LeastSquaresSummary summary)
    {
        int evaluations = summary.Evaluations + _evaluations;
        _evaluations = 0;
        return Judge(summary) with { Evaluations = evaluations, JacobianEvaluations = 0 };
    }

    /// <summary>How a solve with these differences ended.</summary>
    public LeastSquaresSummary Judge(LeastSquaresSummary summary) => summary switch
    {
        _ when IsInterrupted => summary with { Status = LeastSquaresStatus.Canceled },
        { Status: LeastSquaresStatus.SmallGradient } => summary with { HasZeroDifferences = AreZero },
        _ => summary,
    };
}
