namespace MinpackNet;

/// <summary>What a curve fit does with NaN among its data. SciPy: nan_policy.</summary>
public enum NanPolicy
{
    /// <summary>NaN is an argument error.</summary>
    Raise = 0,

    /// <summary>
    /// Points with NaN are left out, together with their part of <see cref="Sigma"/>. Indices of points in results,
    /// warnings and exceptions count those that are left, and start at 0. NaN is looked for in numbers, arrays and
    /// tuples, but not in the members of other types, such as records: leave such points out before the fit.
    /// </summary>
    Omit = 1,
}
