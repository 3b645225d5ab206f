namespace MinpackNet;

/// <summary>How a bounded solve ended; the values are SciPy's.</summary>
internal enum BoundedStatus
{
    ZeroDifferences = -4,
    Stopped = -3,
    Canceled = -2,
    Refused = -1,
    TooManyEvaluations = 0,
    SmallGradient = 1,
    SmallReduction = 2,
    SmallStep = 3,
    SmallReductionAndStep = 4,
}
