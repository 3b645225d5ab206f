namespace MinpackNet;

/// <summary>When <see cref="Lsmr"/> stops; the defaults are SciPy's.</summary>
internal sealed record LsmrSettings
{
    /// <summary>λ: the matrix has λ I below it.</summary>
    public double Damping { get; init; }

    /// <summary>The relative error of the matrix. SciPy: atol.</summary>
    public double MatrixTolerance { get; init; } = 1e-6;

    /// <summary>The relative error of the right-hand side. SciPy: btol.</summary>
    public double RightSideTolerance { get; init; } = 1e-6;

    /// <summary>The condition number beyond which to stop; 0 for none. SciPy: conlim.</summary>
    public double ConditionLimit { get; init; } = 1e8;

    /// <summary>Null for the smaller dimension of the matrix.</summary>
    public int? MaxIterations { get; init; }
}
