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
}
