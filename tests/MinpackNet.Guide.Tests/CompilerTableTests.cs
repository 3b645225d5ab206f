using Microsoft.CodeAnalysis.CSharp;

namespace MinpackNet.Guide.Tests;

/// <summary>What the porting guide says that the compiler says, it says; and what to write instead compiles.</summary>
public sealed class CompilerTableTests
{
    private const string Lambda = "p => [p[0] - 3, p[1], p[0] * p[1]]";

    public static TheoryData<string, string, string> Rows()
    {
        TheoryData<string, string, string> rows = [];
        IEnumerable<string> table = Document.LinesOf("PORTING.md")
            .SkipWhile(line => !line.StartsWith("| As in Python |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'));
        foreach (string[] cells in table.Select(line => line.Split('|', StringSplitOptions.TrimEntries)))
        {
            rows.Add(cells[1].Trim('`'), cells[2], cells[3].Trim('`'));
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_compiler_says_so(string refused, string complaint, string written)
    {
        Assert.Contains(
            SnippetProgram.ComplaintsOf(Call("Model.Residuals", refused), LanguageVersion.Latest),
            found => found.Contains(complaint, StringComparison.Ordinal));
        Assert.Empty(SnippetProgram.ComplaintsOf(Call("Model.Residuals", written), LanguageVersion.Latest));
        Assert.Empty(SnippetProgram.ComplaintsOf(Call(Lambda, written), LanguageVersion.Latest));
    }

    [Fact]
    public void It_may_complain_about_the_lambda() => Assert.Contains(
        SnippetProgram.ComplaintsOf(Call(Lambda, "loss: \"huber\""), LanguageVersion.Latest),
        found => found.Contains(
            "Cannot apply indexing with [] to an expression of type 'double'", StringComparison.Ordinal));

    [Theory]
    [InlineData(
        "Optimize.CurveFit((t, a, b) => a * t + b, [1.0, 2], [1.0, 2], loss: \"huber\");",
        "does not take 3 arguments")]
    [InlineData(
        "Optimize.Leastsq(p => [p[0] - 3], [1], dfun: p => new double[][] { [1] });",
        "Cannot implicitly convert type 'double[][]' to 'double[]'")]
    public void It_may_complain_about_the_model(string call, string complaint)
    {
        Assert.Contains(complaint, string.Join(" ", Document.LinesOf("PORTING.md")), StringComparison.Ordinal);
        Assert.Contains(
            SnippetProgram.ComplaintsOf($"using MinpackNet;\n{call}", LanguageVersion.Latest),
            found => found.Contains(complaint, StringComparison.Ordinal));
    }

    private static string Call(string function, string argument) => $$"""
        using MinpackNet;
        Optimize.LeastSquares({{function}}, [1, 1], {{argument}});
        static class Model { public static double[] Residuals(double[] p) => [p[0] - 3, p[1], p[0] * p[1]]; }
        """;
}
