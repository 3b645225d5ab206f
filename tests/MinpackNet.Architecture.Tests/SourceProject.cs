using System.Reflection;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MinpackNet.Architecture.Tests;

/// <summary>The sources of a project, compiled, with the sources of the projects that it uses.</summary>
internal sealed class SourceProject
{
    private const string ImplicitUsingsPath = "ImplicitUsings.g.cs";

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions ParseOptions = new(
        LanguageVersion.Latest,
        preprocessorSymbols: ["NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"]);

    private static readonly string[] AssembliesOfTests = ["MinpackNet.", "xunit.", "Microsoft.CodeAnalysis."];

    /// <summary>Those that the tests run with, without the projects and the tools of the tests.</summary>
    internal static readonly MetadataReference[] Libraries =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !AssembliesOfTests.Any(Path.GetFileName(path).StartsWith))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly Dictionary<string, Lazy<SourceProject>> All =
        Architecture.Projects.ToDictionary(rules => rules.Name, rules => new Lazy<SourceProject>(() => new(rules)));

    private SourceProject(ProjectRules rules)
    {
        Rules = rules;
        Folder = Path.Combine(Repository.Root, "src", rules.Name);
        SyntaxTree[] files =
        [
            .. Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
                .Select(file => Parse(File.ReadAllText(file), Path.GetRelativePath(Folder, file))),
            .. Linked(Folder, rules.Name),
        ];
        Compilation = Compile(files);
    }

    public ProjectRules Rules { get; }

    public string Folder { get; }

    /// <summary>The compiled sources; the path of a file is relative to the project's folder, with slashes.</summary>
    public Compilation Compilation { get; }

    public static SourceProject Of(string name) => All[name].Value;

    public static SyntaxTree Parse(string source, string path) =>
        CSharpSyntaxTree.ParseText(source, ParseOptions, path.Replace('\\', '/'));

    /// <summary>The room of a file; null when no person wrote it.</summary>
    public static string? RoomOf(SyntaxTree file)
    {
        if (Path.IsPathRooted(file.FilePath) || file.FilePath == ImplicitUsingsPath || IsGenerated(file))
        {
            return null;
        }

        int slash = file.FilePath.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? Architecture.Root : file.FilePath[..slash];
    }

    /// <summary>Whether a source generator made a file: it then is below the generator's own folder.</summary>
    private static bool IsGenerated(SyntaxTree file) =>
        file.FilePath.Contains("Generat", StringComparison.Ordinal)
        && file.FilePath.EndsWith(".g.cs", StringComparison.Ordinal);

    /// <summary>Files of another project that are compiled into this one, in the room where it links them.</summary>
    private static IEnumerable<SyntaxTree> Linked(string folder, string name) =>
        from item in XDocument.Load(Path.Combine(folder, $"{name}.csproj")).Descendants("Compile")
        let files = Path.Combine(folder, (string)item.Attribute("Include")!)
        from file in Directory.EnumerateFiles(Path.GetDirectoryName(files)!, Path.GetFileName(files))
        select Parse(File.ReadAllText(file), $"{(string)item.Attribute("LinkBase")!}/{Path.GetFileName(file)}");

    private Compilation Compile(SyntaxTree[] files)
    {
        CSharpCompilation written = CSharpCompilation.Create(
            Rules.Name,
            [Parse(ImplicitUsings, ImplicitUsingsPath), .. files],
            [.. Libraries, .. Rules.Uses.Select(name => Of(name).Compilation.ToMetadataReference())],
            new CSharpCompilationOptions(
                IsExecutable(Folder, Rules.Name) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create(Generators(), parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(written, out Compilation complete, out _);
        return complete;
    }

    private static bool IsExecutable(string folder, string name) =>
        File.ReadAllText(Path.Combine(folder, $"{name}.csproj")).Contains("<OutputType>Exe<", StringComparison.Ordinal);

    private static IEnumerable<ISourceGenerator> Generators() =>
        typeof(SourceProject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "Generators").Value!
            .Split('|', StringSplitOptions.RemoveEmptyEntries)
            .Select(path => new AnalyzerFileReference(path, GeneratorLoader.Instance))
            .SelectMany(file => file.GetGenerators(LanguageNames.CSharp));
}
