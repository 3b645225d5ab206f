namespace MinpackNet;

/// <summary>
/// A curve fit ended without a solution: its code is not 1 to 4. Only <c>Optimize.CurveFit</c> throws it, as SciPy
/// does; the solvers themselves report a status.
/// </summary>
public sealed class FitFailedException : Exception
{
    internal FitFailedException(string message, LeastsqResult result)
        : base(message) => Result = result;

    /// <summary>The solve, with the best point it reached.</summary>
    public LeastsqResult Result { get; }
}
