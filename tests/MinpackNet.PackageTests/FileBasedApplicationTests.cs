namespace MinpackNet.PackageTests;

/// <summary>The package in a program that is one file without a project.</summary>
public sealed class FileBasedApplicationTests(Workshop workshop)
{
    [Fact]
    public void A_single_source_file_runs() => Assert.Equal(
        Consumer.FitOutput,
        Run(["MinpackNet"], Workshop.ProgramFile("Fit")));

    [Fact]
    public void A_single_source_file_runs_with_both_libraries_and_starts_the_command()
    {
        string command = Path.Combine(workshop.InstallTool(), "minpack");
        Assert.Equal(
            ["library 5.069822 0.497049", "fitting 5.069822 0.497049", "command 5.069822 0.497049, exit code 0"],
            Run(["MinpackNet", "MinpackNet.Fitting"], Workshop.ProgramFile("AllThree"), command));
    }

    private string[] Run(string[] packages, string program, params string[] arguments)
    {
        string folder = workshop.NewFolder();

        // Such programs are prepared for NativeAOT unless they say otherwise, and the restore then asks for the
        // NativeAOT runtime pack of net10.0 even though nothing is published. Not every package source has it.
        File.WriteAllText(
            Path.Combine(folder, "fit.cs"),
            $"""
             {string.Join('\n', packages.Select(package => $"#:package {package}@{Repository.Version}"))}
             #:property PublishAot=false
             #:property InvariantGlobalization=true
             #:property NuGetAudit=false

             {File.ReadAllText(program)}
             """);

        // The build of such a program goes into the user's data folder, which must exist: here, into a temporary one.
        string data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        Dictionary<string, string> variables = new() { ["XDG_DATA_HOME"] = data };
        CommandResult result = workshop.Dotnet(folder, ["run", "fit.cs", "--", .. arguments], variables);
        return result.SucceededWithoutWarnings().Lines;
    }
}
