using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MinpackNet.Architecture.Tests;

/// <summary>The search finds what is planted, where it is planted.</summary>
public sealed class PlantedReferenceTests
{
    private static readonly ProjectRules TwoRooms = new("Planted", Uses: [], Rooms: ["Low", "High"]);

    private static readonly SyntaxTree High = SourceProject.Parse(
        """
        using System;
        using System.Collections;
        using System.Collections.Generic;
        namespace Planted;
        public class Made
        {
            public Made() { }
            public Made(int value) { }
            public int Value;
            public int this[int i] => i;
            public static readonly Made One = new();
            public static Made operator +(Made a, Made b) => a;
            public static implicit operator Bare(Made made) => new();
        }
        public delegate void Called();
        public static class Extensions { public static int Twice(this int value) => 2 * value; }
        public static class Walked { public static IEnumerator<int> GetEnumerator(this Bare bare) => null!; }
        public class Noted : Attribute;
        public static class Taken
        {
            public static void Deconstruct(this Bare bare, out int a, out int b) => (a, b) = (1, 2);
            public static System.Runtime.CompilerServices.TaskAwaiter GetAwaiter(this Bare bare) => default;
        }
        public static partial class Shared
        {
            public static int Upper = 1;
            public static void Add(this Bag bag, string item) { }
        }
        """,
        "High/Made.cs");

    private static readonly SyntaxTree Low = SourceProject.Parse(
        """
        using System.Collections;
        namespace Planted;
        public class Bare { public static Bare Taken(Bare bare) => bare; }
        public class Bag : IEnumerable { public IEnumerator GetEnumerator() => null!; public void Add(int item) { } }
        public static partial class Shared { public static int Lower = 1; }
        """,
        "Low/Bare.cs");

    private static readonly CSharpCompilation Rooms = CSharpCompilation.Create(
        "Planted",
        [High, Low],
        SourceProject.Libraries,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    [Theory]
    [InlineData("void F(Made made) { }", "Made")]
    [InlineData("object F() => new Made(1);", "Made")]
    [InlineData("System.Type F() => typeof(System.Collections.Generic.List<Made>);", "Made")]
    [InlineData("string F() => nameof(Made);", "Made")]
    [InlineData("int F() => Planted.Made.One.Value;", "Made.One", "Made.Value")]
    [InlineData("int F() => Shared.Upper;", "Shared.Upper")]
    [InlineData("int F() => 1.Twice();", "Extensions.Twice")]
    [InlineData("void F(Bare bare) { foreach (int i in bare) { } }", "Walked.GetEnumerator")]
    [InlineData("[Noted] void F() { }", "Noted")]
    [InlineData("Bag F() => new() { \"item\" };", "Shared.Add")]
    [InlineData("Called F() => null!;", "Called")]
    [InlineData("void F(Bare bare) { var (a, b) = bare; }", "Taken.Deconstruct")]
    [InlineData("void F(Bare bare) { int a, b; (a, b) = bare; }", "Taken.Deconstruct")]
    [InlineData("void F(Bare[] bare) { foreach (var (a, b) in bare) { } }", "Taken.Deconstruct")]
    [InlineData("async System.Threading.Tasks.Task F(Bare bare) { await bare; }", "Taken.GetAwaiter")]
    public void What_is_above_is_found(string member, params string[] targets)
    {
        IReadOnlyList<Reference> found = Upward($"namespace Planted;\nclass User\n{{\n    {member}\n}}\n");
        Assert.All(found, reference => Assert.Equal(("Low/User.cs", 4, "Low", "High"), PlaceOf(reference)));
        Assert.Subset(found.Select(reference => reference.Target).ToHashSet(), targets.ToHashSet());
    }

    [Theory]
    [InlineData("a + b", "Made.op_Addition")]
    [InlineData("a[1]", "Made.this[]")]
    [InlineData("Bare.Taken(a)", "Made.op_Implicit")]
    public void What_the_compiler_calls_is_found(string expression, string target)
    {
        IReadOnlyList<Reference> found =
            Upward($"namespace Planted;\nclass User\n{{\n    object F(Made a, Made b) =>\n        {expression};\n}}\n");
        Assert.Contains(new Reference("Low/User.cs", 5, "Low", "High", target), found);
    }

    [Theory]
    [InlineData("int F() => Shared.Lower;")]
    [InlineData("int F() => global::Planted.Shared.Lower;")]
    [InlineData("/// <summary>As <see cref=\"Made\"/>.</summary>\n    void F(Bag bag) => bag.Add(1);")]
    public void What_is_not_above_is_not_found(string member) =>
        Assert.Empty(Upward($"namespace Planted;\nclass User\n{{\n    {member}\n}}\n"));

    [Fact]
    public void A_reference_planted_in_the_sources_is_found()
    {
        const string Planted = """
            namespace MinpackNet;

            internal static class Planted
            {
                public static object Use() => nameof(Optimize.Leastsq);
            }
            """;
        SourceProject source = SourceProject.Of("MinpackNet");
        Compilation compilation =
            source.Compilation.AddSyntaxTrees(SourceProject.Parse(Planted, "Contract/Planted.cs"));
        Assert.Contains(
            new Reference("Contract/Planted.cs", 5, "Contract", "SciPy", "Optimize.Leastsq"),
            References.Upward(source.Rules, compilation));
    }

    private static (string File, int Line, string From, string To) PlaceOf(Reference reference) =>
        (reference.File, reference.Line, reference.From, reference.To);

    private static IReadOnlyList<Reference> Upward(string user) =>
        References.Upward(TwoRooms, Rooms.AddSyntaxTrees(SourceProject.Parse(user, "Low/User.cs")));
}
