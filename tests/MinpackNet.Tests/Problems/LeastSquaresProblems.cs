namespace MinpackNet.Tests.Problems;

/// <summary>The 18 least-squares problems and the 53 cases in which the MINPACK drivers solve them.</summary>
internal static class LeastSquaresProblems
{
    public static IReadOnlyList<TestProblem> All { get; } =
    [
        LinearProblems.FullRank,
        LinearProblems.RankOne,
        LinearProblems.RankOneBordered,
        ClassicProblems.Rosenbrock,
        ClassicProblems.HelicalValley,
        ClassicProblems.PowellSingular,
        ClassicProblems.FreudensteinRoth,
        FittingProblems.Bard,
        FittingProblems.KowalikOsborne,
        FittingProblems.Meyer,
        WatsonProblems.LeastSquares,
        ExponentialProblems.Box,
        ExponentialProblems.JennrichSampson,
        ExponentialProblems.BrownDennis,
        FamilyProblems.Chebyquad,
        FamilyProblems.BrownAlmostLinear,
        FittingProblems.Osborne1,
        FittingProblems.Osborne2,
    ];

    public static IReadOnlyList<TestCase> Cases { get; } = TestCase.Table(
        All,
        [
            (1, 5, 10, 1), (1, 5, 50, 1), (2, 5, 10, 1), (2, 5, 50, 1), (3, 5, 10, 1), (3, 5, 50, 1), (4, 2, 2, 3),
            (5, 3, 3, 3), (6, 4, 4, 3), (7, 2, 2, 3), (8, 3, 15, 3), (9, 4, 11, 3), (10, 3, 16, 2), (11, 6, 31, 3),
            (11, 9, 31, 3), (11, 12, 31, 3), (12, 3, 10, 1), (13, 2, 10, 1), (14, 4, 20, 3), (15, 1, 8, 3),
            (15, 8, 8, 1), (15, 9, 9, 1), (15, 10, 10, 1), (16, 10, 10, 3), (16, 30, 30, 1), (16, 40, 40, 1),
            (17, 5, 33, 1), (18, 11, 65, 1),
        ]);
}
