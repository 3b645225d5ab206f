namespace MinpackNet;

/// <summary>SciPy's defaults, in one place for the solvers and for <c>Optimize</c>.</summary>
internal static class Defaults
{
    public const double Tolerance = 1.49012e-8;

    /// <summary>The tolerances of least_squares.</summary>
    public const double BoundedTolerance = 1e-8;

    public const double InitialStepFactor = 100;

    /// <summary>The relative precision of the arithmetic, 2^-52.</summary>
    public const double MachineEpsilon = 1.0 / (1L << 52);

    public static int MaxEvaluations(int parameterCount, bool hasJacobian)
    {
        long limit = (hasJacobian ? 100 : 200) * (parameterCount + 1L);
        return (int)Math.Min(limit, int.MaxValue);
    }
}
