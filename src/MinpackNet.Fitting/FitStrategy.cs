namespace MinpackNet.Fitting;

/// <summary>How hard a fit tries.</summary>
public enum FitStrategy
{
    /// <summary>One solve with the options given: what SciPy's curve_fit does.</summary>
    Plain = 0,

    /// <summary>
    /// A ladder of solves: step bounds 100, 10, 1 and 0.1, each refined with tight tolerances and the best derivatives
    /// to be had, then starts scattered around the given one, until an optimum is certified.
    /// </summary>
    Robust = 1,
}
