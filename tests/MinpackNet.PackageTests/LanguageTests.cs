namespace MinpackNet.PackageTests;

/// <summary>The packages in F# and Visual Basic, with the conversions that these languages have.</summary>
public sealed class LanguageTests(Workshop workshop)
{
    /// <summary>What both languages can call, and what comes out.</summary>
    private static readonly string[] Both =
    [
        "scalars 5.069822 0.497049",
        "start 5.069822 0.497049",
        "sigma 0.093684 0.017107",
        "sigmas 5.067111 0.495661",
        "vector 5.069822 0.497049",
        "list 2.000000 1.000000",
        "bounds 4.731526 0.400000",
        "leastsq 5.069822 0.497049",
        "fsolve 0.620345 1.838384",
    ];

    [Fact]
    public void F_sharp_calls_every_door_with_lambdas_arrays_lists_and_numbers() => Assert.Equal(
        [.. Both, "solve 5.069822 0.497049", "formula 5.069822 0.497049", "function 5.069822 0.497049"],
        Run("fs"));

    [Fact]
    public void Visual_Basic_calls_every_door_without_spans_with_lambdas_arrays_lists_and_numbers() => Assert.Equal(
        [.. Both, "formula 5.069822 0.497049"],
        Run("vb"));

    private string[] Run(string extension)
    {
        Consumer consumer = workshop.Create("Doors", package: "MinpackNet.Fitting", extension: extension);
        return consumer.Dotnet(["run"]).SucceededWithoutWarnings().Lines;
    }
}
