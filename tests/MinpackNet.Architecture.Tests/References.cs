using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MinpackNet.Architecture.Tests;

/// <summary>Finds what the files of a project use of its other files.</summary>
internal static class References
{
    /// <summary>The references from a room to one that its rules do not put below it.</summary>
    public static IReadOnlyList<Reference> Upward(ProjectRules rules, Compilation compilation) =>
    [
        .. Between(rules, compilation)
            .Where(reference => rules.Height(reference.To) > rules.Height(reference.From))
            .Distinct()
            .OrderBy(reference => reference.File, StringComparer.Ordinal)
            .ThenBy(reference => reference.Line),
    ];

    private static IEnumerable<Reference> Between(ProjectRules rules, Compilation compilation)
    {
        foreach (SyntaxTree file in compilation.SyntaxTrees)
        {
            if (SourceProject.RoomOf(file) is not { } from)
            {
                continue;
            }

            SemanticModel model = compilation.GetSemanticModel(file);
            foreach (SyntaxNode node in file.GetRoot().DescendantNodes())
            {
                foreach (ISymbol declared in SymbolsAt(model, node).Select(DeclarationOf).OfType<ISymbol>())
                {
                    if (LowestRoomOf(rules, compilation, declared) is { } to && to != from)
                    {
                        int line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
                        yield return new(file.FilePath, line, from, to, NameOf(declared));
                    }
                }
            }
        }
    }

    /// <summary>What a node names, and what the compiler calls because of it.</summary>
    private static IEnumerable<ISymbol> SymbolsAt(SemanticModel model, SyntaxNode node)
    {
        IEnumerable<ISymbol?> symbols = node switch
        {
            // The parts of a qualified name are nodes of their own; the type before a member counts by the member.
            SimpleNameSyntax name when IsQualifierOfMember(model, name) => [],
            CommonForEachStatementSyntax loop =>
            [
                .. SymbolsOf(model.GetForEachStatementInfo(loop)),
                .. loop is ForEachVariableStatementSyntax parts ? SymbolsOf(model.GetDeconstructionInfo(parts)) : [],
            ],
            AwaitExpressionSyntax await => SymbolsOf(model.GetAwaitExpressionInfo(await)),
            AssignmentExpressionSyntax assignment =>
            [
                .. SymbolsOf(model.GetSymbolInfo(assignment)), .. SymbolsOf(model.GetDeconstructionInfo(assignment)),
            ],
            ExpressionSyntax expression =>
            [
                .. SymbolsOf(model.GetSymbolInfo(expression)),
                model.GetConversion(expression).MethodSymbol,
                model.GetCollectionInitializerSymbolInfo(expression).Symbol,
            ],
            _ => SymbolsOf(model.GetSymbolInfo(node)),
        };
        return symbols.OfType<ISymbol>();
    }

    /// <summary>One, or the group of methods that nameof names.</summary>
    private static ImmutableArray<ISymbol> SymbolsOf(SymbolInfo info) =>
        info.Symbol is { } symbol ? [symbol] : info.CandidateSymbols;

    private static IEnumerable<ISymbol?> SymbolsOf(ForEachStatementInfo loop) =>
        [loop.GetEnumeratorMethod, loop.MoveNextMethod, loop.CurrentProperty, loop.DisposeMethod];

    private static IEnumerable<ISymbol?> SymbolsOf(AwaitExpressionInfo awaited) =>
        [awaited.GetAwaiterMethod, awaited.IsCompletedProperty, awaited.GetResultMethod];

    private static IEnumerable<ISymbol?> SymbolsOf(DeconstructionInfo parts) =>
        [parts.Method, parts.Conversion?.MethodSymbol, .. parts.Nested.SelectMany(SymbolsOf)];

    private static bool IsQualifierOfMember(SemanticModel model, SimpleNameSyntax name)
    {
        SyntaxNode whole = name.Parent is MemberAccessExpressionSyntax inner && inner.Name == name ? inner : name;
        return whole.Parent is MemberAccessExpressionSyntax access
            && access.Expression == whole
            && model.GetSymbolInfo(name).Symbol is INamedTypeSymbol
            && model.GetSymbolInfo(access).Symbol is not (null or INamedTypeSymbol);
    }

    /// <summary>What somebody wrote of a symbol; null for what has no life outside its file.</summary>
    private static ISymbol? DeclarationOf(ISymbol symbol)
    {
        ISymbol? declared = symbol switch
        {
            INamedTypeSymbol or IFieldSymbol or IPropertySymbol or IEventSymbol => symbol.OriginalDefinition,
            IMethodSymbol { AssociatedSymbol: { } property } => property.OriginalDefinition,
            IMethodSymbol method => (method.ReducedFrom ?? method).OriginalDefinition,
            _ => null,
        };
        while (declared is { IsImplicitlyDeclared: true } or IMethodSymbol { MethodKind: MethodKind.BuiltinOperator })
        {
            declared = declared.ContainingType; // such as the constructor that nobody wrote, or a delegate's Invoke
        }

        return declared;
    }

    /// <summary>
    /// The room that declares a symbol; of a type with parts in several rooms, the lowest. Null for what the project
    /// does not declare.
    /// </summary>
    private static string? LowestRoomOf(ProjectRules rules, Compilation compilation, ISymbol declared) =>
        SymbolEqualityComparer.Default.Equals(declared.ContainingAssembly, compilation.Assembly)
            ? declared.Locations
                .Select(location => location.SourceTree is { } tree ? SourceProject.RoomOf(tree) : null)
                .OfType<string>()
                .MinBy(rules.Height)
            : null;

    private static string NameOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => symbol.ContainingType.Name,
        { ContainingType: { } type } => $"{type.Name}.{symbol.Name}",
        _ => symbol.Name,
    };
}
