namespace MinpackNet;

/// <summary>What a solve with bounds or a loss found, in the user's parameters.</summary>
internal sealed class BoundedOutcome
{
    public required LeastSquaresSummary Summary { get; init; }

    /// <summary>n values.</summary>
    public required double[] Parameters { get; init; }

    /// <summary>m values.</summary>
    public required double[] Residuals { get; init; }

    public required double Cost { get; init; }

    /// <summary>n values; 0 for parameters that are not free.</summary>
    public required double[] ProjectedGradient { get; init; }

    /// <summary>n values.</summary>
    public required BoundState[] States { get; init; }

    /// <summary>How far from a minimum or a root it is; null if that is unknown.</summary>
    public RemainingStep? Remaining { get; init; }

    /// <summary>A point with a lower cost nearby; null if none was found.</summary>
    public double[]? LowerPoint { get; init; }

    /// <summary>n by n, NaN for parameters that are not free; null if the free ones depend on each other.</summary>
    public double[,]? UnscaledCovariance { get; init; }
}
