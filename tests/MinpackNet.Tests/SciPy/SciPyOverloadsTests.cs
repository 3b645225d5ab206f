namespace MinpackNet.Tests;

/// <summary>The overloads that follow from others are written by a program.</summary>
public sealed class SciPyOverloadsTests
{
    [Fact]
    public void The_overloads_in_the_repository_are_what_the_program_writes() => Assert.All(
        SciPyOverloads.Files, written => Assert.Equal(written.Source, TestData.Read(Path.GetFileName(written.File))));
}
