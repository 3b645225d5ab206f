namespace MinpackNet.Interop;

/// <summary>What a solver is called with, checked and with the defaults filled in; the names are MINPACK's.</summary>
internal readonly record struct SolverSettings(
    double Xtol,
    int Maxfev,
    double Epsfcn,
    double Factor,
    IReadOnlyList<double>? Scale,
    NonFinitePolicy NonFiniteValues)
{
    /// <summary>Least squares only.</summary>
    public double Ftol { get; init; }

    /// <summary>Least squares only.</summary>
    public double Gtol { get; init; }

    /// <summary>Diagonals of the Jacobian below the main one. Equations only.</summary>
    public int Ml { get; init; }

    /// <summary>Diagonals of the Jacobian above the main one. Equations only.</summary>
    public int Mu { get; init; }

    /// <summary>
    /// How many threads the linear algebra may use; up to 1 means the calling one alone. Least squares only.
    /// </summary>
    public int Threads { get; init; }

    /// <summary>Whether residuals for differences may be asked for on all those threads at once.</summary>
    public bool ConcurrentResiduals { get; init; }

    /// <summary>Least squares only.</summary>
    public Arithmetic Arithmetic { get; init; }

    /// <summary>For tests; the best unless set.</summary>
    public CpuLevel CpuLevel { get; init; }

    /// <summary>A bandwidth as the solvers take it: all diagonals of the matrix when none is given, and never more.</summary>
    public static int Diagonals(int? given, int parameterCount) => Math.Min(given ?? int.MaxValue, parameterCount - 1);
}
