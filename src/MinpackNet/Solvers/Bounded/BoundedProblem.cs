namespace MinpackNet;

/// <summary>A least-squares problem with bounds, a loss and a scale, checked, with the defaults filled in.</summary>
internal sealed record BoundedProblem
{
    /// <summary>m.</summary>
    public required int ResidualCount { get; init; }

    public required ResidualFunction Residuals { get; init; }

    /// <summary>Null for <see cref="Differences"/>.</summary>
    public JacobianFunction? Jacobian { get; init; }

    public DifferenceScheme Differences { get; init; }

    /// <summary>The relative step of the differences for each of the n parameters; null for the scheme's own.</summary>
    public double[]? DifferenceStep { get; init; }

    /// <summary>n values, or negative infinity.</summary>
    public required double[] Lower { get; init; }

    /// <summary>n values, or infinity, each above the lower bound.</summary>
    public required double[] Upper { get; init; }

    /// <summary>What counts as one unit of each parameter; null to take that from the Jacobian's columns.</summary>
    public double[]? Scale { get; init; }

    public LossFunction Loss { get; init; }

    /// <summary>The margin between inliers and outliers, in the unit of the residuals.</summary>
    public double LossScale { get; init; } = 1;

    /// <summary>0 turns the test off, as in the other tolerances.</summary>
    public double FunctionTolerance { get; init; }

    public double StepTolerance { get; init; }

    public double GradientTolerance { get; init; }

    public required int MaxEvaluations { get; init; }

    public CancellationToken Cancellation { get; init; }

    public int ParameterCount => Lower.Length;
}
