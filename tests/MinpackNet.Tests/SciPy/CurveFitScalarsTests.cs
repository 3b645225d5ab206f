namespace MinpackNet.Tests;

/// <summary>The overloads for scalar parameters are written by a program.</summary>
public sealed class CurveFitScalarsTests
{
    [Fact]
    public void The_overloads_in_the_repository_are_what_the_program_writes() =>
        Assert.Equal(CurveFitScalars.Source, TestData.Read("Optimize.CurveFit.Scalars.cs"));
}
