namespace MinpackNet.Fitting;

/// <summary>How hard a fit tries.</summary>
public enum FitStrategy
{
    /// <summary>One solve with the given options, as SciPy's curve_fit does.</summary>
    Plain = 0,

    /// <summary>
    /// A ladder of solves until an optimum is certified: first with step bounds 100, 10, 1 and 0.1, then from starts
    /// scattered around the given one. Each is refined with tight tolerances and the best derivatives available.
    /// </summary>
    Robust = 1,
}
