namespace MinpackNet.Tests.Problems;

/// <summary>The 14 systems of nonlinear equations and the 55 cases in which the MINPACK drivers solve them.</summary>
internal static class EquationProblems
{
    public static IReadOnlyList<TestProblem> All { get; } =
    [
        ClassicProblems.RosenbrockSwapped,
        ClassicProblems.PowellSingular,
        SystemProblems.PowellBadlyScaled,
        SystemProblems.Wood,
        ClassicProblems.HelicalValley,
        WatsonProblems.Gradient,
        FamilyProblems.Chebyquad,
        FamilyProblems.BrownAlmostLinear,
        GridProblems.BoundaryValue,
        GridProblems.IntegralEquation,
        SystemProblems.Trigonometric,
        SystemProblems.VariablyDimensioned,
        BroydenProblems.Tridiagonal,
        BroydenProblems.Banded,
    ];

    public static IReadOnlyList<TestCase> Cases { get; } = TestCase.Table(
        All,
        new (int Problem, int N, int Tries)[]
        {
            (1, 2, 3), (2, 4, 3), (3, 2, 2), (4, 4, 3), (5, 3, 3), (6, 6, 2), (6, 9, 2), (7, 5, 3), (7, 6, 3),
            (7, 7, 3), (7, 8, 1), (7, 9, 1), (8, 10, 3), (8, 30, 1), (8, 40, 1), (9, 10, 3), (10, 1, 3), (10, 10, 3),
            (11, 10, 3), (12, 10, 3), (13, 10, 3), (14, 10, 3),
        }.Select(row => (row.Problem, row.N, row.N, row.Tries)));
}
