namespace MinpackNet.Interop;

/// <summary>What a solver is called with, checked, and with the defaults filled in. The names are MINPACK's.</summary>
internal readonly record struct SolverSettings(
    double Xtol,
    int Maxfev,
    double Epsfcn,
    double Factor,
    IReadOnlyList<double>? Scale,
    NonFinitePolicy NonFiniteValues,
    OptionNames Names)
{
    private const int InternalScaling = 1;
    private const int GivenScaling = 2;

    /// <summary>How parameters are scaled: 1 by the norms of the Jacobian's columns, 2 by given factors.</summary>
    public int Mode => Scale is null ? InternalScaling : GivenScaling;

    /// <summary>Least squares only.</summary>
    public double Ftol { get; init; }

    /// <summary>Least squares only.</summary>
    public double Gtol { get; init; }

    /// <summary>Diagonals of the Jacobian below the main one. Equations only.</summary>
    public int Ml { get; init; }

    /// <summary>Diagonals of the Jacobian above the main one. Equations only.</summary>
    public int Mu { get; init; }

    /// <summary>
    /// How many threads the linear algebra may use; 1 or less means the calling one alone. Least squares only.
    /// </summary>
    public int Threads { get; init; }

    /// <summary>Whether residuals for differences may be evaluated on all those threads at once.</summary>
    public bool ConcurrentResiduals { get; init; }

    /// <summary>Least squares only.</summary>
    public Arithmetic Arithmetic { get; init; }

    /// <summary>For tests; the best unless set.</summary>
    public CpuLevel CpuLevel { get; init; }

    /// <summary>A bandwidth as the solvers take it: all diagonals of the matrix unless fewer are given.</summary>
    public static int Diagonals(int? given, int parameterCount) => Math.Min(given ?? int.MaxValue, parameterCount - 1);
}
