using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MinpackNet.Tests;

/// <summary>
/// What a callback is given lives in native memory and dies with the call; the compiler sees to it that none is kept.
/// </summary>
public sealed class SpanSafetyTests
{
    [Theory]
    [InlineData("double[] kept = []; ResidualFunction f = (x, r) => { kept = x.ToArray(); r[0] = 0; };")]
    public void A_copy_may_be_kept(string code) => Assert.Empty(ErrorsOf(code));

    [Theory]
    [InlineData("ReadOnlySpan<double> kept = default; ResidualFunction f = (x, r) => kept = x;")]
    [InlineData("Span<double> kept = default; ResidualFunction f = (x, r) => kept = r;")]
    [InlineData("object kept; JacobianFunction f = (x, j) => kept = j;")]
    [InlineData("JacobianMatrix kept = default; JacobianFunction f = (x, j) => kept = j;")]
    [InlineData("Span<double> kept = default; JacobianRowFunction f = (i, x, g) => kept = g;")]
    [InlineData("var kept = new List<IterationInfo>(); IterationObserver f = i => { kept.Add(i); return true; };")]
    [InlineData("Span<double> kept = default; FitResidualFunction f = (fit, x, r) => kept = r;")]
    [InlineData("Span<System.Numerics.Vector<double>> kept = default; LaneResidualFunction f = (x, d, r) => kept = r;")]
    [InlineData("ResidualFunction f = (x, r) => Task.Run(() => r[0] = x[0]);")]
    public void What_a_callback_is_given_cannot_be_kept(string code) => Assert.NotEmpty(ErrorsOf(code));

    private static IEnumerable<Diagnostic> ErrorsOf(string body)
    {
        string source =
            $"using System; using System.Collections.Generic; using System.Threading.Tasks; using MinpackNet; {body}";
        string platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        CSharpCompilation compilation = CSharpCompilation.Create(
            "kept",
            [CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken)],
            platform.Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        return compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
