namespace MinpackNet;

/// <summary>The methods of <c>scipy.optimize.fixed_point</c>.</summary>
public enum FixedPointMethod
{
    /// <summary>Steffensen's method: Aitken's convergence acceleration of two iterations at a time.</summary>
    Del2 = 0,

    /// <summary>Plain iteration, which converges where the function contracts.</summary>
    Iteration = 1,
}
