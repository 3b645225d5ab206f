namespace MinpackNet;

/// <summary>Why LSMR stopped; the values are SciPy's.</summary>
internal enum LsmrEnd
{
    ZeroSolution = 0,
    ApproximateSolution = 1,
    LeastSquaresSolution = 2,
    IllConditioned = 3,
    SolutionToPrecision = 4,
    LeastSquaresToPrecision = 5,
    IllConditionedToPrecision = 6,
    TooManyIterations = 7,
    Canceled = 8,
}
