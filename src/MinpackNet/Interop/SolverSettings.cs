namespace MinpackNet.Interop;

/// <summary>What a solver is called with, checked and with the defaults filled in; the names are MINPACK's.</summary>
internal readonly record struct SolverSettings(
    double Ftol,
    double Xtol,
    double Gtol,
    int Maxfev,
    double Epsfcn,
    double Factor,
    IReadOnlyList<double>? Scale,
    NonFinitePolicy NonFiniteValues);
