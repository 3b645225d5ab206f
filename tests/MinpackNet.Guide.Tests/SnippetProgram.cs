using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MinpackNet.Guide.Tests;

/// <summary>
/// Consecutive blocks of C# as one program. Each sees what the blocks before it declared, and may declare a name again,
/// as one does in a notebook: it becomes a local function within the one before.
/// </summary>
internal static class SnippetProgram
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>Compiles and runs the blocks; a warning is an error.</summary>
    /// <returns>What they print, with plain line feeds.</returns>
    public static string Run(string document, IReadOnlyList<Block> blocks)
    {
        using MemoryStream image = new();
        Compilation compilation = Compile(Compose(document, blocks));
        var found = compilation.Emit(image).Diagnostics.Where(item => item.Severity >= DiagnosticSeverity.Warning);
        Assert.Empty(found.Select(item => item.ToString()));

        MethodInfo main = Assembly.Load(image.ToArray()).EntryPoint!;
        TextWriter console = Console.Out;
        using StringWriter output = new() { NewLine = "\n" };
        Console.SetOut(output);
        try
        {
            main.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, [Array.Empty<string>()], culture: null);
        }
        finally
        {
            Console.SetOut(console);
        }

        return output.ToString().ReplaceLineEndings("\n");
    }

    private static string Compose(string document, IReadOnlyList<Block> blocks)
    {
        SortedSet<string> usings = new(StringComparer.Ordinal);
        StringBuilder statements = new();
        StringBuilder types = new();
        for (int k = 0; k < blocks.Count; k++)
        {
            CompilationUnitSyntax unit = SyntaxFactory.ParseCompilationUnit(blocks[k].Text);
            usings.UnionWith(unit.Usings.Select(directive => directive.ToString()));
            statements.Append($"Block{k}();\nvoid Block{k}()\n{{\n");
            foreach (MemberDeclarationSyntax member in unit.Members)
            {
                int line = blocks[k].Line + unit.SyntaxTree.GetLineSpan(member.FullSpan).StartLinePosition.Line;
                StringBuilder place = member is GlobalStatementSyntax ? statements : types;
                place.Append($"#line {line} \"{document}\"\n{member.ToFullString()}");
            }
        }

        statements.Append('}', blocks.Count);
        return $"{string.Join('\n', usings)}\n{statements}\n{types}";
    }

    /// <summary>Compiles a program in a version of the language.</summary>
    /// <returns>Its errors and warnings.</returns>
    public static IEnumerable<string> ComplaintsOf(string program, LanguageVersion version) =>
        Compile(program, version).GetDiagnostics().Where(item => item.Severity >= DiagnosticSeverity.Warning)
            .Select(item => item.ToString());

    private static CSharpCompilation Compile(
        string program, LanguageVersion version = LanguageVersion.Default) => CSharpCompilation.Create(
        "Snippets",
        [
            CSharpSyntaxTree.ParseText(ImplicitUsings, new(version)),
            CSharpSyntaxTree.ParseText(program, new(version)),
        ],
        References,
        new CSharpCompilationOptions(
            OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
}
