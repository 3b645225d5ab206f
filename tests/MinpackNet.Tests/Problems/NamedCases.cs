namespace MinpackNet.Tests.Problems;

/// <summary>The cases of both drivers by table, because the data of theories must be serializable.</summary>
internal static class NamedCases
{
    private static readonly (string Name, IReadOnlyList<TestCase> Cases)[] Tables =
        [("least-squares", LeastSquaresProblems.Cases), ("nonlinear-equations", EquationProblems.Cases)];

    public static IEnumerable<(string Table, TestCase Case)> All =>
        Tables.SelectMany(table => table.Cases.Select(c => (table.Name, c)));

    public static TestCase Get(string table, int number) =>
        Tables.Single(t => t.Name == table).Cases[number - 1];
}
